namespace Bupyeong.Chatbot.Understanding;

/// <summary>A part of a text whose ends can be moved inwards, word by word.</summary>
internal readonly record struct TextSpan(string Text, int Start, int End)
{
    public int Length => End - Start;

    public string Value => Text[Start..End];

    public int Letters
    {
        get
        {
            var letters = 0;
            for (var i = Start; i < End; i++)
                letters += char.IsLetterOrDigit(Text[i]) ? 1 : 0;
            return letters;
        }
    }

    /// <summary>Without blanks and punctuation at the ends.</summary>
    public TextSpan Trim()
    {
        var (start, end) = (Start, End);
        while (start < end && !char.IsLetterOrDigit(Text[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(Text[end - 1]))
            end--;
        return this with { Start = start, End = end };
    }

    public TextSpan FirstWord()
    {
        var end = Start;
        while (end < End && Text[end] != ' ')
            end++;
        return (this with { End = end }).Trim();
    }

    public TextSpan LastWord()
    {
        var start = End;
        while (start > Start && Text[start - 1] != ' ')
            start--;
        return (this with { Start = start }).Trim();
    }

    public TextSpan Before(int end) => (this with { End = end }).Trim();

    public TextSpan After(int start) => (this with { Start = start }).Trim();
}
