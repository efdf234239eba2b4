using System.Text;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Privacy;

/// <summary>Nothing leaked: every byte on the disk and every line of the log, after all that a resident should not have said.</summary>
public sealed class StoredDataTests
{
    private const string Card = "P2026000002";
    private const string Pin = "518306";
    private const string Contact = "chulsoo.park@example.kr";
    private static readonly string[] Numbers =
    [
        "900101-1234567",
        "9001011234567",
        "010-2345-6789",
        "01023456789",
        "minji.kim@example.kr",
        Card,
        "2026000002",
        Pin,
        Contact,
    ];
    private static readonly string[] Account = ["언어의 온도", "소년이 온다", "토지 1", "견본 회원 2", "EM0000000256"];

    [Fact]
    public async Task No_number_and_no_loan_lies_in_clear_on_the_disk_or_in_the_log()
    {
        using var folder = new TemporaryFolder();
        await using (var host = new LibraryHost(folder.Path))
        {
            await TellsEverything(host);
            await host.DisposeAsync();
            LogHolds(host, [.. Numbers, .. Account]);
        }
        AssertNowhere(folder.Path, [.. Numbers, .. Account]);
    }

    [Fact]
    public async Task What_is_remembered_of_an_account_stays_sealed_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        DirectLineCaller client;
        await using (var host = new LibraryHost(folder.Path))
            client = await TellsEverything(host);
        await using (var host = new LibraryHost(folder.Path))
        {
            client = client.At(host);
            var id = await DirectLineCaller.IdOf(await client.Says("고마워요"));
            await client.ReadsUntil(read => read.Answered().Contains(id));
        }

        AssertNowhere(folder.Path, [.. Numbers, .. Account]);
    }

    [Fact]
    public async Task A_message_s_contact_is_sealed_apart_from_its_words()
    {
        using var folder = new TemporaryFolder();
        await using (var host = new LibraryHost(folder.Path))
        {
            host.Clock.Set(Clock.Seoul("2026-11-24 23:00"));
            var resident = await Resident.ComesTo(host);
            await resident.Says("사서 불러줘");
            var page = new Uri(resident.Heard.SelectMany(bubble => bubble.Links).Single()).AbsolutePath;
            await resident.Fills(page, ("words", "전화 주세요 010-2345-6789"), ("contact", Contact));
            await resident.Listens();
            resident.Hears("talk-to-person/left");
            LogHolds(host, Numbers);
        }
        AssertNowhere(folder.Path, Numbers);
    }

    private static async Task<DirectLineCaller> TellsEverything(LibraryHost host)
    {
        var resident = await Resident.ComesTo(host);
        await resident.Says("제 주민번호는 900101-1234567이고 전화는 010-2345-6789예요");
        await resident.Says("주민번호 9001011234567 전화 01023456789");
        await resident.Says("메일은 minji.kim@example.kr 이에요");
        await resident.Says($"회원번호 {Card} 비밀번호 {Pin}");
        await resident.Says("내 대출");
        await resident.SignsIn("2026000002", "000000");
        await resident.SignsIn(Card, Pin);
        resident.Hears("sign-in/done", "my-loans/loans");
        await resident.Says("전부 연장해줘");
        resident.Hears("renew-loan/confirm-several");
        await resident.Says("네");
        resident.Hears("renew-loan/renewed-some");
        await resident.Says("내 대출");
        return resident.Client(host);
    }

    private static void LogHolds(LibraryHost host, string[] secrets) =>
        Assert.All(
            host.Log.Entries,
            entry =>
                Assert.All(
                    secrets,
                    secret => Assert.DoesNotContain(secret, entry.Message, StringComparison.OrdinalIgnoreCase)
                )
        );

    /// <summary>The index and the models are made from the catalogue and the dialogs, before anybody came.</summary>
    private static void AssertNowhere(string folder, string[] secrets)
    {
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Split('/')[0] is not ("index" or "models"))
            .ToList();
        Assert.Contains(files, file => file.EndsWith("conversations.db", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var secret in secrets)
            {
                // The sample library system keeps its own memory of renewals by barcode, as a real one would.
                if (
                    secret.StartsWith("EM", StringComparison.Ordinal)
                    && Path.GetFileName(file).StartsWith("sample-", StringComparison.Ordinal)
                )
                    continue;
                foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
                    Assert.False(bytes.AsSpan().IndexOf(encoding.GetBytes(secret)) >= 0, $"{secret} in {file}");
            }
        }
    }
}
