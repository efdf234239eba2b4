using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Tests.Korean;

public sealed class StemmerTests
{
    [Theory]
    [InlineData("책을", "책")]
    [InlineData("책도", "책")]
    [InlineData("삼산에서", "삼산")]
    [InlineData("삼산에서는", "삼산")]
    [InlineData("토지를", "토지")]
    [InlineData("도서관으로", "도서관")]
    [InlineData("서울로", "서울")]
    [InlineData("빌릴게요", "빌리")]
    [InlineData("예약할게요", "예약")]
    [InlineData("추천해주세요", "추천")]
    [InlineData("읽었습니다", "읽")]
    [InlineData("여우의", "여우")]
    public void Particles_and_endings_are_cut_off(string token, string stem) => Assert.Equal(stem, Stemmer.Stem(token));

    [Theory]
    [InlineData("고양이")]
    [InlineData("어린이")]
    [InlineData("만화가")]
    [InlineData("작가")]
    [InlineData("아이")]
    [InlineData("강의")]
    [InlineData("지도")]
    [InlineData("바로")]
    [InlineData("가을")]
    [InlineData("마을")]
    [InlineData("은")]
    [InlineData("의")]
    [InlineData("wonder")]
    [InlineData("")]
    public void Words_that_only_look_inflected_stay_whole(string token) => Assert.Equal(token, Stemmer.Stem(token));
}
