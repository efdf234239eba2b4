using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Tests.Korean;

public sealed class NumeralsTests
{
    [Theory]
    [InlineData("두번째 거", 2)]
    [InlineData("첫 번째 책만", 1)]
    [InlineData("첫번째꺼", 1)]
    [InlineData("3번", 3)]
    [InlineData("열두 번째", 12)]
    [InlineData("둘째 거요", 2)]
    [InlineData("마지막 거", -1)]
    [InlineData("2번째", 2)]
    public void A_place_in_a_list_is_read(string text, int value)
    {
        var numeral = Assert.Single(Numerals.Find(text));
        Assert.True(numeral.IsOrdinal);
        Assert.Equal(value, numeral.Value);
    }

    [Theory]
    [InlineData("세 권 빌렸어요", 3, "권")]
    [InlineData("토지 1권 있어요?", 1, "권")]
    [InlineData("한번만 더", 1, "번")]
    [InlineData("아이 두 명", 2, "명")]
    [InlineData("18개월 아기", 18, "개월")]
    public void Counted_things_are_not_places(string text, int value, string unit)
    {
        var numeral = Assert.Single(Numerals.Find(text));
        Assert.False(numeral.IsOrdinal);
        Assert.Equal((value, unit), (numeral.Value, numeral.Unit));
    }

    [Theory]
    [InlineData("몇 권까지 빌려요")]
    [InlineData("어느 도서관에 있어요")]
    [InlineData("9788936434120")]
    [InlineData("하세요")]
    public void Other_words_are_not_numbers(string text) => Assert.Empty(Numerals.Find(text));

    [Fact]
    public void A_place_is_read_back_as_it_was_written() =>
        Assert.All(
            Enumerable.Range(1, 30),
            place =>
                Assert.Equal(
                    (place, "번째"),
                    Numerals.Find($"{Numerals.Ordinal(place)} 책").Select(found => (found.Value, found.Unit)).Single()
                )
        );
}
