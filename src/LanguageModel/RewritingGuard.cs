using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Whether a rewritten question is one plain Korean line with no number, day or foreign word that nobody said.</summary>
internal static partial class RewritingGuard
{
    private const int Longest = 60;
    private const int PromptRun = 10;
    private const double LeastHangul = 0.6;

    /// <param name="question">The model's words.</param>
    /// <param name="instructions">What the model was told to do, and is not to repeat.</param>
    /// <param name="known">The resident's words and what the model was told of records.</param>
    public static Objection Check(string question, string instructions, IReadOnlyList<string> known) =>
        question.Length > Longest ? Objection.TooLong
        : !Plain().IsMatch(question) ? Objection.NotPlain
        : !IsKorean(question, known) ? Objection.OtherLanguage
        : HasPromptWords(question, instructions) ? Objection.PromptWords
        : !AreKnown(question, known, text => KoreanTongue.Known.Numbers.In(text).Select(number => number.Value))
            ? Objection.UnknownNumber
        : !AreKnown(question, known, text => DateFinder.Find(text).Select(date => date.Expression))
            ? Objection.UnknownDay
        : Objection.None;

    /// <summary>Latin words are those of a title that was named, or none.</summary>
    private static bool IsKorean(string question, IReadOnlyList<string> known)
    {
        var letters = question.Count(char.IsLetter);
        return letters > 0
            && question.Count(letter => letter is >= '가' and <= '힣') >= letters * LeastHangul
            && Latin()
                .Matches(question)
                .All(word => known.Any(text => text.Contains(word.Value, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool HasPromptWords(string question, string instructions)
    {
        var (asked, told) = (KoreanText.Squash(question), KoreanText.Squash(instructions));
        return Enumerable
            .Range(0, Math.Max(0, asked.Length - PromptRun + 1))
            .Any(start => told.Contains(asked.Substring(start, PromptRun), StringComparison.Ordinal));
    }

    private static bool AreKnown<T>(string question, IReadOnlyList<string> known, Func<string, IEnumerable<T>> read)
    {
        var said = known.SelectMany(read).ToHashSet();
        return read(question).All(said.Contains);
    }

    [GeneratedRegex(@"^[\p{IsHangulSyllables}A-Za-z0-9 .,?!'~·-]+$")]
    private static partial Regex Plain();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Latin();
}
