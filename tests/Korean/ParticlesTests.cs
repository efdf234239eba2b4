using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Tests.Korean;

public sealed class ParticlesTests
{
    [Theory]
    [InlineData("데미안", "을/를", "데미안을")]
    [InlineData("토지", "을/를", "토지를")]
    [InlineData("「토지」", "은/는", "「토지」는")]
    [InlineData("「데미안」(헤세)", "이/가", "「데미안」(헤세)가")]
    [InlineData("삼산도서관", "으로/로", "삼산도서관으로")]
    [InlineData("서울", "으로/로", "서울로")]
    [InlineData("서울", "이/가", "서울이")]
    [InlineData("토지", "과/와", "토지와")]
    [InlineData("토지", "와/과", "토지와")]
    [InlineData("5권", "이에요/예요", "5권이에요")]
    [InlineData("3개", "이에요/예요", "3개예요")]
    [InlineData("민준", "아/야", "민준아")]
    [InlineData("ㅋ", "은/는", "ㅋ은")]
    [InlineData("ㅏ", "은/는", "ㅏ는")]
    public void Hangul_takes_the_particle_that_fits(string word, string pair, string expected) =>
        Assert.Equal(expected, Particles.Attach(word, pair));

    [Theory]
    [InlineData("1984", "을/를", "를")]
    [InlineData("7", "으로/로", "로")]
    [InlineData("3", "으로/로", "으로")]
    [InlineData("10", "을/를", "을")]
    [InlineData("1000", "이/가", "이")]
    [InlineData("0", "은/는", "은")]
    [InlineData("1000000000000", "은/는", "는")]
    public void Digits_are_read_aloud(string word, string pair, string expected) =>
        Assert.Equal(expected, Particles.Of(word, pair));

    [Theory]
    [InlineData("PDF", "을/를", "를")]
    [InlineData("URL", "으로/로", "로")]
    [InlineData("PCN", "은/는", "은")]
    [InlineData("R", "이/가", "이")]
    [InlineData("Wonder", "을/를", "를")]
    [InlineData("Apple", "은/는", "은")]
    [InlineData("Book", "은/는", "은")]
    [InlineData("The Very Hungry Caterpillar\"", "은/는", "는")]
    public void Latin_abbreviations_are_spelt_and_words_are_read(string word, string pair, string expected) =>
        Assert.Equal(expected, Particles.Of(word, pair));

    [Theory]
    [InlineData("三國志", "을/를", "을(를)")]
    [InlineData("三國志", "으로/로", "(으)로")]
    [InlineData("", "이나/나", "(이)나")]
    public void Both_are_given_when_nobody_can_say_how_the_word_ends(string word, string pair, string expected) =>
        Assert.Equal(expected, Particles.Of(word, pair));
}
