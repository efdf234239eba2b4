using System.Text.Json;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>What residents left, as the staff look through it, answer and move it on.</summary>
public sealed class RequestApiTests
{
    [Fact]
    public async Task An_answer_arrives_in_the_conversation_once_and_stands_under_the_receipt()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var (resident, receipt) = await Tells(host);

        await staff.Posts($"/requests/{receipt}/note", new { name = "부개도서관 사서", text = "시설 담당에게 물어봄" });
        await staff.Posts($"/requests/{receipt}/status", new { name = "부개도서관 사서", status = "begun" });
        await staff.Posts($"/requests/{receipt}/answer", new { name = "부개도서관 사서", text = "오늘 고쳤어요." });
        await staff.Posts($"/requests/{receipt}/answer", new { name = "부개도서관 사서", text = "오늘 고쳤어요." });
        await resident.Listens();
        resident.Hears("my-requests/answered");
        Assert.Contains("오늘 고쳤어요.", resident.Heard[0].Text, StringComparison.Ordinal);

        var other = await Resident.ComesTo(host);
        await other.Says($"{receipt} 어떻게 됐어요?");
        other.Hears("my-requests/one");
        Assert.Contains("오늘 고쳤어요.", other.Heard[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("화장실", other.Heard[0].Text, StringComparison.Ordinal);
        var one = await staff.Gets($"/requests/{receipt}");
        Assert.Equal("done", one.GetProperty("request").GetProperty("status").GetString());
        Assert.Equal(
            ["filed>filed", "filed>begun", "begun>done"],
            one.GetProperty("moves").EnumerateArray().Select(Step)
        );
        using var store = new Store(host);
        Assert.Equal(1, store.Count("SELECT count(*) FROM transcript WHERE name = 'my-requests/answered'"));
    }

    [Fact]
    public async Task Staff_find_them_by_kind_branch_and_status()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var (_, receipt) = await Tells(host);

        foreach (var which in (string[])["", "?kind=suggestion", "?branch=bugae", "?status=filed&kind=suggestion"])
            Assert.Equal(receipt, Assert.Single(Found(await staff.Gets($"/requests{which}"))));
        foreach (var which in (string[])["?kind=kit", "?branch=samsan", "?status=done"])
            Assert.Empty(Found(await staff.Gets($"/requests{which}")));
        await staff.RefusedToRead(422, "Unprocessable", "/requests?status=lost");
        await staff.RefusedToRead(404, "NotFound", "/requests/1124-AAAAAA");
        await new StaffCaller(host, key: null).RefusedToRead(401, "Unauthorized", "/requests");
    }

    [Fact]
    public async Task What_has_ended_is_not_begun_again_and_what_was_begun_is_not_taken_back()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var (resident, receipt) = await Tells(host);
        var at = $"/requests/{receipt}";
        await staff.Refused(422, "Unprocessable", $"{at}/status", new { name = "사서" });
        await staff.Posts($"{at}/status", new { name = "사서", status = "begun" });

        await resident.Says("접수 취소하기");
        resident.Hears("cancel-request/begun");
        await staff.Posts(
            $"{at}/answer",
            new
            {
                name = "사서",
                text = "어려워요.",
                status = "declined",
            }
        );
        var refused = await staff.Refused(409, "MoveRefused", $"{at}/status", new { name = "사서", status = "begun" });

        Assert.Equal("declined", refused.GetProperty("from").GetString());
    }

    [Fact]
    public async Task Only_who_filed_it_takes_it_back()
    {
        await using var host = StaffCaller.Host();
        var (_, receipt) = await Tells(host);
        var other = await Resident.ComesTo(host);

        await other.Says($"{receipt}");
        other.Hears("my-requests/one");
        await other.Says("접수 취소하기");

        other.Hears("cancel-request/not-yours");
    }

    [Fact]
    public async Task Receipts_are_not_guessed_by_trying()
    {
        await using var host = StaffCaller.Host();
        var resident = await Resident.ComesTo(host);
        for (var tried = 0; tried < 10; tried++)
        {
            await resident.Says($"1124-AAAAA{(char)('A' + tried)}");
            resident.Hears("my-requests/unknown");
        }

        await resident.Says("1124-AAAAAZ");

        resident.Hears("my-requests/too-often");
    }

    [Fact]
    public async Task A_yes_that_comes_twice_files_once_also_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        DirectLineCaller client;
        await using (var host = StaffCaller.Host(folder.Path))
        {
            var resident = await Resident.ComesTo(host);
            await resident.Says("부개도서관 화장실이 너무 더러워요");
            resident.Hears("tell-library/confirm");
            client = resident.Client(host);
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.Says("전하기", "yes")));
        }

        await using var again = StaffCaller.Host(folder.Path);
        var id = await DirectLineCaller.IdOf(await client.At(again).Says("전하기", "yes"));
        await client.At(again).ReadsUntil(read => read.Answered().Contains(id));

        Assert.Single(Found(await new StaffCaller(again).Gets("/requests")));
    }

    [Fact]
    public async Task Who_asked_is_sealed_and_shown_to_staff_who_open_it()
    {
        await using var host = StaffCaller.Host();
        var resident = await Resident.ComesTo(host);
        await resident.Says("희망도서 신청할게요");
        await resident.SignsIn("P2026000001", "740293");
        foreach (var words in (string[])["우주를 건너는 고양이의 밤", "청천도서관", "신청하기"])
            await resident.Says(words);
        resident.Hears("request-book/filed");
        var staff = new StaffCaller(host);

        var listed = await staff.Gets("/requests");
        var one = await staff.Gets($"/requests/{Found(listed).Single()}");

        Assert.DoesNotContain("P2026000001", listed.ToString(), StringComparison.Ordinal);
        Assert.Equal("P2026000001", one.GetProperty("member").GetString());
        using var store = new Store(host);
        Assert.Equal(0, store.Count("SELECT count(*) FROM requests WHERE CAST(member AS TEXT) LIKE '%2026000001%'"));
    }

    private static async Task<(Resident Resident, string Receipt)> Tells(LibraryHost host)
    {
        var resident = await Resident.ComesTo(host);
        await resident.Says("부개도서관 화장실이 너무 더러워요");
        await resident.Says("전하기");
        resident.Hears("tell-library/filed");
        return (resident, MyRequests.ReceiptIn(resident.Heard[0].Text)!);
    }

    private static IEnumerable<string> Found(JsonElement answer) =>
        answer.GetProperty("requests").EnumerateArray().Select(one => one.GetProperty("receipt").GetString()!);

    private static string Step(JsonElement move) => $"{move.GetProperty("from")}>{move.GetProperty("to")}";
}
