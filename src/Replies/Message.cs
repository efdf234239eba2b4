using System.Text.Json.Serialization;

namespace Bupyeong.Chatbot.Replies;

/// <summary>One finished bubble, in words that any door can show.</summary>
public sealed record Message(string Name, string Text, string Language)
{
    public IReadOnlyList<Card> Cards { get; init; } = [];

    /// <summary>Quick replies: at most four sentences that the resident could say next.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The text is Markdown; otherwise every character means itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMarkdown { get; init; }

    /// <summary>Set where the resident begins, goes on or ceases to wait for a librarian.</summary>
    public Handoff? Handoff { get; init; }

    /// <summary>The librarian whose own words these are.</summary>
    public string? Person { get; init; }

    /// <summary>The words were phrased by a language model (생성된 문장): every door is to say so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsGenerated { get; init; }

    /// <summary>Drafts of it were shown while it was written: it takes their place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HadDrafts { get; init; }
}

/// <summary>A card under a bubble; <paramref name="Kind"/> is book, loan, program, place, source or link.</summary>
public sealed record Card(string Kind, string Title)
{
    public string? Subtitle { get; init; }
    public IReadOnlyList<CardRow> Rows { get; init; } = [];

    /// <summary>What the card rests on: a source with its date, or since when a state is known.</summary>
    public string? Footnote { get; init; }
    public CardButton? Button { get; init; }

    /// <summary>The day on a programme's date tile.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>A line of a card. <paramref name="State"/> is good, waiting or bad where the line has a status.</summary>
public sealed record CardRow(string Label, string Text, string? State = null)
{
    /// <summary>What the resident says by pressing the row's button, which bears <see cref="SayLabel"/>.</summary>
    public string? Say { get; init; }
    public string? SayLabel { get; init; }

    /// <summary>Where the row's text leads: tel: or https:.</summary>
    public string? Url { get; init; }
    public Meter? Meter { get; init; }
}

/// <summary>So many left of so many.</summary>
public sealed record Meter(int Value, int Of);

/// <summary>
/// Who is to answer: a librarian who is waited for ("queued", with how many wait before), one who is there ("person",
/// with the name) or the assistant ("bot").
/// </summary>
public sealed record Handoff(string State, int? Ahead = null, string? Name = null)
{
    public static readonly Handoff Bot = new("bot");

    public static Handoff Queued(int ahead) => new("queued", ahead);

    public static Handoff With(string name) => new("person", Name: name);
}

/// <summary>A button that opens a page of this host (<paramref name="Url"/> is a path) or another address.</summary>
public sealed record CardButton(string Label, string Url);

[JsonSerializable(typeof(Message))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
internal sealed partial class MessageJson : JsonSerializerContext;
