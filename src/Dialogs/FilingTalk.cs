using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>What all requests have in common: a place, a confirmation that repeats what will be filed, and a receipt.</summary>
public sealed class FilingTalk(
    RequestLedger ledger,
    BranchDirectory branches,
    PublishedKnowledge knowledge,
    Cues cues,
    ReplyWriter words
)
{
    public const string WordsSlot = "filing-words";
    public const string PlaceSlot = "filing-place";
    private const string ReceiptSlot = "filing-receipt";
    private const int MostShown = 150;

    private static readonly string[] Slots = [WordsSlot, PlaceSlot, ReceiptSlot];

    /// <summary>Asks whether this is to be filed. The receipt is made with the question: however often yes is taken up, it is filed once.</summary>
    public static Reply Confirm(Turn turn, string name, object values) =>
        Reply.Ask(name, "confirm", values).Remember(ReceiptSlot, RequestLedger.NewReceipt(turn.Id, turn.Today));

    /// <summary>Files what was confirmed and returns its receipt.</summary>
    public async Task<string> FileAsync(Turn turn, string kind, string text)
    {
        var receipt = turn.State.Slot(ReceiptSlot) ?? RequestLedger.NewReceipt(turn.Id, turn.Today);
        var filing = new Filing(receipt, turn.Conversation, kind, text)
        {
            Branch = turn.State.Slot(PlaceSlot),
            Member = turn.Patron?.Card.Reveal(),
        };
        await ledger.FileAsync(filing);
        return receipt;
    }

    /// <summary>Requests of the signed-in member of this kind that were not taken back.</summary>
    public IReadOnlyList<LibraryRequest> OfMember(Turn turn, string kind) =>
        turn.Patron is not { } patron
            ? []
            :
            [
                .. ledger
                    .Of("", patron.Card.Reveal())
                    .Where(known => known.Kind == kind && known.Status is not RequestStatus.Cancelled),
            ];

    /// <summary>The code of one of our libraries that was named in this turn.</summary>
    public string? Named(Turn turn) =>
        BranchTalk.Named(turn) is { } named && branches.Find(named.Value) is { IsOurs: true } branch
            ? branch.Code
            : null;

    /// <summary>The title that was named; "희망도서 신청" names none, though it may look like one.</summary>
    public string? TitleIn(Turn turn) =>
        turn.Find("title") is { } title && !cues.Has(title.Text, "filing-talk", "no-title") ? title.Text : null;

    /// <summary>The library in charge, or the house as a whole.</summary>
    public string Place(string? code) =>
        code is not null && branches.Find(code) is { } branch ? branch.Name : Print("my-requests/house");

    /// <summary>Our libraries, as choices for where.</summary>
    public IEnumerable<string> Places(int most) => branches.Libraries.Take(most).Select(branch => branch.Name);

    public int Rule(string key, DateOnly day) => knowledge.Current.Rules.Number(key, day);

    public string RuleWords(string key, DateOnly day) => knowledge.Current.Rules.Print(key, day);

    public string Print(string name, object? values = null) => words.Print(name, values);

    /// <summary>One line, and not the whole of a long story: what is filed is the whole.</summary>
    public static string Shown(string text)
    {
        var line = string.Join(
            ' ',
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
        return line.Length <= MostShown ? line : $"{line[..MostShown]}…";
    }

    public static Reply Forget(Reply reply) => Slots.Aggregate(reply, (changed, slot) => changed.Remember(slot, null));
}
