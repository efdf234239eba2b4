using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>The ways to say yes and no, from dialogs/entities/answers.md.</summary>
public sealed class AnswerWords(IReadOnlySet<string> yes, IReadOnlySet<string> no)
{
    /// <summary>True, false, or null for words that are neither; an answer is the whole message.</summary>
    public bool? Of(string text)
    {
        var squashed = KoreanText.Squash(text);
        return yes.Contains(squashed) ? true
            : no.Contains(squashed) ? false
            : null;
    }

    /// <summary>Reads "## yes" and "## no" with their bullets.</summary>
    public static AnswerWords Read(string path)
    {
        var words = new Dictionary<string, HashSet<string>> { ["yes"] = [], ["no"] = [] };
        HashSet<string>? current = null;
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal) && !words.TryGetValue(line[3..].Trim(), out current))
                throw new InvalidDataException(
                    $"dialogs/entities/answers.md:{number}: there are only '## yes' and '## no'."
                );
            if (line.StartsWith("- ", StringComparison.Ordinal))
                current?.Add(KoreanText.Squash(line[2..]));
        }
        return new AnswerWords(words["yes"], words["no"]);
    }
}
