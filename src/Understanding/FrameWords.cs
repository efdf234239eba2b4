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

    /// <summary>Of so many sentences that say a word of every day, one is about something other than books.</summary>
    private const int Share = 3;

    /// <summary>An intent is about books when one of so many of its examples names a title.</summary>
    private const int Naming = 20;

    /// <summary>So many words beside a title are a part of the sentence and not of a longer title.</summary>
    private const int Clause = 3;

    private const string TitleMark = "{title}";

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

    /// <summary>Nor do they go on after a word that ends like this: 도서관에 페스트, 재밌다던데 페스트.</summary>
    private static readonly string[] ClauseEnds = ["에", "에서", "데", "면", "려고", "해서"];

    private static readonly HashSet<string> Particles =
    [
        .. "은 는 이 가 을 를 도 만 랑 이랑 하고 요 이요 인데 인데요 에서 에".Split(' '),
    ];

    private readonly HashSet<string> words;
    private readonly HashSet<string> ordinary;
    private readonly WordSpacing spacing;

    public FrameWords(IReadOnlyList<TrainingExample> examples)
    {
        var (said, framing) = (new Dictionary<string, Count>(), new Dictionary<string, int>());
        var elsewhere = Elsewhere(examples);
        var other = new List<string[]>();
        foreach (var example in examples)
        {
            var read = Words(example.Text);
            var isOther = elsewhere.Contains(example.Intent);
            if (isOther)
                other.Add(read);
            foreach (var word in read)
                said[word] = said.GetValueOrDefault(word).And(isOther ? 1 : 0);
            if (!example.Text.Contains(TitleMark, StringComparison.Ordinal))
                continue;
            foreach (var word in read.Distinct())
                framing[word] = framing.GetValueOrDefault(word) + 1;
        }
        ordinary = Bare(said.Where(word => word.Value.All >= Often));
        Everyday = Bare(said.Where(word => word.Value.All >= Often && word.Value.Elsewhere * Share >= word.Value.All));
        Phrases = other.SelectMany(PhrasesIn).ToHashSet();
        Said = Bare(said.Where(word => word.Value.Elsewhere > 0));
        words = [.. framing.Where(word => word.Value >= Least && word.Key.Length > 1).Select(word => word.Key)];
        spacing = new WordSpacing(words.Concat(RequestPhrases.Words).Concat(Particles));
    }

    /// <summary>
    /// The ordinary words that are not said mostly in asking for books: the examples name well-known books as they are,
    /// and 파친코 is no word of every day because of that.
    /// </summary>
    public IReadOnlySet<string> Everyday { get; }

    /// <summary>Two words of every day that are said together where no book is meant.</summary>
    public IReadOnlySet<string> Phrases { get; }

    /// <summary>Every word that is said where no book is meant.</summary>
    public IReadOnlySet<string> Said { get; }

    /// <summary>What stands before a title and is no part of it: words of a request, its writer, or half a sentence.</summary>
    public bool IsBefore(string text) =>
        EndsIn(RequestPhrases.Author, text.TrimEnd())
        || EndsIn(ClauseEnds, text.TrimEnd())
        || WordsOf(text) is var before && (before.Length > 1 ? before.Any(IsOrdinary) : before.All(IsOrdinary));

    /// <summary>The same behind it, where a sentence ends; 의 고양이 goes on with the title.</summary>
    public bool IsAfter(string text)
    {
        var after = WordsOf(text);
        if (after.All(Knows) || (text.Contains(' ', StringComparison.Ordinal) && EndsIn(SentenceEnds, text)))
            return true;
        var rest = text.StartsWith(' ') || Particles.Contains(after[0]) ? after[(text.StartsWith(' ') ? 0 : 1)..] : [];
        return rest is [var next, ..] && (IsOrdinary(next) || IsVolume(next) || rest.Length >= Clause);
    }

    /// <summary>What is written onto a title ends it: 설국은, 설국있나요, but not 설국열차.</summary>
    public bool IsEnding(string text) => text.Length == 0 || Particles.Contains(text) || Knows(text);

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

    /// <summary>The intents in which a title is seldom named.</summary>
    private static HashSet<string> Elsewhere(IEnumerable<TrainingExample> examples) =>
        [
            .. examples
                .GroupBy(
                    example => example.Intent,
                    example => example.Text.Contains(TitleMark, StringComparison.Ordinal) ? 1 : 0
                )
                .Where(intent => intent.Sum() * Naming < intent.Count())
                .Select(intent => intent.Key),
        ];

    private IEnumerable<string> PhrasesIn(string[] read)
    {
        for (var i = 1; i < read.Length; i++)
        {
            if (!Everyday.Contains(read[i - 1]))
                continue;
            var next = Stemmer.WithoutParticle(read[i]);
            if (Everyday.Contains(next))
                yield return $"{read[i - 1]} {next}";
        }
    }

    /// <summary>The words with and without their particles.</summary>
    private static HashSet<string> Bare(IEnumerable<KeyValuePair<string, Count>> words) =>
        [.. words.SelectMany(word => new[] { word.Key, Stemmer.WithoutParticle(word.Key) })];

    private static string[] WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool EndsIn(string[] endings, string text) =>
        Array.Exists(endings, ending => text.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>2권, and 10권이랑.</summary>
    private static bool IsVolume(string word) =>
        char.IsAsciiDigit(word[0]) && word.Contains('권', StringComparison.Ordinal);

    private bool IsOrdinary(string word) => ordinary.Contains(word) || Knows(word);

    private bool Knows(string word) => IsKnown(word) || spacing.Split(word).All(IsKnown);

    private bool IsKnown(string word) =>
        words.Contains(word) || Particles.Contains(word) || RequestPhrases.IsRequest(word);

    private static string[] Words(string example) =>
        (
            example.Contains('{', StringComparison.Ordinal)
                ? Mark().Replace(KoreanText.Normalize(example), " ")
                : KoreanText.Normalize(example)
        ).Split([' ', '?', '!', '.', ',', '~'], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Mark();

    /// <summary>How many times a word is said, and how many of them where no book is meant.</summary>
    private readonly record struct Count(int All, int Elsewhere)
    {
        public Count And(int elsewhere) => new(All + 1, Elsewhere + elsewhere);
    }
}
