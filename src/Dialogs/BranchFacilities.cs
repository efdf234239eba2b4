using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>시설과 특화: what a library has, and which library has it.</summary>
[Says(
    "label",
    "has",
    "has-not",
    "not-known",
    "where",
    "nowhere",
    "all",
    "which",
    "which-bupyeong",
    "not-ours",
    "speciality",
    "speciality-where",
    "no-speciality",
    "specialities",
    "row-without",
    "row-unknown",
    "row-speciality",
    "source"
)]
public sealed class BranchFacilities(BranchDirectory branches, HoursWords hours, ReplyWriter words, Cues cues) : IDialog
{
    private const string FacilitySlot = "facility";
    private static readonly string[] Topics = ["branch-facilities", "branch-hours", "branch-place"];

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        var facility = FacilityOf(turn);
        if (BranchTalk.IsOtherBupyeong(turn) is { } other)
            return Reply
                .Ask("which-bupyeong", "branch", new { branches.Find(other)!.Phone })
                .Remember(FacilitySlot, facility?.Kind);
        var branch = BranchTalk.BranchOf(turn, branches, Topics);
        if (branch is { IsOurs: false })
            return Reply.Say("not-ours", branch).Remember("branch", branch.Code);
        var reply =
            facility is null ? Speciality(turn, branch) ?? (branch is null ? Reply.Say("which") : All(branch))
            : branch is null || AsksWhere(turn) ? Where(facility)
            : Here(branch, facility);
        return reply.Remember(FacilitySlot, facility?.Kind).Remember("branch", branch?.Code);
    }

    /// <summary>"그럼 삼산은?" asks for the same at another branch.</summary>
    private Facility? FacilityOf(Turn turn)
    {
        var kind =
            cues.Find(turn.Text, "facilities")?.Value
            ?? (turn.Continues || turn.Awaits("branch-facilities", "branch") ? turn.State.Slot(FacilitySlot) : null);
        return branches.Facilities.FirstOrDefault(facility => facility.Kind == kind);
    }

    /// <summary>Which one is asked for, whatever branch was spoken of before.</summary>
    private bool AsksWhere(Turn turn) => BranchTalk.Named(turn) is null && cues.Has(turn.Text, "places", "which");

    private Reply Here(Branch branch, Facility facility)
    {
        var others = string.Join(", ", Having(facility).Select(other => other.Name));
        if (facility.Where.TryGetValue(branch.Code, out var text))
            return Reply
                .Say(
                    "has",
                    new
                    {
                        branch.Name,
                        facility = facility.Name,
                        text,
                    }
                )
                .With(Source());
        return Reply
            .Say(
                facility.Without.Contains(branch.Code) ? "has-not" : "not-known",
                new
                {
                    branch.Name,
                    branch.Phone,
                    facility = facility.Name,
                    others,
                }
            )
            .With(Source());
    }

    private Reply Where(Facility facility)
    {
        var having = Having(facility).ToList();
        var rows = branches.Libraries.Select(branch => Row(branch.Name, branch, facility));
        return Reply
            .Say(
                having is [] ? "nowhere" : "where",
                new { facility = facility.Name, names = string.Join(", ", having.Select(branch => branch.Name)) }
            )
            .With(Card(facility.Name, rows));
    }

    private Reply All(Branch branch) =>
        Reply
            .Say("all", branch)
            .With(
                Card(branch.OfficialName, branches.Facilities.Select(facility => Row(facility.Name, branch, facility)))
            );

    /// <summary>"음악 책 많은 도서관": by the subjects that each library collects, with when that was said.</summary>
    private Reply? Speciality(Turn turn, Branch? branch)
    {
        if (BranchTalk.Named(turn) is not null && branch is not null && cues.Has(turn.Text, "places", "speciality"))
            return Reply.Say(branch.Speciality is null ? "no-speciality" : "speciality", branch);
        if (
            cues.Find(turn.Text, "specialities") is { } subject
            && branches.Libraries.FirstOrDefault(each => each.Speciality == subject.Value) is { } special
        )
            return Reply.Say("speciality-where", special).Remember("branch", special.Code);
        return cues.Has(turn.Text, "places", "speciality") ? Specialities() : null;
    }

    /// <summary>"도서관마다 특화 주제가 뭐야": what each library collects, with when that was said.</summary>
    private Reply Specialities() =>
        Reply
            .Say("specialities")
            .With(
                hours.Card(
                    "",
                    branches
                        .Libraries.Where(branch => branch.Speciality is not null)
                        .Select(branch => new CardRow(branch.Name, Print("row-speciality", branch)))
                )
            );

    private IEnumerable<Branch> Having(Facility facility) =>
        branches.Libraries.Where(branch => facility.Where.ContainsKey(branch.Code));

    private CardRow Row(string label, Branch branch, Facility facility) =>
        facility.Where.TryGetValue(branch.Code, out var text) ? new(label, text, "good")
        : facility.Without.Contains(branch.Code) ? new(label, Print("row-without"), "bad")
        : new(label, Print("row-unknown"), "waiting");

    private Card Card(string title, IEnumerable<CardRow> rows) =>
        hours.Card(title, rows) with
        {
            Footnote = Print("source"),
        };

    private Card Source() => Card("", []);

    private string Print(string name, object? values = null) => words.Print($"branch-facilities/{name}", values);
}
