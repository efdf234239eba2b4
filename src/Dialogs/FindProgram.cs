using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Programs;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>강좌와 행사: by what they are about, day, branch, age, audience, fee and seats left.</summary>
[Says(
    "label",
    "found",
    "found-about",
    "none",
    "none-but-later",
    "none-of-it",
    "more",
    "no-more",
    "row-when",
    "row-day",
    "row-days",
    "row-who",
    "row-ages",
    "row-ages-from",
    "row-anyone",
    "row-fee",
    "free",
    "fee",
    "materials",
    "row-seats",
    "seats-left",
    "seats-full",
    "not-yet",
    "application-closed",
    "sample"
)]
public sealed class FindProgram(
    ProgramCalendar programs,
    ProgramSearch search,
    BranchDirectory branches,
    ProgramCard cards,
    Cues cues
) : IDialog
{
    private const string ResultsSlot = "programs";
    internal const string DaysSlot = "program-days";
    private const string BranchSlot = "program-branch";
    private const string AudienceSlot = "program-audience";
    private const string AgeSlot = "program-age";
    private const string FreeSlot = "program-free";
    private const string OpenSlot = "program-open";
    private const string AboutSlot = "program-about";
    private const string WithChild = ProgramQuery.WithChild;
    private const int MostAtOnce = 3;
    private const int LongestWord = 6;

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        if (turn.Find("more") is not null && turn.State.Slot(ResultsSlot) is { } rest)
            return More(rest);
        var query = QueryOf(turn);
        var about = AboutOf(turn);
        var found = Find(query, about);
        if (about.IsOfNone && found is not [])
            return Show("none-of-it", found, query, about);
        if (found is not [])
            return Show(about.Ids is [] ? "found" : "found-about", found, query, about);
        var later = Find(query with { When = null }, about);
        return later is [] ? Reply.Say("none") : Show("none-but-later", later, query, about);
    }

    /// <summary>The soonest first, or those that are nearest to what was asked for.</summary>
    private IReadOnlyList<LibraryProgram> Find(ProgramQuery query, ProgramMatch about)
    {
        var found = programs.Find(query);
        return about.Ids is []
            ? found
            : [.. about.Ids.Select(id => found.FirstOrDefault(program => program.Id == id)).OfType<LibraryProgram>()];
    }

    /// <summary>What the programs are to be about; they are told in Korean. Narrowing goes on with what was said before.</summary>
    private ProgramMatch AboutOf(Turn turn)
    {
        var words = turn.State.Language == Speaking.Korean ? Telling(turn.Recognition, cues) : [];
        var about = words is [] ? ProgramMatch.Any : search.Find(string.Join(' ', words));
        return about.Ids is [] && Narrows(turn) && turn.State.Slot(AboutSlot) is { } before
            ? new ProgramMatch(before.Split(' '), false)
            : about with
            {
                IsOfNone = about.IsOfNone && words.Exists(word => !cues.Begins(word, "programs", "asking")),
            };
    }

    /// <summary>The words of the message without days, places and ages and without those that only ask.</summary>
    internal static List<string> Telling(Recognition recognition, Cues cues)
    {
        var text = recognition.Text;
        foreach (var entity in recognition.Entities.Where(entity => entity.Type != "title"))
            text = text.Replace(entity.Text, " ", StringComparison.Ordinal);
        return [.. text.Split([' ', '?', '!', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Where(Tells)];

        // A long word is a message without spaces.
        bool Tells(string word) =>
            word.Length > LongestWord
            || word.Length > 1
                && !cues.Begins(word, "programs", "asking")
                && !cues.Begins(word, "programs", "seats")
                && !cues.Is(word, "programs", "asking-whole")
                && !cues.Is(word, "programs", WithChild);
    }

    /// <summary>"무료 프로그램만 보여 주세요": narrows what was shown.</summary>
    private static bool Narrows(Turn turn) =>
        turn.Continues
        || turn.State.Topic == "find-program" && BranchTalk.Mentions(turn.Text, "만 ", "만요", "그중", "그 중");

    /// <summary>What was said now, over what was said before when the turn goes on with it ("무료만요").</summary>
    private ProgramQuery QueryOf(Turn turn)
    {
        var saysWhen = BranchTalk.NamesDays(turn);
        var days = saysWhen || Narrows(turn) ? BranchTalk.DaysOf(turn, branches.Holidays, DaysSlot) : null;
        var before = Narrows(turn) ? turn.State : new ConversationState();
        return new ProgramQuery(
            saysWhen || before.Slot(DaysSlot) is not null ? days : null,
            BranchTalk.Named(turn)?.Value ?? before.Slot(BranchSlot),
            AudienceOf(turn) ?? before.Slot(AudienceSlot),
            int.TryParse(turn.Find("age")?.Value ?? before.Slot(AgeSlot), out var age) ? age : null,
            turn.Find("fee") is not null || before.Slot(FreeSlot) is not null,
            cues.Has(turn.Text, "programs", "open") || before.Slot(OpenSlot) is not null
        );
    }

    private string? AudienceOf(Turn turn) =>
        turn.Find("audience")?.Value
        ?? (turn.Find("age") is null && cues.Has(turn.Text, "programs", WithChild) ? ProgramQuery.WithChild : null);

    private Reply Show(string name, IReadOnlyList<LibraryProgram> found, ProgramQuery query, ProgramMatch about)
    {
        var shown = found.Take(MostAtOnce).Select(cards.Of).ToArray();
        var values = new
        {
            found.Count,
            day = query.When is { } when ? HoursWords.Days(when) : null,
            more = found.Count > 1,
        };
        return Reply
            .Say(name, values)
            .With(shown)
            .Remember(
                ProgramsSpokenOf.ShownSlot,
                string.Join(' ', found.Take(MostAtOnce).Select(program => program.Id))
            )
            .Remember(ProgramsSpokenOf.OneSlot, found is [var only] ? only.Id : null)
            .Remember(DaysSlot, query.When is { } days ? HoursWords.Remember(days) : null)
            .Remember(BranchSlot, query.Branch)
            .Remember(AudienceSlot, query.Audience)
            .Remember(AgeSlot, query.Age?.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Remember(FreeSlot, query.FreeOnly ? "yes" : null)
            .Remember(OpenSlot, query.OpenOnly ? "yes" : null)
            .Remember(AboutSlot, about.Ids is [] ? null : string.Join(' ', about.Ids))
            .Remember(ResultsSlot, string.Join(' ', found.Skip(MostAtOnce).Select(program => program.Id)));
    }

    private Reply More(string rest)
    {
        var ids = rest.Split(' ');
        var shown = ids.Take(MostAtOnce).Select(programs.Find).OfType<LibraryProgram>().Select(cards.Of).ToArray();
        return shown is []
            ? Reply.Say("no-more")
            : Reply.Say("more").With(shown).Remember(ResultsSlot, string.Join(' ', ids.Skip(MostAtOnce)));
    }
}
