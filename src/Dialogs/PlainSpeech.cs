using System.Text;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>
/// 쉬운 말: words that come from Chinese become those that every child knows, with the particles and endings that these
/// need, and every sentence gets a line of its own. Titles between 「 and 」 stay as they are.
/// </summary>
public sealed class PlainSpeech
{
    private const char TitleBegins = '「';
    private const char TitleEnds = '」';

    private static readonly string[][] Stems =
    [
        ["하", "할", "한", "해", "했"],
        ["되", "될", "된", "돼", "됐"],
    ];

    private static readonly string[] Pairs =
    [
        .. "은/는 이/가 을/를 과/와 으로/로 이에요/예요 이나/나 이라/라 이랑/랑".Split(' '),
    ];

    /// <summary>Particles that are the same behind every word.</summary>
    private static readonly string[] Others = ["에서", "에", "도", "만", "까지", "부터", "의", "보다"];

    /// <summary>Longest first, so that 반납일 is not read as 반납 with something behind it.</summary>
    private readonly IReadOnlyList<(string Hard, string Easy, bool IsVerb)> words;

    private PlainSpeech(IEnumerable<(string Hard, string Easy, bool IsVerb)> words) =>
        this.words = [.. words.OrderByDescending(word => word.Hard.Length)];

    /// <summary>Reads plain-words.md: "- noun → easy word", or a verb and the five shapes of its easy verb.</summary>
    public static PlainSpeech Read(string file) =>
        new(
            File.ReadLines(file)
                .Index()
                .Where(line => line.Item.StartsWith("- ", StringComparison.Ordinal))
                .SelectMany(line => WordsOf(line.Item[2..], $"{file}:{line.Index + 1}"))
        );

    /// <summary>The bubble in easy words; what can be said next stays as the resident may say it.</summary>
    public Message Of(Message message) => message with { Text = Of(message.Text) };

    public string Of(string text)
    {
        var easy = new StringBuilder(text.Length);
        var inTitle = false;
        for (var at = 0; at < text.Length; )
        {
            inTitle = text[at] == TitleBegins || (inTitle && text[at] != TitleEnds);
            var beginsWord = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            if (inTitle || !beginsWord || Easier(text[at..]) is not var (said, length))
                (said, length) = (text[at].ToString(), 1);
            easy.Append(said);
            at += length;
        }
        return easy.ToString().Replace("요. ", "요.\n", StringComparison.Ordinal);
    }

    /// <summary>What stands at the beginning of the rest in easy words, and how much of it was read.</summary>
    private (string Said, int Length)? Easier(string rest)
    {
        foreach (var (hard, easy, isVerb) in words)
        {
            if (!rest.StartsWith(hard, StringComparison.Ordinal))
                continue;
            if (isVerb)
                return (easy, hard.Length);
            if (Particle(easy, rest[hard.Length..]) is var (particle, length))
                return (easy + particle, hard.Length + length);
        }
        return null;
    }

    /// <summary>The particle behind a noun as the easy word wants it; null when the noun goes on as another word.</summary>
    private static (string Said, int Length)? Particle(string easy, string behind)
    {
        if (behind.Length == 0 || !char.IsLetterOrDigit(behind[0]))
            return ("", 0);
        foreach (var pair in Pairs)
        {
            var read = pair.Split('/').FirstOrDefault(side => IsWhole(side, behind));
            if (read is not null)
                return (Particles.Of(easy, pair), read.Length);
        }
        return Others.FirstOrDefault(other => behind.StartsWith(other, StringComparison.Ordinal)) is { } same
            ? (same, same.Length)
            : null;
    }

    private static bool IsWhole(string particle, string behind) =>
        behind.StartsWith(particle, StringComparison.Ordinal)
        && (behind.Length == particle.Length || !char.IsLetterOrDigit(behind[particle.Length]));

    private static IEnumerable<(string Hard, string Easy, bool IsVerb)> WordsOf(string line, string place)
    {
        if (line.Split(" → ") is not [var hard, var easy])
            throw new InvalidDataException($"{place}: '{line}' is no word with its easy one behind an arrow.");
        var shapes = easy.Split('|', StringSplitOptions.TrimEntries);
        var stems = Array.Find(Stems, stems => hard.EndsWith(stems[0] + "다", StringComparison.Ordinal));
        if (shapes.Length != (stems?.Length ?? 1))
            throw new InvalidDataException($"{place}: '{hard}' needs {stems?.Length ?? 1} shapes.");
        return stems is null
            ? [(hard, easy, false)]
            : stems.Zip(shapes, (stem, shape) => (hard[..^2] + stem, shape, true));
    }
}
