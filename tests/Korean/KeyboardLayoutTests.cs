using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Tests.Korean;

public sealed class KeyboardLayoutTests
{
    [Theory]
    [InlineData("eocnf", "대출")]
    [InlineData("dkssud", "안녕")]
    [InlineData("ckw", "찾")]
    [InlineData("dhksfy", "완료")]
    [InlineData("ekfr", "닭")]
    [InlineData("ekfrdl", "닭이")]
    [InlineData("dlTdjdy", "있어요")]
    [InlineData("xhwl 1rnjs", "토지 1권")]
    [InlineData("rr", "ㄱㄱ")]
    public void Latin_keys_become_the_Hangul_that_was_meant(string latin, string hangul) =>
        Assert.Equal(hangul, KeyboardLayout.ToHangul(latin));

    [Theory]
    [InlineData("ㅗ디ㅣㅐ", "hello")]
    [InlineData("재ㅜㅇㄷㄱ", "wonder")]
    [InlineData("대출", "eocnf")]
    public void Hangul_keys_become_the_Latin_that_was_meant(string hangul, string latin) =>
        Assert.Equal(latin, KeyboardLayout.ToLatin(hangul));

    [Theory]
    [InlineData("eocnf")]
    [InlineData("dkssudgktpdy")]
    [InlineData("xhwl dlTdjdy?")]
    [InlineData("dhsmf aucltlRkwl")]
    [InlineData("dkssudㅎㅎ")]
    public void A_forgotten_switch_is_noticed(string text) => Assert.True(KeyboardLayout.LooksMistyped(text));

    [Theory]
    [InlineData("hello")]
    [InlineData("Can foreigners borrow books?")]
    [InlineData("The Very Hungry Caterpillar")]
    [InlineData("Wonder")]
    [InlineData("asdf")]
    [InlineData("qwerty")]
    [InlineData("test")]
    [InlineData("who")]
    [InlineData("대출")]
    [InlineData("DVD 있어요")]
    [InlineData("1984")]
    [InlineData("library hours")]
    [InlineData("thank you")]
    [InlineData("opening times today")]
    public void Honest_English_is_left_alone(string text) => Assert.False(KeyboardLayout.LooksMistyped(text));
}
