using System.Runtime.InteropServices;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>
/// A real ONNX model of one table: the vector of a piece is its row, whatever stands beside it. Written as onnx.proto says
/// (ModelProto, opset 13, the operator Gather); with Mean the rows of a text come out as one, with All as a single number.
/// </summary>
internal sealed record TinyEncoder(float[][] Table)
{
    private const int Floats = 1;
    private const int Integers = 7;

    public string[] Inputs { get; init; } = ["input_ids", "attention_mask"];
    public string Output { get; init; } = "last_hidden_state";

    /// <summary>The axes of which the mean is taken after the rows were looked up; empty: none.</summary>
    public int[] Mean { get; init; } = [];

    public static int[] OfPieces { get; } = [1];
    public static int[] OfAll { get; } = [1, 2];

    public void WriteTo(string folder) => File.WriteAllBytes(Path.Combine(folder, "model.onnx"), Written());

    /// <summary>A row that has one at the place of its number, so that what was averaged can be read off.</summary>
    public static float[][] Rows(int count, int dimensions) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(row =>
                    Enumerable.Range(0, dimensions).Select(at => row % dimensions == at ? 1f : 0f).ToArray()
                ),
        ];

    /// <summary>The pieces of a SentencePiece model (sentencepiece_model.proto), unigram, each with its score.</summary>
    public static void WritePieces(string folder, params (string Piece, float Score)[] pieces)
    {
        const int normal = 1;
        const int unknown = 2;
        const int control = 3;
        var model = new ProtocolMessage();
        foreach (var (piece, kind) in new[] { ("<unk>", unknown), ("<s>", control), ("</s>", control) })
            model.Message(1, new ProtocolMessage().Text(1, piece).Single(2, 0).Number(3, kind));
        foreach (var (piece, score) in pieces)
            model.Message(1, new ProtocolMessage().Text(1, piece).Single(2, score).Number(3, normal));
        const int unigram = 1;
        model.Message(2, new ProtocolMessage().Number(3, unigram).Number(40, 0).Number(41, 1).Number(42, 2));
        model.Message(3, new ProtocolMessage().Text(1, "identity").Number(3, 1).Number(4, 1).Number(5, 1));
        File.WriteAllBytes(Path.Combine(folder, "sentencepiece.bpe.model"), model.ToArray());
    }

    private byte[] Written()
    {
        var looked = Mean is [] ? Output : "looked_up";
        var graph = new ProtocolMessage().Message(1, Node("Gather", ["table", Inputs[0]], looked)).Text(2, "tiny");
        if (Mean is not [])
            graph.Message(1, Node("ReduceMean", [looked], Output, Axes(), NoDimensionsKept()));
        graph.Message(5, Weights());
        foreach (var input in Inputs)
            graph.Message(11, Value(input, Integers, rank: 2));
        graph.Message(12, Value(Output, Floats, rank: 3 - Mean.Length));
        const int irVersion = 8;
        const int opset = 13;
        return new ProtocolMessage()
            .Number(1, irVersion)
            .Text(2, "tests")
            .Message(7, graph)
            .Message(8, new ProtocolMessage().Text(1, "").Number(2, opset))
            .ToArray();
    }

    private static ProtocolMessage Node(string operation, string[] inputs, string output, params ProtocolMessage[] with)
    {
        var node = new ProtocolMessage();
        foreach (var input in inputs)
            node.Text(1, input);
        node.Text(2, output).Text(4, operation);
        foreach (var attribute in with)
            node.Message(5, attribute);
        return node;
    }

    private ProtocolMessage Axes()
    {
        const int integers = 7;
        var axes = new ProtocolMessage().Text(1, "axes");
        foreach (var axis in Mean)
            axes.Number(8, axis);
        return axes.Number(20, integers);
    }

    private static ProtocolMessage NoDimensionsKept() =>
        new ProtocolMessage().Text(1, "keepdims").Number(3, 0).Number(20, 2);

    private ProtocolMessage Weights() =>
        new ProtocolMessage()
            .Number(1, Table.Length)
            .Number(1, Table[0].Length)
            .Number(2, Floats)
            .Text(8, "table")
            .Bytes(9, MemoryMarshal.AsBytes<float>(Table.SelectMany(row => row).ToArray()).ToArray());

    private static ProtocolMessage Value(string name, int type, int rank)
    {
        var shape = new ProtocolMessage();
        for (var at = 0; at < rank; at++)
            shape.Message(1, new ProtocolMessage().Text(2, $"{name}{at}"));
        var tensor = new ProtocolMessage().Number(1, type).Message(2, shape);
        return new ProtocolMessage().Text(1, name).Message(2, new ProtocolMessage().Message(1, tensor));
    }
}
