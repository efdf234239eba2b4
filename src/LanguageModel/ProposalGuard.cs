using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Decides which questions of the model a librarian is shown: those that anybody could ask of the text, and nothing that it has not.</summary>
internal sealed partial class ProposalGuard(Proposing asked, PersonalDataGate gate)
{
    private const int Shortest = 4;
    private const int Longest = 80;

    private readonly string source = string.Join('\n', asked.Texts);
    private readonly IReadOnlyList<NumberFact> numbers = KoreanTongue.Known.Numbers.In(string.Join('\n', asked.Texts));
    private readonly HashSet<string> known = [.. asked.Questions.Select(KoreanText.Squash)];

    /// <summary>A question that passes is known from then on.</summary>
    public Objection Take(string text) =>
        text.Length < Shortest || !QuestionEnd().IsMatch(text) ? Objection.NoQuestion
        : text.Length > Longest ? Objection.TooLong
        : RephrasingGuard.CheckWords(text, source, ProposalPrompt.Instructions) is var words and not Objection.None
            ? words
        : !KoreanTongue.Known.Numbers.In(Idiom().Replace(text, "")).All(IsKnown) ? Objection.UnknownNumber
        : gate.HoldsNumber(text) || PersonalDataGate.NamesSomebody(text) ? Objection.PersonalData
        : !known.Add(KoreanText.Squash(text)) ? Objection.Known
        : Objection.None;

    /// <summary>"5권 넘게" asks of "5권까지": a question claims no bound.</summary>
    private bool IsKnown(NumberFact said) =>
        numbers.Any(number => number.Value == said.Value && number.Unit == said.Unit);

    // "한 번에" counts nothing.
    [GeneratedRegex(@"한\s?번(?:에|만)")]
    private static partial Regex Idiom();

    [GeneratedRegex(
        @"(?:\p{IsHangulSyllables}\s?\?+|(?:나요|까요|가요|는지요|주세요|줘요?|줄래요?|싶어요|부탁드려요|부탁해요)\s?[.!~]?)$"
    )]
    private static partial Regex QuestionEnd();
}
