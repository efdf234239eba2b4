using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Conversations;

/// <summary>A message that the host acknowledged, in the order in which the resident posted.</summary>
public sealed record Acknowledged(string ClientId, string Text, string ActivityId);

/// <summary>
/// What a resident holds of one conversation: what was acknowledged and what their client was shown. Held against the
/// host's transcript it shows what was lost, doubled or out of order.
/// </summary>
public sealed class ConversationLedger(OpenedConversation opened)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> answered = [];
    private readonly List<string> shown = [];

    public OpenedConversation Opened => opened;
    public List<Acknowledged> Acknowledged { get; } = [];

    /// <summary>Messages that were posted once more on purpose, and got another id than the first time.</summary>
    public List<string> Differing { get; } = [];

    public void Show(IEnumerable<SeenActivity> activities)
    {
        lock (gate)
        {
            foreach (var activity in activities)
            {
                shown.Add(activity.Id);
                if (activity is { IsReply: true, ReplyTo: { } to })
                    answered.Add(to);
            }
        }
    }

    /// <summary>How many activities the resident was shown.</summary>
    public int Shown
    {
        get
        {
            lock (gate)
                return shown.Count;
        }
    }

    /// <summary>How many acknowledged messages the resident has seen no answer to.</summary>
    public int Unanswered
    {
        get
        {
            lock (gate)
                return Acknowledged.Count(message => !answered.Contains(message.ActivityId));
        }
    }

    /// <summary>Every promise that <paramref name="transcript"/> breaks, in words; none when all is well.</summary>
    public IEnumerable<string> Broken(IReadOnlyList<SeenActivity> transcript) =>
        Differing
            .Select(id => $"{id} got two ids")
            .Concat(BrokenMessages(transcript.Where(activity => !activity.IsReply).ToList()))
            .Concat(BrokenReplies(transcript.Where(activity => activity.IsReply).ToList()))
            .Concat(BrokenStream(transcript))
            .Select(problem => $"{opened.ConversationId}: {problem}");

    private IEnumerable<string> BrokenMessages(List<SeenActivity> messages)
    {
        var expected = Acknowledged.Select(message => (message.ActivityId, message.ClientId, message.Text)).ToList();
        var stored = messages.Select(message => (message.Id, message.ClientId, message.Text)).ToList();
        foreach (var (id, clientId, text) in expected.Except(stored.Select(Plain)))
            yield return $"acknowledged and not stored: {id} ({clientId}, {text})";
        foreach (var twice in stored.GroupBy(message => message.ClientId).Where(group => group.Count() > 1))
            yield return $"stored {twice.Count()} times: {twice.Key}";
        if (expected.Count == stored.Count && !expected.SequenceEqual(stored.Select(Plain)))
            yield return "stored in another order than acknowledged";
        if (stored.Count > expected.Count)
            yield return $"{stored.Count} messages stored, {expected.Count} acknowledged";
    }

    private IEnumerable<string> BrokenReplies(List<SeenActivity> replies)
    {
        var turns = Runs(replies);
        foreach (var again in turns.GroupBy(turn => turn[0].ReplyTo).Where(group => group.Count() > 1))
            yield return $"answered in {again.Count()} places: {again.Key}";
        foreach (var turn in turns.Where(turn => turn.DistinctBy(bubble => bubble.Reply).Count() < turn.Count))
            yield return $"a bubble twice in the answer to {turn[0].ReplyTo}: {Names(turn)}";
        foreach (var failed in replies.Where(reply => reply.Reply is "fallback/failed" or "fallback/library-down"))
            yield return $"{failed.Reply} as the answer to {failed.ReplyTo}";
        if (turns is [] || !turns[0][0].Reply!.StartsWith("welcome/", StringComparison.Ordinal))
            yield return "not welcomed first";
        var expected = Acknowledged.Select(message => message.ActivityId);
        var inOrder = turns.Skip(1).Select(turn => turn[0].ReplyTo);
        foreach (var missing in expected.Except(inOrder))
            yield return $"acknowledged and not answered: {missing}";
        if (!expected.SequenceEqual(inOrder))
            yield return "answers are not those of the messages, in their order";
    }

    /// <summary>The stream, taken up again after each kill at the last watermark, must have shown all of it once.</summary>
    private IEnumerable<string> BrokenStream(IReadOnlyList<SeenActivity> transcript)
    {
        List<string> seen;
        lock (gate)
            seen = [.. shown];
        foreach (var missing in transcript.Select(activity => activity.Id).Except(seen))
            yield return $"not shown: {missing}";
        foreach (var twice in seen.GroupBy(id => id).Where(group => group.Count() > 1))
            yield return $"shown {twice.Count()} times: {twice.Key}";
        foreach (var unknown in seen.Except(transcript.Select(activity => activity.Id)))
            yield return $"shown and not in the transcript: {unknown}";
        if (seen.Zip(seen.Skip(1)).Any(pair => string.CompareOrdinal(pair.First, pair.Second) > 0))
            yield return "shown out of order";
    }

    /// <summary>Neighbouring bubbles that answer the same message.</summary>
    private static List<List<SeenActivity>> Runs(List<SeenActivity> replies)
    {
        var runs = new List<List<SeenActivity>>();
        foreach (var reply in replies)
        {
            if (runs is [.., var last] && last[0].ReplyTo == reply.ReplyTo)
                last.Add(reply);
            else
                runs.Add([reply]);
        }
        return runs;
    }

    private static (string, string, string) Plain((string Id, string? ClientId, string? Text) message) =>
        (message.Id, message.ClientId ?? "", message.Text ?? "");

    private static string Names(List<SeenActivity> turn) => string.Join(", ", turn.Select(bubble => bubble.Reply));
}
