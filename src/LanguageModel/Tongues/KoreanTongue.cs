using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Korean: of the passages, and of the sentences in other words.</summary>
internal static partial class KoreanTongue
{
    private const double LeastHangul = 0.6;

    private const string Units =
        "개월|군데|주일|시간|차례|가지|퍼센트|종류|사람|권|개|명|장|편|곳|회|주|분|일|월|년|달|번|원|점|층|쪽|박|세|살|배|건|종|해|인(?![가-힣])|%|％";

    private const string Native =
        "(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)?(?:한|두|세|네|석|넉|다섯|여섯|일곱|여덟|아홉)|열|스무|서른|마흔|쉰";

    private const string Half =
        "(?:(?<early>오전|새벽|아침)|(?<late>오후|저녁|낮)|(?<night>밤)(?=\\s?(?:12|열두))|(?<late>밤))";

    private static readonly string[] Tens = ["열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];
    private static readonly string[] Ones = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"];
    private static readonly string[] Days = [.. "하루 이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘".Split(' ')];

    public static readonly Tongue Known = new("ko")
    {
        Style = "쉬운 해요체 한국어",
        Most = (1.6, 12),
        Least = 0.2,
        Numbers = new(Number(), Ahead(), After())
        {
            WordValue = ValueOf,
            Units = NumberWords.UnitsOf(UnitWords),
            Loose = new(
                @"(?<!\p{L})(?:한두|두세|서너|두어|대여섯|예닐곱|여남은|수십|수백|수천|몇십|몇백|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열|스물|서른|마흔|쉰|예순|일흔|여든|아흔|백|천)(?=[씩까만이은는을를의도여 개]|$)",
                RegexOptions.CultureInvariant
            ),
        },
        Negation = Negation(),
        ClauseEnd = ClauseEnd(),
        But = new(@"지만|는데|으나", RegexOptions.CultureInvariant),
        DeniesBehind = true,
        Joint = Joint(),
        Name = Name(),
        IsWritten = IsWritten,
        // Its words are held against those of the passage instead.
        IsPlain = _ => true,
    };

    private const string UnitWords =
        "book: 권; month: 개월, 달, 매달, 매월; week: 주, 주일, 매주; day: 일, 하루, 매일, 날마다, 이틀, 사흘, 나흘, 닷새, 엿새, 이레, 여드레, 아흐레, 열흘, 보름; year: 년, 해, 매년, 해마다; calendar month: 월; hour: 시간; minute: 분; place: 군데, 곳; time: 차례, 번, 회; age: 살, 세; person: 명, 사람, 인; sheet: 장, 쪽; won: 원; floor: 층; case: 건; item: 개; %: 퍼센트, ％";

    private static bool IsWritten(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters > 0 && text.Count(letter => letter is >= '가' and <= '힣') >= letters * LeastHangul;
    }

    private static decimal ValueOf(string word) =>
        word is "보름" ? 15
        : Array.IndexOf(Days, word) is >= 0 and var day ? day + 1
        : word[^1]
            is '일'
                or '이'
                or '삼'
                or '사'
                or '오'
                or '육'
                or '칠'
                or '팔'
                or '구'
                or '십'
                or '백'
                or '천'
                or '만'
            ? SinoValue(word)
        : NativeValue(word);

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
                (part, digit) = (part + Math.Max(digit, 1) * PowerOf(letter), 0);
        }
        return sum + part + digit;
    }

    private static int PowerOf(char letter) =>
        letter switch
        {
            '십' => 10,
            '백' => 100,
            _ => 1000,
        };

    private static Regex Number() =>
        new(
            @"(?<![\d.,])(?<month>\d{1,2})월\s?(?<day>\d{1,2})일"
                + @"|(?<noon>정오)|(?<midnight>자정)|(?:"
                + Half
                + @"\s?)?(?<![\d.,:])(?:(?<hour>\d{1,2}|"
                + Native
                + @")\s?시(?!간|간대|작)(?:\s?(?<minute>\d{1,2})\s?분|\s?(?<half>반))?|(?<hour>\d{1,2}):(?<minute>\d\d))"
                + @"|(?<![\d.,])(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?:\s?(?<times>[만천백])(?=\s?원|\s?명|\s?권|\s))?(?:\s?(?<unit>"
                + Units
                + "))?"
                + @"|(?<!\p{L})(?<word>"
                + Native
                + @")\s?(?<unit>"
                + Units
                + ")"
                + @"|(?<!\p{L})(?<word>[일이삼사오육칠팔구십백천만]+)\s?(?<unit>"
                + Units
                + @")(?=[^\p{L}]|$|은|는|이|가|을|를|까지|동안|씩|간|마다|에|의|로|과|와|도|만|부터|정도|째|입)"
                + @"|(?<!\p{L})(?<unit>(?<word>이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름))|(?<!\p{L})(?<unit>하루(?!\s?종일)|매일|날마다|매주|매달|매월|매년|해마다)",
            RegexOptions.CultureInvariant
        );

    private static Regex After() =>
        new(
            @"^(?:간|씩|동안|의)?(?:이|가|을|를|도)?\s?(?:(?<most>까지|이하)|(?<within>이내|내에|안(?:에|의)?(?![가-힣]| ?[된되돼됩]))|(?<less>미만|아래|안 된|안 되|안 돼)|(?<least>이상|부터)|(?<more>초과|넘)|(?<each>마다|당(?!일))|(?<before>이전|전)|(?<after>이후|후|뒤|지나|지난))",
            RegexOptions.CultureInvariant
        );

    private static Regex Ahead() =>
        new(@"(?:(?<most>최대)|(?<least>최소|적어도))(?:한)?\s*$", RegexOptions.CultureInvariant);

    private static Regex Negation() =>
        new(
            @"없|않|못|아니|아닙|불가|금지|금연|(?<!\p{L})안\s?(?:되|돼|됩|된|해|하|받|빌|가|들)|말아|마세요|말고",
            RegexOptions.CultureInvariant
        );

    private static Regex ClauseEnd() =>
        new(
            @"[,;:!?]|지만|는데|(?<=[가-힣])고(?=[ ,])|(?<=[가-힣])면(?=[ ,])|(?<=[가-힣])(?<!에)서(?=[ ,])|며(?=[ ,])|어도(?=[ ,])|아도(?=[ ,])",
            RegexOptions.CultureInvariant
        );

    private static Regex Joint() =>
        new(@"^(?:과|와|이나|나|도|하거나|거나|,|및|·|을|를|\s|신청)*$", RegexOptions.CultureInvariant);

    private static Regex Name() =>
        new(
            @"[「『《〈“""‘'](?<n>[^」』》〉”""’']+)[」』》〉”""’']|(?<n>[A-Za-z]{2,})"
                + @"|(?<n>\p{IsHangulSyllables}+(?:도서관|센터|학교|구청|시청|문화원|재단|자료실|열람실|교육실|회원증|카드|선생님|관장|작가|교수|박사|서점|신문|은행)|\p{IsHangulSyllables}{2,}(?:역|동|구|씨|님)(?![가-힣])|\p{IsHangulSyllables}{2,}역(?=과|와|에|이|은|의)|\p{IsHangulSyllables}{2,}(?=\s?앱))",
            RegexOptions.CultureInvariant
        );
}
