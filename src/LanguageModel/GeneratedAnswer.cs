using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>An answer in the form that the model is asked for, {"sentences":[…]}, cut into sentences while it arrives.</summary>
internal sealed class GeneratedAnswer
{
    private static readonly JsonTokenType[] Opening =
    [
        JsonTokenType.StartObject,
        JsonTokenType.PropertyName,
        JsonTokenType.StartArray,
    ];

    private readonly List<CitedSentence> sentences = [];

    // It keeps the half of a letter that a chunk ended with.
    private readonly Encoder encoder = Encoding.UTF8.GetEncoder();
    private byte[] unread = [];
    private JsonReaderState state;
    private int opened;
    private bool isClosed;

    /// <summary>Those that have arrived whole.</summary>
    public IReadOnlyList<CitedSentence> Sentences => sentences;

    /// <summary>Everything has arrived, down to the last brace.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Takes the next words; false once they have not the form that was asked for.</summary>
    public bool Read(string words)
    {
        var bytes = new byte[unread.Length + encoder.GetByteCount(words, flush: false)];
        unread.CopyTo(bytes, 0);
        encoder.GetBytes(words, bytes.AsSpan(unread.Length), flush: false);
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, state);
        try
        {
            while (TryRead(ref reader)) { }
        }
        catch (JsonException)
        {
            return false;
        }
        state = reader.CurrentState;
        unread = bytes[(int)reader.BytesConsumed..];
        return true;
    }

    /// <summary>Takes one step, a whole sentence or a mark around them; false where more must come first.</summary>
    private bool TryRead(ref Utf8JsonReader reader)
    {
        var begin = reader;
        if (!reader.Read())
            return false;
        if (opened < Opening.Length)
        {
            Require(reader.TokenType == Opening[opened] && (opened != 1 || reader.ValueTextEquals("sentences"u8)));
            opened++;
        }
        else if (isClosed)
        {
            Require(reader.TokenType is JsonTokenType.EndObject);
            IsWhole = true;
        }
        else if (reader.TokenType is JsonTokenType.EndArray)
            isClosed = true;
        else
            return TryReadSentence(ref reader, begin);
        return true;
    }

    private bool TryReadSentence(ref Utf8JsonReader reader, Utf8JsonReader begin)
    {
        var sentence = reader;
        if (!reader.TrySkip())
        {
            reader = begin;
            return false;
        }
        var read = JsonSerializer.Deserialize(ref sentence, AnswerJson.Default.GeneratedSentence);
        Require(read?.Text is not null);
        sentences.Add(new CitedSentence(read!.Text.Trim(), read.Passage));
        return true;
    }

    private static void Require(bool isSo)
    {
        if (!isSo)
            throw new JsonException("Not the form that was asked for.");
    }
}

/// <summary>One sentence of it.</summary>
internal sealed record GeneratedSentence([property: JsonRequired] string Text, [property: JsonRequired] int Passage);

[JsonSerializable(typeof(GeneratedSentence))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
internal sealed partial class AnswerJson : JsonSerializerContext;
