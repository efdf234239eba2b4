using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Tests.Korean;

public sealed class KoreanTextTests
{
    [Fact]
    public void Half_of_a_surrogate_pair_is_survived()
    {
        Assert.Equal("책 \uFFFD", KoreanText.Normalize("책 \uD83D"));
        Assert.Equal("\uFFFD책", KoreanText.Normalize("\uDE00책"));
        Assert.Equal("책😀", KoreanText.Normalize("책😀"));
    }

    [Fact]
    public void A_normalised_text_has_every_letter_where_the_tidied_text_has_it()
    {
        var tidy = KoreanText.Tidy("  WHY？　공룡 \u200B책 İ ");
        Assert.Equal("WHY? 공룡 책 İ", tidy);
        Assert.Equal(tidy.Length, KoreanText.Normalize(tidy).Length);
        Assert.StartsWith("why? 공룡", KoreanText.Normalize(tidy), StringComparison.Ordinal);
    }

    [Fact]
    public void Decomposed_letters_are_put_together_and_lone_letters_stay() =>
        Assert.Equal("각 ㄳ ㅋㅋ", KoreanText.Normalize("\u1100\u1161\u11A8 ㄳ ㅋㅋ"));
}
