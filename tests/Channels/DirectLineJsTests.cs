using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>The official client, unchanged, talks with this host.</summary>
public sealed class DirectLineJsTests : IAsyncLifetime
{
    private readonly HostProcess host = new();

    public async ValueTask InitializeAsync()
    {
        if (OfficialClient.Missing is null)
            await host.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    public async Task The_official_client_is_welcomed_and_answered(string mode)
    {
        await using var resident = Resident(mode);
        await resident.HearsAsync("welcome/");

        var first = await resident.SaysAsync("안녕하세요");
        await resident.HearsAsync("greeting/", to: first);
        var second = await resident.SaysAsync("삼산도서관 몇 시까지 해요?");
        await resident.HearsAsync("branch-hours/", to: second);

        await ShowsEverythingOnceAsync(resident, first, second);
    }

    [Fact]
    public async Task The_official_client_comes_back_after_its_socket_was_cut()
    {
        await using var resident = Resident("websocket");
        await resident.HearsAsync("welcome/");
        var first = await resident.SaysAsync("안녕하세요");
        await resident.HearsAsync("greeting/", to: first);

        await resident.DropSocketAsync();
        var whileAway = await resident.SaysAsync("삼산도서관 몇 시까지 해요?");
        await resident.HearsAsync("branch-hours/", to: whileAway);

        await ShowsEverythingOnceAsync(resident, first, whileAway);
    }

    [Fact]
    public async Task The_official_client_goes_on_after_the_host_was_killed()
    {
        await using var resident = Resident("websocket");
        await resident.HearsAsync("welcome/");
        var before = await resident.SaysAsync("안녕하세요");
        await resident.HearsAsync("greeting/", to: before);

        await host.KillAsync();
        await host.StartAsync(TestContext.Current.CancellationToken);
        var after = await resident.SaysAsync("삼산도서관 몇 시까지 해요?");
        await resident.HearsAsync("branch-hours/", to: after);

        await ShowsEverythingOnceAsync(resident, before, after);
    }

    [Theory]
    [InlineData("polling", 0)]
    [InlineData("websocket", 2)]
    public async Task The_official_client_sees_an_answer_grow_only_on_a_socket_and_its_end_once(string mode, int drafts)
    {
        await using var model = await ModelServer.StartAsync();
        model.Says = passage => ModelServer.Cited(ModelServer.Plain(passage), ModelServer.Plain(passage));
        await using var phrasing = new HostProcess();
        phrasing.Settings["LanguageModel__Address"] = model.Address;
        phrasing.Settings["LanguageModel__Model"] = "double";
        phrasing.Settings["LanguageModel__TimeoutMilliseconds"] = "60000";
        if (OfficialClient.Missing is null)
            await phrasing.StartAsync(TestContext.Current.CancellationToken);
        await using var resident = Resident(mode, phrasing);
        await resident.HearsAsync("welcome/");

        var asked = await resident.SaysAsync("책 몇 권까지 빌려줘요?");
        var after = await resident.SaysAsync("고마워요");
        await resident.HearsAsync("thanks/", to: after);

        var answers = resident.Activities.Where(activity => activity.ReplyTo == asked).ToList();
        Assert.Equal(drafts, answers.Count(answer => answer.Type is "typing"));
        Assert.Equal(asked, Assert.Single(answers, answer => answer.Type is "message").ReplyTo);
        Assert.Equal("message", answers[^1].Type);
        Assert.Empty(resident.Errors);
    }

    private OfficialClient Resident(string mode, HostProcess? other = null)
    {
        if (OfficialClient.Missing is { } missing)
            Assert.Skip($"DirectLineJS: {missing}");
        return new OfficialClient((other ?? host).Address, mode);
    }

    /// <summary>Own messages are shown once, every reply once, and nothing went wrong.</summary>
    private static async Task ShowsEverythingOnceAsync(OfficialClient resident, params string[] said)
    {
        foreach (var id in said)
            await resident.IsShownAsync(id);
        var shown = resident.Activities;
        Assert.Equal(said, shown.Where(activity => activity.From is "user").Select(activity => activity.Id));
        Assert.Equal(shown.Count, shown.Select(activity => activity.Id).Distinct().Count());
        Assert.Equal(
            shown.Count,
            shown.Select(activity => (activity.ReplyTo, activity.Reply, activity.Text)).Distinct().Count()
        );
        Assert.Empty(resident.Errors);
    }
}
