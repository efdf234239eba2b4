using System.Text;
using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>What librarians do, over the calls that the desk will make.</summary>
public sealed class StaffApiTests
{
    [Fact]
    public async Task A_librarian_takes_talks_and_closes_and_every_move_is_kept()
    {
        await using var host = StaffCaller.Host();
        var (resident, staff) = (await Resident.ComesTo(host), new StaffCaller(host));
        await resident.Says("사서 불러줘");
        var waiting = (await staff.Gets("/handovers?status=queued")).GetProperty("handovers");
        var receipt = waiting[0].GetProperty("receipt").GetString()!;

        await staff.Posts($"/handovers/{receipt}/take", new { name = "청천도서관 사서" });
        await resident.Listens();
        resident.Hears("talk-to-person/came");
        Assert.Equal("person", resident.Heard[0].Handoff.GetProperty("state").GetString());
        await resident.SaysUnanswered(host, "제 번호는 010-2345-6789예요");
        await staff.Posts($"/handovers/{receipt}/say", new { name = "청천도서관 사서", text = "네,\n확인해 볼게요." });
        await resident.Listens();
        Assert.Equal(("네,\n확인해 볼게요.", "청천도서관 사서"), (resident.Heard[0].Text, resident.Heard[0].Person));
        var one = await staff.Gets($"/handovers/{receipt}");
        await staff.Posts($"/handovers/{receipt}/close", new { name = "청천도서관 사서" });
        await resident.Listens();
        resident.Hears("talk-to-person/finished");
        Assert.Equal("bot", resident.Heard[0].Handoff.GetProperty("state").GetString());

        var lines = one.GetProperty("transcript").EnumerateArray().ToList();
        Assert.Equal(["assistant", "resident", "assistant", "assistant", "resident", "person"], lines.Select(From));
        Assert.DoesNotContain("2345", one.ToString(), StringComparison.Ordinal);
        var moves = (await staff.Gets($"/handovers/{receipt}")).GetProperty("moves").EnumerateArray();
        Assert.Equal(
            ["bot>queued resident", "queued>person 청천도서관 사서", "person>closed 청천도서관 사서"],
            moves.Select(move => $"{move.GetProperty("from")}>{move.GetProperty("to")} {move.GetProperty("by")}")
        );
        Assert.Empty((await staff.Gets("/handovers")).GetProperty("handovers").EnumerateArray());
    }

    [Fact]
    public async Task What_is_not_allowed_is_refused_with_what_stands_and_what_was_wanted()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var (resident, receipt) = await Calls(host);
        var at = $"/handovers/{receipt}";

        var tooSoon = await staff.Refused(409, "MoveRefused", $"{at}/say", new { name = "사서", text = "네" });
        await staff.Posts($"{at}/take", new { name = "사서" });
        await staff.Posts($"{at}/take", new { name = "사서" });
        await staff.Refused(409, "MoveRefused", $"{at}/take", new { name = "다른 사서" });
        await staff.Refused(409, "MoveRefused", $"{at}/say", new { name = "다른 사서", text = "네" });
        await staff.Posts($"{at}/close", new { name = "사서" });
        await staff.Posts($"{at}/close", new { name = "사서" });
        var closed = await staff.Refused(409, "MoveRefused", $"{at}/take", new { name = "사서" });
        await staff.Refused(409, "MoveRefused", $"{at}/return", new { name = "사서" });

