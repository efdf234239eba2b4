using System.Text.Json;

namespace Bupyeong.Chatbot.Evaluation;

/// <summary>A question with the entry that answers it; without one, it must not be answered.</summary>
public sealed record AskedQuestion
{
    public required string Question { get; init; }
    public required string? Slug { get; init; }

    /// <summary>In which language it is asked.</summary>
    public string Language { get; init; } = Knowledge.Question.Korean;

    /// <summary>What an answer that is given must say, and what it must not.</summary>
    public IReadOnlyList<string>? MustContain { get; init; }
    public IReadOnlyList<string>? MustNotContain { get; init; }

    /// <summary>A wrong answer would do harm.</summary>
    public bool Critical { get; init; }
}

/// <summary>A set of questions: JSON Lines of {"question", "slug", "language", "mustContain", "mustNotContain", "critical"}.</summary>
public static class QuestionSet
{
    /// <summary>Reads a file. Throws <see cref="InvalidDataException"/> with the file and the line that is wrong.</summary>
    public static IReadOnlyList<AskedQuestion> Read(string path, Func<string, bool> isSlug)
    {
        if (!File.Exists(path))
            throw new InvalidDataException($"{path}: there is no such file; --questions names another.");
        var lines = File.ReadLines(path).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item));
        var read = lines.Select(line => Read(line.Item, $"{path}:{line.Index + 1}", isSlug)).ToList();
        return read is not [] ? read : throw new InvalidDataException($"{path}:1: there is no question.");
    }

    private static AskedQuestion Read(string line, string place, Func<string, bool> isSlug)
    {
        try
        {
            var read = JsonSerializer.Deserialize<AskedQuestion>(line, JsonSerializerOptions.Web);
            return Wrong(read, isSlug) is { } wrong ? throw new InvalidDataException($"{place}: {wrong}") : read!;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{place}: {wrong.Message}", wrong);
        }
    }

    private static string? Wrong(AskedQuestion? read, Func<string, bool> isSlug) =>
        string.IsNullOrWhiteSpace(read?.Question) ? "\"question\" is needed."
        : read.Slug is { } slug && !isSlug(slug) ? $"no entry has the slug '{slug}'."
        : (read.MustContain ?? []).Concat(read.MustNotContain ?? []).Any(string.IsNullOrEmpty)
            ? "\"mustContain\" and \"mustNotContain\" are lists of texts."
        : null;
}
