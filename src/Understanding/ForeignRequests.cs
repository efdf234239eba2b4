using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>
/// Finds a title in a language that is not Korean: what is left of a sentence when the words are taken away that the
/// examples of that language have around their {title} or {author}.
/// </summary>
internal sealed partial class ForeignRequests
{
    private const int LeastLetters = 2;
    private static readonly char[] Ends = ['?', '!', '.', '？', '。', '！', ' '];

    private readonly List<(string Type, string Before, string After)> frames;

    public ForeignRequests(IEnumerable<TrainingExample> examples) =>
        frames = [
            .. examples
                .Select(example => Frame().Match(example.Text))
                .Where(frame => frame.Success)
                .Select(frame => (frame.Groups[2].Value, Plain(frame.Groups[1]), Plain(frame.Groups[3])))
                .Where(frame => frame.Item2.Length + frame.Item3.Length > 0)
                .Distinct()
                .OrderByDescending(frame => frame.Item2.Length + frame.Item3.Length),
        ];

    /// <summary>By the frame that explains most of the sentence; the entities are no part of it.</summary>
    public Entity? Find(string text, IReadOnlyList<Entity> entities)
    {
        var plain = KoreanText.Normalize(text).TrimEnd(Ends);
        foreach (var (type, before, after) in frames)
        {
            if (!plain.StartsWith(before, StringComparison.Ordinal) || !plain.EndsWith(after, StringComparison.Ordinal))
                continue;
            var (start, end) = (before.Length, plain.Length - after.Length);
            if (
                end - start < LeastLetters
                || Cuts(plain, start)
                || Cuts(plain, end)
                || entities.Any(entity => entity.Start < end && entity.End > start)
            )
                continue;
            var words = text[start..end];
            var value = words.Trim();
            if (value.Length >= LeastLetters)
                return new Entity(
                    type,
                    start + words.IndexOf(value, StringComparison.Ordinal),
                    value.Length,
                    value,
                    value
                );
        }
        return InKorean(text, entities);
    }

    /// <summary>What stands in Korean between words of another language is a title: is 향수 on loan.</summary>
    private static Entity? InKorean(string text, IReadOnlyList<Entity> entities) =>
        Korean().Match(text) is { Success: true } found
        && !entities.Any(entity => entity.Start < found.Index + found.Length && entity.End > found.Index)
            ? new Entity(EntityTypes.Title, found.Index, found.Length, found.Value, found.Value)
            : null;

    /// <summary>Inside of a word.</summary>
    private static bool Cuts(string text, int at) =>
        at > 0 && at < text.Length && LanguageGuess.IsLatin(text[at - 1]) && LanguageGuess.IsLatin(text[at]);

    private static string Plain(Group words) => KoreanText.Normalize(words.Value).TrimEnd(Ends);

    [GeneratedRegex("[가-힣]+( [가-힣0-9]+)*")]
    private static partial Regex Korean();

    [GeneratedRegex(@"^([^{}]*)\{(title|author)\}([^{}]*)$")]
    private static partial Regex Frame();
}
