using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>The words that the examples have around a title, and which are therefore seldom a part of one.</summary>
internal sealed partial class FrameWords
{
    /// <summary>What one example alone says may be anything.</summary>
    private const int Least = 2;

    /// <summary>A word that so many examples say is no title's own.</summary>
    private const int Often = 8;

    /// <summary>A shorter word is more likely one word than several.</summary>
    private const int LongRun = 6;

    /// <summary>Titles seldom end as a sentence does that is said to somebody.</summary>
    private static readonly string[] SentenceEnds =
    [
        "요",
        "까",
        "죠",
        "나",
        "니",
        "냐",
        "교",
        "데",
        "여",
        "욤",
        "음",
        "줘",
        "대",
    ];

    private static readonly HashSet<string> Particles =
    [
        .. "은 는 이 가 을 를 도 만 랑 이랑 하고 요 이요 인데 인데요 에서 에".Split(' '),
    ];

    private readonly HashSet<string> words;
    private readonly HashSet<string> ordinary;
    private readonly WordSpacing spacing;

    public FrameWords(IReadOnlyList<TrainingExample> examples)
    {
        ordinary =
        [
            .. examples
                .SelectMany(example => Words(example.Text))
                .CountBy(word => word)
                .Where(word => word.Value >= Often)
                .SelectMany(word => new[] { word.Key, Stemmer.WithoutParticle(word.Key) }),
        ];
        words =
        [
            .. examples
                .Where(example => example.Text.Contains("{title}", StringComparison.Ordinal))
                .SelectMany(example => Words(example.Text).Distinct())
                .CountBy(word => word)
                .Where(word => word.Value >= Least && word.Key.Length > 1)
                .Select(word => word.Key),
        ];
        spacing = new WordSpacing(words.Concat(RequestPhrases.Words).Concat(Particles));
    }

    /// <summary>The words that many examples say by themselves, with and without their particles.</summary>
    public IReadOnlySet<string> Ordinary => ordinary;

    /// <summary>What stands before a title and is no part of it: words of a request, or its writer.</summary>
    public bool IsBefore(string text) =>
        EndsIn(RequestPhrases.Author, text.TrimEnd())
        || WordsOf(text).All(word => ordinary.Contains(word) || Knows(word));

    /// <summary>The same behind it, where a sentence ends; 의 고양이 goes on with the title.</summary>
    public bool IsAfter(string text) =>
        WordsOf(text).All(Knows) || (text.Contains(' ', StringComparison.Ordinal) && EndsIn(SentenceEnds, text));

    /// <summary>The places in a run without spaces at which a title may start, behind the words of the request.</summary>
    public IEnumerable<int> StartsIn(string run)
    {
        var at = 0;
        foreach (var piece in run.Length < LongRun ? [] : spacing.Split(run).TakeWhile(IsKnown))
            yield return at += piece.Length;
    }

    /// <summary>Where the request begins that is written onto a word, or the word's length.</summary>
    public int CutOf(string word)
    {
        var (cut, at) = (word.Length, word.Length);
        foreach (var piece in spacing.Split(word).Reverse())
        {
            at -= piece.Length;
            if (at == 0 || !RequestPhrases.IsRequest(piece))
                break;
            if (RequestPhrases.IsVerb(piece))
                cut = at;
        }
        return cut;
    }

    private static string[] WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool EndsIn(string[] endings, string text) =>
        Array.Exists(endings, ending => text.EndsWith(ending, StringComparison.Ordinal));

    private bool Knows(string word) => IsKnown(word) || spacing.Split(word).All(IsKnown);

    private bool IsKnown(string word) =>
        words.Contains(word) || Particles.Contains(word) || RequestPhrases.IsRequest(word);

    private static string[] Words(string example) =>
        Mark()
            .Replace(KoreanText.Normalize(example), " ")
            .Split([' ', '?', '!', '.', ',', '~'], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Mark();
}
