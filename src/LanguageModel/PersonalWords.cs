using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Privacy;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>
/// What names, addresses and numbers of people look like in what residents write. It is read too eagerly on purpose: a
/// question that is kept is answered without the model.
/// </summary>
internal static class PersonalWords
{
    private const string Surnames =
        "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진지엄채원천방공현변";

    /// <summary>Syllables of given names.</summary>
    private const string Given =
        "민서준지현우진영수연은혜정희경미선숙순옥호석철훈성재동상태용규환승원윤하린빈율아예유채온솔찬건주도혁범욱창섭길란애화분말례복덕봉근기명병종형식웅록균헌필열학겸결담람슬별샘늘름새봄해솜이라나은세시소보효인";

    /// <summary>Words that begin like a name and go on with a particle or an ending.</summary>
    private const string Ordinary =
        "이름|장애|오늘|강아|주시|조건|지나|권이|정해|하나|주소|지하|정지|전화|주이|정보|주인|이유|지원|주기|남아|지은|정원|심해|방식|주나|권수|구분|홍보|노인|주민|전담|변경|권인|권하|오기|손해|차례|전라|한도|유지|공유|지우|이용|구경|원이|방하|공지|정말|손주|차이|고정|공연|강연|전시|성인|손인|장례|배정|전용|문화|구하|손이|홍수|현주|남기|주지|민원|원인|유아|고등|신용|신규|지도|서명|우선|유명|이미|이상|주말|한글|성명|하루|전부|전체|정기|조용|지금|최소|최근|현재|우리";

    private const string Particle = "이은도인나라지해하기예유서시소우재형식석아";
    private const string Kin =
        "엄마|아빠|어머니|아버지|할머니|할아버지|보호자|아들|딸|동생|누나|언니|오빠|남편|아내|와이프|친구|손자|손녀|이모|고모|삼촌";
    private const string Is =
        "(?:이?(?:인데|입니다|에요|예요|이에요|라고|이라고|라는|이라는|이고|고요|인데요|래요|거든|야|이야))";

    private static readonly string Name =
        $"(?:남궁|황보|제갈|선우|독고|사공|[{Surnames}])[{Given}]{{1,2}}(?<!(?:{Ordinary})[{Particle}])(?<!지하철|정수기|전용석|강아지)";

