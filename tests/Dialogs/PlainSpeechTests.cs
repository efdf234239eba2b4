using Bupyeong.Chatbot.Dialogs;

namespace Bupyeong.Chatbot.Tests.Dialogs;

/// <summary>쉬운 말: hard words become easy ones, and the sentence stays a sentence.</summary>
public sealed class PlainSpeechTests
{
    private static readonly PlainSpeech Speech = PlainSpeech.Read(
        Path.Combine(AppContext.BaseDirectory, "dialogs", "entities", "plain-words.md")
    );

    [Theory]
    [InlineData("예약은 한 사람이 해요", "맡아 두기는 한 사람이 해요")]
    [InlineData("다른 분이 예약한 책이에요", "다른 분이 맡아 둔 책이에요")]
    [InlineData("예약할까요?", "맡아 둘까요?")]
    [InlineData("예약해 주세요", "맡아 둬 주세요")]
    [InlineData("예약과 연장도 안 돼요", "맡아 두기와 더 오래 빌리기도 안 돼요")]
    [InlineData("반납일은 12월 4일이에요", "돌려줄 날은 12월 4일이에요")]
    [InlineData("반납했어요", "돌려줬어요")]
    [InlineData("휴관일이에요", "쉬는 날이에요")]
    [InlineData("연체가 아니에요", "늦게 냄이 아니에요")]
    [InlineData("연체하면 새로 대출할 수 없어요", "늦게 내면 새로 빌릴 수 없어요")]
    [InlineData("「예약의 기술」을 예약했어요", "「예약의 기술」을 맡아 뒀어요")]
    [InlineData("예약자가 있어요", "예약자가 있어요")]
    [InlineData("운영하는 곳", "문을 여는 곳")]
    public void Hard_words_become_easy_with_their_particles_and_endings(string hard, string easy) =>
        Assert.Equal(easy, Speech.Of(hard));

    [Fact]
    public void Every_sentence_has_a_line_of_its_own() =>
        Assert.Equal("삼산도서관이에요.\n오늘 쉬어요.", Speech.Of("삼산도서관이에요. 오늘 쉬어요."));
}
