using Bupyeong.Chatbot.Benchmarks;
using Bupyeong.Chatbot.Tests.Support;

if (args is ["--echo", var address])
    return await EchoServer.RunAsync(address);

var table = new FigureTable();
var data = Path.Combine(HostProcess.Root().FullName, "data", $"benchmark-{Environment.ProcessId}");
Directory.CreateDirectory(data);
try
{
    Disk.Measure(data, table);
    await EchoLoad.MeasureAsync(table);
    await StartUp.MeasureAsync(Path.Combine(data, "starts"), table);
    await TurnLoad.MeasureAsync(Path.Combine(data, "turns"), table);
}
finally
{
    Directory.Delete(data, recursive: true);
}
Console.WriteLine(table);
return 0;