    /// <summary>김민수인데요; 저 박지훈; 민수 엄마예요; 지훈 씨; 이서연 책 연체됐나요.</summary>
    private static readonly Regex[] Names =
    [
        Of(
            $@"(?<![가-힣])(?:남궁|황보|제갈|선우|독고|사공|[{Surnames}])[{Given}]{{2}}(?<!(?:{Ordinary})[{Particle}])(?<!지하철|정수기|전용석)(?=[이가은는을를의도랑님씨아야]?(?:[^가-힣]|$)|{Is}|이랑|하고|한테|에게|께|에요|앞으로|명의|이름)"
        ),
        Of($@"(?<![가-힣])(?:저는|저|나는|난|제가|내가|본인은?|{Kin})(?:\s|,)+{Name}{Is}"),
        Of(
            $@"(?<![가-힣])(?!아이|아기|우리|초등|쌍둥|임신|직장|학생|애기|아가|예비|유아|중학|고등|한부|조카|큰애|작은|둘째|첫째|시어|친정|새엄)[가-힣]{{2,3}}이?네?\s(?:{Kin}){Is}"
        ),
        Of(
            $@"(?<![가-힣])(?!선생|사서|기사|부모|고객|담당|직원|아버|어머|영감|며느|강사|시아|시어|장인|할머|할아|원장|관장|팀장|과장|반장|교수|작가|이용자|회원|이모|손주|조카|사장|주인|원어|의사|경비|배달|스님|목사|신부|교사|집사|도련|따님|아드)[가-힣]{{2,4}}\s?(?:씨|님)(?![가-힣\w])(?<!(?:아|거|손|꺼|건|나)님)"
        ),
        Of(
            $@"(?<![가-힣])[{Given}]{{2}}(?:맘|파파){Is}|(?<![가-힣])[{Surnames}]\s(?:선생님|교수님|사장님|과장님|씨|모씨)"
        ),
        Of(@"\d\s?학년\s?\d{1,2}\s?반"),
        Of(
            @"(?:이름|성함|성명|주소|생일|생년월일|전화번호|회원번호|비밀번호|학번)(?:은|는|이|가|:)\s*(?!뭐|무엇|무슨|어|왜|바뀌|바꾸|바뀐|달라|다르|다른|같|비슷|기억|생각|안|없|있|꼭|필요|적|들어|나와|나오|보이|틀리|틀려|잘못|예쁘|길|짧|뭔|꽤|참|재|좀|헷|맞|두|한글|영어|영문|공개|노출|뜨|걸|올라|따로)\S"
        ),
        Of(@"(?:저는|나는|제가|내가)\s*[가-힣]{2,4}(?:이라고|라고|입니다|이에요|예요|이고|인데)"),
        Of(
            @"\bmy (?:full )?name(?:'s| is)\b|\bname(?: is|:)\s|\bi am called\b|\bcall me\b|\bthis is (?-i:[A-Z]\w+) (?:speaking|here|calling|from)\b|\bi(?:'m| am) (?-i:[A-Z][a-z]+)"
        ),
        Of(
            @"(?<!\p{L})(?:(?:tôi|mình|em|anh|chị|con tôi|cháu|con) tên(?: là)?|tên (?:tôi|mình|em|con tôi|cháu|của tôi|con|đầy đủ)(?: là)?|họ tên|(?:toi|minh|em|con toi) ten|ten (?:toi|minh|em) la|(?:tôi|mình|em) là (?-i:\p{Lu}\p{L}+))(?!\p{L})"
        ),
        Of(
            @"我(?:的)?(?:全)?名?(?:叫|姓)|名字(?:是|叫)|姓名(?:是|：|:)|我是(?!外|学|韩|中|越|本|会|住|在|来|留|新|老|一|个|想|要|不)|我(?:孩子|儿子|女儿)(?:叫|名)"
        ),
    ];

    /// <summary>부평대로 123, 삼산동 45-6, 101동 1203호, 12가 3456, 국민은행 123456-…, M12345678.</summary>
    private static readonly Regex[] Numbers =
    [
        Of(
            @"\d+\s?동\s*\d+\s?호|[가-힣]{2,}(?:대로|(?<!으)로|길)\s?\d+(?:번길)?(?!\s?(?:일|권|명|번(?!길)|시|주|개|달|월|년|원|층|살|세|학년|분|회|%|\d))"
        ),
        Of(
            @"[가-힣]{1,4}동\s?\d+(?:-\d+|번지)|\d+번지|[가-힣]{1,8}(?:아파트|빌라|오피스텔|맨션|주공|타운|푸르지오|자이|래미안|힐스테이트|아이파크)\s?\d"
        ),
        Of(
            @"(?<!\d)\d{2,3}\s?[가나다라마바사아자하허호배거너더러머버서어저고노도로모보소오조구누두루무부수우주]\s?\d{4}(?!\d|\s?(?:원|권|명|년))"
        ),
        Of(@"(?:은행|계좌|농협|카카오뱅크|토스|새마을금고|우체국)\D{0,8}\d[\d-]{5,}"),
        Of(@"(?<![A-Za-z\d])[A-Z]{1,2}\d{7,8}(?![A-Za-z\d])|(?:passport|여권|hộ chiếu|ho chieu|护照)\D{0,15}\d{5,}"),
        Of(
            @"[가-힣]{2,}[시도]?\s?[가-힣]+[구군시]\s[가-힣]+\d?[동읍면리](?![가-힣]*\s?도서관)|\b\d+\s[A-Z]?[a-z-]+(?:-ro|-gil|-daero| street| road| avenue)\b"
        ),
    ];

    public static bool AreIn(string text) =>
        Letters(text) is var letters && (Any(Names, letters) || Any(Numbers, letters));

    public static bool NameSomebody(string text) => Any(Names, Letters(text));

    /// <summary>What cannot be seen does not hide a name.</summary>
    private static string Letters(string text) => new PlainText(text.Normalize()).Letters;

    private static bool Any(Regex[] patterns, string text) => Array.Exists(patterns, pattern => pattern.IsMatch(text));

    private static Regex Of(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
