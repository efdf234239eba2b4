using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Tests.Support;
using static Bupyeong.Chatbot.Tests.Support.DirectLineCaller;

namespace Bupyeong.Chatbot.Tests.Dialogs;

/// <summary>What an audience is greeted with, and that everything offered there is understood.</summary>
public sealed class FirstPageTests(OneHost one) : IClassFixture<OneHost>
{
    private static readonly string[] NotUnderstood =
    [
        "fallback/",
        "not-in-knowledge",
        "not-found",
        "out-of-scope/",
        "find-program/none",
        "/which-",
        "no-new-list",
    ];

    private readonly LibraryHost host = one.Host;

    public static TheoryData<string> Audiences => [.. FirstPage.Audiences];

    [Theory]
    [MemberData(nameof(Audiences))]
    public async Task Each_choice_is_understood(string audience)
    {
        var resident = await Resident.ComesTo(host);
        await Opens(resident, audience);
        resident.Hears($"first-page/{audience}");
        var choices = resident.Heard[0].Choices;
        Assert.Equal(4, choices.Count);

        var answers = new List<string>();
        foreach (var choice in choices)
        {
            var visitor = await Resident.ComesTo(host);
            await Opens(visitor, audience);
            await visitor.Says(choice);
            answers.Add($"{choice} → {visitor.Heard[0].Name} {visitor.Heard[0].Text}");
        }
        Assert.DoesNotContain(
            answers,
            answer => NotUnderstood.Any(name => answer.Contains(name, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task The_same_event_twice_is_one()
    {
        var client = await DirectLineCaller.Opens(host);
        var ids = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(async _ => await IdOf(await client.Sends(Event("senior", "once"))))
        );
        var id = Assert.Single(ids.Distinct());
        var last = await IdOf(await client.Says("고마워"));
        var read = await client.ReadsUntil(read => read.Answered().Contains(last));
        Assert.Equal([id, last], read.Answered().Skip(1));
    }

    [Theory]
    [InlineData("\"everybody\"")]
    [InlineData("\"\"")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{\"audience\":\"teen\"}")]
    [InlineData("\"\\ud800\"")]
    public async Task An_audience_that_nobody_knows_is_refused(string value)
    {
        var client = await DirectLineCaller.Opens(host);
        await Refused(
            400,
            "BadArgument",
            client.SendsRaw($$"""{"from":{"id":"a"},"type":"event","name":"first-page","value":{{value}} }""")
        );
        await Refused(
            400,
            "BadArgument",
            client.SendsRaw("""{"type":"event","name":"first-page","from":{"id":"a"}}""")
        );
    }

    [Fact]
    public async Task What_waited_for_an_answer_can_be_taken_up_again()
    {
        var resident = await Resident.ComesTo(host);
        await resident.Says("내 대출");
        await resident.SignsIn("P2026000002", "518306");
        await resident.Says("세번째 책 연장해줘");
        resident.Hears("renew-loan/confirm-one");

        await Opens(resident, "adult");
        resident.Hears("first-page/adult", "fallback/back-to");
        await resident.Says("네");
        resident.Hears("renew-loan/confirm-one");
    }

    [Fact]
    public async Task Who_waits_for_a_librarian_is_told_so_and_goes_on_waiting()
    {
        var resident = await Resident.ComesTo(host);
        await resident.Says("사서 불러줘");
        await Opens(resident, "adult");
        resident.Hears("talk-to-person/still-waiting");
        await resident.Says("아직인가요");
        resident.Hears("talk-to-person/passed-on");
        await resident.Says("그만 기다리기");
    }

    private static async Task Opens(Resident resident, string audience)
    {
        var sent = await resident.Posts(Event(audience));
        sent.EnsureSuccessStatusCode();
        await resident.Listens();
    }

    private static object Event(string audience, string? clientId = null) =>
        new
        {
            type = "event",
            name = "first-page",
            value = audience,
            from = new { id = "resident" },
            channelData = new { clientActivityID = clientId },
        };
}
