using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>
/// Tries the ways out of a state, each from a copy of it: 취소, 처음으로 and 사람 work wherever the conversation stands, and
/// whatever is offered to be pressed is understood. Each kind of state is tried once.
/// </summary>
internal sealed class WayOut(WalkedHost host)
{
    private readonly HashSet<string> tried = [];
    private int probes;

    public int States { get; private set; }

    /// <summary>What did not work, once each; the walk goes on.</summary>
    public List<string> Complaints { get; } = [];

    public async Task TryAsync(ConversationState state, Patron? patron, IReadOnlyList<Message> heard)
    {
        var kind = KindOf(state, patron);
        if (tried.Add(kind))
        {
            States++;
            await CancelAsync(state, patron);
            await StartOverAsync(state, patron);
            await PersonAsync(state, patron);
        }
        foreach (var words in WalkedHost.OfferedBy(heard).Where(words => tried.Add($"{kind} {words}")))
        {
            // What a yes does, the walk itself tries.
            if (!host.IsYes(TurnOf(words, state, patron)))
                await PressAsync(words, state, patron);
        }
    }

    private static string KindOf(ConversationState state, Patron? patron) =>
        string.Join(
            ' ',
            state.AwaitingDialog,
            state.AwaitedSlot,
            state.Topic,
            patron is not null,
            state.QueuedAs is not null,
            state.AfterSignIn is not null
        );

    private async Task CancelAsync(ConversationState state, Patron? patron)
    {
        var outcome = await AfterAsync("취소", state, patron);
        Must(outcome, state.QueuedAs is not null ? "talk-to-person/gave-up" : "cancel/", "취소", state);
        if (outcome.State is not { AwaitingDialog: null, AfterSignIn: null, QueuedAs: null })
            Complaints.Add("취소 left something under way.");
    }

    private async Task StartOverAsync(ConversationState state, Patron? patron)
    {
        var outcome = await AfterAsync("처음으로", state, patron);
        Must(outcome, state.QueuedAs is not null ? "talk-to-person/gave-up" : "start-over/", "처음으로", state);
        if (outcome.State is not { AwaitingDialog: null, AfterSignIn: null, QueuedAs: null })
            Complaints.Add("처음으로 left something under way.");
    }

    /// <summary>The resident waits for a librarian, or has a form to leave a message.</summary>
    private async Task PersonAsync(ConversationState state, Patron? patron)
    {
        var outcome = await AfterAsync("사람", state, patron);
        Must(outcome, "talk-to-person/", "사람", state);
        if (outcome.State.QueuedAs is null && outcome.Lines.All(line => line.Link is not Link.LeaveMessage))
            Complaints.Add("사람 led to nobody.");
    }

    private async Task PressAsync(string words, ConversationState state, Patron? patron)
    {
        var outcome = await AfterAsync(words, state, patron);
        if (outcome.Lines.Any(line => IsMiss(line.Name)))
            Complaints.Add($"'{words}' was offered and was not understood: {Shown(state)}");
    }

    private static bool IsMiss(string reply) =>
        reply is "fallback/not-understood" or "fallback/did-you-mean" or "fallback/offer-person" or "fallback/empty";

    private async Task<Outcome> AfterAsync(string words, ConversationState state, Patron? patron)
    {
        var acts = host.Library.Acts.Count;
        var outcome = await host.Dialogs.RespondAsync(TurnOf(words, state, patron), CancellationToken.None);
        if (host.Library.Acts.Count > acts)
            Complaints.Add($"'{words}' did {host.Library.Acts[^1].Name}, unconfirmed.");
        if (host.Write(outcome).Count == 0 && state.QueuedAs is null)
            Complaints.Add($"'{words}' was not answered.");
        return outcome;
    }

    private Turn TurnOf(string words, ConversationState state, Patron? patron) =>
        new($"door:{++probes}", words, state, host.Now) { Patron = patron };

    private void Must(Outcome outcome, string name, string words, ConversationState state)
    {
        var first = outcome.Lines is [] ? name : outcome.Lines[0].Name;
        if (!first.StartsWith(name, StringComparison.Ordinal))
            Complaints.Add($"'{words}' was answered with {first}: {Shown(state)}");
    }

    private static string Shown(ConversationState state) =>
        $"{state.AwaitingDialog}/{state.AwaitedSlot} topic {state.Topic} queued {state.QueuedAs}";
}
