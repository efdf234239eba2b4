using System.Collections.Immutable;
using System.Text.Json;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Privacy;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Storage;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>One turn from the inbox to the outbox.</summary>
public sealed class Conversation(
    DialogSet dialogs,
    ReplyWriter words,
    Transcript transcript,
    ConversationKeys keys,
    BatchingWriter writer,
    Hall hall,
    OneTimeLinks links,
    TurnClock clock,
    ILogger<Conversation> logger
)
{
    private const int MostConflicts = 5;

    /// <summary>
    /// Answers one entry: state, replies and the end of the wait are one transaction. Throws what the store throws, and
    /// then nothing of the turn was kept.
    /// </summary>
    public async Task TakeTurnAsync(LiveConversation live, TranscriptEntry entry, CancellationToken cancellation)
    {
        using var measured = Telemetry.StartTurn();
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            SignOutWhenIdle(live);
            var turn = new Turn($"{live.Id}:{entry.Sequence}", entry.Text ?? "", live.State, clock.Now)
            {
                Patron = live.Patron,
                Event = entry.Event,
            };
            var (outcome, messages) = await AnswerAsync(live, turn, cancellation);
            if (await CommitAsync(live, entry, outcome, Bubbles(entry, outcome, messages)))
            {
                measured.Answered(outcome);
                return;
            }
            hall.Reload(live);
        }
        throw new InvalidOperationException($"The state of a conversation changed {MostConflicts} times in one turn.");
    }

    /// <summary>The one catch of the house: a broken world becomes a spoken answer.</summary>
    private async Task<(Outcome Outcome, List<Message> Messages)> AnswerAsync(
        LiveConversation live,
        Turn turn,
        CancellationToken cancellation
    )
    {
        try
        {
            return Written(live, await dialogs.RespondAsync(turn, cancellation));
        }
        catch (LibrarySystemUnavailableException)
        {
            return Written(live, dialogs.LibraryDown(turn));
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            logger.TurnFailed(failure);
            return Written(live, dialogs.Failed(turn));
        }
    }

    private (Outcome Outcome, List<Message> Messages) Written(LiveConversation live, Outcome outcome)
    {
        var lines = WithLink(live, outcome);
        return (outcome, [.. lines.Select(line => words.Write(line, ConversationState.Language, outcome.State.Turns))]);
    }

    /// <summary>The replies, which get their places when they are handed to the store.</summary>
    private List<TranscriptEntry> Bubbles(TranscriptEntry entry, Outcome outcome, List<Message> messages) =>
        [
            .. outcome.Lines.Zip(
                messages,
                (line, message) =>
                    new TranscriptEntry(0, clock.Now)
                    {
                        ReplyTo = entry.Sequence,
                        Message = message,
                        IsPrivate = line.IsPrivate,
                        Count = line.Count,
                    }
            ),
        ];

    /// <summary>Puts the button to a page of this host under the last bubble.</summary>
    private ImmutableArray<Line> WithLink(LiveConversation live, Outcome outcome)
    {
        if (outcome.Link is Link.None)
            return outcome.Lines;
        var (dialog, path) = outcome.Link is Link.SignIn ? ("sign-in", "sign-in") : ("talk-to-person", "message");
        var button = new CardButton(
            words.Print($"{dialog}/button", ConversationState.Language),
            $"/{path}/{links.Make(live.Id, outcome.Link)}"
        );
        var card = new Card("link", words.Print($"{dialog}/card", ConversationState.Language)) { Button = button };
        var last = outcome.Lines[^1];
        return outcome.Lines.SetItem(outcome.Lines.Length - 1, last with { Cards = [.. last.Cards, card] });
    }

    private async Task<bool> CommitAsync(
        LiveConversation live,
        TranscriptEntry entry,
        Outcome outcome,
        List<TranscriptEntry> bubbles
    )
    {
        if (outcome.Effect is Effect.SignOut)
            SignOut(live);
        var state = JsonSerializer.SerializeToUtf8Bytes(outcome.State, StateJson.Default.ConversationState);
        var isSealed = live.IsSealed;
        if (isSealed)
            state = keys.Seal(live.Id, state);
        var bodies = bubbles.ConvertAll(bubble => transcript.Body(live.Id, bubble));
        return await live.ReplyAsync(
            bubbles.Count,
            first =>
            {
                var placed = bubbles.Select((bubble, i) => bubble with { Sequence = first + i }).ToList();
                return writer.WriteAsync(
                    session =>
                    {
                        if (!Hall.SaveState(session, live, state, isSealed))
                            return false;
                        for (var i = 0; i < placed.Count; i++)
                            Transcript.AppendReply(session, live.Id, placed[i], bodies[i]);
                        Transcript.MarkDone(session, live.Id, entry.Sequence);
                        return true;
                    },
                    saved =>
                    {
                        if (!saved)
                            return;
                        live.State = outcome.State;
                        live.Version++;
                        placed.ForEach(live.Publish);
                    }
                );
            }
        );
    }

    private void SignOutWhenIdle(LiveConversation live)
    {
        if (live.IsSealed && clock.IsIdle(live.LastSeen))
        {
            SignOut(live);
            live.State = live.State.Cleared();
        }
        live.LastSeen = clock.Now;
    }

    private void SignOut(LiveConversation live)
    {
        live.SignOut();
        keys.Destroy(live.Id);
    }
}
