using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Tests.Korean;

public sealed class ParticlesTests
{
    private static readonly string[] Pairs =
    [
        "은/는",
        "이/가",
        "을/를",
        "과/와",
        "으로/로",
        "이에요/예요",
        "아/야",
        "이나/나",
        "이랑/랑",
        "이라는/라는",
    ];

    /// <summary>A word of each ending, with everything that may follow it, in the order of <see cref="Pairs"/>.</summary>
    [Theory]
    [InlineData("토지", "는 가 를 와 로 예요 야 나 랑 라는")]
    [InlineData("데미안", "은 이 을 과 으로 이에요 아 이나 이랑 이라는")]
    [InlineData("서울", "은 이 을 과 로 이에요 아 이나 이랑 이라는")]
    [InlineData("삼산도서관", "은 이 을 과 으로 이에요 아 이나 이랑 이라는")]
    [InlineData("청천", "은 이 을 과 으로 이에요 아 이나 이랑 이라는")]
    [InlineData("어린이자료실", "은 이 을 과 로 이에요 아 이나 이랑 이라는")]
    [InlineData("채식주의자", "는 가 를 와 로 예요 야 나 랑 라는")]
    [InlineData("흙", "은 이 을 과 으로 이에요 아 이나 이랑 이라는")]
    [InlineData("여덟", "은 이 을 과 으로 이에요 아 이나 이랑 이라는")]
    [InlineData("값", "은 이 을 과 으로 이에요 아 이나 이랑 이라는")]
    [InlineData("삶", "은 이 을 과 으로 이에요 아 이나 이랑 이라는")]
    [InlineData("코스모스", "는 가 를 와 로 예요 야 나 랑 라는")]
    public void Every_pair_has_its_side(string word, string expected) =>
        Assert.Equal(expected, string.Join(' ', Pairs.Select(pair => Particles.Of(word, pair))));

    [Theory]
    [InlineData("와/과", "과")]
    [InlineData("는/은", "은")]
    [InlineData("가/이", "이")]
    [InlineData("를/을", "을")]
    [InlineData("로/으로", "으로")]
    [InlineData("예요/이에요", "이에요")]
    [InlineData("야/아", "아")]
    [InlineData("나/이나", "이나")]
    [InlineData("랑/이랑", "이랑")]
    [InlineData("라는/이라는", "이라는")]
    [InlineData("라고/이라고", "이라고")]
    [InlineData("이었어요/였어요", "이었어요")]
    [InlineData("으로는/로는", "으로는")]
    [InlineData("으로부터/로부터", "으로부터")]
    [InlineData("로서/으로서", "으로서")]
    public void Either_side_may_be_written_first(string pair, string expected) =>
        Assert.Equal(expected, Particles.Of("책", pair));

    [Theory]
    [InlineData("으로/로")]
    [InlineData("으로는/로는")]
    [InlineData("으로써/로써")]
    [InlineData("으로부터/로부터")]
    public void After_rieul_the_lips_stay_open_before_ro(string pair) =>
        Assert.Equal(pair.Split('/')[1], Particles.Of("연필", pair));

    [Theory]
    [InlineData("토지", "을/를", "토지를")]
    [InlineData("「토지」", "은/는", "「토지」는")]
    [InlineData("5권", "이에요/예요", "5권이에요")]
    [InlineData("3개", "이에요/예요", "3개예요")]
    public void The_word_is_kept_as_it_is(string word, string pair, string expected) =>
        Assert.Equal(expected, Particles.Attach(word, pair));

    [Theory]
    [InlineData("三國志", "을/를", "을(를)")]
    [InlineData("三國志", "으로/로", "(으)로")]
    [InlineData("三國志", "이에요/예요", "이에요(예요)")]
    [InlineData("三國志", "과/와", "과(와)")]
    [InlineData("黃金", "은/는", "은(는)")]
    [InlineData("Преступление", "이/가", "이(가)")]
    [InlineData("", "이나/나", "(이)나")]
    [InlineData("", "은/는", "은(는)")]
    [InlineData("   ", "을/를", "을(를)")]
    [InlineData("…", "을/를", "을(를)")]
    [InlineData("😀", "이/가", "이(가)")]
    [InlineData("\ud83d", "이/가", "이(가)")]
    [InlineData("()", "은/는", "은(는)")]
    public void Both_are_given_when_nobody_can_say_how_the_word_ends(string word, string pair, string expected) =>
        Assert.Equal(expected, Particles.Of(word, pair));

    [Fact]
    public void A_pair_has_two_sides() => Assert.Throws<ArgumentException>(() => Particles.Of("책", "은"));
}
