using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Privacy;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>
/// Which dialog answers: danger → a person who is waited for → global words → what was asked → a follow-up → a sure
/// intent → the fallback, which asks back.
/// </summary>
public sealed class DialogChooser(
    Recognizer recognizer,
    AnswerWords answers,
    Cues cues,
    ReplyWriter words,
    Evidence evidence,
    Families families,
    TwoWishes twoWishes
)
{
    /// <summary>Awaited after a digression: yes goes back to the dialog, and confirms nothing.</summary>
    public const string ResumeSlot = "resume";
    public const int LongestText = 1000;

    /// <summary>Danger is answered on less certainty than anything else: a wrong offer of help does no harm.</summary>
    private const double CrisisScore = 0.5;

    private static readonly string Rule = DialogSet.NameOf(typeof(LibraryRule));
    private static readonly string OtherLanguages = DialogSet.NameOf(typeof(OtherLanguage));
    private static readonly HashSet<string> Listing = ["find-book", "find-program"];
    private const int MostLikely = 3;
    private const double OnTopic = 0.1;

    private static readonly HashSet<string> NoRequest = ["out-of-scope", "abuse", "thanks", "feedback"];

    /// <summary>Dialogs with words of their own in dialogs/entities/cues/manners.md, for sentences that nobody was taught.</summary>
    private static readonly string[] OfTheTalk = ["plain-words", "say-again", "where-from", "feedback", "abuse"];

    internal static readonly HashSet<string> Global = ["cancel", "start-over", "sign-out", "talk-to-person"];

    private readonly AwaitedAnswers awaited = new(evidence);

    /// <summary>The turn with its words understood; two wishes become two turns.</summary>
    public IReadOnlyList<Turn> Wishes(Turn turn)
    {
        if (turn.Event is Events.SignedIn && turn.State.AfterSignIn is { } kept)
            turn = turn with { Text = kept, Event = null, IsResumed = true };
        if (turn.Event is not null || turn.Text.Length > LongestText)
            return [turn];
        turn = turn with { Whole = turn.Text };
        if (cues.Begins(turn.Text, Cues.Manners, "child"))
            turn = turn with { State = turn.State.Speaking(plainly: true) };
        var whole = Understand(turn, turn.Text);
        if (Again(whole) is { } again)
            return Wishes(again);
        if (turn.State.AwaitingDialog is not null || turn.State.QueuedAs is not null || IsCrisis(whole))
            return [whole];
        return !whole.IsLabel && twoWishes.Of(turn.Text, whole.Recognition, recognizer.Recognize) is var (first, second)
            ? [Alone(Understand(turn, first)), Alone(Understand(turn, second)) with { IsSecondWish = true }]
            : [whole];
    }

    /// <summary>The wish that waited until the first of two was done.</summary>
    public Turn Later(Turn turn, string text) =>
        Alone(Understand(turn with { Event = null, IsResumed = false }, text)) with
        {
            IsSecondWish = true,
        };

    /// <summary>The same turn, understood by words that somebody else has put it in.</summary>
    public Turn InOtherWords(Turn turn, string text) => Understand(turn, text);

    /// <summary>Of two answers none is seen before both are there: a turn has one that is written before one's eyes.</summary>
    private static Turn Alone(Turn wish) => wish with { Tell = null };

    /// <summary>"다시 말해줘", "쉽게 말해줘": the last question is taken once more.</summary>
    private Turn? Again(Turn turn)
    {
        if (
            turn
            is not {
                Prelude: null,
                Answer: null,
                Recognition.Score: >= Confidence.Sure,
                State: { QueuedAs: null, Last: { } last },
            }
        )
            return null;
        return turn.Recognition.Intent switch
        {
            "say-again" => last.Retaken(turn, "say-again/again", turn.State.IsPlain),
            "plain-words" when !cues.Has(turn.Text, Cues.Manners, PlainWords.UsualWords) => last.Retaken(
                turn,
                "plain-words/again",
                true
            ),
            _ => null,
        };
    }

    public string Choose(Turn turn)
    {
        var chosen = FirstChoice(turn);
        return IsThirdTime(turn, chosen) ? "fallback" : chosen;
    }

    private string FirstChoice(Turn turn)
    {
        var state = turn.State;
        var intent = turn.Recognition.Intent;
        var sure = turn.Recognition.Score >= Confidence.Sure;
        if (turn.Event is { } happened)
            return happened is Events.FirstPage && state.QueuedAs is not null ? "talk-to-person" : OfEvent(happened);
        if (state.QueuedAs is not null)
            return state.Slot(Crisis.HeardSlot) is null && IsCrisis(turn) ? "crisis"
                : sure && intent == "sign-out" && (state.Person is null || turn.Patron is not null) ? intent
                : "talk-to-person";
        if (turn.Text.Length > LongestText || KoreanText.Squash(turn.Text).Length == 0)
            return "fallback";
        if (IsCrisis(turn) || IsStillCrisis(turn))
            return "crisis";
        if (Masking.WasMasked(turn.Text))
            return "personal-number";
        if (state.AwaitingDialog is { } waiting && awaited.Fit(turn, waiting, state.AwaitedSlot!))
            return turn.Awaits(waiting, ResumeSlot) && turn.Answer is false ? "cancel" : waiting;
        // "아니요" to "어떤 책을 예약할까요?" names no book.
        if (state.AwaitingDialog is not null && turn.Answer is false)
            return "cancel";
        if (state.Topic == Rule && evidence.IsRuleTitle(turn))
            return Rule;
        if (sure && Global.Contains(intent))
            return intent;
        if (MyRequests.ReceiptIn(turn.Text) is not null)
            return sure && intent == "cancel-request" ? intent : "my-requests";
        if (turn.Continues)
            return FollowUp(turn);
        return OfWords(turn);
    }

    /// <summary>What the words ask for when nothing that was said before explains them.</summary>
    private string OfWords(Turn turn)
    {
        var state = turn.State;
        var intent = turn.Recognition.Intent;
        var sure = turn.Recognition.Score >= Confidence.Sure;
        // "자리 남았어요?" after a programme is no title of a book.
        if (state.Topic is "find-program" && families.Member(state.Topic, turn) is var asked && asked != state.Topic)
            return asked;
        if (CallNumber.In(turn.Text) is not null)
            return "where-on-shelf";
        if (
            Families.IsOfBooks(intent)
            && turn.Find("title") is { } title
            && title.Length == turn.Recognition.Text.Length
        )
            return "find-book";
        if (intent == OtherLanguages)
            return evidence.Holds(turn) ? "find-book" : intent;
        if (turn.Answer is not null && turn.State.AwaitingDialog is null)
            return sure ? intent : "help";
        // "스토너 있어요?" is asked as parking is.
        var isNoFacility = intent == "branch-facilities" && cues.Find(turn.Text, "facilities") is null;
        if ((intent == "out-of-scope" || isNoFacility) && evidence.Holds(turn))
            return "find-book";
        return sure
            ? intent
            : evidence.Decide(turn) ?? families.Named(turn) ?? (evidence.IsNearRules(turn) ? Rule : "fallback");
    }

    /// <summary>Something looked up that was answered twice and is asked for once more does not help: another way is tried.</summary>
    private static bool IsThirdTime(Turn turn, string dialog) =>
        turn is { Prelude: null, State.Last: { Times: Fallback.MostTimes } last }
        && Evidence.IsLookUp(dialog)
        && last.IsAskedAgainBy(turn)
        && turn.Recognition.First("more") is null;

    private Turn Understand(Turn turn, string text)
    {
        var label = ByLabel(text);
        var read = label ?? recognizer.Recognize(text);
        var said = read.Score < Confidence.Sure ? ByCue(turn with { Text = text, Recognition = read }) : null;
        // "7권까지 된다던데" after a rule speaks of that rule.
        var doubts =
            turn.State.Topic == Rule
            && (read.Score < Confidence.Sure ? said is null or "feedback" : Claims(read))
            && evidence.Doubts(text);
        var recognition = said is null || doubts ? read : read with { Intent = said, Score = Confidence.Sure };
        return turn with
        {
            Text = text,
            Recognition = recognition,
            IsLabel = label is not null,
            Answer = answers.Of(text, turn.State.AwaitingDialog),
            Continues = doubts || Continues(turn.State.Topic, recognition),
        };
    }

    /// <summary>"틀렸어, 7권이야": a figure is set against the rule's, which is more than being told that it is wrong.</summary>
    private static bool Claims(Recognition read) => read.Intent == "feedback" && read.Text.Any(char.IsDigit);

    /// <summary>"그럼 청천은?", or words that are unsure by themselves and likely on the topic that was spoken of.</summary>
    private static bool Continues(string? topic, Recognition recognition) =>
        topic is not null
        && (
            recognition.IsFollowUp
            || recognition.First("more") is not null && recognition.First("title") is null && Listing.Contains(topic)
            || recognition.Score < Confidence.Sure
                && recognition.Ranked.Take(MostLikely).Any(ranked => ranked.Intent == topic && ranked.Score >= OnTopic)
        );

    /// <summary>Unsure words that are about the talk itself, somebody else's account or no business of a library.</summary>
    private string? ByCue(Turn turn)
    {
        var text = turn.Text;
        var found =
            Array.Find(OfTheTalk, dialog => cues.Has(text, Cues.Manners, dialog))
            ?? (
                (cues.Has(text, Cues.Manners, "own child") || cues.Has(text, Cues.Manners, "other people"))
                && cues.Has(text, Cues.Manners, "their account")
                    ? "other-person"
                : cues.Find(text, "elsewhere") is not null && evidence.Decide(turn) is null ? "out-of-scope"
                : null
            );
        return found is not null && evidence.Holds(turn) ? null : found;
    }

    /// <summary>A quick reply that names a dialog means just that.</summary>
    private Recognition? ByLabel(string text) =>
        DialogSet.Table.Keys.FirstOrDefault(dialog =>
            words.Knows($"{dialog}/label") && words.Print($"{dialog}/label") == text
        )
            is { } named
            ? recognizer.Recognize(text) with
            {
                Intent = named,
                Score = 1,
                Entities = [],
            }
            : null;

    private bool IsCrisis(Turn turn) =>
        (answers.SpeaksOfDanger(turn.Text) || Score(turn.Recognition, "crisis") >= LeastOfCrisis(turn))
        && !evidence.IsTitle(turn);

    /// <summary>A complaint about an answer sounds like distress more easily than other words do.</summary>
    private static double LeastOfCrisis(Turn turn) =>
        turn.State.AwaitedSlot == Feedback.ReasonSlot ? Confidence.Sure : CrisisScore;

    /// <summary>After a cry for help only a clear request leads elsewhere.</summary>
    private static bool IsStillCrisis(Turn turn) =>
        turn.State.Slot(Crisis.OpenSlot) is not null
        && turn.State.Last is { Dialog: "crisis" }
        && (
            turn.Answer is not null
            || turn.Recognition.Score < Confidence.Sure
            || NoRequest.Contains(turn.Recognition.Intent)
        );

    private static double Score(Recognition recognition, string intent) =>
        recognition.Ranked.FirstOrDefault(ranked => ranked.Intent == intent)?.Score ?? 0;

    private static string OfEvent(string happened) =>
        happened switch
        {
            Events.Join => "welcome",
            Events.FirstPage => "first-page",
            Events.SignedIn => "sign-in",
            Events.End or Events.SignedOutByIdling => "sign-out",
            Events.MessageLeft => "talk-to-person",
            Events.RequestAnswered => "my-requests",
            _ when Events.IsOfOthers(happened) => "talk-to-person",
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Not an event of a conversation."),
        };

    /// <summary>"그럼 청천은?" after a book asks for that book there; a title after a rule is a book.</summary>
    private string FollowUp(Turn turn) =>
        turn.State.Topic switch
        {
            "find-book" when turn.Find("branch") is not null && turn.State.Slot(FindBook.RecordSlot) is not null =>
                "book-availability",
            "library-rule" when evidence.IsTitle(turn) || IsSurelyOfBook(turn) => "find-book",
            var topic => topic!,
        };

    private static bool IsSurelyOfBook(Turn turn) =>
        turn.Recognition is { Intent: "find-book", Score: >= Confidence.Sure } && turn.Find("title") is not null;
}
