using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>이어지는 책: the next volume, the series, the author's other books, and what is like a book.</summary>
[Says(
    "label",
    "which-book",
    "volumes",
    "only-volume",
    "no-next-volume",
    "no-previous-volume",
    "by-author",
    "no-others",
    "like",
    "nothing-like"
)]
public sealed class RelatedBooks(RelatedAnswers answers, FindBook findBook) : IDialog
{
    /// <summary>Words that only sound like it ("토지 1권 있어요?") are a search.</summary>
    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (answers.IsAsked(turn) || turn.Awaits("related-books", "title"))
            return answers.Respond(turn);
        var found = await findBook.RespondAsync(turn, cancellation);
        return found with { From = found.From ?? "find-book" };
    }
}
