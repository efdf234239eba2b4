using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>
/// 건의 · 불편 · 분실물 · 사정: what somebody of the library must see, in the resident's own words, to the library it is
/// about. The kind is told by words in dialogs/entities/cues/filing-kinds.md.
/// </summary>
[Says("label", "what", "where", "confirm", "confirm-complaint", "confirm-appeal", "kept", "filed")]
public sealed class TellLibrary(FilingTalk filing, Cues cues) : IDialog
{
    private const string Name = "tell-library";
    private const string Kinds = "filing-kinds";
    private const string Talk = "filing-talk";
    private const int ShortestWish = 16;
    private const int MostPlaces = 3;

    /// <summary>Nobody is asked at which library the web site fails.</summary>
    private static readonly HashSet<string> Nowhere = [RequestKind.Site, RequestKind.Proposal];

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Awaits(Name, "confirm") && turn.Answer is { } answer)
            return answer ? await FileAsync(turn) : FilingTalk.Forget(Reply.Say("kept"));
        var before = turn.State.Slot(FilingTalk.WordsSlot);
        if (turn.Awaits(Name, DialogChooser.ResumeSlot) && before is not null)
            return Confirm(turn, before, turn.State.Slot(FilingTalk.PlaceSlot));
        if (turn.Awaits(Name, "where") && before is not null)
            return Where(turn, before);
        if (!turn.Awaits(Name, "words") && (turn.IsLabel || IsBare(turn.Text)))
            return FilingTalk.Forget(Reply.Ask("what", "words"));
        if (filing.Named(turn) is not null || Nowhere.Contains(Kind(turn.Text)))
            return Confirm(turn, turn.Text, filing.Named(turn));
        return AskWhere(turn.Text);
    }

    private Reply AskWhere(string text) =>
        FilingTalk
            .Forget(Reply.Ask("where", "where").Offer(filing.Places(MostPlaces)))
            .Remember(FilingTalk.WordsSlot, text);

    private Reply Where(Turn turn, string before)
    {
        var place = filing.Named(turn);
        if (place is null && turn.Answer is true)
            return AskWhere(before);
        // What is no library's name says where in other words, and is filed with the rest.
        var text = place is null && !cues.Has(turn.Text, Talk, "nowhere") ? $"{before}\n{turn.Text}" : before;
        return Confirm(turn, text, place);
    }

    /// <summary>"건의할 게 있어요": that there is something, and not what.</summary>
    private bool IsBare(string text) => KoreanText.Squash(text).Length < ShortestWish && cues.Has(text, Talk, "bare");

    private string Kind(string text) => cues.Find(text, Kinds)?.Value ?? RequestKind.Suggestion;

    private Reply Confirm(Turn turn, string text, string? place)
    {
        var kind = Kind(text);
        var name = kind switch
        {
            RequestKind.Complaint => "confirm-complaint",
            RequestKind.Appeal => "confirm-appeal",
            _ => "confirm",
        };
        var values = new
        {
            place = filing.Place(place),
            text = FilingTalk.Shown(text),
            kind = filing.Print($"my-requests/kind-{kind}"),
        };
        return FilingTalk
            .Confirm(turn, name, values)
            .Remember(FilingTalk.WordsSlot, text)
            .Remember(FilingTalk.PlaceSlot, place);
    }

    private async Task<Reply> FileAsync(Turn turn)
    {
        var text = turn.State.Slot(FilingTalk.WordsSlot) ?? turn.Text;
        var receipt = await filing.FileAsync(turn, Kind(text), text);
        var values = new
        {
            receipt,
            place = filing.Place(turn.State.Slot(FilingTalk.PlaceSlot)),
            days = filing.RuleWords("voice.answer-days", turn.Today),
        };
        return FilingTalk.Forget(Reply.Say("filed", values));
    }
}
