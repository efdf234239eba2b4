using Bupyeong.Chatbot.Channels.Terminal;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Tests.Dialogs;

/// <summary>What is heard most often is not always said in the same words.</summary>
public sealed class FrequentRepliesTests
{
    private const int Frequent = 20;

    [Fact]
    public void What_is_said_often_is_said_in_more_than_one_way()
    {
        var replies = ShippedReplies.Korean.ToDictionary(reply => reply.Name);
        var often = Heard()
            .CountBy(name => name)
            .Where(heard => replies.TryGetValue(heard.Key, out var reply) && !IsFixed(reply))
            .OrderByDescending(heard => heard.Value)
            .ThenBy(heard => heard.Key, StringComparer.Ordinal)
            .Take(Frequent);
        Assert.DoesNotContain(often, heard => replies[heard.Key].Variants.Count < 2);
    }

    /// <summary>The names of all replies in all conversations that are written down.</summary>
    private static IEnumerable<string> Heard() =>
        from file in Directory.EnumerateFiles(
            Path.Combine(AppContext.BaseDirectory, "Conversations"),
            "*.md",
            SearchOption.AllDirectories
        )
        from script in Script.ReadAll(file)
        from line in script.Lines
        where line.Kind == '<'
        select line.Words.Split(' ')[0];

    /// <summary>The words of a rule are its own, behind the name of the branch where it is only that one's; those for who is in danger are weighed and always the same.</summary>
    private static bool IsFixed(ReplyTemplate reply) =>
        reply.Variants is [var only] && only.EndsWith("{{text}}", StringComparison.Ordinal)
        || reply.Name.StartsWith("crisis/", StringComparison.Ordinal);
}
