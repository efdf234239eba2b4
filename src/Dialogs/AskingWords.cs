using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.LanguageModel;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>
/// The words in which residents are known to ask. What else a question says that somebody has put in other words must be
/// the resident's own or of a record: nothing comes in from outside.
/// </summary>
public sealed partial class AskingWords(IReadOnlyList<TrainingExample> examples)
{
    /// <summary>A name that happens to stand in an example stands there once.</summary>
    private const int Often = 2;

    // Read when a model first puts a question in other words: most houses have none.
    private readonly Lazy<HashSet<string>> known = new(() =>
        examples
            .Where(example =>
                example.Language == LanguageGuess.Korean && QuestionRewriter.Wishes.ContainsKey(example.Intent)
            )
            .SelectMany(example => StemsOf(Mark().Replace(example.Text, " ")).Distinct())
            .CountBy(stem => stem)
            .Where(stem => stem.Value >= Often)
            .Select(stem => stem.Key)
            .ToHashSet()
    );

    /// <summary>Every word is known, of a branch, or in the sources; what is read as a book's title or author is in the sources.</summary>
    public bool Allow(Recognition read, string dialog, IReadOnlyList<string> sources)
    {
        var said = sources.Select(KoreanText.Squash).ToList();
        var rest = read
            .Entities.Where(entity => entity.Type == EntityTypes.Branch)
            .Aggregate(read.Text, (text, branch) => text.Replace(branch.Text, " ", StringComparison.Ordinal));
        // Where no book is asked for, a title is what the words are taken for when all else fails.
        var names = Families.IsOfBooks(dialog)
            ? read.Entities.Where(entity => entity.Type is EntityTypes.Title or EntityTypes.Author)
            : [];
        return names.All(name => IsIn(said, name.Text))
            && StemsOf(rest).All(stem => known.Value.Contains(stem) || IsIn(said, stem));
    }

    private static bool IsIn(List<string> sources, string words)
    {
        var squashed = KoreanText.Squash(words);
        return sources.Exists(source => source.Contains(squashed, StringComparison.Ordinal));
    }

    private static IEnumerable<string> StemsOf(string text) =>
        Word().Matches(text).Select(word => Stemmer.Stem(word.Value));

    [GeneratedRegex(@"\{[^}]*\}\p{IsHangulSyllables}*")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
