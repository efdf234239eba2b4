using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>
/// Somebody who says anything at all, in an order that the seed decides: it answers what was asked, presses what was
/// offered, changes the subject, signs in and out. Each answer is held against what must always be so.
/// </summary>
internal sealed class Walker(WalkedHost host, int seed)
{
    private readonly Random random = new(seed);
    private readonly List<string> told = [];
    private ConversationState state = new();
    private Patron? patron;
    private IReadOnlyList<Message> heard = [];
    private int turns;

    public string Told => string.Join(Environment.NewLine, told);

    public async Task WalkAsync(int steps)
    {
        await TakesAsync("", Events.Join);
        for (var step = 0; step < steps; step++)
        {
            await host.Doors.TryAsync(state, patron, heard);
            var (words, happened) = Next();
            await TakesAsync(words, happened);
        }
    }

    private async Task TakesAsync(string words, string? happened)
    {
        var turn = new Turn($"walk-{seed}:{++turns}", words, state, host.Now) { Patron = patron, Event = happened };
        told.Add($"> {words}{(happened is null ? "" : $"[{happened}]")}");
        var acts = host.Library.Acts.Count;
        var written = host.Written();
        var outcome = await host.Dialogs.RespondAsync(turn, CancellationToken.None);
        var said = host.Write(outcome);
        told.AddRange(
            said.Select(message => $"< {message.Name}: {message.Text} [{string.Join(" | ", message.Choices)}]")
        );

        if (happened is null && said.Count == 0 && state.QueuedAs is null)
            throw new WalkException("Nothing was answered.");
        if (!IsConfirmed(turn, outcome))
        {
            if (host.Library.Acts.Count > acts)
                throw new WalkException($"{host.Library.Acts[^1].Name} was not confirmed.");
            if (host.Written() != written && !WalkedHost.MayWrite(outcome.Dialog))
                throw new WalkException($"{outcome.Dialog} wrote something that was not confirmed.");
        }
        MustHaveBeenShown([.. host.Library.Acts.Skip(acts)]);
        if (said.Count > 0)
            heard = said;
        state = outcome.State;
        if (outcome.Effect is not Effect.None)
            patron = null;
    }

    /// <summary>
    /// A yes to the question that was asked just before, answered by the dialog that asked it; a wish that waited may be
    /// taken up after it.
    /// </summary>
    private bool IsConfirmed(Turn turn, Outcome outcome) =>
        turn.Event is null
        && state.AwaitedSlot is "confirm"
        && (state.AwaitingDialog == outcome.Dialog || state.AwaitingDialog == DialogOf(outcome.Lines[0]))
        && host.IsYes(turn);

    private static string DialogOf(Line line) => line.Name[..line.Name.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>What is done is what the question named, by title or by number.</summary>
    private void MustHaveBeenShown(IReadOnlyList<(string Name, IReadOnlyList<string> Titles)> acts)
    {
        var asked = string.Concat(heard.Select(message => message.Text));
        var isCounted = heard.Any(message =>
            message.Name.EndsWith("/confirm-several", StringComparison.Ordinal)
            && message.Text.Contains($"{acts.Count}", StringComparison.Ordinal)
        );
        foreach (var title in acts.SelectMany(act => act.Titles))
        {
            if (!isCounted && !asked.Contains(title, StringComparison.Ordinal))
                throw new WalkException($"The question did not speak of 「{title}」.");
        }
    }

    private (string Words, string? Event) Next()
    {
        if (state.QueuedAs is not null && random.Next(3) == 0)
            return ("", random.Next(2) == 0 ? Events.NobodyCame : Events.MovedUp);
        if (state.AfterSignIn is not null && patron is null && random.Next(2) == 0)
        {
            patron = host.Patrons[random.Next(host.Patrons.Count)];
            return ("", Events.SignedIn);
        }
        if (patron is not null && random.Next(40) == 0)
        {
            (patron, state) = (null, state.Cleared());
            return ("", Events.SignedOutByIdling);
        }
        return (Words(), null);
    }

    private string Words()
    {
        var offered = WalkedHost.OfferedBy(heard);
        return random.Next(10) switch
        {
            < 4 when offered.Count > 0 => Any(offered),
            < 6 when state.AwaitedSlot is not null => Any(host.ShortWords),
            6 => Any(host.ShortWords),
            7 => Any(WalkedHost.Garbage),
            _ => Any(host.Examples),
        };
    }

    private string Any(IReadOnlyList<string> words) => words[random.Next(words.Count)];
}

/// <summary>What must always be so was not.</summary>
internal sealed class WalkException(string message) : Exception(message);
