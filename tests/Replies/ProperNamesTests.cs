using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Replies;

/// <summary>How other languages call our libraries, rooms and holidays.</summary>
public sealed class ProperNamesTests
{
    private static readonly ProperNames Names = DialogsRoom.Names(
        Path.Combine(AppContext.BaseDirectory, "dialogs", "entities", "names")
    );

    [Theory]
    [InlineData("en", "삼산도서관: 9 AM", "Samsan Library: 9 AM")]
    [InlineData("zh", "삼산도서관", "三山图书馆")]
    [InlineData("ko", "삼산도서관", "삼산도서관")]
    // A name that goes on in Hangul is another word, and a title is not translated.
    [InlineData("en", "삼산도서관에서", "삼산도서관에서")]
    [InlineData("en", "「추석」(오늘)", "「추석」(오늘)")]
    public void A_name_is_said_as_the_language_calls_it(string language, string text, string expected) =>
        Assert.Equal(expected, Spoken.In(language, () => Names.Say(text)));

    [Fact]
    public void The_title_of_a_book_stays_and_what_a_button_opens_does()
    {
        var card = new Card("book", "추석")
        {
            Rows = [new CardRow("삼산도서관", "종합자료실")],
            Button = new CardButton("견본", "/knowledge/견본"),
        };
        var said = Spoken.In("en", () => Names.Say(card));
        Assert.Equal(("추석", "Samsan Library"), (said.Title, said.Rows[0].Label));
        Assert.Equal(card.Button, said.Button);
    }
}
