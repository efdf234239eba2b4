using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Words of a resident, masked, that the house alone could not answer.</summary>
public sealed record Rewriting(string Words)
{
    public string Conversation { get; init; } = "";
    public bool IsSignedIn { get; init; }

    /// <summary>The day in Seoul whose budget pays.</summary>
    public DateOnly Day { get; init; }
}

/// <summary>What the model takes the words for.</summary>
/// <param name="Wish">One of <see cref="QuestionRewriter.Wishes"/>.</param>
/// <param name="Question">A Korean question of one line.</param>
/// <param name="Told">What the model had been told of records.</param>
public sealed record Rewritten(string Wish, string Question, IReadOnlyList<string> Told);

/// <summary>The form of the answer that the model is asked for.</summary>
internal sealed partial record RewrittenQuestion([property: JsonRequired] string? Intent, string? Question)
{
    public const string None = "none";

    /// <summary>The answer, with the fence around it that models like to build taken away; null in any other form.</summary>
    public static RewrittenQuestion? Read(string? words)
    {
        var bare = (words ?? "").Trim();
        if (Fence().Match(bare) is { Success: true } fenced)
            bare = fenced.Groups[1].Value;
        try
        {
            return JsonSerializer.Deserialize(bare, RewritingJson.Default.RewrittenQuestion);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("^```(?:json)?(.*)```$", RegexOptions.Singleline)]
    private static partial Regex Fence();
}

[JsonSerializable(typeof(RewrittenQuestion))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
internal sealed partial class RewritingJson : JsonSerializerContext;
