using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Tests.Korean;

public sealed class WordSpacingTests
{
    private static readonly WordSpacing Spacing = new([
        .. "불편한 편의점 어딨음 나의 나 의 라임 오렌지나무 있나요 예약 가능해요 책 좀".Split(' '),
    ]);

    [Theory]
    [InlineData("불편한편의점2권어딨음", "불편한 편의점 2권 어딨음")]
    [InlineData("나의라임오렌지나무있나요", "나의 라임 오렌지나무 있나요")]
    [InlineData("달빛우체국예약가능해요", "달빛우체국 예약 가능해요")]
    [InlineData("불편한 편의점10권있나요", "불편한 편의점 10권 있나요")]
    [InlineData("산책로", "산책로")]
    [InlineData("달빛우체국", "달빛우체국")]
    [InlineData("", "")]
    public void Spaces_come_back_between_known_words(string typed, string spaced) =>
        Assert.Equal(spaced, string.Join(' ', typed.Split(' ').SelectMany(Spacing.Split)));

    [Fact]
    public void What_nobody_writes_without_a_space_stays_in_one_piece()
    {
        var pasted = string.Concat(Enumerable.Repeat("예약", 250));
        Assert.Equal([pasted], Spacing.Split(pasted));
    }
}
