using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Tells a person from a title: 한강 작가, 김영하가 쓴 책, 박경리 책 뭐뭐 있어요.</summary>
internal sealed class AuthorCues(IEnumerable<string> known, RequestStripper stripper)
{
    private const string Surnames =
        "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염";

    /// <summary>심리학 and 한국사 have a surname in front but are no one's name.</summary>
    private const string SubjectEndings = "학사법론식물화술책점기집";

    private static readonly string[] Asking = ["뭐", "뭐뭐", "목록", "전부", "뭐가", "어떤"];

    private readonly HashSet<string> known = [.. known.Select(KoreanText.Squash)];

    /// <summary>The author that the segment names, or the title that is said after him, or null when there is no cue.</summary>
    public (string Type, TextSpan Span)? Read(TextSpan segment)
    {
        foreach (var cue in RequestPhrases.Author)
        {
            var at = segment.Text.IndexOf(cue, segment.Start, segment.Length, StringComparison.Ordinal);
            if (at >= 0)
                return AroundCue(segment, at, at + cue.Length);
        }
        return Writer(segment) ?? BooksOf(segment);
    }

    /// <summary>한강 소설 and 한강 alone, when 한강 is known to be a writer.</summary>
    public bool Knows(TextSpan span) => known.Contains(KoreanText.Squash(span.Value));

    private (string, TextSpan)? AroundCue(TextSpan segment, int start, int end)
    {
        var after = stripper.Strip(WithoutJoint(segment.After(end)), null);
        if (segment.Before(start) is { Letters: > 0 } before && !RequestPhrases.Leads.Contains(before.Value))
            return after.Letters > 1 ? (EntityTypes.Title, after) : (EntityTypes.Author, before);
        return after.Letters > 1 ? (EntityTypes.Author, LessCopula(after)) : null;
    }

    private static (string, TextSpan)? Writer(TextSpan segment)
    {
        foreach (var joint in (string[])["이 쓴 ", "가 쓴 ", "이 지은 ", "가 지은 ", "이쓴 ", "가쓴 "])
        {
            var at = segment.Text.IndexOf(joint, segment.Start, segment.Length, StringComparison.Ordinal);
            if (at > segment.Start)
                return (EntityTypes.Author, segment.Before(at));
        }
        return null;
    }

    private (string, TextSpan)? BooksOf(TextSpan segment)
    {
        var at = segment.Text.IndexOf(" 책", segment.Start, segment.Length, StringComparison.Ordinal);
        if (at <= segment.Start)
            return null;
        var before = segment.Before(at);
        var next = segment.After(at + 2).FirstWord().Value;
        var asked = Array.Exists(Asking, word => next.StartsWith(word, StringComparison.Ordinal));
        return Knows(before) || (asked && IsNamed(before.Value)) ? (EntityTypes.Author, before) : null;
    }

    private static bool IsNamed(string word) =>
        word.Length == 3
        && Surnames.Contains(word[0])
        && !SubjectEndings.Contains(word[2])
        && word.All(Hangul.IsSyllable);

    /// <summary>작가의 신작, 저자가 김훈인: the particle of the cue itself.</summary>
    private static TextSpan WithoutJoint(TextSpan span) =>
        span.FirstWord() is { Length: 1 } first && "의가는이".Contains(first.Value[0]) ? span.After(first.End) : span;

    private static TextSpan LessCopula(TextSpan span) =>
        span.Value.EndsWith('인') && span.Letters > 3 ? span.Before(span.End - 1) : span;
}
