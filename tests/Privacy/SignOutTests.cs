using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Privacy;

/// <summary>Loans are shown, not kept: what is left of them when the resident has gone.</summary>
public sealed class SignOutTests
{
    private const string Card = "P2026000002";
    private const string Pin = "518306";
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const string Title = "언어의 온도";

    [Fact]
    public async Task After_signing_out_the_key_is_gone_and_the_loans_with_it()
    {
        await using var host = new LibraryHost();
        var resident = await SignedIn(host);
        Assert.True(File.Exists(KeyOf(host, resident)));
        Assert.Contains(Title, await resident.Transcript(), StringComparison.Ordinal);

        await resident.Says("끝내기");

        resident.Hears("sign-out/signed-out");
        IsErased(host, resident, await resident.Transcript());
    }

    [Fact]
    public async Task After_ending_the_conversation_too_and_only_the_library_can_read_what_is_left()
    {
        await using var host = new LibraryHost().With("DirectLine:Secret", Secret);
        var resident = await SignedIn(host);

        await resident.Ends(host);

        resident.Hears("sign-out/ended-signed-out");
        var library = new DirectLineCaller(host) { Conversation = resident.Conversation, Token = Secret };
        IsErased(host, resident, (await library.Reads()).ToString());
    }

    [Fact]
    public async Task After_ten_quiet_minutes_it_is_the_same()
    {
        await using var host = new LibraryHost();
        var resident = await SignedIn(host);
        host.Clock.Pass(TimeSpan.FromMinutes(9));
        await host.Get<Housekeeping>().TidyAsync();
        Assert.True(File.Exists(KeyOf(host, resident)));

        host.Clock.Pass(TimeSpan.FromMinutes(2));
        await host.Get<Housekeeping>().TidyAsync();

        await resident.Listens();
        resident.Hears("sign-out/idle");
        IsErased(host, resident, await resident.Transcript());
    }

    [Fact]
    public async Task A_key_that_a_restart_left_behind_goes_after_ten_minutes()
    {
        using var folder = new TemporaryFolder();
        DirectLineCaller client;
        await using (var host = new LibraryHost(folder.Path))
            client = (await SignedIn(host)).Client(host);

        await using var again = new LibraryHost(folder.Path);
        client = client.At(again);
        again.Clock.Pass(TimeSpan.FromMinutes(11));
        await again.Get<Housekeeping>().TidyAsync();

        await client.ReadsUntil(read =>
            $"{(read is [.., var last] ? last : null)}".Contains("sign-out/idle", StringComparison.Ordinal)
        );
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Path, "keys", "conversations")));
        Assert.Empty(again.Get<Hall>().Find(client.Conversation)!.State.Slots);
        Assert.DoesNotContain(Title, $"{await client.Reads()}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_about_the_account_that_a_restart_interrupted_asks_to_sign_in_again()
    {
        using var folder = new TemporaryFolder();
        var library = new UnsteadyLibrary();
        DirectLineCaller client;
        string id;
        await using (var host = new LibraryHost(folder.Path, library.StandsIn))
        {
            var resident = await SignedIn(host);
            library.Hangs = true;
            client = resident.Client(host);
            id = await DirectLineCaller.IdOf(await client.Says("전부 연장해줘"));
        }

        await using var again = new LibraryHost(folder.Path);
        client = client.At(again);
        var read = await client.ReadsUntil(read => read.Answered().Contains(id));

        var reply = Assert.Single(read, activity => activity.ReplyTo() == id);
        Assert.Contains("sign-in/needed", $"{reply}", StringComparison.Ordinal);
        Assert.Contains("/sign-in/", $"{reply}", StringComparison.Ordinal);
    }

    private static async Task<Resident> SignedIn(LibraryHost host)
    {
        var resident = await Resident.ComesTo(host);
        await resident.Says("내 대출");
        await resident.SignsIn(Card, Pin);
        resident.Hears("sign-in/done", "my-loans/loans");
        return resident;
    }

    private static void IsErased(LibraryHost host, Resident resident, string shown)
    {
        Assert.False(File.Exists(KeyOf(host, resident)));
        Assert.DoesNotContain(Title, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("my-loans/", shown, StringComparison.Ordinal);
        Assert.Contains("sign-out/erased", shown, StringComparison.Ordinal);
        using var store = new Store(host);
        Assert.Equal(1, store.Count("SELECT count(*) FROM transcript WHERE name = 'my-loans/loans' AND count = 3"));
    }

    private static string KeyOf(LibraryHost host, Resident resident) =>
        Path.Combine(host.DataFolder, "keys", "conversations", $"{resident.Conversation}.key");
}
