using System.Net;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>The library system is away: said so, on the page and in the conversation.</summary>
public sealed class LibraryDownTests
{
    private const string Card = "P2026000002";
    private const string Pin = "518306";

    [Fact]
    public async Task Without_a_library_system_the_page_says_so()
    {
        await using var host = new LibraryHost().With("Circulation:System", "Offline");
        var (resident, _) = await SignInPageTests.Asked(host);

        var answer = await resident.SignsIn(Card, Pin);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("연결되지 않아요", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_system_that_goes_away_is_told_and_the_question_waits()
    {
        var library = new UnsteadyLibrary();
        await using var host = new LibraryHost(change: library.StandsIn);
        var (resident, _) = await SignInPageTests.Asked(host);
        await resident.SignsIn(Card, Pin);
        await resident.Says("전부 연장해줘");
        resident.Hears("renew-loan/confirm-several");
        var before = host.Get<Hall>().Find(resident.Conversation)!.State;

        library.IsDown = true;
        await resident.Says("네");

        resident.Hears("fallback/library-down");
        Assert.Matches(@"032-\d{3}-\d{4}", resident.Heard[0].Shown);
        var after = host.Get<Hall>().Find(resident.Conversation)!.State;
        Assert.Equal(before.Slots, after.Slots);
        Assert.Equal((before.AwaitingDialog, before.AwaitedSlot), (after.AwaitingDialog, after.AwaitedSlot));

        library.IsDown = false;
        await resident.Says("네");
        Assert.StartsWith("renew-loan/renewed", resident.Heard[0].Name);
    }
}
