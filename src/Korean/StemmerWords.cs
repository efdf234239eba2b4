namespace Bupyeong.Chatbot.Korean;

/// <summary>What the stemmer cuts off, longest first, and the words it leaves whole.</summary>
internal static class StemmerWords
{
    /// <summary>Words that end like a word with a particle.</summary>
    public static readonly HashSet<string> Whole =
    [
        .. Words(
            """
            고양이 어린이 호랑이 떡볶이 원숭이 부엉이 멍멍이 돌멩이 지팡이 달팽이 거북이 올챙이 종이 놀이 책놀이 길이 높이
            만화가 소설가 작가 휴가 평가 요가 국가 음악가 화가 전문가 아가 누가 내가 네가 제가 나가 너가
            위로 미로 도로 피로 진로 경로 서로 바로 따로 새로 스스로 제로 프로 히어로 홀로 함께
            지도 태도 온도 각도 속도 제도 수도 포도 파도 제주도 강원도 경기도 전라도 경상도 충청도 부도 독도 기도
            회의 강의 정의 주의 동의 민주주의 자본주의 사회주의 창의 예의 편의 결의 토의 논의
            효과 결과 사과 학과 성과 교과 하나 언니 나라 에세이 아이 나이 오이 차이 사이 우리 나는 너는
            마을 가을 노을 겨울 서울 하늘 오늘 바늘 비만 대만 불만 자만 고은 필요 중요 주요 가요 동요 민요
            바다 판다 어른 사람 그림 이름 모든 다른 세계 시대 대화 전화 만화 동화 영화 신화 문화 나비 아빠 엄마
            """
        ),
    ];

    /// <summary>The nouns of one syllable that residents use: elsewhere a short rest is likelier a word cut in two.</summary>
    public const string OneSyllableNouns = "책시글집말밤꿈돈몸별꽃물불숲곰개새길방역땅삶죽";

    public static readonly string[] AfterAny = Words(
        """
        에서는 에서도 에서의 으로는 에게서 한테서 이라는 이라고 까지는 까지도 부터는
        에서 에게 한테 까지 부터 보다 처럼 마다 밖에 조차 라는 라고 이랑 하고 에는 에도 에만 에 의 도 만 랑 요
        """
    );

    public static readonly string[] AfterFinal = Words("이에요 이예요 으로 이나 이며 은 이 을 과");

    public static readonly string[] AfterVowel = Words("예요 에요 나 며 는 가 를 와");

    public static readonly string[] Endings = Words(
        """
        었습니다 았습니다 습니다 습니까 었어요 았어요 였어요 고싶어요 는데요 거든요 잖아요 으세요 으려고
        네요 군요 나요 어요 아요 여요 세요 지요 는데 는지 려고 려면 죠 던
        """
    );

    /// <summary>하다 behind a noun: 예약할게요 is 예약.</summary>
    public static readonly string[] OfDoing = Words(
        """
        해주시겠어요 해주실래요 해주십시오 해주세요 하고싶어요 하겠습니다 해드려요 했습니다 합니다 합니까
        하세요 했어요 할게요 할께요 할래요 할까요 하려고 하려면 하나요 하는 하고 해요 해줘 한다 했다 할래 할게 하기 하다
        """
    );

    public static readonly string[] Intentions = Words("게요 께요 래요 까요 게 래 까");

    private static string[] Words(string list) =>
        list.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
