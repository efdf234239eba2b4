using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>
/// Words that count whatever the classifier thinks: yes, no, what excepts something, and danger, from dialogs/entities.
/// </summary>
public sealed class AnswerWords
{
    private const string Yes = "yes";
    private const string No = "no";
    private const string Except = "except";
    private const string ExceptBefore = "except before";

    private readonly Dictionary<string, HashSet<string>> answers;
    private readonly HashSet<string> danger;

    private AnswerWords(EntityList answers, EntityList danger)
    {
        this.answers = answers.Entries.ToDictionary(
            entry => entry.Value,
            entry => entry.Synonyms.Select(KoreanText.Squash).ToHashSet()
        );
        this.danger = [.. danger.Entries.SelectMany(entry => entry.Synonyms).Select(KoreanText.Squash)];
        foreach (var heading in (string[])[Yes, No, Except, ExceptBefore])
        {
            if (!this.answers.ContainsKey(heading))
                throw new InvalidDataException($"dialogs/entities/answers.md:1: there is no '## {heading}'.");
        }
    }

    /// <summary>
    /// True, false, or null for words that are neither; an answer is the whole message. "예약하기" is a yes only where
    /// <paramref name="waiting" /> is the dialog that asked whether to reserve.
    /// </summary>
    public bool? Of(string text, string? waiting)
    {
        var squashed = KoreanText.Squash(text);
        return answers[Yes].Contains(squashed) ? true
            : answers[No].Contains(squashed) ? false
            : waiting is not null && answers.GetValueOrDefault(waiting)?.Contains(squashed) is true ? true
            : null;
    }

    /// <summary>"그거 말고", "all but the second one": what was named is not wanted.</summary>
    public bool IsExcepted(string text, Entity named)
    {
        var after = KoreanText.Squash(text[named.End..]);
        if (answers[Except].Any(word => after.StartsWith(word, StringComparison.Ordinal)))
            return true;
        var before = KoreanText.Squash(text[..named.Start]);
        return answers[ExceptBefore].Any(word => before.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>The text speaks of harm: what the classifier may miss must not depend on it alone.</summary>
    public bool SpeaksOfDanger(string text)
    {
        var squashed = KoreanText.Squash(text);
        return danger.Any(word => squashed.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Reads answers.md and danger.md of the folder.</summary>
    public static AnswerWords Read(string folder) =>
        new(EntityList.Load(Path.Combine(folder, "answers.md")), EntityList.Load(Path.Combine(folder, "danger.md")));
}
