using System.Text.Json;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Privacy;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Storage;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>One turn from the inbox to the outbox.</summary>
public sealed class Conversation(
    DialogSet dialogs,
    ReplyWriter words,
    PlainSpeech plain,
    Transcript transcript,
    Judgements judgements,
    UnansweredQuestions unanswered,
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
        var drafts = new Drafts(live, entry);
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            if (live.IsEnded)
            {
                await writer.WriteAsync(session => Transcript.MarkDone(session, live.Id, entry.Sequence));
                return;
            }
            SignOutWhenIdle(live, entry);
            Speaking.In(live.State.Language);
            var turn = new Turn($"{live.Id}:{entry.Sequence}", entry.Text ?? "", live.State, clock.Now)
            {
                Patron = live.Patron,
                Event = entry.Event,
                // What is known of an account is said once, sealed.
                Tell = live.IsSealed || live.Patron is not null ? null : line => Tell(drafts, live.State, line),
            };
            var (outcome, messages) = await AnswerAsync(live, turn, cancellation);
            if (await CommitAsync(live, entry, outcome, Bubbles(entry, outcome, drafts.ReplacedBy(messages))))
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
        catch (Exception failure) when (dialogs.Away(turn, failure) is { } away)
        {
            return Written(live, away);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            logger.TurnFailed(failure);
            return Written(live, dialogs.Failed(turn));
        }
    }

    private (Outcome Outcome, List<Message> Messages) Written(LiveConversation live, Outcome outcome)
    {
        Speaking.In(outcome.State.Language);
        var messages = outcome.Lines.Select(line => words.Write(WithLink(live, line), outcome.State.Turns));
        return (outcome, [.. outcome.State.IsPlain ? messages.Select(plain.Of) : messages]);
    }

    /// <summary>What an answer says so far: its words alone, the rest comes with the whole.</summary>
    private void Tell(Drafts drafts, ConversationState state, Line line)
    {
        var message = words.Write(line, state.Turns + 1) with { Cards = [], Choices = [] };
        drafts.Publish(state.IsPlain ? plain.Of(message) : message, clock.Now);
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

    /// <summary>Puts the button to a page of this host under the bubble that leads there.</summary>
    private Line WithLink(LiveConversation live, Line line)
    {
        if (line.Link is Link.None)
            return line;
        var (dialog, path) = line.Link is Link.SignIn ? ("sign-in", "sign-in") : ("talk-to-person", "message");
        var button = new CardButton(words.Print($"{dialog}/button"), $"/{path}/{links.Make(live.Id, line.Link)}");
        var card = new Card("link", words.Print($"{dialog}/card")) { Button = button };
        return line with { Cards = [.. line.Cards, card] };
    }

    private async Task<bool> CommitAsync(
        LiveConversation live,
        TranscriptEntry entry,
        Outcome outcome,
        List<TranscriptEntry> bubbles
    )
    {
        if (outcome.Effect is not Effect.None)
            SignOut(live);
        if (outcome.State.IsEnded)
            links.Forget(live.Id);
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
                        Keep(session, live, outcome, placed, bodies);
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
                        if (live.IsEnded)
                            live.End();
                    }
                );
            }
        );
    }

    private void Keep(
        WriteSession session,
        LiveConversation live,
        Outcome outcome,
        List<TranscriptEntry> bubbles,
        List<byte[]> bodies
    )
    {
        // Before the new bubbles: it is about the answer that stands above them.
        if (outcome.Opinion is { } opinion)
            judgements.KeepSaid(session, live.Id, opinion);
        foreach (var question in outcome.Unanswered)
            unanswered.Keep(session, question);
        foreach (var (bubble, body) in bubbles.Zip(bodies))
            Transcript.AppendReply(session, live.Id, bubble, body);
    }

    /// <summary>What the host tells by itself is no sign of the resident.</summary>
    private void SignOutWhenIdle(LiveConversation live, TranscriptEntry entry)
    {
        if (live.IsSealed && clock.IsIdle(live.LastSeen))
        {
            SignOut(live);
            live.State = live.State.Cleared();
        }
        if (!Events.IsOfOthers(entry.Event))
            live.LastSeen = clock.Now;
    }

    private void SignOut(LiveConversation live)
    {
        live.SignOut();
        keys.Destroy(live.Id);
    }
}