        Assert.Equal("queued", tooSoon.GetProperty("from").GetString());
        Assert.Equal(
            ("closed", "person"),
            (closed.GetProperty("from").GetString(), closed.GetProperty("to").GetString())
        );
        await resident.Says("안녕");
        using var store = new Store(host);
        Assert.Equal(1, store.Count("SELECT count(*) FROM transcript WHERE name = 'talk-to-person/came'"));
        Assert.Equal(1, store.Count("SELECT count(*) FROM transcript WHERE name = 'talk-to-person/finished'"));
    }

    [Fact]
    public async Task Words_sent_again_under_their_id_are_said_once_and_in_order()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var (resident, receipt) = await Calls(host);
        await staff.Posts($"/handovers/{receipt}/take", new { name = "사서" });

        foreach (var said in (string[])["하나", "둘", "셋"])
            await Task.WhenAll(
                Enumerable
                    .Range(0, 5)
                    .Select(_ =>
                        staff.Posts(
                            $"/handovers/{receipt}/say",
                            new
                            {
                                name = "사서",
                                text = said,
                                id = said,
                            }
                        )
                    )
            );

        var read = await resident.Client(host).ReadsUntil(read => read.Any(activity => activity.Text() == "셋"));
        string[] words = ["하나", "둘", "셋"];
        Assert.Equal(words, read.Select(activity => activity.Text()).Where(words.Contains));
    }

    [Fact]
    public async Task Who_acts_is_named_and_what_is_said_is_neither_empty_nor_endless()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var (_, receipt) = await Calls(host);
        var at = $"/handovers/{receipt}";

        await staff.Refused(422, "Unprocessable", $"{at}/take", new { });
        await staff.Refused(422, "Unprocessable", $"{at}/take", new { name = new string('가', 41) });
        await staff.Refused(422, "Unprocessable", $"{at}/say", new { name = "사서", text = " " });
        await staff.Refused(422, "Unprocessable", $"{at}/say", new { name = "사서", text = new string('가', 2001) });
        await staff.Refused(
            413,
            "RequestEntityTooLarge",
            $"{at}/say",
            new { name = "사서", text = new string('a', 40_000) }
        );
        await staff.Refused(404, "NotFound", "/handovers/1124-AAAAAA/take", new { name = "사서" });
        await staff.Refused(404, "NotFound", "/nothing", new { name = "사서" });
        await staff.Refused(
            400,
            "BadArgument",
            $"{at}/take",
            new StringContent("{", Encoding.UTF8, "application/json")
        );
        await staff.RefusedToRead(422, "Unprocessable", "/handovers?status=lost");
        await staff.RefusedToRead(404, "NotFound", "/handovers/1124-AAAAAA");
    }

    [Fact]
    public async Task Nobody_comes_in_without_the_key_and_without_a_key_there_is_no_door()
    {
        await using var host = StaffCaller.Host();
        await using var without = new LibraryHost();

        await new StaffCaller(host, key: null).RefusedToRead(401, "Unauthorized", "/handovers");
        await new StaffCaller(host, StaffCaller.Key[..^1] + "x").RefusedToRead(403, "Forbidden", "/handovers");
        await new StaffCaller(without).RefusedToRead(404, "NotFound", "/handovers");
        await new StaffCaller(without, "").RefusedToRead(404, "NotFound", "/handovers");
    }

    [Fact]
    public async Task A_short_key_stops_the_start_by_its_name()
    {
        await using var host = new LibraryHost().With("Staff:Key", "short").With("environment", "Production");

        var refusal = Assert.ThrowsAny<Exception>(() => host.Services);

        Assert.Contains("Staff:Key", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_shows_the_account_is_not_shown_to_staff()
    {
        await using var host = StaffCaller.Host();
        var (resident, staff) = (await Resident.ComesTo(host), new StaffCaller(host));
        await resident.Says("내 대출");
        await resident.SignsIn("P2026000002", "518306");
        await resident.Says("사서에게 묻기");
        var receipt = StaffCaller.ReceiptOf(await staff.Gets("/handovers"));

        var seen = (await staff.Gets($"/handovers/{receipt}")).GetProperty("transcript").EnumerateArray().ToList();

        var loans = seen.Single(line =>
            line.GetProperty("reply").GetString()?.StartsWith("my-loans/", StringComparison.Ordinal) is true
        );
        Assert.True(loans.GetProperty("isPrivate").GetBoolean());
        Assert.Equal(JsonValueKind.Null, loans.GetProperty("text").ValueKind);
    }

    [Fact]
    public async Task A_restart_in_between_loses_and_doubles_nothing()
    {
        using var folder = new TemporaryFolder();
        string receipt;
        DirectLineCaller client;
        await using (var host = StaffCaller.Host(folder.Path))
        {
            (var resident, receipt) = await Calls(host);
            client = resident.Client(host);
            await new StaffCaller(host).Posts($"/handovers/{receipt}/take", new { name = "사서" });
            await new StaffCaller(host).Posts(
                $"/handovers/{receipt}/say",
                new
                {
                    name = "사서",
                    text = "네",
                    id = "1",
                }
            );
        }

        await using var again = StaffCaller.Host(folder.Path);
        var staff = new StaffCaller(again);
        await staff.Posts($"/handovers/{receipt}/take", new { name = "사서" });
        await staff.Posts(
            $"/handovers/{receipt}/say",
            new
            {
                name = "사서",
                text = "네",
                id = "1",
            }
        );
        await staff.Posts($"/handovers/{receipt}/close", new { name = "사서" });

        var back = client.At(again);
        var id = await DirectLineCaller.IdOf(await back.Says("안녕"));
        var read = await back.ReadsUntil(read => read.Answered().Contains(id));
        foreach (var name in (string[])["came", "said", "finished"])
            Assert.Single(read, activity => $"{activity}".Contains($"talk-to-person/{name}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_conversation_that_the_resident_has_ended_is_not_talked_into()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        host.Clock.Set(Clock.Seoul("2026-11-24 23:00"));
        var resident = await Resident.ComesTo(host);
        await resident.Says("사서 불러줘");
        await resident.Ends(host);
        var receipt = StaffCaller.ReceiptOf(await staff.Gets("/handovers?status=requested"));

        await staff.Refused(409, "ConversationEnded", $"/handovers/{receipt}/take", new { name = "사서" });
        await staff.Posts($"/handovers/{receipt}/close", new { name = "사서" });

        Assert.Empty((await staff.Gets("/handovers?status=requested")).GetProperty("handovers").EnumerateArray());
    }

    [Fact]
    public async Task Who_ends_while_talking_is_seen_to_have_gone()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var (resident, receipt) = await Calls(host);
        await staff.Posts($"/handovers/{receipt}/take", new { name = "사서" });

        await resident.Ends(host);

        var one = await staff.Gets($"/handovers/{receipt}");
        Assert.Equal("closed", one.GetProperty("handover").GetProperty("status").GetString());
    }

    private static async Task<(Resident Resident, string Receipt)> Calls(LibraryHost host)
    {
        var resident = await Resident.ComesTo(host);
        await resident.Says("사서 불러줘");
        return (resident, StaffCaller.ReceiptOf(await new StaffCaller(host).Gets("/handovers")));
    }

    private static string? From(JsonElement line) => line.GetProperty("from").GetString();
}
