using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Tests.Replies;

public sealed class ReplyWriterTests
{
    [Fact]
    public void Variants_take_turns()
    {
        var words = Words(["하나", "둘", "셋"]);
        Assert.Equal(
            ["하나", "둘", "셋", "하나"],
            Enumerable.Range(0, 4).Select(turn => words.Write(new Line("a/b"), turn).Text)
        );
        Assert.Equal("하나", words.Print("a/b"));
    }

    [Fact]
    public void At_most_four_choices_those_of_the_data_first_and_none_twice()
    {
        var line = new Line("a/b") { Choices = ["토지 1", "데미안", "취소"] };
        var written = Words(["네"], "취소 | 처음으로 | 책 찾기 | 내 대출").Write(line, 0);
        Assert.Equal(["토지 1", "데미안", "취소", "처음으로"], written.Choices);
    }

    [Fact]
    public void A_choice_can_print_a_value() =>
        Assert.Equal(
            ["토지 2권도 볼래요", "그만"],
            Words(["네"], "{{title}} 2권도 볼래요 | 그만").Write(new Line("a/b", new { title = "토지" }), 0).Choices
        );

    [Theory]
    [InlineData("토지", "토지를")]
    [InlineData("데미안", "데미안을")]
    [InlineData("토지 1", "토지 1을")]
    [InlineData("1984", "1984를")]
    [InlineData("아몬드(개정판)", "아몬드(개정판)를")]
    public void The_particle_fits_whatever_comes_before_it(string title, string expected) =>
        Assert.Equal(expected, Print("{{title}}{{josa title \"을/를\"}}", new { title }));

    [Theory]
    [InlineData("서울", "서울로")]
    [InlineData("부평", "부평으로")]
    [InlineData("032-505-0062", "032-505-0062로")]
    [InlineData("032-362-0261", "032-362-0261로")]
    [InlineData("032-510-7300", "032-510-7300으로")]
    public void The_way_to_somewhere(string to, string expected) =>
        Assert.Equal(expected, Print("{{to}}{{josa to \"으로/로\"}}", new { to }));

    [Fact]
    public void Dates_and_sums_are_printed_as_people_say_them()
    {
        var values = new { due = new DateOnly(2026, 12, 3), fee = 12000 };
        Assert.Equal("12월 3일 목요일", Print("{{date due}}", values));
        Assert.Equal("2026년 12월 3일", Print("{{full-date due}}", values));
        Assert.Equal("12,000원", Print("{{won fee}}", values));
    }

    [Fact]
    public void A_list_is_printed_line_by_line_and_a_title_as_it_is()
    {
        var loans = new[] { new { Title = "<토지> & \"1\"" }, new { Title = "데미안" } };
        Assert.Equal(
            "2권\n✓ <토지> & \"1\"\n✓ 데미안",
            Print("2권{{#each loans}}\n✓ {{Title}}{{/each}}", new { loans })
        );
    }

    [Fact]
    public void A_title_that_looks_like_a_template_is_only_a_title() =>
        Assert.Equal("「{{secret}}」", Print("「{{title}}」", new { title = "{{secret}}" }));

    [Fact]
    public void A_value_that_nobody_supplied_is_an_error_and_never_a_gap() =>
        Assert.ThrowsAny<Exception>(() => Print("{{tittle}}", new { title = "토지" }));

    [Fact]
    public void An_unknown_reply_is_named() =>
        Assert.Contains(
            "a/c",
            Assert.Throws<KeyNotFoundException>(() => Words(["네"]).Print("a/c", "ko")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Cards_come_along_unchanged()
    {
        var card = new Card("book", "토지");
        Assert.Equal([card], Words(["네"]).Write(new Line("a/b") { Cards = [card] }, 0).Cards);
    }

    private static string Print(string template, object values) => Words([template]).Print("a/b", values);

    private static ReplyWriter Words(IReadOnlyList<string> variants, params string[] choices) =>
        new([new ReplyTemplate("a/b", "ko", variants) { Choices = choices }]);
}
