using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>
/// Chinese, of sentences about a Korean passage. Its names have no form of their own: what is made of no word that is known
/// here might be one.
/// </summary>
internal static partial class ChineseTongue
{
    private const double LeastHan = 0.7;
    private const string Numerals = "[一二两三四五六七八九十百]{1,4}";
    private const string Units =
        "本|册|天|日|个?周|个?星期(?![一二三四五六日天])|个?礼拜|个?月|年|个?小时|个?钟头|分钟|韩元|韩币|元|次|回|个?人|名|位|张|页|周?岁|楼|层|%|件|个|套|家|处|所";
    private const string Digits = "零一二三四五六七八九";

    private static readonly HashSet<string> Words = Tongue.WordsOf(ChineseWords.Common);
    private static readonly int LongestWord = Words.Max(word => word.Length);

    public static readonly Tongue Known = new("zh")
    {
        Style = "쉬운 중국어 간체",
        Most = (1.5, 10),
        Least = 0.25,
        Numbers = new(Number(), Ahead(), After())
        {
            WordValue = ValueOf,
            Units = NumberWords.UnitsOf(UnitWords),
            Loose = new(@"[二两三四五六七八九十百千万亿半几]", RegexOptions.CultureInvariant),
        },
        Negation = Negation(),
        ClauseEnd = ClauseEnd(),
        But = new(@"但是?|不过|然而|可是", RegexOptions.CultureInvariant),
        Name = Name(),
        IsPlain = IsPlain,
        IsWritten = IsWritten,
    };

    private const string UnitWords =
        "book: 本, 册; day: 天, 日; week: 周, 个周, 星期, 个星期, 礼拜, 个礼拜; month: 月, 个月; year: 年; hour: 小时, 个小时, 钟头, 个钟头; minute: 分钟; won: 韩元, 韩币; time: 次, 回; person: 人, 个人, 名, 位; sheet: 张, 页; age: 岁, 周岁; floor: 楼, 层; case: 件; item: 个, 套; place: 家, 处, 所";

    /// <summary>Chinese characters, no kana.</summary>
    private static bool IsWritten(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters > 0
            && text.Count(letter => letter is >= '\u4E00' and <= '\u9FFF') >= letters * LeastHan
            && !text.Any(letter => letter is >= '\u3040' and <= '\u30FF');
    }

    /// <summary>Two characters side by side that belong to no known word might be a name.</summary>
    private static bool IsPlain(string rest)
    {
        var unknown = 0;
        for (var at = 0; at < rest.Length && unknown < 2; )
        {
            var known = Enumerable
                .Range(1, Math.Min(LongestWord, rest.Length - at))
                .LastOrDefault(length => Words.Contains(rest.Substring(at, length)));
            unknown = known > 0 || rest[at] is < '\u4E00' or > '\u9FFF' ? 0 : unknown + 1;
            at += Math.Max(known, 1);
        }
        return unknown < 2;
    }

    private static decimal ValueOf(string word)
    {
        var (sum, digit) = (0, 0);
        foreach (var letter in word.Replace('两', '二'))
        {
            var power =
                letter is '十' ? 10
                : letter is '百' ? 100
                : letter is '千' ? 1000
                : letter is '万' ? 10_000
                : 0;
            if (power is 0)
                digit = Digits.IndexOf(letter, StringComparison.Ordinal);
            else
                (sum, digit) = (sum + Math.Max(digit, 1) * power, 0);
        }
        return sum + digit;
    }

    private static Regex Number() =>
        new(
            @"(?<month>\d{1,2}|[一二三四五六七八九十]{1,3})月(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]"
                + @"|(?<midnight>半夜十二点|午夜|零点)|(?<noon>正午)|(?:(?<early>上午|早上|凌晨)|(?<night>晚上|夜里|半夜)(?=十二|12)|(?<late>下午|晚上|傍晚|夜里))?(?:(?<hour>\d{1,2}|"
                + Numerals
                + @")[点时](?!间|候)(?:(?<half>半)|(?<minute>\d{1,2})分?)?|(?<![\d.,:：])(?<hour>\d{1,2})[:：](?<minute>\d\d))"
                + @"|(?<![\d.,])(?:(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<times>[万千百])?\s?(?<unit>"
                + Units
                + @")?|(?<![第每其统唯])(?<word>"
                + Numerals
                + @")(?<unit>"
                + Units
                + @")(?!般|样|些|起|定|直|旦))"
                + @"|每(?<unit>天|周|个?星期|个?月|年|个?小时|分钟|张|页|个?人|名|位|次|件)(?!度)",
            RegexOptions.CultureInvariant
        );

    private static Regex Ahead() =>
        new(
            @"(?:(?<most>最多[\u4E00-\u9FFF]{0,5}|至多|不超过|上限(?:为|是)?)|(?<least>至少[\u4E00-\u9FFF]{0,5}|最少|不少于)|(?<less>未满|不满|不到|少于|低于|小于|不足)|(?<more>超过|多于|大于|超出)|(?<within>在?最近)|(?<each>每隔?)|(?<most>[到至])|(?<least>从|满))\s?$",
            RegexOptions.CultureInvariant
        );

    // "30天内不能" is for thirty days.
    private static Regex After() =>
        new(
            @"^(?:的)?(?:(?<within>(?:以内|之内|内)(?!不))|(?:以内|之内|内)|(?<least>以上|起)|(?<most>以下)|(?<after>以后|之后|后(?!面))|(?<before>以前|之前|前(?!面)))",
            RegexOptions.CultureInvariant
        );

    private static Regex Negation() =>
        new(
            @"不(?!过|仅|但|同|便|论|管|足|到|满)|没|无(?!线)|禁|勿|别(?!人|的|处)|未|拒",
            RegexOptions.CultureInvariant
        );

    private static Regex ClauseEnd() =>
        new(@"[，；：。！？,;:]|但|就|而(?!且)|时(?!间)|的话", RegexOptions.CultureInvariant);

    private static Regex Name() =>
        new(
            @"[「『《〈“""‘'](?<n>[^」』》〉”""’']+)[」』》〉”""’']|(?<n>[A-Za-z]{2,})|(?<n>\p{IsHangulSyllables}{2,})",
            RegexOptions.CultureInvariant
        );
}
