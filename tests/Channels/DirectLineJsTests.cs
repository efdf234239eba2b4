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

    private OfficialClient Resident(string mode)
    {
        if (OfficialClient.Missing is { } missing)
            Assert.Skip($"DirectLineJS: {missing}");
        return new OfficialClient(host.Address, mode);
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
