using System.Globalization;
using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>A number with what it counts and its bound, in digits or in words: 다섯 권까지 is at most 5 권.</summary>
/// <param name="Before">The words between the number before and this one.</param>
internal sealed partial record NumberFact(decimal Value, string Unit, string Bound, string Before)
{
    private const string Units =
        "개월|군데|주일|시간|차례|가지|퍼센트|종류|권|개|명|장|편|곳|회|주|시|분|일|월|년|달|번|원|점|층|쪽|박|세|살|배|건|종|해|%|％";

    private static readonly Dictionary<string, string> SameUnit = new()
    {
        ["주일"] = "주",
        ["달"] = "개월",
        ["군데"] = "곳",
        ["차례"] = "회",
        ["번"] = "회",
        ["살"] = "세",
        ["해"] = "년",
        ["퍼센트"] = "%",
        ["％"] = "%",
    };

    private static readonly string[] Tens = ["열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];
    private static readonly string[] Ones = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"];

    private static readonly string[] Days = [.. "하루 이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘".Split(' ')];

    public bool IsSameAs(NumberFact other) => Value == other.Value && Unit == other.Unit && Bound == other.Bound;

    /// <summary>All numbers of a text, in order.</summary>
    public static IReadOnlyList<NumberFact> In(string text)
    {
        var found = new List<NumberFact>();
        var end = 0;
        foreach (Match number in Number().Matches(text))
        {
            var before = text[end..number.Index];
            end = number.Index + number.Length;
            var unit = number.Groups["unit"].Value;
            found.Add(
                new(
                    ValueOf(number),
                    number.Groups["days"].Success ? "일" : SameUnit.GetValueOrDefault(unit, unit),
                    BoundOf(before, text[end..]),
                    before
                )
            );
        }
        return found;
    }

    private static decimal ValueOf(Match number)
    {
        if (number.Groups["days"] is { Success: true } days)
            return days.Value is "보름" ? 15 : Array.IndexOf(Days, days.Value) + 1;
        if (number.Groups["native"] is { Success: true } native)
            return NativeValue(native.Value);
        if (number.Groups["sino"] is { Success: true } sino)
            return SinoValue(sino.Value);
        var digits = decimal.Parse(
            number.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );
        return number.Groups["times"].Value switch
        {
            "만" => digits * 10_000,
            "천" => digits * 1000,
            "백" => digits * 100,
            _ => digits,
        };
    }

    private static int NativeValue(string word)
    {
        if (word is "스무")
            return 20;
        var ten = Array.FindIndex(Tens, ten => word.StartsWith(ten, StringComparison.Ordinal));
        var rest = ten < 0 ? word : word[Tens[ten].Length..];
        var one = rest switch
        {
            "석" => 3,
            "넉" => 4,
            _ => Array.IndexOf(Ones, rest) + 1,
        };
        return (ten + 1) * 10 + one;
    }

    private static int SinoValue(string word)
    {
        var (sum, part, digit) = (0, 0, 0);
        foreach (var letter in word)
        {
            if ("일이삼사오육칠팔구".IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place)
                digit = place + 1;
            else if (letter is '만')
                (sum, part, digit) = (sum + Math.Max(part + digit, 1) * 10_000, 0, 0);
            else
                (part, digit) = (
                    part
                        + Math.Max(digit, 1)
                            * (
                                letter is '십' ? 10
                                : letter is '백' ? 100
                                : 1000
                            ),
                    0
                );
        }
        return sum + part + digit;
    }

    private static string BoundOf(string before, string after) =>
        After().Match(after).Groups[1].Value switch
        {
            "까지" or "이하" or "이내" => "most",
            "미만" or "이전" or "전" => "less",
            "이상" or "부터" => "least",
            "초과" or "이후" or "후" or "뒤" => "more",
            "마다" or "당" => "each",
            _ => Ahead().Match(before).Groups[1].Value switch
            {
                "최대" => "most",
                "최소" or "적어도" => "least",
                _ => "",
            },
        };

    [GeneratedRegex(
        @"(?<![\d.,])(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?:(?<times>[만천백])(?=\s?원|\s?명|\s?권|\s))?(?:\s?(?<unit>"
            + Units
            + @"))?"
            + @"|(?<!\p{L})(?<native>(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)?(?:한|두|세|네|석|넉|다섯|여섯|일곱|여덟|아홉)|열|스무|서른|마흔|쉰)\s?(?<unit>"
            + Units
            + @")"
            + @"|(?<!\p{L})(?<sino>[일이삼사오육칠팔구십백천만]+)\s?(?<unit>"
            + Units
            + @")(?=[^\p{L}]|$|은|는|이|가|을|를|까지|동안|씩|간|마다|에|의|로|과|와|도|만|부터|정도|째|입)"
            + @"|(?<!\p{L})(?<days>하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름)"
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:간|씩|의)?\s?(까지|이하|이내|미만|이전|이상|부터|초과|이후|마다|당|전|후|뒤)")]
    private static partial Regex After();

    [GeneratedRegex(@"(최대|최소|적어도)(?:한)?\s*$")]
    private static partial Regex Ahead();
}
