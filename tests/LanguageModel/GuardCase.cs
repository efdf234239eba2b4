using System.Text.Json;
using Bupyeong.Chatbot.LanguageModel;

namespace Bupyeong.Chatbot.Tests.LanguageModel;

/// <summary>What a model might say of a passage: true to it, or false in a way that has a name.</summary>
/// <param name="Entry">The entry of the passage, and its place there.</param>
public sealed record GuardCase(string Language, string Kind, string Entry, string Title, string Passage, string Says)
{
    public bool IsTrue => Kind is "faithful";

    /// <summary>"held" was written before the guard was made for it, "dev" is what the guard was tried on.</summary>
    public static IReadOnlyList<GuardCase> Read(string part) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "LanguageModel", $"guard-{part}.jsonl"))
                .Select(line => JsonSerializer.Deserialize<GuardCase>(line, JsonSerializerOptions.Web)!),
        ];

    /// <summary>What the guard says of it, or of other words in its place.</summary>
    internal Objection Judged(string? says = null) =>
        RephrasingGuard.Check(
            new Rephrasing("어떻게 되나요?", Title, [Passage]) { Language = Language },
            [new(says ?? Says, 1)],
            600
        );
}
