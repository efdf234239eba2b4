using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Korean;

/// <summary>Words that mean the same (같은 뜻으로 쓰는 말), each read as the one that stands as its heading.</summary>
public sealed class Synonyms
{
    public static readonly Synonyms None = new(new Dictionary<string, string>());

    private readonly Dictionary<string, string> words;
    private readonly Regex? anyOf;

    private Synonyms(Dictionary<string, string> words)
    {
        this.words = words;
        var longestFirst = words.Keys.OrderByDescending(word => word.Length).Select(Regex.Escape);
        anyOf = words.Count == 0 ? null : new Regex(string.Join('|', longestFirst));
    }

    /// <summary>A squashed text with the words in it that have a heading read as that heading.</summary>
    public string Within(string squashed) =>
        anyOf is null ? squashed : anyOf.Replace(squashed, match => words[match.Value]);

    /// <summary>The heading of a whole word, or the word itself.</summary>
    public string Of(string word) => Find(word) ?? word;

    /// <summary>The heading that a whole word, without blanks, stands under.</summary>
    public string? Find(string word) => words.GetValueOrDefault(word);

    /// <summary>Reads "## heading" and the bullets under it; without the file no word means another.</summary>
    /// <exception cref="InvalidDataException">Names the file and the line that are wrong.</exception>
    public static Synonyms Read(string path)
    {
        if (!File.Exists(path))
            return None;
        var words = new Dictionary<string, string>();
        string? heading = null;
        foreach (var (index, line) in File.ReadLines(path).Index())
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                heading = KoreanText.Squash(line[3..]);
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                if (heading is null || !words.TryAdd(KoreanText.Squash(line[2..]), heading))
                    throw new InvalidDataException(
                        $"{path}({index + 1}): '{line[2..]}' stands before any heading, or twice."
                    );
            }
        }
        return new Synonyms(words);
    }
}
