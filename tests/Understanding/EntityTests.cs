using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Understanding;

public sealed class EntityTests
{
    [Theory]
    [InlineData("삼산도서관 몇시까지 해요", "branch", "삼산도서관", "samsan")]
    [InlineData("부개어린이도서관 오늘 열어요", "branch", "부개어린이도서관", "bugae-children")]
    [InlineData("기적의 도서관에서 하는 행사", "branch", "기적의 도서관", "miracle")]
    [InlineData("부평도서관 몇시에 닫아요", "branch", "부평도서관", "ice-bupyeong")]
    [InlineData("부게도서관 오늘함?", "branch", "부게도서관", "bugae")]
    [InlineData("청촌도서관 어디", "branch", "청촌도서관", "cheongcheon")]
    [InlineData("ㅂㄱ도서관 오늘함?", "branch", "ㅂㄱ도서관", "bugae")]
    [InlineData("부개 어린이자료실 몇시까지", "room", "어린이자료실", "어린이자료실")]
    [InlineData("부개 어린이자료실 몇시까지", "branch", "부개", "bugae")]
    [InlineData("이번주말 초등 저학년 프로그램", "audience", "초등 저학년", "child")]
    [InlineData("두번째 거 청천에 있어?", "ordinal", "두번째", "2")]
    [InlineData("마지막 책만 연장", "ordinal", "마지막", "-1")]
    [InlineData("7살 아이 책", "age", "7살", "7")]
    [InlineData("초2 공룡 책 추천", "age", "초2", "8")]
    [InlineData("만 6세 수업", "age", "만 6세", "6")]
    [InlineData("중학교 1학년 필독서", "age", "중학교 1학년", "13")]
    [InlineData("18개월 아기", "age", "18개월", "1")]
    [InlineData("70대 어르신 책", "age", "70대", "70")]
    [InlineData("예비 초1 준비", "age", "예비 초1", "7")]
    [InlineData("예비중 필독서", "age", "예비중", "13")]
    [InlineData("두 돌 그림책", "age", "두 돌", "2")]
    [InlineData("마흔 넘어 읽을 책", "age", "마흔", "40")]
    [InlineData("4샬 책", "age", "4샬", "4")]
    [InlineData("8-year-old daughter likes dinosaurs, any books?", "age", "8-year-old", "8")]
    [InlineData("any books for a grade 2 child?", "age", "grade 2", "8")]
    [InlineData("有适合8岁孩子的书吗", "age", "8岁", "8")]
    [InlineData("有适合二年级的书吗", "age", "二年级", "8")]
    [InlineData("có sách cho bé 8 tuổi không", "age", "8 tuổi", "8")]
    [InlineData("có sách cho học sinh lớp 2 không", "age", "lớp 2", "8")]
    [InlineData("중핚생 읽을 책", "audience", "중핚생", "teen")]
    [InlineData("부게 일요일도 하나요", "branch", "부게", "bugae")]
    [InlineData("기적의도소관 주차 되나요", "branch", "기적의도소관", "miracle")]
    [InlineData("오눌 열어요?", "date", "오눌", null)]
    [InlineData("담쥬 금요일 강좌", "date", "담쥬 금요일", null)]
    [InlineData("월욜일 쉬나요", "date", "월욜일", null)]
    [InlineData("다 연장해줘", "all", "다", "다")]
    [InlineData("다연장해줘", "all", "다", "다")]
    [InlineData("더 보여줘", "more", "더", "더")]
    [InlineData("다음 거 보여줘", "more", "다음 거", "다음 거")]
    [InlineData("9788936434120 있나요", "isbn", "9788936434120", "9788936434120")]
    [InlineData("978-89-364-3412-0", "isbn", "978-89-364-3412-0", "9788936434120")]
    [InlineData("저녁 7시에 열려있나요", "time", "저녁 7시", null)]
    public void An_entity_is_found_where_it_stands(string text, string type, string words, string? value)
    {
        var entity = Words.Recognizer.Recognize(text).First(type);
        Assert.NotNull(entity);
        Assert.Equal(words, entity.Text);
        if (value is not null)
            Assert.Equal(value, entity.Value);
    }

    [Theory]
    [InlineData("부개동 사는데 어느 도서관이 가까워요", "branch")]
    [InlineData("갈산역 근처", "branch")]
    [InlineData("부평구립도서관 안내", "branch")]
    [InlineData("아이디 비번 까먹음", "audience")]
    [InlineData("고등어 요리", "audience")]
    [InlineData("9788936434121 있나요", "isbn")]
    [InlineData("032-505-0062", "isbn")]
    [InlineData("19세기 역사", "age")]
    [InlineData("컴퓨터 20대 있나요", "age")]
    [InlineData("과제 뽑아야 해요", "date")]
    [InlineData("한 주만 더 볼게요", "date")]
    [InlineData("출석 몇 번 해야 해요", "date")]
    [InlineData("글이 안 보여요", "date")]
    [InlineData("매일 여나요", "date")]
    [InlineData("3번 출구예요?", "ordinal")]
    [InlineData("다음에 할게요", "more")]
    [InlineData("다른 책은", "all")]
    [InlineData("토지 연장해 주세요", "answer")]
    public void A_lookalike_is_not_taken(string text, string type) =>
        Assert.Null(Words.Recognizer.Recognize(text).First(type));

    [Fact]
    public void A_neighbour_is_never_taken_for_a_branch()
    {
        foreach (
            var text in (string[])
                ["부평도서관", "부평 도서관 몇시까지", "부펑도서관", "브평도서관 전화", "북구도서관", "부평도서괸"]
        )
            Assert.StartsWith(
                "ice-",
                Words.Recognizer.Recognize(text).First("branch")?.Value ?? text,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public void An_ISBN_of_ten_digits_becomes_one_of_thirteen() =>
        Assert.Equal("9788936434120", Words.Recognizer.Recognize("8936434128 있어요").First("isbn")?.Value);

    [Fact]
    public void A_date_carries_its_expression()
    {
        var date = Words.Recognizer.Recognize("다음 주 화요일에 삼산 하나요").First("date");
        Assert.Equal(new WeekdayOf(1, DayOfWeek.Tuesday), date?.When);
    }

    /// <summary>월요일 is one letter from 일요일.</summary>
    [Theory]
    [InlineData("월요일도 하나요", DayOfWeek.Monday)]
    [InlineData("일료일 여나요", DayOfWeek.Sunday)]
    public void A_day_that_is_written_right_is_not_mended(string text, DayOfWeek day) =>
        Assert.Equal(new WeekdayOf(null, day), Words.Recognizer.Recognize(text).First("date")?.When);

    [Fact]
    public void Every_entity_stands_in_the_text_as_it_says()
    {
        foreach (var example in Words.Examples)
        {
            var recognition = Words.Recognizer.Recognize(example.Text);
            foreach (var entity in recognition.Entities)
                Assert.Equal(entity.Text, recognition.Text.Substring(entity.Start, entity.Length));
            Assert.True(recognition.Entities.Count(entity => entity.Type is "title" or "author") <= 1, example.Text);
        }
    }
}
