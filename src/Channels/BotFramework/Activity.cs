using System.Text.Json;
using System.Text.Json.Serialization;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Channels.BotFramework;

/// <summary>
/// A message of the Bot Framework protocol, as far as this house writes it (botframework-activity specification).
/// </summary>
public sealed record Activity(string Type)
{
    public string? Id { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public string? ChannelId { get; init; }
    public ChannelAccount? From { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ReplyToId { get; init; }
    public string? Locale { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? InputHint { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }
    public IReadOnlyList<MessageEntity>? Entities { get; init; }
    public ChannelData? ChannelData { get; init; }
}

public sealed record ChannelAccount(string Id, string? Name = null, string? Role = null);

public sealed record ConversationAccount(string Id);

public sealed record Attachment(string ContentType, HeroCard Content);

public sealed record HeroCard(string Title, string? Subtitle, string? Text, IReadOnlyList<CardAction>? Buttons);

public sealed record CardAction(string Type, string Title, string Value);

/// <summary>What a message is, in the words of schema.org; that it is generated is shown by Teams and others from here.</summary>
public sealed record MessageEntity(IReadOnlyList<string> AdditionalType)
{
    public static readonly MessageEntity Generated = new(["AIGeneratedContent"]);

    public string Type { get; } = "https://schema.org/Message";

    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "Message";

    [JsonPropertyName("@context")]
    public string Context { get; } = "https://schema.org";

    /// <summary>Empty: it is the message itself that is spoken of.</summary>
    [JsonPropertyName("@id")]
    public string SchemaId { get; } = "";
}

public sealed record SuggestedActions(IReadOnlyList<string> To, IReadOnlyList<CardAction> Actions);

/// <summary>What the protocol has no field for: the reply's name, and its cards in the house's own form.</summary>
public sealed record ChannelData
{
    [JsonPropertyName("clientActivityID")]
    public string? ClientActivityId { get; init; }
    public string? Reply { get; init; }
    public IReadOnlyList<Card>? Cards { get; init; }

    /// <summary>Shows the patron's account: a client takes it off the screen at sign-out.</summary>
    public bool? Private { get; init; }
    public Handoff? Handoff { get; init; }

    /// <summary>The librarian whose own words these are.</summary>
    public string? Person { get; init; }

    /// <summary>Phrased by a language model: a client shows it as 생성된 문장.</summary>
    public bool? Generated { get; init; }

    /// <summary>Of an answer that is shown while it is written: "streaming" until the "final" one.</summary>
    public string? StreamType { get; init; }

    /// <summary>The id of the first activity of such an answer.</summary>
    public string? StreamId { get; init; }
    public int? StreamSequence { get; init; }
}

/// <summary>An activity as a client sends it; everything else that it may carry is not kept.</summary>
public sealed record IncomingActivity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? Text { get; init; }
    public string? Name { get; init; }
    public string? ReplyToId { get; init; }
    public ChannelAccount? From { get; init; }
    public IReadOnlyList<Reaction?>? ReactionsAdded { get; init; }
    public IReadOnlyList<Reaction?>? ReactionsRemoved { get; init; }
    public JsonElement Value { get; init; }
    public JsonElement Attachments { get; init; }
    public JsonElement ChannelData { get; init; }
}

public sealed record Reaction(string? Type);

[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(IncomingActivity))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
internal sealed partial class ActivityJson : JsonSerializerContext;

/// <summary>Activities with the watermark after the last of them.</summary>
public sealed record ActivitySet(IReadOnlyList<Activity> Activities, string Watermark);
