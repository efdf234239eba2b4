using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>첫 화면: what an audience asks most, for who came by a banner of the library's page.</summary>
[Says("infant", "child", "teen", "adult", "senior", "multicultural", "disabled")]
public sealed class FirstPage : IDialog
{
    /// <summary>Who has a first page; each is the name of a reply.</summary>
    public static IReadOnlyList<string> Audiences { get; } = DialogCheck.Said(typeof(FirstPage));

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Reply.Say(turn.Text));
}
