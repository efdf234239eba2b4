using Bupyeong.Chatbot.Benchmarks;
using Bupyeong.Chatbot.Tests.Support;

if (args is ["--echo", var address])
    return await EchoServer.RunAsync(address);

// Parts can be named: dotnet run -c Release --project tests/Benchmarks -- turns
var parts = args is [] ? ["disk", "echo", "start", "turns", "window"] : args;
var table = new FigureTable();
var data = Path.Combine(HostProcess.Root().FullName, "data", $"benchmark-{Environment.ProcessId}");
Directory.CreateDirectory(data);
try
{
    foreach (var part in parts)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data, part)).FullName;
        await (
            part switch
            {
                "disk" => Disk.MeasureAsync(folder, table),
                "documents" => DocumentFigures.MeasureAsync(folder, table),
                "echo" => EchoLoad.MeasureAsync(table),
                "engines" => EngineFigures.MeasureAsync(folder, table),
                "embeddings" => EmbeddingFigures.MeasureAsync(folder, table),
                "qdrant" => QdrantLoad.MeasureAsync(folder, table),
                "search" => SearchFigures.MeasureAsync(folder, table),
                "start" => StartUp.MeasureAsync(folder, table),
                "turns" => TurnLoad.MeasureAsync(folder, table),
                "understanding" => UnderstandingFigures.MeasureAsync(folder, table),
                "window" => WindowFigures.MeasureAsync(folder, table),
                _ => throw new ArgumentException($"There is no part '{part}'."),
            }
        );
    }
}
finally
{
    Directory.Delete(data, recursive: true);
}
Console.WriteLine(table);
return 0;
