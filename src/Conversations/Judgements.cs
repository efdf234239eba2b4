using Bupyeong.Chatbot.Privacy;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Storage;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>Thumbs up or down under a bubble of the assistant, with a reason in the resident's words.</summary>
public sealed record Judgement(long Sequence, string Value)
{
    public const int LongestReason = 500;

    /// <summary>What can be thought of a bubble.</summary>
    public static readonly IReadOnlyList<string> Values = ["like", "dislike"];

    public string? Reason { get; init; }

    /// <summary>The resident takes this judgement back.</summary>
    public bool IsTakenBack { get; init; }
}

/// <summary>What residents think of the assistant's bubbles: no turn, and no entry of the transcript.</summary>
public sealed class Judgements(BatchingWriter writer, Masking masking, TimeProvider time)
{
    /// <summary>Keeps a judgement, the last one of a bubble, or takes it back; false when the bubble is none of the assistant's.</summary>
    public Task<bool> KeepAsync(string conversation, Judgement judgement)
    {
        var reason = judgement.Reason is { } words ? masking.Mask(words).Text : null;
        return writer.WriteAsync(session =>
        {
            if (Transcript.NameOfReply(session, conversation, judgement.Sequence) is not { } name)
                return false;
            if (judgement.IsTakenBack)
                Delete(session, conversation, judgement);
            else
                Insert(session, conversation, judgement with { Reason = reason }, name);
            return true;
        });
    }

    /// <summary>What a resident says of the last answer in words; asides about answers are none. The words are masked already.</summary>
    public void KeepSaid(WriteSession session, string conversation, Opinion opinion)
    {
        if (Transcript.LastAnswer(session, conversation) is not var (sequence, name))
            return;
        var reason = opinion.Reason is { } words ? words[..Math.Min(words.Length, Judgement.LongestReason)] : null;
        var judgement = new Judgement(sequence, Judgement.Values[opinion.IsLiked ? 0 : 1]) { Reason = reason };
        Insert(session, conversation, judgement, name);
    }

    private void Insert(WriteSession session, string conversation, Judgement judgement, string name) =>
        session.Execute(
            """
            INSERT INTO judgements (conversation, sequence, name, value, reason, at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO UPDATE SET value = excluded.value, reason = excluded.reason, at = excluded.at
            """,
            conversation,
            judgement.Sequence,
            name,
            judgement.Value,
            judgement.Reason,
            time.GetUtcNow().ToUnixTimeMilliseconds()
        );

    /// <summary>A like that is taken back late leaves the dislike that was given since.</summary>
    private static void Delete(WriteSession session, string conversation, Judgement judgement) =>
        session.Execute(
            "DELETE FROM judgements WHERE conversation = $1 AND sequence = $2 AND value = $3",
            conversation,
            judgement.Sequence,
            judgement.Value
        );
}
