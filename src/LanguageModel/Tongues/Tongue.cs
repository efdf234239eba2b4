using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>What the guard must know of a language to hold a sentence in it against a Korean passage.</summary>
internal sealed record Tongue(string Code)
{
    /// <summary>What the model is told to write in.</summary>
    public required string Style { get; init; }

    /// <summary>Letters for one of the Korean passage, and how many besides: more is more than was asked for.</summary>
    public required (double Each, int Besides) Most { get; init; }

    /// <summary>Fewer letters for one of the passage leave out what it rests on.</summary>
    public required double Least { get; init; }

    public required NumberWords Numbers { get; init; }
    public required Regex Negation { get; init; }

    /// <summary>Where what is denied before is denied no more.</summary>
    public required Regex ClauseEnd { get; init; }

    /// <summary>Between two halves of which one is against the other.</summary>
    public required Regex But { get; init; }

    /// <summary>Korean denies behind the verb, the others before it.</summary>
    public bool DeniesBehind { get; init; }

    /// <summary>Between two verbs that one denial holds for.</summary>
    public Regex? Joint { get; init; }

    /// <summary>Names and titles, as far as their form tells them.</summary>
    public required Regex Name { get; init; }

    /// <summary>Words that begin a sentence and so are written large without being names.</summary>
    public IReadOnlySet<string> Openers { get; init; } = FrozenSet<string>.Empty;

    /// <summary>By its letters, and by the small words that a sentence of it has whatever it speaks of.</summary>
    public required Func<string, bool> IsWritten { get; init; }

    /// <summary>What is left of a sentence without its terms and numbers speaks of nothing else.</summary>
    public required Func<string, bool> IsPlain { get; init; }

    /// <summary>The language of a resident, or null for one whose sentences cannot be checked.</summary>
    public static Tongue? Of(string language) =>
        language switch
        {
            "ko" => KoreanTongue.Known,
            "en" => EnglishTongue.Known,
            "vi" => VietnameseTongue.Known,
            "zh" => ChineseTongue.Known,
            _ => null,
        };

    /// <summary>Words of a list with blanks and lines between them.</summary>
    public static HashSet<string> WordsOf(string words) =>
        [.. words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
}
