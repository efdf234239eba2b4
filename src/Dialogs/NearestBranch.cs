using System.Globalization;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>The library nearest to a station or a neighbourhood, with the distance said as roughly as it is known.</summary>
public sealed class NearestBranch(BranchDirectory branches, HoursWords hours, ReplyWriter words, Cues cues)
{
    public const string PlaceSlot = "place";
    private const string OpenSlot = "nearest-open";
    private const int MostRows = 3;
    private const double ExactlyThere = 150;

    /// <summary>A place to count from is named, or the nearest is asked for.</summary>
    public bool IsAsked(Turn turn) =>
        BranchTalk.Named(turn) is null
        && (turn.Awaits("branch-place", PlaceSlot) || cues.Has(turn.Text, "places", "nearest") || Of(turn) is not null);

    public Place? Of(Turn turn) => branches.PlaceIn(turn.Text);

    public Reply Respond(Turn turn)
    {
        var onlyOpen =
            HoursAnswers.AsksForNow(turn)
            || cues.Has(turn.Text, "hours", "which")
            || turn.Awaits("branch-place", PlaceSlot) && turn.State.Slot(OpenSlot) is not null;
        if (Of(turn) is not { } place)
            return Reply
                .Ask(
                    turn.Awaits("branch-place", PlaceSlot) || Names(turn) ? "nearest-unknown-place" : "nearest-where",
                    PlaceSlot
                )
                .Remember(OpenSlot, onlyOpen ? "yes" : null) with
            {
                From = "branch-place",
            };
        return OfPlace(turn, place, onlyOpen) with { From = "branch-place" };
    }

    /// <summary>"굴포천역에서 삼산도서관까지": how far that one is.</summary>
    public string? Distance(Place place, Branch branch) =>
        branches.Near(place).FirstOrDefault(near => near.Branch == branch) is { } found ? Say(found.Metres) : null;

    /// <summary>"인천시청에서 가까운": something is named to count from, though nothing that is known.</summary>
    private static bool Names(Turn turn) => BranchTalk.Mentions(turn.Recognition.Text, "에서 ", "역 ", "동 ");

    private Reply OfPlace(Turn turn, Place place, bool onlyOpen)
    {
        var near = branches
            .Near(place)
            .Where(found => !onlyOpen || branches.IsOpen(found.Branch, turn.Now))
            .Take(MostRows)
            .ToList();
        if (near is [])
            return Reply.Say(
                "nearest-none-open",
                new { opens = branches.NextOpening(turn.Now) is { } next ? HoursWords.Opens(next, turn.Today) : null }
            );
        var first = near[0];
        var rows = near.Select(found => new CardRow(
            found.Branch.Name,
            $"{Say(found.Metres)}\n{found.Branch.Address}",
            branches.IsOpen(found.Branch, turn.Now) ? "good" : "bad"
        ));
        var values = new
        {
            place = place.Name,
            first.Branch.Name,
            distance = Say(first.Metres),
            closes = branches.IsOpen(first.Branch, turn.Now)
            && branches.HoursOn(first.Branch, turn.Today) is DayHours.Open open
                ? HoursWords.Closes(open.Hours)
                : null,
        };
        return Reply
            .Say(onlyOpen ? "nearest-open" : "nearest", values)
            .With(
                hours.Card(Print("nearest-card", new { place = place.Name }), rows) with
                {
                    Footnote = Print("about"),
                }
            )
            .Remember("branch", first.Branch.Code);
    }

    /// <summary>To a hundred metres: the places are only known so well, and nobody walks as the crow flies.</summary>
    private string Say(double metres) =>
        metres < ExactlyThere ? Print("right-there")
        : metres < 950 ? Print("metres", new { metres = Math.Round(metres / 100) * 100 })
        : Print("kilometres", new { km = (metres / 1000).ToString("0.#", CultureInfo.InvariantCulture) });

    private string Print(string name, object? values = null) => words.Print($"branch-place/{name}", values);
}
