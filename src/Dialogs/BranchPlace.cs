using System.Globalization;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>위치와 전화: where a branch is and how to reach it.</summary>
[Says(
    "label",
    "place",
    "phone",
    "all",
    "which-bupyeong",
    "not-ours",
    "row-today",
    "today-open",
    "today-later",
    "today-over",
    "row-address",
    "row-phone",
    "source",
    "homepage",
    "nearest",
    "nearest-open",
    "nearest-none-open",
    "nearest-where",
    "nearest-unknown-place",
    "nearest-card",
    "from-there",
    "right-there",
    "metres",
    "kilometres",
    "about"
)]
public sealed class BranchPlace(
    BranchDirectory branches,
    HoursWords hours,
    NearestBranch nearest,
    ReplyWriter words,
    Cues cues
) : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        if (BranchTalk.IsOtherBupyeong(turn) is { } neighbour)
            return Reply.Ask("which-bupyeong", "branch", new { branches.Find(neighbour)!.Phone });
        if (nearest.IsAsked(turn))
            return nearest.Respond(turn);
        var branch = BranchTalk.BranchOf(turn, branches, "branch-hours", "branch-place", "branch-facilities");
        return branch is null ? All() : Of(turn, branch).With(CardOf(branch, turn.Now)).Remember("branch", branch.Code);
    }

    private Reply Of(Turn turn, Branch branch)
    {
        if (cues.Has(turn.Text, "places", "phone") && branch.Phone is not null)
            return Reply.Say("phone", branch);
        if (!branch.IsOurs)
            return Reply.Say("not-ours", branch);
        return nearest.Of(turn) is { } place && nearest.Distance(place, branch) is { } distance
            ? Reply.Say(
                "from-there",
                new
                {
                    branch.Name,
                    branch.Address,
                    place = place.Name,
                    distance,
                }
            )
            : Reply.Say("place", branch);
    }

    private Reply All()
    {
        var rows = branches.Libraries.Select(branch => new CardRow(branch.Name, $"{branch.Address} · {branch.Phone}"));
        return Reply.Say("all").With(new Card("place", Print("all")) { Rows = [.. rows] });
    }

    private Card CardOf(Branch branch, DateTimeOffset now)
    {
        var rows = new List<CardRow>
        {
            Today(branch, now),
            new(Print("row-address"), branch.Address) { Url = MapOf(branch) },
        };
        if (branch.Phone is { } phone)
            rows.Add(
                new(Print("row-phone"), phone) { Url = $"tel:{phone.Replace("-", "", StringComparison.Ordinal)}" }
            );
        return new("place", branch.OfficialName)
        {
            Rows = rows,
            Footnote = Print("source", new { branch.Source }),
            Button = branch.Homepage is { } page ? new CardButton(Print("homepage", branch), page) : null,
        };
    }

    /// <summary>Whether one can go there now, and until when.</summary>
    private CardRow Today(Branch branch, DateTimeOffset now)
    {
        var label = Print("row-today");
        if (branches.HoursOn(branch, now.SeoulDate()) is not DayHours.Open { Hours: { IsAllDay: false } open } known)
            return hours.Row(label, branches.HoursOn(branch, now.SeoulDate()));
        var values = new { opens = HoursWords.Opens(open), closes = HoursWords.Closes(open) };
        return branches.IsOpen(branch, now) ? new(label, Print("today-open", values), "good")
            : now < known.Date.InSeoul(open.Opens) ? new(label, Print("today-later", values), "waiting")
            : new(label, Print("today-over", values), "bad");
    }

    /// <summary>The place on the map that most residents use; an address without coordinates is only read.</summary>
    private static string? MapOf(Branch branch) =>
        branch is { Latitude: { } latitude, Longitude: { } longitude }
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"https://map.kakao.com/link/map/{Uri.EscapeDataString(branch.OfficialName)},{latitude},{longitude}"
            )
            : null;

    private string Print(string name, object? values = null) => words.Print($"branch-place/{name}", values);
}
