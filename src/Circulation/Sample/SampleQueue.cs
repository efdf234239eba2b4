using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Circulation.Sample;

/// <summary>How many people wait for a title at a branch each morning, sample members among them.</summary>
internal sealed record SampleQueue
{
    public required string Record { get; init; }
    public required string Branch { get; init; }
    public required int Waiting { get; init; }

    public static IReadOnlyList<SampleQueue> Read(string path) => DataFile.Read<List<SampleQueue>>(path);
}
