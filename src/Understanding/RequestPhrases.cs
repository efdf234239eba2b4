using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>The words with which residents ask for a book, and which are therefore not its title.</summary>
internal static class RequestPhrases
{
    /// <summary>Words that are taken away from the end of a request when they stand there as they are.</summary>
    public static readonly HashSet<string> Words = List(
        """
        책 도서 권 거 것 꺼 건 게 수 좀 요 제발 혹시 또 다시 더 다 전부 모두 그 이 저 그거 이거 저거 그건 이건 그것 이것 그럼
        그책 이책 책도 책이 책은 책을 책만 책들 책인데 것도 거도 라는 이라는 이라고 라고 같은 비슷한 말고 빼고 다음 다음권 시리즈 신작 신간 전집 목록 줄거리 줄거리가 제목 제목의 제목은
        해 해요 해여 해줘 해줘요 해줄래 해줄래요 해줘라 해도 하면 하나 하나요 하고 하고싶어요 할래 할래요 할게 할게요 할께요 할까요 합니다 했는데 하려고 하는데 해야 하는 할
        가 가서 가야 가면 가지 데 곳 뭐 뭐뭐 뭐가 뭐있어 뭐있어요 뭐지 뭐더라 왜 안 못 아직 이제 바로 당장 지금 현재 요즘 최근 정도 쯤 전에 나 내 제 저요 우리 애 애들 애들책
        일주일 일주일만 며칠 며칠만 한번 한번만 한번더 이번에 번호로 번호 소장 도서관 도서관에 도서관에도 지점 지점에 지점에는 책꽂이에 책꽂이 서가 서가에 자료실 집에 급하게
        큰글자책 큰글자책으로 큰글자책으로도 큰글씨 전자책 전자책으로 전자책으로도 기간 날짜 반납일 문자 부탁 빼고는 아니 네 응 음 ㅠㅠ ㅠ ㅜㅜ ㅎㅎ ㅋㅋ ㄱㄱ ㄱ
        순서 차례 순번 현황 제가 걸어둔 걸어놓은 찜 찜해 찜해둔 둔 놓은 나오면 빼
        그리고 그러면 그래서 근데 여기 거기 거기에 여기에 있는 있던 없는 둘다 대출중 대출 예약 반납 연장 검색 추천 신청 취소 확인
        """
    );

    /// <summary>Whatever inflection of these verbs and question words a request ends in.</summary>
    public static readonly string[] Stems = Split(
        """
        있어 있나 있능 있는지 있는가 있는교 있을 있습 있음 있니 있냐 있으 있지 있네 있다면 없어 없나 없는지 없을 없습 없음 없니 없으 없냐 없네
        찾아 찾겠 찾고 찾는 찾을 찾습 찾으 빌려 빌리 빌릴 빌린 빌렸 빌림 알려 알고 알수 보여 봐 봤 보고싶 보고 보려 볼만 볼게 볼래 볼수 볼까 볼 읽고 읽을 읽었 못읽
        추천 골라 청구기호 연장 예약 반납 검색 대출 대여 신청 취소 확인 조회 부탁 가능 주세 주시 주실 주십 줘 줄래 줄수 줬 달라 드려 드릴
        되나 되는 되려 되면 되요 돼 될까 될지 됩니 됐 밀렸 밀려 가려 미뤄 미루 미룰 늘려 늘리 늘릴 늦춰 늦추 연기 갱신 갖다 돌려
        어디 어딨 어딧 어느 언제 누가 누구 몇 뭐있 뭔지 무슨 얼마 어떻 어떤 꽂혀 꽂힌 비치 소장 남아 남았 들어와 들어오 들어왔 돌아오 도착 왔나 왔어 왔는 나왔 나온 나와 기다 걸어 걸고 걸려 그만 싶 궁금 필요 원해 원하
        """
    );

    /// <summary>The same, written onto the title without a space: 토지있어요, 토지연장해줘.</summary>
    public static readonly string[] Attached = Split(
        """
        있어 있나 있음 있습 있을까 있는지 있니 있냐 없나 없어 찾아 빌릴수 빌려 연장 예약해 예약할 예약좀 예약하 대출 추천 보여 알려 검색 해주세 해줘 주세 어디 언제 몇권 책있 책찾 책추 책빌
        """
    );

    /// <summary>Words that are taken away from the beginning.</summary>
    public static readonly HashSet<string> Leads = List(
        """
        혹시 저기 저기요 그럼 그러면 그리고 안녕하세요 내가 제가 나한테 저한테 이번에 빌린 빌려간 예약한 예약해둔 걸어둔 찜한 찜해둔 신청한 대출한 대출중인 제목이 제목은 요즘 아까 방금 지금
        아니 아니요 아뇨 아니다 반납 연장 예약 있으면 없으면 책이름 책이름이 도서명 급한데 아 어 음 저 네 거기 여기 거기서 그곳에 유명한 추천하신 추천받은 선생님이 이번 다른 같은 좋은 읽을만한 볼만한 읽을 볼 재밌는 재미있는
        """
    );

    /// <summary>작가 and what else tells that a person is asked for.</summary>
    public static readonly string[] Author = ["작가님", "작가", "저자", "지은이", "글쓴이"];

    /// <summary>The word is said in asking for a book: 있나요, 빌려, 세 권.</summary>
    public static bool IsRequest(string word) =>
        Words.Contains(word)
        || IsVerb(word)
        || (
            Numerals.Find(word) is [{ Unit: "권", Length: var length }]
            && length == word.Length
            && !char.IsAsciiDigit(word[0])
        );

    /// <summary>Any form of a verb or question word that asks for a book: 있나요, 빌려, 어디에.</summary>
    public static bool IsVerb(string word) =>
        Array.Exists(Stems, stem => word.StartsWith(stem, StringComparison.Ordinal));

    private static HashSet<string> List(string words) => [.. Split(words)];

    private static string[] Split(string words) =>
        words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
