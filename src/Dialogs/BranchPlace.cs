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
    "row-address",
    "row-phone",
    "source",
    "parking-not-known",
    "nearest-not-known"
)]
public sealed class BranchPlace(BranchDirectory branches, ReplyWriter words) : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        if (BranchTalk.IsOtherBupyeong(turn) is { } neighbour)
            return Reply.Ask("which-bupyeong", "branch", new { branches.Find(neighbour)!.Phone });
        var branch = BranchTalk.BranchOf(turn, branches, "branch-hours", "branch-place");
        if (branch is null)
            return All(turn);
        var name =
            BranchTalk.Mentions(turn.Text, "주차") ? "parking-not-known"
            : !branch.IsOurs ? "not-ours"
            : BranchTalk.Mentions(turn.Text, "전화", "번호", "연락") && branch.Phone is not null ? "phone"
            : "place";
        return Reply.Say(name, branch).With(CardOf(branch)).Remember("branch", branch.Code);
    }

    /// <summary>Every library; what is nearest to a place that is not in our data is not guessed.</summary>
    private Reply All(Turn turn)
    {
        var rows = branches.Libraries.Select(branch => new CardRow(branch.Name, $"{branch.Address} · {branch.Phone}"));
        var name =
            BranchTalk.Mentions(turn.Text, "주차") ? "parking-not-known"
            : BranchTalk.Mentions(turn.Text, "가까", "근처", "제일") ? "nearest-not-known"
            : "all";
        return Reply
            .Say(name, new { Name = "", Phone = branches.Libraries.First().Phone })
            .With(new Card("place", Print("all")) { Rows = [.. rows] });
    }

    private Card CardOf(Branch branch) =>
        new("place", branch.OfficialName)
        {
            Rows =
            [
                new CardRow(Print("row-address"), branch.Address),
                .. branch.Phone is { } phone ? [new CardRow(Print("row-phone"), phone)] : Array.Empty<CardRow>(),
            ],
            Footnote = Print("source", new { branch.Source }),
            Button = branch.Homepage is { } page ? new CardButton(branch.Name, page) : null,
        };

    private string Print(string name, object? values = null) =>
        words.Print($"branch-place/{name}", ConversationState.Language, values);
}
