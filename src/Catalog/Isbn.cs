namespace Bupyeong.Chatbot.Catalog;

/// <summary>국제표준도서번호: ten or thirteen digits, the last of which checks the others.</summary>
public static class Isbn
{
    /// <summary>The thirteen digits of either form, hyphens or not; null when the check digit is wrong.</summary>
    public static string? Normalize(string text)
    {
        var digits = text.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return digits.Length switch
        {
            13 when digits.All(char.IsAsciiDigit) && digits[12] == CheckDigit13(digits) => digits,
            10 when IsTen(digits) => $"978{digits[..9]}{CheckDigit13($"978{digits[..9]}")}",
            _ => null,
        };
    }

    private static char CheckDigit13(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++)
            sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        return (char)('0' + (10 - sum % 10) % 10);
    }

    private static bool IsTen(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 10; i++)
        {
            var isLastX = i == 9 && digits[i] is 'X' or 'x';
            if (!isLastX && !char.IsAsciiDigit(digits[i]))
                return false;
            sum += (isLastX ? 10 : digits[i] - '0') * (10 - i);
        }
        return sum % 11 == 0;
    }
}
