using Bupyeong.Chatbot.Channels.Terminal;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Conversations;

/// <summary>The conversations beside this file, each with a host of its own.</summary>
public sealed class ScriptTests
{
    public static TheoryData<string> Titles => [.. Scripts.Keys];

    private static readonly Dictionary<string, Script> Scripts = Script
        .ReadAll(Path.Combine(AppContext.BaseDirectory, "Conversations"))
        .ToDictionary(script => script.ToString());

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task The_conversation_goes_as_written(string title)
    {
        await using var host = new LibraryHost();
        var differences = await new ScriptPlayer(host.Services, host.Clock).PlayAsync(Scripts[title]);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
