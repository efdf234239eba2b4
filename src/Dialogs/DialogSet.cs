using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Every conversation the assistant can have: one line each, named as its file in dialogs/.</summary>
public sealed partial class DialogSet(
    IServiceProvider services,
    DialogChooser chooser,
    SecondReading second,
    Families families,
    ReplyWriter words,
    BranchDirectory branches
)
{
    private static readonly Type[] Types =
    [
        typeof(Welcome),
        typeof(FirstPage),
        typeof(Greeting),
        typeof(Thanks),
        typeof(Help),
        typeof(WhoAreYou),
        typeof(FindBook),
        typeof(BookAvailability),
        typeof(BookDetails),
        typeof(RelatedBooks),
        typeof(WhereOnShelf),
        typeof(NotOnShelf),
        typeof(BranchHours),
        typeof(BranchPlace),
        typeof(BranchFacilities),
        typeof(DueDay),
        typeof(FindProgram),
        typeof(ProgramDetails),
        typeof(ApplyProgram),
        typeof(LibraryRule),
        typeof(SayAgain),
        typeof(PlainWords),
        typeof(WhereFrom),
        typeof(Farewell),
        typeof(Feedback),
        typeof(ChildTalks),
        typeof(OtherPerson),
        typeof(Abuse),
        typeof(SignIn),
        typeof(SignOut),
        typeof(MyLoans),
        typeof(RenewLoan),
        typeof(Reserve),
        typeof(MyHolds),
        typeof(CancelHold),
        typeof(MyAccount),
        typeof(MyHistory),
        typeof(TalkToPerson),
        typeof(TellLibrary),
        typeof(RequestBook),
        typeof(RequestInterlibrary),
        typeof(BorrowKit),
        typeof(MyRequests),
        typeof(CancelRequest),
        typeof(PersonalNumber),
        typeof(OtherLanguage),
        typeof(Cancel),
        typeof(StartOver),
        typeof(Crisis),
        typeof(OutOfScope),
        typeof(Fallback),
    ];

    public static readonly IReadOnlyDictionary<string, Type> Table = Types.ToDictionary(NameOf);

    /// <summary>Dialogs that a following "그럼 청천은?" goes back to.</summary>
    private static readonly HashSet<Type> Topics =
    [
        typeof(FindBook),
        typeof(BookAvailability),
        typeof(BranchHours),
        typeof(BranchPlace),
        typeof(BranchFacilities),
        typeof(DueDay),
        typeof(FindProgram),
        typeof(LibraryRule),
        typeof(MyLoans),
        typeof(RenewLoan),
        typeof(Reserve),
        typeof(MyHolds),
        typeof(CancelHold),
    ];

    /// <summary>Dialogs that end what was under way, so that nothing is offered to be taken up again.</summary>
    private static readonly HashSet<Type> Endings =
    [
        typeof(Cancel),
        typeof(StartOver),
        typeof(SignOut),
        typeof(Crisis),
        typeof(TalkToPerson),
        typeof(Welcome),
    ];

    /// <summary>Dialogs about the talk itself: "다시 말해줘" after them means what was answered before.</summary>
    private static readonly HashSet<Type> Asides =
    [
        typeof(SayAgain),
        typeof(PlainWords),
        typeof(WhereFrom),
        typeof(Thanks),
        typeof(Feedback),
        typeof(Abuse),
        typeof(Fallback),
        typeof(PersonalNumber),
        typeof(OtherLanguage),
    ];

    /// <summary>Answers a turn; two wishes in one message are answered in order.</summary>
    public async Task<Outcome> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        Speaking.In(turn.State.Language);
        Outcome? outcome = null;
        var wishes = InTheirLanguage(chooser.Wishes(turn));
        foreach (var wish in wishes)
            outcome = outcome switch
            {
                null => await RespondToOneAsync(wish, cancellation),
                { State.AwaitingDialog: not null } when TwoWishes.IsAct(wish.Recognition) => AskLater(outcome, wish),
                _ => await ThenAsync(outcome, wish with { State = outcome.State }, null, cancellation),
            };
        if (outcome!.State is { AwaitingDialog: null, AfterSignIn: null, Later: { } later } done)
        {
            var next = turn with { State = done with { Later = null } };
            outcome = await ThenAsync(outcome, next, later, cancellation);
        }
        return outcome with { State = Remember(wishes[0], outcome) with { Turns = turn.State.Turns + 1 } };
    }

    /// <summary>The answer is in the language of the words; a bare title or name, or what was asked for, belongs to any.</summary>
    private IReadOnlyList<Turn> InTheirLanguage(IReadOnlyList<Turn> wishes)
    {
        var turn = wishes[0];
        var language = turn.Recognition.Language;
        if (turn.Event is not null || turn.IsLabel || IsBare(turn.Recognition) || !words.Speaks(language))
            return wishes;
        Speaking.In(language);
        return [.. wishes.Select(wish => wish with { State = wish.State with { Language = language } })];
    }

    private static bool IsBare(Recognition words) =>
        words.IsFollowUp
        || Families.IsOfBooks(words.Intent)
            && words.Entities is [{ Type: EntityTypes.Title or EntityTypes.Author } only]
            && only.Length == words.Text.Length;

    /// <summary>Two questions at once could not be told apart by one yes: the second waits, which is said before the first.</summary>
    private Outcome AskLater(Outcome first, Turn second)
    {
        var label = words.Print($"{second.Recognition.Intent}/label");
        return first with
        {
            Lines = first.Lines.Insert(first.Lines.Length - 1, new Line("fallback/later", new { label })),
            State = first.State with { Later = second.Text },
        };
    }

    /// <summary>What can be asked for again: an answer to words, not what happened by itself nor what ended something.</summary>
    private static ConversationState Remember(Turn turn, Outcome outcome)
    {
        var dialog = Table[outcome.Dialog];
        if (turn.Event is not null || Asides.Contains(dialog) || outcome.State.IsEnded)
            return outcome.State;
        var isOver = Endings.Contains(dialog) && dialog != typeof(Crisis);
        // A yes is not taken once more: what it confirmed was done.
        var isYes = turn.State.AwaitedSlot is "confirm" && turn.Answer is true;
        return outcome.State with { Last = isOver || isYes ? null : LastAnswer.Of(turn, outcome.Dialog) };
    }

    /// <summary>What does not answer is said so, with everything kept as it is; null where it is something else.</summary>
    public Outcome? Away(Turn turn, Exception failure)
    {
        var told = Absence.Told(failure, turn.State, branches);
        return told is null ? null : Broken(turn, told) with { State = turn.State };
    }

    /// <summary>Something broke: apologised for, and the state is cleared so that nobody is caught in it.</summary>
    public Outcome Failed(Turn turn) => Broken(turn, Reply.Say("failed")) with { State = turn.State.Cleared() };

    /// <summary>No digression from what waits for an answer: nothing is offered to go back to.</summary>
    private Outcome Broken(Turn turn, Reply reply) =>
        Finish(turn with { State = turn.State with { AwaitingDialog = null } }, NameOf(typeof(Fallback)), reply);

    public static string NameOf(Type dialog) => Kebab(dialog.Name);

    /// <summary>"RenewLoan" → "renew-loan".</summary>
    public static string Kebab(string name) => WordStart().Replace(name, "-$1").ToLowerInvariant();

    private async Task<Outcome> RespondToOneAsync(Turn turn, CancellationToken cancellation)
    {
        var name = families.Member(chooser.Choose(turn), turn);
        var dialog = (IDialog)services.GetRequiredService(Table[name]);
        var reply = await dialog.RespondAsync(turn, cancellation);
        var (said, by, answer) = await second.ReadAsync(new(turn, reply.From ?? name, reply), cancellation);
        return Finish(said, by, answer);
    }

    /// <summary>The first wish was answered: its answer is not thrown away when the second cannot be.</summary>
    private async Task<Outcome> ThenAsync(Outcome first, Turn turn, string? later, CancellationToken cancellation)
    {
        try
        {
            var wish = later is null ? turn : chooser.Later(turn, later);
            return first.Then(await RespondToOneAsync(wish, cancellation));
        }
        catch (Exception failure) when (Away(turn, failure) is { } away)
        {
            return first.Then(away);
        }
    }

    private Outcome Finish(Turn turn, string dialog, Reply reply)
    {
        if (reply.NeedsSignIn)
            return AskToSignIn(turn, dialog, reply);
        if (reply.Lines is [])
            return new Outcome(dialog, [], turn.State);
        var lines = reply.Lines.Select(line => line.Of(dialog)).ToList();
        lines[^1] = lines[^1] with { Link = reply.Link };
        var state = Next(turn, dialog, reply);
        if (turn is { IsResumed: true, IsSecondWish: false })
            lines.Insert(0, new Line("sign-in/done", new { turn.Patron?.Name }) { IsPrivate = true, Count = 0 });
        if (turn is { Prelude: { } prelude, IsSecondWish: false })
            lines.Insert(0, prelude);
        if (Interrupts(turn.State, dialog, reply))
        {
            var label = words.Print($"{turn.State.AwaitingDialog}/label");
            lines.Add(new Line("fallback/back-to", new { label }));
            state = state with { AwaitingDialog = turn.State.AwaitingDialog, AwaitedSlot = DialogChooser.ResumeSlot };
        }
        return new Outcome(dialog, [.. lines], state)
        {
            Effect = reply.Effect,
            Opinion = reply.Opinion,
            Unanswered = reply.IsUnanswered ? [turn.Text] : [],
        };
    }

    /// <summary>The words of the request are kept and taken up again by themselves after sign-in.</summary>
    private static Outcome AskToSignIn(Turn turn, string dialog, Reply reply) =>
        new(
            dialog,
            [.. reply.Lines.Select(line => line.Of(dialog)), new Line("sign-in/needed") { Link = Link.SignIn }],
            turn.State with
            {
                AfterSignIn = turn.Text,
                Misses = 0,
            }
        );

    private static ConversationState Next(Turn turn, string dialog, Reply reply)
    {
        var queuedAs = reply.Slots.GetValueOrDefault(TalkToPerson.QueueSlot, turn.State.QueuedAs ?? "");
        var state = turn.State with
        {
            QueuedAs = queuedAs is "" ? null : queuedAs,
            Person = reply.Lines[^1].Handoff is { } change ? change.Name : turn.State.Person,
            Ahead = reply.Lines[^1].Handoff is { } handoff ? handoff.Ahead : turn.State.Ahead,
        };
        if (reply.Effect is Effect.End)
            return state.Ended();
        if (reply.Forgets)
            return state.Cleared();
        return state with
        {
            Topic = Topics.Contains(Table[dialog]) ? dialog : Families.TopicOf(dialog) ?? state.Topic,
            Slots = state
                .Slots.SetItems(reply.Slots)
                .RemoveRange(reply.Slots.Where(slot => slot.Value is "").Select(slot => slot.Key)),
            AwaitingDialog = reply.AwaitedSlot is null ? null : dialog,
            AwaitedSlot = reply.AwaitedSlot,
            AfterSignIn = turn.IsResumed ? null : state.AfterSignIn,
            Misses = reply.IsMiss ? state.Misses + 1 : 0,
        };
    }

    /// <summary>A side question while something waits for an answer: answered first, then back.</summary>
    private static bool Interrupts(ConversationState state, string dialog, Reply reply) =>
        state is { AwaitingDialog: { } waiting, AwaitedSlot: "confirm" or "loan" or "hold" or DialogChooser.ResumeSlot }
        && waiting != dialog
        && reply is { AwaitedSlot: null, IsMiss: false }
        && !Endings.Contains(Table[dialog]);

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex WordStart();
}
