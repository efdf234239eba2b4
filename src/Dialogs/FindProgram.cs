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
    private const string DaysSlot = "program-days";
    private const string BranchSlot = "program-branch";
    private const string AudienceSlot = "program-audience";
    private const string AgeSlot = "program-age";
    private const string FreeSlot = "program-free";
    private const int MostAtOnce = 3;

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

    /// <summary>Words that fit no program do not hide those that fit everything else.</summary>
    private IReadOnlyList<LibraryProgram> Find(ProgramQuery query) =>
        programs.Find(query) is { Count: > 0 } exact ? exact : programs.Find(query with { Words = null });

    /// <summary>What was said now, over what was said before when the turn goes on with it ("무료만요").</summary>
    private ProgramQuery QueryOf(Turn turn)
    {
        var saysWhen = turn.Recognition.Entities.Any(entity => entity.Type == "date");
        var days = saysWhen || turn.Continues ? BranchTalk.DaysOf(turn, branches.Holidays, DaysSlot) : null;
        var before = turn.Continues ? turn.State : new ConversationState();
        return new ProgramQuery(
            saysWhen || before.Slot(DaysSlot) is not null ? days : null,
            BranchTalk.Named(turn)?.Value ?? before.Slot(BranchSlot),
            turn.Find("audience")?.Value ?? before.Slot(AudienceSlot),
            int.TryParse(turn.Find("age")?.Value ?? before.Slot(AgeSlot), out var age) ? age : null,
            turn.Find("fee") is not null || before.Slot(FreeSlot) is not null,
            turn.Find("title")?.Text
        );
    }

    private Reply Show(string name, IReadOnlyList<LibraryProgram> found, ProgramQuery query)
    {
        var shown = found.Take(MostAtOnce).Select(cards.Of).ToArray();
        var values = new { found.Count, day = query.When is { } when ? HoursWords.Days(when) : null };
        return Reply
            .Say(name, values)
            .With(shown)
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
