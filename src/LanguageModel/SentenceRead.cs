using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>A sentence as the guard reads it: its numbers, its terms, and what of it is denied.</summary>
internal sealed class SentenceRead
{
    private readonly Tongue tongue;

    public SentenceRead(string text, Tongue tongue)
    {
        (Text, this.tongue) = (text, tongue);
        Numbers = tongue.Numbers.In(text);
        Terms = [.. Glossary.In(text, tongue.Code)];
        Acts = [.. Terms.Where(term => term.Term.Kind is TermKind.Act or TermKind.Common).Select(ActOf)];
    }

    public string Text { get; }
    public IReadOnlyList<NumberFact> Numbers { get; }
    public IReadOnlyList<(Term Term, Match Place)> Terms { get; }

    /// <summary>What is done, and whether it is denied.</summary>
    public IReadOnlyList<(Term Term, bool IsDenied)> Acts { get; }

    public bool IsTranslated => tongue.Code is not "ko";

    /// <summary>How often something is denied: "할 수 있어요" of "할 수 없어요" has every word of it and the opposite sense.</summary>
    public int Denials => tongue.Negation.Count(Told);

    /// <summary>Which half of "와도 되지만 돌봐 드리지는 못해요" denies; none where there are no two.</summary>
    public (bool First, bool Second)? Halves =>
        tongue.But.Split(Told) is [var first, var second]
            ? (tongue.Negation.IsMatch(first), tongue.Negation.IsMatch(second))
            : null;

    private string Told => tongue.Numbers.Without(WithoutTerms(TermKind.OwnDenial));

    /// <summary>What is left of it when its numbers and terms are taken away.</summary>
    public string Rest => tongue.Numbers.Without(WithoutTerms(null));

    /// <summary>It counts in words that are no numbers, "a dozen" or 서너, and the passage does not in the same.</summary>
    public bool Counts(string passage) =>
        tongue.Numbers.Loose.Matches(Rest).Any(word => !passage.Contains(word.Value, StringComparison.Ordinal));

    private string WithoutTerms(TermKind? kind)
    {
        var text = Text;
        foreach (var (term, place) in Terms.Reverse())
        {
            if (kind is null || term.Kind == kind)
                text = $"{text[..place.Index]} {text[(place.Index + place.Length)..]}";
        }
        return text;
    }

    private (Term Term, bool IsDenied) ActOf((Term Term, Match Place) act) =>
        (
            act.Term,
            tongue.DeniesBehind ? IsDeniedBehind(act.Place.Index, act.Place.Length) : IsDeniedBefore(act.Place.Index)
        );

    private bool IsDeniedBefore(int place)
    {
        var start = tongue.ClauseEnd.Matches(Text[..place]).LastOrDefault() is { } end ? end.Index + end.Length : 0;
        return tongue.Negation.IsMatch(Text[start..place]);
    }

    /// <summary>Up to the next verb; "보거나 빌릴 수 없어요" denies both.</summary>
    private bool IsDeniedBehind(int place, int length)
    {
        if (Regex.IsMatch(Text[..place], @"(?<!\p{L})[안못] ?$"))
            return true;
        var start = place + length;
        var end = tongue.ClauseEnd.Match(Text, start) is { Success: true } found ? found.Index : Text.Length;
        var next = Terms.FirstOrDefault(term =>
            term.Place.Index >= start && term.Place.Index < end && term.Term.Kind is TermKind.Act or TermKind.Common
        );
        if (next.Place is null || next.Place.Index < start || next.Place.Index >= end)
            return tongue.Negation.IsMatch(Text[start..end]);
        return tongue.Joint!.IsMatch(Text[start..next.Place.Index])
            ? IsDeniedBehind(next.Place.Index, next.Place.Length)
            : tongue.Negation.IsMatch(Text[start..next.Place.Index]);
    }
}
