using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Privacy;

/// <summary>Judgements on numbers that only look like private ones.</summary>
internal static class Numbers
{
    private static readonly string[] Units = ["년", "원", "권", "자리", "개월", "명", "층", "세", "살", "시간", "%"];

    /// <summary>The digits of a telephone number as they are dialled at home.</summary>
    public static string Phone(string text)
    {
        var digits = Digits(text);
        return digits.StartsWith("82", StringComparison.Ordinal) ? "0" + digits[2..].TrimStart('0') : digits;
    }

    /// <summary>
    /// Ten digits may be an ISBN or any other number; a text that speaks of other numbers decides it. An old ISBN in
    /// groups has four of them, the last of which is one digit.
    /// </summary>
    public static bool IsIsbn(string text, bool saysOther)
    {
        var digits = text.Where(char.IsAsciiLetterOrDigit).Select(Digit).ToList();
        if (digits.Count == 13)
            return digits.Select((digit, i) => i % 2 == 0 ? digit : 3 * digit).Sum() % 10 == 0;
        var isGrouped = text is { Length: 13 } && text[^2] is ('-' or ' ');
        return (isGrouped || (text.Length == 10 && !saysOther))
            && digits.Select((digit, i) => (10 - i) * digit).Sum() % 11 == 0;

        static int Digit(char letter) => letter is 'X' or 'x' ? 10 : letter - '0';
    }

    /// <summary>A long number that is no amount, no list and no part of a barcode or a decimal.</summary>
    public static bool IsAccount(string text, Capture number)
    {
        if (IsPartOfWord(text, number.Index) || IsPartOfDecimal(text, number) || IsFollowedBy(text, number, ["원"]))
            return false;
        var groups = number.Value.Split('-', ' ');
        return groups.Length == 1 || !IsList(groups);
    }

    public static bool IsPin(string text, Capture number) =>
        !IsPartOfDecimal(text, number) && !IsFollowedBy(text, number, Units);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    /// <summary>Years, small numbers, or one volume after the other; a card read out digit by digit is no list.</summary>
    private static bool IsList(string[] groups)
    {
        if (groups.Count(group => group is ['1', '9', _, _] or ['2', '0', _, _]) * 2 > groups.Length)
            return true;
        return groups.All(group => group.Length == 1)
            ? groups.Zip(groups.Skip(1)).Count(pair => pair.Second[0] == pair.First[0] + 1) * 2 > groups.Length
            : groups.Count(group => group.Length <= 2) * 2 >= groups.Length;
    }

    /// <summary>The number of a barcode or a receipt: it hangs on a Latin letter.</summary>
    private static bool IsPartOfWord(string text, int index)
    {
        var before = index - 1 >= 0 && text[index - 1] == '-' ? index - 2 : index - 1;
        return before >= 0 && char.IsAsciiLetter(text[before]);
    }

    private static bool IsPartOfDecimal(string text, Capture number)
    {
        var (before, after) = (number.Index - 1, number.Index + number.Length);
        return (before >= 1 && IsJoint(text[before]) && char.IsAsciiDigit(text[before - 1]))
            || (after + 1 < text.Length && IsJoint(text[after]) && char.IsAsciiDigit(text[after + 1]));

        static bool IsJoint(char letter) => letter is '.' or ',' or ':' or '-';
    }

    private static bool IsFollowedBy(string text, Capture number, string[] words)
    {
        var rest = text.AsSpan(number.Index + number.Length).TrimStart(' ');
        foreach (var word in words)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
