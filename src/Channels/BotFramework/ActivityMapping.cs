using System.Globalization;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Channels.BotFramework;

/// <summary>Entries of a conversation as activities.</summary>
public static class ActivityMapping
{
    private const int MostButtons = 5;
    private static readonly ChannelAccount Assistant = new("bupyeong", "부평구립도서관", "bot");

    public static string ActivityId(string conversation, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversation}|{sequence:D7}");

    /// <summary>The place of an activity in its conversation; null for an id that is not of this one.</summary>
    public static long? SequenceOf(string conversation, string id) =>
        id.StartsWith($"{conversation}|", StringComparison.Ordinal)
        && long.TryParse(
            id.AsSpan(conversation.Length + 1),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var at
        )
            ? at
            : null;

    /// <summary>
    /// The activity of an entry, or null for an event, which clients are not told of. <paramref name="host"/> completes
    /// links to pages of this host.
    /// </summary>
    public static Activity? ToActivity(this TranscriptEntry entry, LiveConversation conversation, string host)
    {
        if (entry.Event is not null)
            return null;
        var activity = new Activity(entry.Draft is null ? "message" : "typing")
        {
            Id = entry.Draft is { } draft
                ? DraftId(conversation.Id, entry, draft)
                : ActivityId(conversation.Id, entry.Sequence),
            Timestamp = entry.At,
            ChannelId = "directline",
            Conversation = new ConversationAccount(conversation.Id),
            TextFormat = "plain",
        };
        return entry.Message is { } message
            ? Spoken(activity, entry, message, host)
            : activity with
            {
                From = new ChannelAccount(conversation.UserId, Role: "user"),
                Text = entry.Text,
                ChannelData = entry.ClientId is { } id ? new ChannelData { ClientActivityId = id } : null,
            };
    }

    /// <summary>Of no place: nothing can be read after it or said of it.</summary>
    private static string DraftId(string conversation, TranscriptEntry entry, int draft) =>
        string.Create(CultureInfo.InvariantCulture, $"{ActivityId(conversation, entry.ReplyTo!.Value)}.{draft}");

    private static Activity Spoken(Activity activity, TranscriptEntry entry, Message message, string host)
    {
        var cards = message.Cards.Select(card => card with { Button = Absolute(card.Button, host) }).ToList();
        return activity with
        {
            // To the protocol everybody but the resident is a "bot": who it is says the name.
            From = message.Person is { } person ? new ChannelAccount("librarian", person, "bot") : Assistant,
            ReplyToId = ActivityId(activity.Conversation!.Id, entry.ReplyTo!.Value),
            Locale = message.Language,
            Text = message.Text,
            TextFormat = message.IsMarkdown ? "markdown" : "plain",
            InputHint = entry.Draft is null ? "acceptingInput" : "ignoringInput",
            Attachments = cards.Count > 0 ? cards.ConvertAll(Hero) : null,
            SuggestedActions =
                message.Choices.Count > 0
                    ? new SuggestedActions(
                        [],
                        [.. message.Choices.Select(text => new CardAction("imBack", text, text))]
                    )
                    : null,
            Entities = message.IsGenerated ? [MessageEntity.Generated] : null,
            ChannelData = new ChannelData
            {
                Reply = message.Name,
                Cards = cards.Count > 0 ? cards : null,
                Private = entry.IsPrivate ? true : null,
                Handoff = message.Handoff,
                Person = message.Person,
                Generated = message.IsGenerated ? true : null,
                StreamType =
                    entry.Draft is not null ? "streaming"
                    : message.HadDrafts ? "final"
                    : null,
                StreamId = entry.Draft > 1 || message.HadDrafts ? DraftId(activity.Conversation!.Id, entry, 1) : null,
                StreamSequence = entry.Draft,
            },
        };
    }

    private static CardButton? Absolute(CardButton? button, string host) =>
        button is { Url: ['/', ..] } ? button with { Url = host + button.Url } : button;

    private static Attachment Hero(Card card)
    {
        var lines = card.Rows.Select(row => $"{row.Label} {row.Text}".Trim()).Append(card.Footnote);
        var text = string.Join("\n\n", lines.Where(line => !string.IsNullOrEmpty(line)));
        var buttons = Buttons(card).Take(MostButtons).ToList();
        return new Attachment(
            "application/vnd.microsoft.card.hero",
            new HeroCard(card.Title, card.Subtitle, text.Length > 0 ? text : null, buttons.Count > 0 ? buttons : null)
        );
    }

    /// <summary>A hero card has its buttons in one heap: each bears the whole of what it says.</summary>
    private static IEnumerable<CardAction> Buttons(Card card)
    {
        if (card.Button is { } button)
            yield return new CardAction("openUrl", button.Label, button.Url);
        foreach (var say in card.Rows.Select(row => row.Say).OfType<string>())
            yield return new CardAction("imBack", say, say);
    }
}
