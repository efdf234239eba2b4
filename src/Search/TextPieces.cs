using System.IO.Hashing;
using System.Runtime.InteropServices;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Search;

/// <summary>
/// The pieces by which a question and an entry are compared: stems, syllables, pairs of syllables, runs of three letters,
/// and words of other scripts whole. A piece is a hash, of which the lowest bits say what it is a piece of.
/// </summary>
internal sealed class TextPieces(Synonyms synonyms)
{
    private const int LettersRun = 3;

    // With few texts a count of one or two says little, so counts are drawn together before they are compared.
    private const double Smoothing = 2;

    // Rare pieces say more than in proportion: what is asked about is rarer than how it is asked.
    private const double Sharpness = 1.2;

    private const double LettersShare = 0.7;
    private const ulong Kinds = 3;
    private const ulong OfLetters = 1;
    private const ulong OfStem = 2;
    private const ulong OfWord = 3;

    /// <summary>Runs of letters are many and say much the same as the syllables that they are cut from.</summary>
    public static bool IsOfLetters(ulong piece) => (piece & Kinds) == OfLetters;

    /// <summary>A stem is kept apart from a pair of syllables, which may stand side by side in any two words.</summary>
    public static bool IsOfWord(ulong piece) => (piece & Kinds) >= OfStem;

    /// <summary>How much a piece says that so many of all texts have.</summary>
    public static double RarityOf(ulong piece, int count, int all) =>
        (IsOfLetters(piece) ? LettersShare : 1)
        * Math.Pow(Math.Log(1 + (all - count + Smoothing) / (count + Smoothing)), Sharpness);

    /// <summary>Every piece once.</summary>
    public HashSet<ulong> Of(string text)
    {
        var read = KoreanTerms.Words(text).Select(synonyms.Of).ToList();
        var pieces = new HashSet<ulong>();
        var running = new System.Text.StringBuilder();
        foreach (var word in read)
        {
            if (KoreanTerms.IsEastAsian(word[0]))
                running.Append(word);
            else
                pieces.Add(PieceOf(word, OfWord));
            if (Stemmer.Stem(word) is { Length: >= 2 } stem)
                pieces.Add(PieceOf(stem, OfStem));
        }
        var korean = synonyms.Within(running.ToString()).AsSpan();
        for (var i = 0; i < korean.Length; i++)
        {
            pieces.Add(PieceOf(korean.Slice(i, 1), 0));
            if (i + 1 < korean.Length)
                pieces.Add(PieceOf(korean.Slice(i, 2), 0));
        }
        var letters = Hangul.Letters(korean.ToString()).AsSpan();
        for (var i = 0; i + LettersRun <= letters.Length; i++)
            pieces.Add(PieceOf(letters.Slice(i, LettersRun), OfLetters));
        return pieces;
    }

    /// <summary>A piece that is a word, or stands for one.</summary>
    public static ulong OfWhole(string text) => PieceOf(text, OfWord);

    private static ulong PieceOf(ReadOnlySpan<char> text, ulong kind) =>
        XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text)) & ~Kinds | kind;
}
