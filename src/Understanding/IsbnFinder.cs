using System.Text;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Finds ISBNs of thirteen or ten digits, with or without dashes, whose check digit is right.</summary>
internal static class IsbnFinder
{
    public static IEnumerable<Candidate> Find(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || (at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] == '-')))
                continue;
            if (Read(text, at) is not var (end, isbn))
                continue;
            yield return Candidate.Of(EntityTypes.Isbn, text, at..end, isbn);
            at = end;
        }
    }

    private static (int End, string Isbn)? Read(string text, int at)
    {
        var digits = new StringBuilder(13);
        for (var place = at; place < text.Length && digits.Length < 13; place++)
        {
            var c = text[place];
            if (char.IsAsciiDigit(c) || (c is 'x' or 'X' && digits.Length == 9))
                digits.Append(char.ToUpperInvariant(c));
            else if (c is not ('-' or ' '))
                break;
            var ends = place + 1 == text.Length || !char.IsLetterOrDigit(text[place + 1]) || text[place + 1] > '\u00FF';
            if (ends && c is not ('-' or ' ') && Thirteen(digits.ToString()) is { } isbn && !IsPhone(text.AsSpan(at)))
                return (place + 1, isbn);
        }
        return null;
    }

    /// <summary>One in eleven phone numbers has the check digit of an ISBN.</summary>
    private static bool IsPhone(ReadOnlySpan<char> text) => text is ['0', _, '-', ..] or ['0', _, _, '-', ..];

    private static string? Thirteen(string digits) =>
        digits.Length switch
        {
            10 when IsTen(digits) => WithCheckDigit("978" + digits[..9]),
            13 when digits[..3] is "978" or "979" && WithCheckDigit(digits[..12]) == digits => digits,
            _ => null,
        };

    private static bool IsTen(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 10; i++)
            sum += (10 - i) * (digits[i] == 'X' ? 10 : digits[i] - '0');
        return sum % 11 == 0;
    }

    private static string WithCheckDigit(string twelve)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++)
            sum += (twelve[i] - '0') * (i % 2 == 0 ? 1 : 3);
        return twelve + (10 - sum % 10) % 10;
    }
}
