using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Privacy;

/// <summary>One text being searched pattern by pattern; what one has read, the next no longer sees.</summary>
internal sealed class MaskingSearch(string text)
{
    private readonly PlainText plain = new(text);
    private readonly List<(PrivateKinds Kind, int Start, int End)> found = [];

    public string Letters => plain.Letters;

    /// <summary>What is to be masked, by its place in the text as it was written.</summary>
    public IReadOnlyList<(PrivateKinds Kind, int Start, int End)> Found => found;

    /// <summary>Marks what looks like a private number and is none.</summary>
    public void Keep(Regex pattern, Func<Capture, bool>? judge = null) =>
        plain.Cover(Matches(pattern, judge, refusedMayHoldOthers: true).Select(SpanOf), PrivatePatterns.Mark);

    public void Take(PrivateKinds kind, Regex pattern, Func<Capture, bool>? judge = null)
    {
        var matches = Matches(pattern, judge, refusedMayHoldOthers: false);
        foreach (var match in matches)
        {
            var (start, end) = plain.Origin(SpanOf(match));
            found.Add((kind, start, end));
        }
        plain.Cover(
            matches.Select(match => kind is PrivateKinds.Pin ? Whole(match) : SpanOf(match)),
            kind switch
            {
                PrivateKinds.Card => PrivatePatterns.CardMark,
                PrivateKinds.Pin => PrivatePatterns.PinMark,
                _ => PrivatePatterns.Mark,
            }
        );
    }

    /// <summary>The word that told a PIN is used up with it: it tells nothing of a number on its other side.</summary>
    private static (int Start, int End) Whole(Match match) => (match.Index, SpanOf(match).End);

    private List<Match> Matches(Regex pattern, Func<Capture, bool>? judge, bool refusedMayHoldOthers)
    {
        var matches = new List<Match>();
        for (var match = pattern.Match(Letters); match.Success; )
        {
            var (start, end) = SpanOf(match);
            var taken = judge is null || judge(match.Groups["n"]);
            if (taken)
                matches.Add(match);
            // From the end of the number and not of the match: what follows it may belong to the next one.
            match = pattern.Match(Letters, taken || !refusedMayHoldOthers ? end : start + 1);
        }
        return matches;
    }

    private static (int Start, int End) SpanOf(Match match) =>
        match.Groups["n"] is var number ? (number.Index, number.Index + number.Length) : default;
}
