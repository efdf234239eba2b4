using System.Text;
using System.Text.RegularExpressions;
using static Bupyeong.Chatbot.Privacy.PrivatePatterns;

namespace Bupyeong.Chatbot.Privacy;

/// <summary>
/// Takes private numbers out of what residents write, before anything is stored, logged or sent on. Call numbers,
/// ISBNs, dates, prices, barcodes and the library's own telephone numbers stay.
/// </summary>
public sealed class Masking(IEnumerable<string> ownPhones)
{
    private static readonly Dictionary<PrivateKinds, string> Words = new()
    {
        [PrivateKinds.ResidentNumber] = "[주민등록번호 가림]",
        [PrivateKinds.Phone] = "[전화번호 가림]",
        [PrivateKinds.Card] = "[회원번호 가림]",
        [PrivateKinds.Email] = "[전자우편 가림]",
        [PrivateKinds.Pin] = "[비밀번호 가림]",
    };

    private readonly HashSet<string> ownPhones = [.. ownPhones.Select(Numbers.Phone)];

    public MaskedText Mask(string text)
    {
        if (!MayHoldAny(text))
            return new(text, PrivateKinds.None);

        if (text.Any(letter => letter is >= '\u1100' and <= '\u11FF'))
            text = Composed(text);
        var search = new MaskingSearch(text);
        search.Keep(Masked);
        search.Take(PrivateKinds.Email, Email);
        search.Take(PrivateKinds.Card, Card);
        search.Take(PrivateKinds.ResidentNumber, ResidentNumber);
        var otherNumber = NumberWord.IsMatch(search.Letters) && !IsbnWord.IsMatch(search.Letters);
        search.Keep(Isbn, found => Numbers.IsIsbn(found.Value, otherNumber));
        search.Keep(Landline, IsOurs);
        search.Take(PrivateKinds.Phone, Mobile);
        search.Take(PrivateKinds.Phone, Landline);
        search.Take(PrivateKinds.Phone, LocalPhone, found => !IsOurs(found));
        search.Keep(WrittenDate);
        // Before 20261122 is read as a day: beside its word a birthday is a PIN like any other.
        TakePins(search);
        search.Keep(CompactDate);
        search.Take(PrivateKinds.Card, LongNumber, found => Numbers.IsAccount(search.Letters, found));
        TakePins(search);
        return Write(text, search);
    }

    /// <summary>True for a stored text from which something was taken out.</summary>
    public static bool WasMasked(string text) =>
        text.Contains("가림]", StringComparison.Ordinal)
        && Words.Values.Any(word => text.Contains(word, StringComparison.Ordinal));

    private static void TakePins(MaskingSearch search)
    {
        search.Take(PrivateKinds.Pin, PinAfter, found => Numbers.IsPin(search.Letters, found));
        search.Take(PrivateKinds.Pin, PinBefore, found => Numbers.IsPin(search.Letters, found));
        search.Take(PrivateKinds.Pin, PinOr, found => Numbers.IsPin(search.Letters, found));
        search.Take(PrivateKinds.Pin, SpokenPin);
    }

    /// <summary>Letters typed apart (a Mac's ㅂ+ㅣ) put together; half of a pair of surrogates does not survive it.</summary>
    private static string Composed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize();

    private bool IsOurs(Capture found) =>
        Numbers.Phone(found.Value) is var digits
        && ownPhones.Any(own =>
            own == digits || (digits.Length <= 8 && own.EndsWith(digits, StringComparison.Ordinal))
        );

    /// <summary>Most of what is said holds no number at all, and costs one look.</summary>
    private static bool MayHoldAny(string text)
    {
        var spoken = 0;
        foreach (var letter in text)
        {
            if (letter is '@' or '＠' || char.IsNumber(letter) || char.IsSurrogate(letter))
                return true;
            if ("공영빵일이삼사오육륙칠팔구".Contains(letter, StringComparison.Ordinal) && ++spoken == 4)
                return true;
            if (letter == '골' && text.Contains("골뱅이", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static MaskedText Write(string text, MaskingSearch search)
    {
        var masked = new StringBuilder(text.Length);
        var (kinds, written) = (PrivateKinds.None, 0);
        foreach (var (kind, start, end) in search.Found.OrderBy(found => found.Start))
        {
            masked.Append(text, written, start - written).Append(Words[kind]);
            kinds |= kind;
            written = end;
        }
        return kinds is PrivateKinds.None
            ? new(text, kinds)
            : new(masked.Append(text, written, text.Length - written).ToString(), kinds);
    }
}
