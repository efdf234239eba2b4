using System.Globalization;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>꾸러미: which there are and what is in them, and one asked for by a kindergarten or school for a month.</summary>
[Says(
    "label",
    "which",
    "when",
    "who",
    "confirm",
    "kept",
    "filed",
    "card",
    "row",
    "row-say",
    "row-button",
    "month",
    "sample"
)]
public sealed class BorrowKit(FilingTalk filing, KitShelf kits, Holidays holidays) : IDialog
{
    private const string Name = "borrow-kit";
    private const string KitSlot = "kit";
    private const string MonthSlot = "kit-month";

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Awaits(Name, "confirm") && turn.Answer is { } answer)
            return Forget(answer ? await FileAsync(turn) : Reply.Say("kept"));
        var goesOn = turn.State.AwaitingDialog == Name;
        // What answers "which institution" is neither a kit nor a month.
        var isAskedWho = goesOn && turn.State.Slot(MonthSlot) is not null && Remembered(turn) is not null;
        var kit = isAskedWho ? Remembered(turn) : Meant(turn.Text) ?? (goesOn ? Remembered(turn) : null);
        if (kit is null)
            return Forget(List());
        var month = isAskedWho ? turn.State.Slot(MonthSlot) : MonthIn(turn);
        if (month is null)
            return Forget(Reply.Ask("when", "words", Values(kit, ""))).Remember(KitSlot, kit.Id);
        var who =
            turn.Awaits(Name, DialogChooser.ResumeSlot) ? turn.State.Slot(FilingTalk.WordsSlot)
            : isAskedWho ? turn.Text.Trim()
            : null;
        var reply = who is null
            ? Forget(Reply.Ask("who", "words", Values(kit, month)))
            : FilingTalk.Confirm(turn, "confirm", Values(kit, month, who)).Remember(FilingTalk.WordsSlot, who);
        return reply.Remember(KitSlot, kit.Id).Remember(MonthSlot, month);
    }

    private Kit? Meant(string text) =>
        kits.All.FirstOrDefault(kit => kit.Words.Any(word => text.Contains(word, StringComparison.Ordinal)));

    private Kit? Remembered(Turn turn) => turn.State.Slot(KitSlot) is { } id ? kits.Find(id) : null;

    /// <summary>"2026-12" for "다음 달" or "12월", or null.</summary>
    private string? MonthIn(Turn turn) =>
        turn
            .Recognition.Entities.Where(entity => entity.When is not null)
            .Select(entity => DateResolver.Resolve(entity.When!, turn.Today, holidays))
            .FirstOrDefault(range => range is not null)
            ?.From.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private Reply List() =>
        Reply
            .Ask("which", "words", new { kits.All.Count })
            .With(
                new Card("source", Print("card"))
                {
                    Rows =
                    [
                        .. kits.All.Select(kit => new CardRow(
                            kit.Title,
                            Print(
                                "row",
                                new
                                {
                                    kit.Books,
                                    kit.Audience,
                                    contents = string.Join(", ", kit.Contents),
                                }
                            )
                        )
                        {
                            Say = Print("row-say", new { kit.Title }),
                            SayLabel = Print("row-button"),
                        }),
                    ],
                    Footnote = Print("sample"),
                }
            );

    private object Values(Kit kit, string month, string who = "") =>
        new
        {
            kit = kit.Title,
            kit.Books,
            contents = string.Join(", ", kit.Contents),
            month = month.Length > 0
                ? Print("month", new { number = int.Parse(month[5..], CultureInfo.InvariantCulture) })
                : "",
            who = FilingTalk.Shown(who),
        };

    private async Task<Reply> FileAsync(Turn turn)
    {
        var kit = Remembered(turn);
        var month = turn.State.Slot(MonthSlot);
        var who = turn.State.Slot(FilingTalk.WordsSlot);
        if (kit is null || month is null || who is null)
            return List();
        var receipt = await filing.FileAsync(turn, RequestKind.Kit, $"{kit.Title} · {month} · {who}");
        var days = filing.RuleWords("voice.answer-days", turn.Today);
        return Reply.Say("filed", new { receipt, days });
    }

    private string Print(string name, object? values = null) => filing.Print($"{Name}/{name}", values);

    private static Reply Forget(Reply reply) =>
        FilingTalk.Forget(reply).Remember(KitSlot, null).Remember(MonthSlot, null);
}
