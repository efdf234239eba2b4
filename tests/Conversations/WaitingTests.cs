using System.Text.Json;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Requests;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Conversations;

/// <summary>Who waits for a librarian is told the place in the queue, and each new one.</summary>
public sealed class WaitingTests
{
    [Fact]
    public async Task Each_who_waits_is_told_the_place_and_when_it_gets_better()
    {
        await using var host = new LibraryHost();
        var (first, second, third) = (await Waits(host), await Waits(host), await Waits(host));
        Assert.Equal((0, 1, 2), (Ahead(first), Ahead(second), Ahead(third)));

        await first.Says("그만 기다리기");
        first.Hears("talk-to-person/gave-up");
        Assert.Equal("bot", Handoff(first).GetProperty("state").GetString());
        Assert.False(Handoff(first).TryGetProperty("ahead", out _));
        await Tidy(host);
        await second.Listens();
        await third.Listens();
        second.Hears("talk-to-person/moved");
        Assert.Equal((0, 1), (Ahead(second), Ahead(third)));

        await second.Ends(host);
        Assert.Equal("bot", Handoff(second).GetProperty("state").GetString());
        await Tidy(host);
        await third.Listens();
        Assert.Equal(0, Ahead(third));
    }

    [Fact]
    public async Task A_place_is_told_once_also_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        DirectLineCaller second;
        await using (var host = new LibraryHost(folder.Path))
        {
            var first = await Waits(host);
            var resident = await Waits(host);
            await first.Says("그만 기다리기");
            await Tidy(host);
            await resident.Listens();
            resident.Hears("talk-to-person/moved");
            second = resident.Client(host);
        }

        await using var again = new LibraryHost(folder.Path);
        await Tidy(again);
        await Tidy(again);
        var id = await DirectLineCaller.IdOf(await second.At(again).Says("아직인가요"));
        var read = await second.At(again).ReadsUntil(read => read.Answered().Contains(id));
        Assert.Single(read, activity => $"{activity}".Contains("talk-to-person/moved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_place_for_somebody_who_gave_up_meanwhile_is_not_told()
    {
        await using var host = new LibraryHost();
        var resident = await Resident.ComesTo(host);
        var live = host.Get<Hall>().Find(resident.Conversation)!;
        foreach (var happened in (string[])[Events.MovedUp, Events.NobodyCame])
            await host.Get<Inbox>().AcceptAsync(live, new Utterance(null, Event: happened));

        await resident.Says("고마워요");

        resident.Hears("thanks/welcome");
        Assert.Empty(host.Get<Handovers>().Waiting());
    }

    [Fact]
    public async Task Being_told_a_place_does_not_keep_anybody_signed_in()
    {
        await using var host = new LibraryHost();
        var first = await Waits(host);
        host.Clock.Pass(TimeSpan.FromMinutes(1));
        var resident = await Resident.ComesTo(host);
        await resident.Says("내 대출");
        await resident.SignsIn("P2026000002", "518306");
        await resident.Says("사서에게 묻기");
        resident.Hears("talk-to-person/queued");
        host.Clock.Pass(TimeSpan.FromMinutes(8));
        await first.Says("그만 기다리기");
        await Tidy(host);
        await resident.Listens();
        resident.Hears("talk-to-person/moved");

        host.Clock.Pass(TimeSpan.FromMinutes(2));
        await host.Get<Housekeeping>().TidyAsync();

        // Two events, two turns: the answers may come together or one after the other.
        var told = new List<string>();
        while (told.Count < 2)
        {
            await resident.Listens();
            told.AddRange(resident.Heard.Select(bubble => bubble.Name));
        }
        Assert.Equal(["sign-out/idle", "talk-to-person/nobody-came"], told);
    }

    [Fact]
    public async Task Nobody_waits_behind_a_conversation_that_has_forgotten_its_wait()
    {
        await using var host = new LibraryHost();
        await host.Get<Handovers>().CallAsync("nobody:1", new DateOnly(2026, 11, 24));
        var resident = await Waits(host);
        Assert.Equal(1, Ahead(resident));

        host.Clock.Pass(TimeSpan.FromMinutes(10));
        await Tidy(host);
        await Tidy(host);

        await resident.Listens();
        resident.Hears("talk-to-person/moved");
        Assert.Equal(resident.Conversation, Assert.Single(host.Get<Handovers>().Waiting()).Conversation);
    }

    private static async Task<Resident> Waits(LibraryHost host)
    {
        var resident = await Resident.ComesTo(host);
        await resident.Says("사서 불러줘");
        resident.Hears("talk-to-person/queued");
        Assert.Equal("queued", Handoff(resident).GetProperty("state").GetString());
        return resident;
    }

    private static Task Tidy(LibraryHost host) => host.Get<Housekeeping>().TidyAsync();

    private static JsonElement Handoff(Resident resident) => resident.Heard[^1].Handoff;

    private static int Ahead(Resident resident) => Handoff(resident).GetProperty("ahead").GetInt32();
}
