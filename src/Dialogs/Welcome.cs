using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>The first words of every conversation: that an automated assistant writes, and what it can do.</summary>
[Says("hello")]
public sealed class Welcome(BranchDirectory branches) : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        var open = branches.OpenNow(turn.Now).Count(branch => branch.Kind is BranchKind.Branch);
        return Task.FromResult(Reply.Say("hello", new { open }));
    }
}
