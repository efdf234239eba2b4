using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>A piece of a document that has a vector of its own, known by the hash of its words.</summary>
internal sealed record EmbeddedText(UInt128 Key, string Text)
{
    /// <summary>Of more than that an encoder's vector says little of each sentence, and many encoders cut.</summary>
    private const int Longest = 600;

    /// <summary>Each text by itself, and a long one in pieces that end where a sentence does.</summary>
    public static IEnumerable<EmbeddedText> Of(SearchDocument document) =>
        document
            .Texts.SelectMany(text => Pieces(text.Text))
            .Select(piece => piece.Trim())
            .Where(piece => piece.Length > 0)
            .Distinct()
            .Select(piece => new EmbeddedText(KeyOf(piece), piece));

    public static UInt128 KeyOf(string text) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan()));

    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        while (text.Length - start > Longest)
        {
            var end = EndWithin(text.AsSpan(start, Longest));
            yield return text.Substring(start, end);
            start += end;
        }
        yield return text[start..];
    }

    /// <summary>After the last sentence, else the last word, else wherever it is full.</summary>
    private static int EndWithin(ReadOnlySpan<char> text)
    {
        var end = text.LastIndexOfAny("\n.!?。") is > 0 and var sentence ? sentence : text.LastIndexOf(' ');
        if (end > 0)
            return end + 1;
        return char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
    }
}
