using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Words that count whatever the classifier thinks: yes, no and danger, from dialogs/entities.</summary>
public sealed class AnswerWords(IReadOnlySet<string> yes, IReadOnlySet<string> no, IReadOnlySet<string> danger)
{
    /// <summary>True, false, or null for words that are neither; an answer is the whole message.</summary>
    public bool? Of(string text)
    {
        var squashed = KoreanText.Squash(text);
        return yes.Contains(squashed) ? true
            : no.Contains(squashed) ? false
            : null;
    }

    /// <summary>The text speaks of harm: what the classifier may miss must not depend on it alone.</summary>
    public bool SpeaksOfDanger(string text)
    {
        var squashed = KoreanText.Squash(text);
        return danger.Any(word => squashed.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Reads answers.md ("## yes", "## no") and danger.md ("## danger") of the folder.</summary>
    public static AnswerWords Read(string folder)
    {
        var answers = EntityList.Load(Path.Combine(folder, "answers.md"));
        var danger = EntityList.Load(Path.Combine(folder, "danger.md"));
        return new AnswerWords(Under(answers, "yes"), Under(answers, "no"), Under(danger, "danger"));
    }

    private static HashSet<string> Under(EntityList list, string heading) =>
        list.Entries.FirstOrDefault(entry => entry.Value == heading) is { } found
            ? [.. found.Synonyms.Select(KoreanText.Squash)]
            : throw new InvalidDataException($"dialogs/entities/{list.Name}.md:1: there is no '## {heading}'.");
}
