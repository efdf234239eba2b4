using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>What holds for every page that a resident can open.</summary>
public sealed partial class PagesTests(OneHost one) : IClassFixture<OneHost>
{
    public static TheoryData<string> Paths =>
        [
            "/",
            "/knowledge",
            "/knowledge?q=연장",
            "/knowledge/renewal-rule",
            "/knowledge/unknown",
            "/sign-in/unknown",
            "/message/unknown",
            "/webchat",
        ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task It_can_be_read_by_everybody(string path)
    {
        var page = await Page.Open(one.Host, path);

        page.Says("<html lang=\"ko\">");
        Assert.Equal(1, page.Count("<main"));
        Assert.Equal(1, page.Count("<h1"));
        Assert.Single(page.All("<title>[^<]+견본[^<]*</title>"));
        page.Says("name=\"viewport\" content=\"width=device-width, initial-scale=1\"");
        Assert.All(Levels(page).Zip(Levels(page).Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Nothing_in_it_needs_a_laxer_policy(string path) =>
        Assert.Empty((await Page.Open(one.Host, path)).Inline);

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task It_says_that_its_data_are_samples(string path) =>
        (await Page.Open(one.Host, path)).Says("견본 데이터");

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_field_has_a_label_and_every_id_is_used_once(string path)
    {
        var page = await Page.Open(one.Host, path);

        var ids = page.All("""(?<=\sid=")[^"]+""");
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.All("""(?<=<(input|textarea) id=")[^"]+"""), field => page.Says($"<label for=\"{field}\""));
        Assert.All(page.All("""(?<=aria-labelledby=")[^"]+"""), name => Assert.Contains(name, ids));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/knowledge")]
    [InlineData("/knowledge/renewal-rule")]
    [InlineData("/knowledge/unknown")]
    public async Task A_page_of_the_site_has_a_way_past_its_head_and_the_window(string path)
    {
        var page = await Page.Open(one.Host, path);

        page.Says("href=\"#content\"");
        page.Says("<main id=\"content\"");
        page.Says("<nav aria-label=");
        page.Says("src=\"/chat.js\"");
        Assert.Equal(path == "/", page.Html.Contains("data-open=\"wide\"", StringComparison.Ordinal));
    }

    private static List<int> Levels(Page page) =>
        [.. Heading().Matches(page.Html).Select(match => match.Groups[1].Value[0] - '0')];

    [GeneratedRegex("<h([1-6])")]
    private static partial Regex Heading();
}
