using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Privacy;

/// <summary>
/// What private numbers look like. The group n is the number itself; what stands around it shows that it ends there.
/// All are matched without backtracking, in time linear in the text, which a source-generated expression cannot be.
/// </summary>
internal static class PrivatePatterns
{
    /// <summary>Stands over a card number that was found, so that a PIN beside it is known for one.</summary>
    public const char CardMark = '\uE000';

    /// <summary>Stands over everything else that has been read already.</summary>
    public const char Mark = '\uE001';

    /// <summary>Stands over a PIN, so that a second guess after it is known for one.</summary>
    public const char PinMark = '\uE002';

    private const string Before = "(?:^|[^0-9])";
    private const string After = "(?:$|[^0-9])";
    private const string Spoken = "[0-9공영빵일이삼사오육륙칠팔구]";
    private const string Between = "(?:[-. ~,/()]|에|의|국|다시){0,3}";
    private const string Zero = "[0oO공영빵]";
    private const string MobileCode = "[1일] ?[016789oO공영빵일육륙칠팔구]";
    private const string Abroad = @"\(?\+? ?82\)?[-. ()]{0,3}";
    private const string AreaCode = "(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50[2-8])";
    private const string PhoneWords = "(?:전화|휴대폰|핸드폰|폰|연락처|[Hh][Pp]|[Tt][Ee][Ll])";
    private const string PinWords = "(?:비밀 ?번호|비번|패스 ?워드|핀 ?번호|핀 ?코드|암호)";
    private const string PinLatin = "(?:[Pp][Ii][Nn]|[Pp][Ww]|[Pp]assword|PASSWORD|[Pp]asscode)";
    private const string Gap = "[^0-9\uE000-\uE002]";
    private const string GapNoLetter = "[^0-9A-Za-z\uE000-\uE002]";
    private const string Pin = "(?<n>[0-9](?: ?[0-9]){3,7})";

    /// <summary>What an earlier masking left: it is not read as a word about the number after it.</summary>
    public static readonly Regex Masked = Of(@"(?<n>\[(?:주민등록번호|전화번호|회원번호|전자우편|비밀번호) 가림\])");

    public static readonly Regex Email = Of(
        "(?<n>[A-Za-z0-9._%+-]{1,64} ?(?:@|골뱅이) ?"
            + @"(?:[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,24}){1,4}"
            + "|(?:[A-Za-z0-9-]{1,63}|네이버|다음|한메일|지메일|구글|카카오) ?(?:점|닷) ?(?:com|net|kr|컴|콤|넷)"
            + "|네이버|다음|한메일|지메일|naver|daum|hanmail|gmail|nate|kakao))"
    );

    /// <summary>The day of birth and seven digits, of citizens and of foreigners; the last six may be stars already.</summary>
    public static readonly Regex ResidentNumber = Of(
        Before
            + "(?<n>(?:(?:19|20) ?)?[0-9] ?[0-9] ?(?:0 ?[1-9]|1 ?[0-2]) ?(?:0 ?[1-9]|[12] ?[0-9]|3 ?[01])"
            + "[-. ~,/:)]{0,3}[1-8](?: ?[0-9*xX●○]){6})"
            + After
    );

    public static readonly Regex Card = Of($"(?:^|[^0-9A-Za-z])(?<n>[Pp][- ]?[0-9](?:[- ]?[0-9]){{9}}){After}");

    public static readonly Regex Isbn = Of(
        $"{Before}(?<n>97[89](?:[- ]?[0-9]){{10}}|[0-9]{{9}}[0-9Xx]"
            + $"|[0-9]{{1,5}}[- ][0-9]{{2,7}}[- ][0-9]{{1,6}}[- ][0-9Xx]){After}"
    );

    /// <summary>Also read out (공일공 일이삼사에 오육칠팔), digit by digit, from abroad, and with the letter O.</summary>
    public static readonly Regex Mobile = Of(
        $"{Before}(?<n>(?:{Abroad}(?:{Zero}[-. )]{{0,2}})?|\\(?{Zero} ?){MobileCode}"
            + $"{Between}{Spoken}(?: ?{Spoken}){{2,3}}{Between}{Spoken}(?: ?{Spoken}){{3}}|10[-.][0-9]{{4}}[-.][0-9]{{4}}){After}"
    );

    public static readonly Regex Landline = Of(
        $"{Before}(?<n>(?:\\(?\\+ ?82\\)?[-. ()]{{0,3}}0?|\\(?0){AreaCode}[-. )~,]{{0,3}}"
            + $"[2-9][0-9]{{2,3}}[-. ~,]{{0,3}}[0-9]{{4}}){After}"
    );

    /// <summary>A telephone number without its area code, told by the word before it.</summary>
    public static readonly Regex LocalPhone = Of(
        $"{PhoneWords}[^0-9]{{0,8}}(?<n>[2-9][0-9]{{2,3}}[-. ][0-9]{{4}}){After}"
    );

    public static readonly Regex WrittenDate = Of(
        $"{Before}(?<n>(?:19|20)[0-9]{{2}}(?: ?[-./년] ?| {{1,2}})(?:0?[1-9]|1[0-2])(?: ?[-./월] ?| {{1,2}})"
            + $"(?:0?[1-9]|[12][0-9]|3[01])){After}"
    );

    public static readonly Regex CompactDate = Of(
        $"{Before}(?<n>(?:19|20)[0-9]{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])){After}"
    );

    /// <summary>Nine digits or more in a row, or in groups: cards of other libraries, bank cards, accounts.</summary>
    public static readonly Regex LongNumber = Of($"{Before}(?<n>[0-9](?:[- ]?[0-9]){{8,}}){After}");

    public static readonly Regex PinAfter = Of(
        $"(?:(?:{PinWords}|{CardMark}){Gap}{{0,11}}|(?:^|[^A-Za-z]){PinLatin}(?:{GapNoLetter}{Gap}{{0,10}})?"
            + $"|(?:^|[^가-힣])핀[은이 :=]{{0,2}}){Pin}{After}"
    );

    public static readonly Regex PinOr = Of($"{PinMark}{Gap}{{0,3}}(?:아니면|또는|혹은|이나|/) ?{Pin}{After}");

    public static readonly Regex PinBefore = Of(
        $"{Before}{Pin}(?:{Gap}{{0,5}}(?:{PinWords}|{CardMark})|(?:{Gap}{{0,4}}{GapNoLetter})?{PinLatin}(?:$|[^A-Za-z]))"
    );

    public static readonly Regex SpokenPin = Of(
        $"{PinWords}[은는이가 :=]{{0,4}}(?<n>[공영빵일이삼사오육륙칠팔구]{{4,8}})"
    );

    /// <summary>Words after which ten digits are no ISBN.</summary>
    public static readonly Regex NumberWord = Of($"{PhoneWords}|번호|문자|팩스|회원|카드");

    public static readonly Regex IsbnWord = Of("[Ii][Ss][Bb][Nn]");

    private static Regex Of(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
