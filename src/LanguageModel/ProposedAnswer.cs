using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>The form in which the model is asked for questions.</summary>
internal sealed record ProposedAnswer(
    [property: JsonRequired] IReadOnlyList<string?> Answered,
    IReadOnlyList<string?>? Near
)
{
    public int Letters => Answered.Concat(Near ?? []).Sum(text => text?.Length ?? 0);

    /// <summary>What the model wrote, or null where it is nothing or has not the form that was asked for.</summary>
    public static ProposedAnswer? Read(string? words)
    {
        try
        {
            return
                JsonSerializer.Deserialize(words ?? "", ProposalJson.Default.ProposedAnswer)
                    is { Answered: not null } answer
                ? answer
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(ProposedAnswer))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
internal sealed partial class ProposalJson : JsonSerializerContext;
