using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Vietnamese, of sentences about a Korean passage.</summary>
internal static partial class VietnameseTongue
{
    private const double LeastMarked = 0.12;
    private const double LeastCommon = 0.2;
    private const double MostUnknown = 0.34;
    private const string Letters =
        "abcdeghiklmnopqrstuvxyăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";

    private const string Spelt =
        "mười (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín)|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín) mươi(?: (?:mốt|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười";

    private const string Units =
        "cuốn|quyển|bản|ngày|tuần|tháng(?! \\d)|năm|tiếng|giờ(?! (?:sáng|chiều|tối|đêm|trưa|\\d))|phút|won|đồng|đô la|lần|người|trang|tờ|tuổi|tầng|%|phần trăm|điểm|chỗ|thư viện|bộ|kiện|đơn";

    private static readonly string[] Ones = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    private static readonly HashSet<string> Common =
    [
        .. "bạn có thể và của cho không được là trong khi với các những một này đó thì ở tại đến từ bằng để cũng nếu hoặc hay tối đa mỗi người sách ngày thư viện mượn trả thẻ vào sau trước chỉ cần phải mang theo đã sẽ còn nhưng đang do về nên lại như hãy nhé chúng tôi".Split(
            ' '
        ),
    ];

    private static readonly HashSet<string> Words = Tongue.WordsOf(VietnameseWords.Common);

    public static readonly Tongue Known = new("vi")
    {
        Style = "쉬운 베트남어",
        Most = (4.2, 30),
        Least = 0.7,
        Numbers = new(Number(), Ahead(), After())
        {
            WordValue = ValueOf,
            Units = NumberWords.UnitsOf(UnitWords),
            Loose = new(
                @"(?<!\p{L})(?:hai|ba|bốn|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|chục|tá|vài|rưỡi|nửa)(?!\p{L})",
                AnyCase
            ),
            Thousands = '.',
        },
        Negation = Negation(),
        ClauseEnd = ClauseEnd(),
        But = new(@"(?<!\p{L})(?:nhưng|tuy nhiên|song)(?!\p{L})", AnyCase),
        Name = Name(),
        Openers = Words,
        IsPlain = IsPlain,
        IsWritten = IsWritten,
    };

    private const string UnitWords =
        "book: cuốn, quyển, bản; day: ngày; week: tuần; month: tháng; year: năm; hour: tiếng, giờ; minute: phút; time: lần; person: người; sheet: trang, tờ; age: tuổi; floor: tầng; %: phần trăm; place: chỗ, thư viện; item: bộ; case: kiện, đơn";

    /// <summary>Letters of the Vietnamese alphabet alone, enough of them with its marks, and its small words.</summary>
    private static bool IsWritten(string text)
    {
        var letters = text.ToLowerInvariant().Where(char.IsLetter).ToList();
        var words = Word().Matches(text.ToLowerInvariant()).Select(word => word.Value).ToList();
        return words.Count > 2
            && letters.All(letter =>
                Letters.Contains(letter, StringComparison.Ordinal) || letter is 'w' or 'f' or 'j' or 'z'
            )
            && letters.Count(letter => letter > 'z') >= letters.Count * LeastMarked
            && words.Count(Common.Contains) >= words.Count * LeastCommon;
    }

    private static bool IsPlain(string rest)
    {
        var words = Word().Matches(rest.ToLowerInvariant()).Select(word => word.Value).ToList();
        return words.Count(word => !Words.Contains(word)) <= words.Count * MostUnknown;
    }

    private static decimal ValueOf(string word)
    {
        if (word is "nghìn" or "ngàn")
            return 1000;
        if (word is "triệu")
            return 1_000_000;
        return word.Split(' ') switch
        {
            ["mười", var one] => 10 + OneOf(one),
            [var ten, "mươi"] => 10 * OneOf(ten),
            [var ten, "mươi", var one] => 10 * OneOf(ten) + OneOf(one),
            _ => OneOf(word),
        };
    }

    private static int OneOf(string word) =>
        word switch
        {
            "mốt" => 1,
            "lăm" => 5,
            _ => Array.IndexOf(Ones, word) + 1,
        };

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static Regex Number() =>
        new(
            @"\b(?<day>\d{1,2})(?: tháng |/)(?<month>\d{1,2})\b|\btháng (?<month>\d{1,2})\b"
                + @"|\b(?<midnight>nửa đêm|12 giờ đêm)\b|(?<![\d.,:])(?:(?<hour>\d{1,2})(?: ?giờ|h)(?: ?(?<minute>\d\d)| (?<half>rưỡi))?(?: (?:(?<early>sáng)|(?<late>chiều|tối|trưa|đêm))| ?(?<=\d))|(?<hour>\d{1,2}):(?<minute>\d\d)|(?<=(?:lúc|đến|từ|trước|sau) )(?<hour>\d{1,2})(?: ?giờ|h))"
                + @"|(?<![\d.,]|thứ )(?:(?<digits>\d{1,3}(?:[.,]\d{3})+|\d+)(?: (?<times>nghìn|ngàn|triệu))?(?: ?(?:\p{Ll}+ ){0,1}?(?<unit>"
                + Units
                + @")(?!\p{L}))?|(?<!\p{L}|thứ )(?<word>"
                + Spelt
                + ") (?<unit>"
                + Units
                + @")(?!\p{L}))"
                + @"|(?<!\p{L})(?:mỗi|từng) (?<unit>ngày|tuần|tháng|năm|giờ|trang|tờ|người|lần|kiện|đơn)(?!\p{L})",
            AnyCase
        );

    private static Regex Ahead() =>
        new(
            @"(?:(?<most>tối đa(?: là)?|nhiều nhất(?: là)?|không quá|lên đến|không vượt quá|đến|tới)|(?<least>tối thiểu|ít nhất(?: là)?|từ(?: đủ)?)|(?<less>dưới|chưa đến|ít hơn|chưa đủ)|(?<more>(?:nhiều |lâu |lớn )?hơn|trên|vượt quá|quá)|(?<within>trong vòng)|(?<after>sau)|(?<before>trước)) $",
            AnyCase
        );

    private static Regex After() =>
        new(
            @"^ ?(?:(?<each>một lần)|(?<least>trở lên)|(?<most>trở xuống)|(?<before>trước)|(?<after>sau))(?!\p{L})",
            AnyCase
        );

    private static Regex Negation() =>
        new(@"(?<!\p{L})(?:không|chưa|đừng|chẳng|cấm|khỏi|miễn(?! phí))(?!\p{L})", AnyCase);

    private static Regex ClauseEnd() => new(@"[,;:.!?]|(?<!\p{L})(?:nhưng|thì|mà|nếu|khi|vì)(?!\p{L})", AnyCase);

    private static Regex Name() =>
        new(
            @"[「『《〈“""‘'](?<n>[^」』》〉”""’']+)[」』》〉”""’']|(?<=\p{L}.*)(?<!\p{L})(?<n>\p{Lu}[\p{L}\d-]*)|^(?<first>\p{Lu}\p{L}*)",
            RegexOptions.CultureInvariant
        );

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
