using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Dialogs;

/// <summary>Where one message holds two wishes, and where it only looks so.</summary>
public sealed class TwoWishesTests
{
    [Theory]
    [InlineData("빌린 책 다 연장해주시고 내일 부개 몇시까지 하는지도 알려주세요", "renew-loan", "branch-hours")]
    [InlineData("삼산 주차장 있는지랑 일요일에도 여는지 알고 싶어요", "branch-facilities", "branch-hours")]
    [InlineData("홈페이지가 계속 오류나요. 그리고 제 책 연장 좀 해주세요", "tell-library", "renew-loan")]
    public void Two_wishes_are_taken_apart_in_order(string text, string first, string second)
    {
        var parts = Of(text);
        Assert.NotNull(parts);
        Assert.Equal((first, second), (IntentOf(parts.Value.First), IntentOf(parts.Value.Second)));
    }

    [Theory]
    // One verb, two things of one question, a circumstance, an exception, two questions about one thing.
    [InlineData("책이음 회원으로 전환하고 싶은데 어떻게 해요")]
    [InlineData("부개도서관에 차 가지고 가도 돼요?")]
    [InlineData("콘센트랑 사물함 있어요?")]
    [InlineData("내일 가려고 하는데 갈산 몇 시까지 해요?")]
    [InlineData("예약은 말고 지금 바로 빌릴 수 있는 곳 알려줘요")]
    [InlineData("사서 불러 주세요. 그리고 연장도 해 주세요")]
    [InlineData("")]
    [InlineData(". , ?")]
    public void One_wish_stays_whole(string text) => Assert.Null(Of(text));

    [Fact]
    public void A_page_is_not_taken_apart() =>
        Assert.Null(Of(string.Join(' ', Enumerable.Repeat("책 연장해 주세요. 내일 부개 몇 시까지 해요?", 10))));

    [Fact]
    public void A_list_that_is_missing_is_told_with_its_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "- ends: 고 요");
        var error = Assert.Throws<InvalidDataException>(() => WishWords.Read(file));
        File.Delete(file);
        Assert.Contains("parts", error.Message, StringComparison.Ordinal);
        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
    }

    private static readonly TwoWishes Wishes = new(
        WishWords.Read(Path.Combine(AppContext.BaseDirectory, "dialogs", "entities", "wishes.md"))
    );

    private static (string First, string Second)? Of(string text) =>
        Wishes.Of(text, Words.Recognizer.Recognize(text), Words.Recognizer.Recognize);

    private static string IntentOf(string text) => Words.Recognizer.Recognize(text).Intent;
}
