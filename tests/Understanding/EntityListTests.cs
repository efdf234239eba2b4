using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Tests.Understanding;

public sealed class EntityListTests
{
    [Fact]
    public void Headings_are_values_and_bullets_their_synonyms()
    {
        var list = EntityList.Parse(
            "branches",
            "branches.md",
            "# 도서관\n\n## samsan\n- 삼산도서관\n- 삼산\n\n## bugae\n- 부개\n"
        );
        Assert.Equal("branch", list.Type);
        Assert.Equal(["samsan", "bugae"], list.Entries.Select(entry => entry.Value));
        Assert.Equal(["삼산도서관", "삼산"], list.Entries[0].Synonyms);
    }

    [Theory]
    [InlineData("## a\n- 하나\n## b\n- 하 나\n", "x.md:4: '하 나' belongs to both 'a' and 'b'")]
    [InlineData("## a\n\n## b\n- 둘\n", "x.md:1: 'a' has no synonyms")]
    [InlineData("- 하나\n", "x.md:1: '하나' stands before any heading")]
    [InlineData("## a\n- 하나\n## a\n- 둘\n", "x.md:3: the heading 'a' stands twice")]
    [InlineData("## a\n- !?\n", "x.md:2: an empty synonym")]
    public void A_mistake_is_told_with_file_and_line(string markdown, string message) =>
        Assert.Equal(
            message,
            Assert.Throws<InvalidDataException>(() => EntityList.Parse("things", "x.md", markdown)).Message
        );
}
