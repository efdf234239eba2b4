namespace Bupyeong.Chatbot.Understanding;

/// <summary>The words of a library desk by what they are about, so that 늦춰 주세요 counts for 연장 without an example of its own.</summary>
internal static class Concepts
{
    private static readonly (string Name, string[] Stems)[] All =
    [
        Of("borrow", "대출 대여 빌리 빌려 빌릴 빌린 빌렸 빌림 빌립 ㄷㅊ"),
        Of("return", "반납 돌려주 돌려줘 돌려드 갖다주 갖다줘 갖다드 갖다놔 반환 ㅂㄴ"),
        Of("renew", "연장 미뤄 미루 미룰 늘려 늘리 늘릴 늦춰 늦추 늦출 연기 갱신 더볼 더빌 더읽 더보고"),
        Of("reserve", "예약 맡아 대기 찜 선점"),
        Of("deliver", "상호대차 책마실 책이음 책바다 책나래 택배 배달 집으로 타관"),
        Of("purchase", "희망도서 사주 사줘 구입 구매 바로대출 서점 새책"),
        Of("overdue", "연체 밀린 밀렸 늦게 늦었 정지 벌금 변상 잃어버 분실 찢 젖 훼손"),
        Of("card", "회원증 카드 가입 재발급 등본 신분증 회원번호 모바일회원"),
        Of("sign-in", "로그인 로긴 접속 본인확인 본인인증 회원확인 인증 들어가 login signin 계정 회원인데 로그잉"),
        Of(
            "sign-out",
            "로그아웃 로그아우 로갓 로그오프 나갈 나가기 나가고 끊어 끊을 접속해제 연결해제 logout signout 바이바이 ㅂㅂ ㅂㅇ 안녕히계 잘있어 종료 끝낼래 끝내줘 마치겠 로그인해제 끊기"
        ),
        Of("hours", "몇시 시간 열어 여나 여니 여는 엽니 열었 열려 열고 닫 문열 문여 개관 운영 영업 끝나 오픈 마감시간"),
        Of("closed", "휴관 쉬는 쉬나 쉬어 쉬니 쉬냐 쉬는 쉽니 휴무 노는날 안열 문닫"),
        Of(
            "facility",
            "노트북 프린트 복사 스캔 음식 음료 와이파이 사물함 대관 기증 봉사 결석 견학 수유 유모차 휠체어 엘리베이터 콘센트"
        ),
        Of("place", "위치 주소 찾아가 가는길 약도 지도 버스 지하철 전철 출구 가까 근처 걸어 네비 길찾 길을 찾아가"),
        Of("parking", "주차 차대 차세 차갖 주차장"),
        Of("where", "어디 어느 어딨 어데"),
        Of("phone", "전화 번호 연락처 전번 대표번호"),
        Of(
            "program",
            "강좌 강의 강연 프로그램 행사 수업 체험 특강 교실 동아리 공연 전시 상영 축제 낭독 모임 북스타트 스토리텔링"
        ),
        Of("seats", "자리 접수 모집 마감 신청기간 정원"),
        Of("person", "사람 사서 직원 상담 담당 선생님 통화 연결 바꿔 인간 관계자 책임자 상담원 선생"),
        Of(
            "report",
            "고장 더러 더럽 시끄 삐걱 냄새 불친절 민원 건의 항의 불편신고 오류 분실물 두고 놓고 못보셨 주웠 고쳐 추워요 더워"
        ),
        Of("book", "책 도서 소설 그림책 동화 만화 시집 에세이 잡지 전집 원서 권"),
        Of("author", "작가 저자 지은이 쓴책"),
        Of("search", "검색 찾아 찾고 제목 기억안 있나 있어요 있을까 없나 없어요 없습니까 같은거 비슷한"),
        Of("recommend", "추천 골라 읽을만 볼만 읽을거 볼거 재밌 재미있 인기 베스트 신간 새로들어 필독"),
        Of("stock", "비치 소장 꽂혀 꽂힌 남아 남았 재고 서가 책꽂이 대출중 대출가능 누가빌"),
        Of("arrived", "도착 왔나 왔어요 들어오나 들어와 언제쯤"),
        Of("that", "그거 그책 이거 이책 저거 그건 그것 아까 방금"),
        Of("mine", "내가 내책 내대출 제가 제책 나한테 내꺼 내거 제거 우리애 저지금 저는 나는 내예약 제예약 마이"),
        Of("amount", "몇권 몇개 몇번 한번에 한도"),
        Of("length", "며칠 몇일 얼마나 언제까지 기간 기한 날짜"),
        Of("when", "언제 무슨요일 몇월"),
        Of("money", "얼마 요금 비용 무료 유료 공짜 돈내 연체료 벌금"),
        Of("allowed", "되나 돼요 되요 될까 되는지 됩니까 가능한 수있 괜찮 해도 써도 가져가도"),
        Of(
            "greet",
            "안녕 하이 반가 반갑 헬로 ㅎㅇ 하잉 여보세요 계세요 굿모닝 처음뵙 인사 hello 안뇽 방가 할로 오랜만 저기요 아침이에요 저녁입니다"
        ),
        Of("thanks", "고마 고맙 감사 땡큐 ㄱㅅ 수고 덕분 도움됐 도움이됐 친절 thank thx 쌩유 최고 짱이 굿 감삼 복받"),
        Of(
            "who",
            "누구 너는 넌 너사 너이 당신 이름이 정체 로봇 인공지능 챗봇 기계야 만든 만들었 ai야 봇이 자기소개 성함 챗지피티 몇살이 남자야 여자야"
        ),
        Of(
            "help",
            "도움말 뭐할수 뭐해줄 뭘할 뭐가능 기능 사용법 사용방법 쓰는법 뭐물어 무엇을할 할줄아 메뉴 help 헬프 이용방법 가이드 안내좀 어떻게쓰 처음써 뭐라고말"
        ),
        Of(
            "cancel",
            "취소 그만 됐어 됐다 됐네 안할 안해 관두 관둘 없던 하지마 하지말 중단 멈춰 나중에 다음에할 필요없 놔둬 스톱 생각바 마음이바"
        ),
        Of(
            "restart",
            "처음부터 처음으로 다시시작 새로시작 초기화 리셋 첫화면 처음화면 다시하 원점 맨처음 새대화 대화새로 restart 리스타트 돌아가 지우고 다잊고 시작화면"
        ),
        Of(
            "crisis",
            "죽고싶 죽을래 죽어버 자살 살기싫 살고싶지 사라지고 자해 뛰어내 목숨 삶을 세상을떠 맞고있 폭력 옥상 때려 때리 무서워요 외롭 살이유 쓰러졌 위험해 끝내고싶 죽으면 짐만되"
        ),
        Of("school", "숙제 수행평가 독후감 문제풀 공식"),
        Of("weather", "날씨 비와 눈와 미세먼지 기온"),
        Of("market", "주가 주식 코인 로또 환율 은행 보험 투자"),
        Of("insult", "바보 멍청 꺼져 닥쳐 병신 시발 씨발 ㅅㅂ 쓸모없"),
    ];

    public static void Visit(string squashed, IntentFeatures.Visitor visit)
    {
        foreach (var (name, stems) in All)
        {
            if (Array.Exists(stems, stem => squashed.Contains(stem, StringComparison.Ordinal)))
                visit(name);
        }
    }

    private static (string, string[]) Of(string name, string stems) => ($"<{name}>", stems.Split(' '));
}
