using Bupyeong.Chatbot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>What a language model has phrased is not taken for the library's own words.</summary>
public sealed class GeneratedTests(Chromium chromium) : WindowTest(chromium)
{
    [Fact]
    public async Task A_generated_answer_says_so_under_its_words_and_after_a_reload()
    {
        await using var model = await ModelServer.StartAsync();
        var host = new LibraryHost().With("LanguageModel:Address", model.Address).With("LanguageModel:Model", "double");
        await using var site = new LibrarySite(host);
        var visitor = await Comes(Visit.Desktop with { Site = site });
        await visitor.Opens();
        await visitor.Says("책 몇 권까지 빌려줘요?");
        await visitor.Hears("library-rule/answer");
        await Expect(visitor.LastEntry.Locator(".generated")).ToHaveTextAsync("생성된 문장");

        await visitor.Page.ReloadAsync();

        await Expect(visitor.LastEntry.Locator(".generated")).ToHaveTextAsync("생성된 문장");
    }

    [Theory]
    [InlineData("ko", "생성된 문장")]
    [InlineData("en", "Generated text")]
    [InlineData("vi", "Văn bản được tạo tự động")]
    [InlineData("zh", "生成的文本")]
    public async Task The_mark_is_in_the_language_of_the_words(string language, string mark)
    {
        var wire = new Wire();
        var visitor = await Comes(Visit.Desktop with { Before = wire.Holds });
        await visitor.Opens();

        wire.BringsBubble("…", channelData: new { generated = true }, locale: language);
        await Expect(visitor.LastEntry.Locator(".generated")).ToHaveTextAsync(mark);

        wire.BringsBubble("…", channelData: new { reply = "library-rule/answer" }, locale: language);
        await Expect(visitor.LastEntry.Locator(".generated")).ToHaveCountAsync(0);
    }
}
