using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Takes the request away from around a title, from the ends only: 「책 먹는 여우」 keeps its 책.</summary>
internal sealed class RequestStripper(FrameWords frames)
{
    /// <summary>The rest of the span; what is protected, a title that is known, stays.</summary>
    public TextSpan Strip(TextSpan span, TextSpan? known) =>
        StripStart(StripEnd(BeforeQuestion(span.Trim(), known), known), known);

    /// <summary>몇 쪽이에요, 몇 살부터 읽어요: a question about the book that is named before it.</summary>
    private static TextSpan BeforeQuestion(TextSpan span, TextSpan? known)
    {
        var at = span.Text.IndexOf(" 몇 ", span.Start, span.Length, StringComparison.Ordinal);
        return at > span.Start && at >= (known?.End ?? at) ? span.Before(at) : span;
    }

    private TextSpan StripEnd(TextSpan span, TextSpan? known)
    {
        var asked = false;
        while (span.Length > 0)
        {
            var word = span.LastWord();
            if (known is { } title && word.Start < title.End)
                return AtTitle(span, word, title);
            if (RequestPhrases.IsRequest(word.Value))
                span = span.Before(word.Start);
            else if (CutOf(word) is var cut && cut < word.End)
                span = span.Before(cut);
            else
                return asked ? WithoutParticle(span) : span;
            asked = true;
        }
        return span;
    }

    private static TextSpan StripStart(TextSpan span, TextSpan? known)
    {
        while (span.Length > 0)
        {
            var word = span.FirstWord();
            if (!RequestPhrases.Leads.Contains(word.Value) || word.End > (known?.Start ?? word.End))
                return span;
            span = span.After(word.End);
        }
        return span;
    }

    /// <summary>What is written onto a known title is a request or a particle, unless it is a volume: 불편한편의점2.</summary>
    private TextSpan AtTitle(TextSpan span, TextSpan word, TextSpan title)
    {
        var volume = title.End < span.End && char.IsAsciiDigit(span.Text[title.End]);
        return span.Before(volume ? CutOf(word) : title.End);
    }

    /// <summary>Where a request begins that is written onto the last word, or the word's end.</summary>
    private int CutOf(TextSpan word)
    {
        var cut = word.Start + frames.CutOf(word.Value);
        foreach (var stem in RequestPhrases.Attached)
        {
            var at = word.Text.IndexOf(stem, word.Start, word.Length, StringComparison.Ordinal);
            if (at > word.Start + 1)
                cut = Math.Min(cut, at);
        }
        return cut;
    }

    private static TextSpan WithoutParticle(TextSpan span)
    {
        var word = span.LastWord();
        var bare = Stemmer.WithoutParticle(word.Value);
        return bare.Length >= 2 || span.Length > word.Length ? span.Before(word.Start + bare.Length) : span;
    }
}
