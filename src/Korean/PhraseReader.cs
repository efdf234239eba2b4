namespace Bupyeong.Chatbot.Korean;

/// <summary>Reads phrases from a place in a text; what does not fit leaves the place unchanged.</summary>
internal ref struct PhraseReader(ReadOnlySpan<char> text, int at)
{
    private readonly ReadOnlySpan<char> text = text;

    public int At { get; private set; } = at;

    public readonly bool AtWordStart => At == 0 || !char.IsLetterOrDigit(text[At - 1]);

    public readonly char Next => At < text.Length ? text[At] : '\0';

    public readonly ReadOnlySpan<char> Rest => text[At..];

    public readonly ReadOnlySpan<char> Before => text[..At];

    /// <summary>A blank in the phrase may be left out in the text; ^ before it asks for the start of a word.</summary>
    public bool Phrase(scoped ReadOnlySpan<char> phrase)
    {
        if (phrase[0] == '^')
        {
            if (!AtWordStart)
                return false;
            phrase = phrase[1..];
        }
        var place = At;
        foreach (var c in phrase)
        {
            if (place < text.Length && text[place] == c)
                place++;
            else if (c != ' ')
                return false;
        }
        At = place;
        return true;
    }

    /// <summary>Whether one of the words comes next, a blank before it or not.</summary>
    public readonly bool IsBefore(params ReadOnlySpan<string> words)
    {
        var rest = Rest.TrimStart();
        foreach (var word in words)
        {
            if (rest.StartsWith(word))
                return true;
        }
        return false;
    }

    /// <summary>The value of the first phrase that fits; list longer phrases before their beginnings.</summary>
    public bool OneOf<T>(Phrases<T> phrases, out T value)
    {
        foreach (var (phrase, meaning) in phrases.From(Next))
        {
            if (!Phrase(phrase))
                continue;
            value = meaning;
            return true;
        }
        value = default!;
        return false;
    }

    /// <summary>A whole number of at most four digits.</summary>
    public bool Number(out int number)
    {
        number = 0;
        var place = At;
        while (place < text.Length && char.IsAsciiDigit(text[place]))
        {
            number = number * 10 + (text[place] - '0');
            if (++place - At > 4)
                return false;
        }
        if (place == At || (At > 0 && char.IsAsciiDigit(text[At - 1])))
            return false;
        At = place;
        return true;
    }

    public void Space()
    {
        if (Next == ' ')
            At++;
    }
}
