using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Programs;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>강좌와 행사: by day, branch, age, audience and fee.</summary>
[Says(
    "label",
    "found",
    "none",
    "none-but-later",
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
public sealed class FindProgram(ProgramCalendar programs, BranchDirectory branches, ProgramCard cards) : IDialog
{
    private const string ResultsSlot = "programs";
    internal const string DaysSlot = "program-days";
    private const string BranchSlot = "program-branch";
    private const string AudienceSlot = "program-audience";
    private const string AgeSlot = "program-age";
    private const string FreeSlot = "program-free";
    private const int MostAtOnce = 3;

    private static readonly string[] Asking =
        "프로그램 행사 강좌 수업 도서관 있 언제 뭐 무슨 어떤 알려 보여 주세 주시 주실 찾 신청 하는 해요 에서 에는 그럼".Split(
            ' '
        );

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        if (turn.Find("more") is not null && turn.State.Slot(ResultsSlot) is { } rest)
            return More(rest);
        var query = QueryOf(turn);
        var found = Find(query);
        if (found is not [])
            return Show("found", found, query);
        var later = Find(query with { When = null });
        return later is [] ? Reply.Say("none") : Show("none-but-later", later, query);
    }

    /// <summary>Those that have most of the words; words that no program has hide none.</summary>
    private IReadOnlyList<LibraryProgram> Find(ProgramQuery query)
    {
        var found = programs.Find(query with { Words = null });
        var words = (query.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var most = found.Select(program => Shared(program, words)).DefaultIfEmpty().Max();
        return most == 0 ? found : [.. found.Where(program => Shared(program, words) == most)];
    }

    private static int Shared(LibraryProgram program, string[] words) =>
        words.Count(word => new ProgramQuery(Words: word).Fits(program));

    /// <summary>What is left of the question when days, places and the asking itself are taken away.</summary>
    private static string Telling(Turn turn)
    {
        var text = turn.Recognition.Text;
        foreach (var entity in turn.Recognition.Entities.Where(entity => entity.Type != "title"))
            text = text.Replace(entity.Text, " ", StringComparison.Ordinal);
        var words = text.Split([' ', '?', ','], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(word => word.Length > 1 && !Asking.Any(word.StartsWith)));
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
            turn.Find("audience")?.Value ?? before.Slot(AudienceSlot),
            int.TryParse(turn.Find("age")?.Value ?? before.Slot(AgeSlot), out var age) ? age : null,
            turn.Find("fee") is not null || before.Slot(FreeSlot) is not null,
            Telling(turn)
        );
    }

    private Reply Show(string name, IReadOnlyList<LibraryProgram> found, ProgramQuery query)
    {
        var shown = found.Take(MostAtOnce).Select(cards.Of).ToArray();
        var values = new { found.Count, day = query.When is { } when ? HoursWords.Days(when) : null };
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
