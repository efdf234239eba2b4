using Bupyeong.Chatbot.Catalog;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Catalog;

public sealed class CallNumberTests
{
    private static readonly Classification Classes = Classification.Read(
        Path.Combine(AppContext.BaseDirectory, "knowledge", "catalog", "kdc.yml")
    );

    [Theory]
    [InlineData("813.7 한31ㅊ 이게 무슨 뜻이에요", null, "813.7", "한31", "ㅊ", null, null)]
    [InlineData("아 813.8 흔92ㅎ v.4 c.2", "아", "813.8", "흔92", "ㅎ", 4, 2)]
    [InlineData("큰 818 박66ㅇ", "큰", "818", "박66", "ㅇ", null, null)]
    [InlineData("800번대 책은 어디에", null, "800", null, null, null, null)]
    [InlineData("813.6이면 무슨 책이에요", null, "813.6", null, null, null, null)]
    public void A_call_number_is_read_part_by_part(
        string text,
        string? mark,
        string number,
        string? author,
        string? title,
        int? volume,
        int? copy
    ) => Assert.Equal(new CallNumber(mark, number, author, title, volume, copy), CallNumber.In(text));

    [Theory]
    [InlineData("032-505-0062로 전화했어요")]
    [InlineData("책 120권 있어요?")]
    [InlineData("9788936433673 있나요")]
    public void Other_numbers_are_none(string text) => Assert.Null(CallNumber.In(text));

    [Fact]
    public void A_class_is_named_from_the_wide_to_the_narrow() =>
        Assert.Equal(["문학", "한국 문학", "한국 소설과 동화"], Classes.Path("813.7").Select(known => known.Name));

    [Fact]
    public void Every_library_has_a_shelf_for_every_wide_class()
    {
        foreach (var branch in Places.Libraries)
            Assert.All("0123456789", digit => Assert.NotNull(Classes.ShelfAt(branch.Code, digit.ToString())));
    }
}
