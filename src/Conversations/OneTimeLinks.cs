using System.Collections.Concurrent;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>Addresses that lead from a conversation to one page, once and for ten minutes; gone with a restart.</summary>
public sealed class OneTimeLinks(TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (string Conversation, Link Purpose, DateTimeOffset Until)> links =
        new();

    /// <summary>A code that nobody can guess.</summary>
    public string Make(string conversation, Link purpose)
    {
        var now = time.GetUtcNow();
        foreach (var (old, link) in links)
        {
            if (link.Until <= now)
                links.TryRemove(old, out _);
        }
        var code = Hall.NewId();
        links[code] = (conversation, purpose, now + Life);
        return code;
    }

    /// <summary>The conversation that a code belongs to, or null when it is used up, too old or of another purpose.</summary>
    public string? Find(string code, Link purpose) =>
        links.TryGetValue(code, out var link) && link.Purpose == purpose && link.Until > time.GetUtcNow()
            ? link.Conversation
            : null;

    /// <summary>No page is reached any more from a conversation that has ended.</summary>
    public void Forget(string conversation)
    {
        foreach (var (code, link) in links)
        {
            if (link.Conversation == conversation)
                links.TryRemove(code, out _);
        }
    }

    /// <summary>Uses the code up; false when somebody else just did.</summary>
    public bool Use(string code) => links.TryRemove(code, out _);
}
