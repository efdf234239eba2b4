namespace Bupyeong.Chatbot.Understanding;

/// <summary>A text without its spaces and punctuation that remembers where each letter stood.</summary>
internal sealed class SquashedText
{
    private readonly int[] places;

    public SquashedText(string text)
    {
        Source = text;
        var (found, letters, count) = (new int[text.Length], new char[text.Length], 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
                (found[count], letters[count++]) = (i, text[i]);
        }
        places = found[..count];
        Letters = new string(letters, 0, count);
    }

    public string Source { get; }

    public string Letters { get; }

    /// <summary>The span of the source that these letters cover.</summary>
    public Range Span(int start, int length) => places[start]..(places[start + length - 1] + 1);

    /// <summary>The letter right before or after, or a blank when something stands between.</summary>
    public char Before(int start) => start > 0 && places[start - 1] == places[start] - 1 ? Letters[start - 1] : ' ';

    public char After(int end) => end < Letters.Length && places[end] == places[end - 1] + 1 ? Letters[end] : ' ';
}
