using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>The form of an answer that the model is asked for.</summary>
internal sealed record GeneratedAnswer(GeneratedSentence[]? Sentences)
{
    /// <summary>The sentences, or null where the words are none or have not the form that was asked for.</summary>
    public static IReadOnlyList<CitedSentence>? Read(string? words)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(words ?? "", AnswerJson.Default.GeneratedAnswer);
            return
                answer?.Sentences is { Length: > 0 } sentences && sentences.All(sentence => sentence?.Text is not null)
                ? [.. sentences.Select(sentence => new CitedSentence(sentence.Text.Trim(), sentence.Passage))]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One sentence of it.</summary>
internal sealed record GeneratedSentence([property: JsonRequired] string Text, [property: JsonRequired] int Passage);

[JsonSerializable(typeof(GeneratedAnswer))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
internal sealed partial class AnswerJson : JsonSerializerContext;
