using System.Text.Json;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Dialogs;

/// <summary>Cards as a client gets them, and what their buttons say when they are pressed.</summary>
public sealed class CardTests
{
    private const string Pin = "518306";

    [Fact]
    public async Task The_button_of_a_loan_says_its_place_and_renews_that_one()
    {
        await using var host = new LibraryHost();
        var resident = await SignedIn(host, "내 대출");
        var rows = Rows(resident);
        Assert.Equal(["연장", "연장", "연장"], rows.Select(row => Value(row, "sayLabel")));

        foreach (var row in rows)
        {
            Assert.DoesNotContain(Value(row, "label")!, Value(row, "say")!, StringComparison.Ordinal);
            await resident.Says(Value(row, "say")!);
            resident.Hears("renew-loan/confirm-one");
            Assert.Contains(Value(row, "label")!, resident.Heard[0].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_of_twelve_loans_has_its_button_and_what_was_given_back_shifts_none()
    {
        var library = new FullShelf();
        await using var host = new LibraryHost(change: library.StandsIn);
        var resident = await SignedIn(host, "내 대출");
        var rows = Rows(resident);
        Assert.Equal(12, rows.Count);

        library.Loans.RemoveAt(0);
        await resident.Says(Value(rows[0], "say")!);
        resident.Hears("renew-loan/no-such-loan");
        Assert.Equal(11, Rows(resident).Count);

        foreach (var row in Rows(resident))
        {
            await resident.Says(Value(row, "say")!);
            resident.Hears("renew-loan/confirm-one");
            Assert.Contains(Value(row, "label")!.Split(". ")[1], resident.Heard[0].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_loan_that_is_overdue_has_no_button()
    {
        await using var host = new LibraryHost();
        var resident = await SignedIn(host, "내 대출", "P2026000003", "962047");
        Assert.All(Rows(resident), row => Assert.Null(Value(row, "say")));

        await resident.Says("대출 연장");
        resident.Hears("renew-loan/which-loan");
        Assert.All(Rows(resident), row => Assert.Null(Value(row, "say")));
    }

    [Fact]
    public async Task The_button_of_a_found_book_shows_that_book()
    {
        await using var host = new LibraryHost();
        var resident = await Resident.ComesTo(host);
        await resident.Says("한강 책 뭐 있어요");
        var rows = Rows(resident);
        await resident.Says("더 보여 주세요");
        if (resident.Heard[0].Name == "find-book/more")
            rows = [.. rows, .. Rows(resident)];
        Assert.InRange(rows.Count, 3, 10);

        foreach (var row in rows)
        {
            Assert.Equal("보기", Value(row, "sayLabel"));
            await resident.Says(Value(row, "say")!);
            Assert.StartsWith("find-book/found-one", resident.Heard[0].Name, StringComparison.Ordinal);
            Assert.Contains(Value(row, "label")!.Split(". ")[1], resident.Heard[0].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_programme_has_its_day_and_how_many_seats_are_left()
    {
        await using var host = new LibraryHost();
        var resident = await Resident.ComesTo(host);
        await resident.Says("이번 주말 프로그램");

        var card = Cards(resident)[0];
        Assert.True(DateOnly.TryParseExact(Value(card, "day"), "yyyy-MM-dd", out var day));
        Assert.InRange(day, new DateOnly(2026, 11, 27), new DateOnly(2026, 11, 30));
        var meters = Cards(resident).SelectMany(RowsOf).Where(row => row.TryGetProperty("meter", out _)).ToList();
        Assert.NotEmpty(meters);
        Assert.All(
            meters,
            row =>
                Assert.InRange(
                    row.GetProperty("meter").GetProperty("value").GetInt32(),
                    0,
                    row.GetProperty("meter").GetProperty("of").GetInt32()
                )
        );
    }

    [Theory]
    [InlineData("2026-11-24 08:00", "waiting")]
    [InlineData("2026-11-24 10:00", "good")]
    [InlineData("2026-11-24 22:00", "bad")]
    [InlineData("2026-12-25 10:00", "bad")]
    public async Task A_place_says_first_whether_one_can_go_there_now(string at, string state)
    {
        await using var host = new LibraryHost();
        host.Clock.Set(Clock.Seoul(at));
        var resident = await Resident.ComesTo(host);
        await resident.Says("삼산도서관 어디 있어요");

        var rows = Rows(resident);
        Assert.Equal(state, Value(rows[0], "state"));
        Assert.Equal(
            "https://map.kakao.com/link/map/%EB%B6%80%ED%8F%89%EA%B5%AC%EB%A6%BD%EC%82%BC%EC%82%B0%EB%8F%84%EC%84%9C%EA%B4%80,37.5222385,126.743041",
            Value(rows[1], "url")
        );
        Assert.Equal("tel:0323307012", Value(rows[2], "url"));
    }

    [Fact]
    public async Task A_place_whose_hours_nobody_knows_says_so()
    {
        await using var host = new LibraryHost();
        var resident = await Resident.ComesTo(host);
        await resident.Says("산곡역 스마트도서관 어디 있어요");
        Assert.Equal("waiting", Value(Rows(resident)[0], "state"));
    }

    [Fact]
    public async Task A_rule_is_Markdown_and_leads_to_its_whole_text()
    {
        await using var host = new LibraryHost();
        var resident = await Resident.ComesTo(host);
        await resident.Says("한 번에 몇 권까지 빌려줘요?");
        resident.Hears("library-rule/answer");
        Assert.Equal("http://localhost/knowledge/loan-limit-and-period", Assert.Single(resident.Heard[0].Links));

        var formats = (await resident.Reads("0"))
            .GetProperty("activities")
            .EnumerateArray()
            .ToLookup(activity => activity.GetProperty("textFormat").GetString(), activity => activity.Text());
        Assert.Equal(resident.Heard[0].Text, Assert.Single(formats["markdown"]));
        Assert.Equal(2, formats["plain"].Count());
    }

    [Fact]
    public async Task Any_other_client_gets_the_buttons_on_a_hero_card_five_at_most()
    {
        var library = new FullShelf();
        await using var host = new LibraryHost(change: library.StandsIn);
        var resident = await SignedIn(host, "내 대출");

        var hero = (await resident.Reads("0"))
            .GetProperty("activities")
            .EnumerateArray()
            .Last(activity => activity.TryGetProperty("attachments", out _))
            .GetProperty("attachments")[0]
            .GetProperty("content");
        var buttons = hero.GetProperty("buttons").EnumerateArray().ToList();
        Assert.Equal(5, buttons.Count);
        Assert.Equal("imBack", Value(buttons[4], "type"));
        Assert.Equal(Value(Rows(resident)[4], "say"), Value(buttons[4], "value"));
    }

    [Fact]
    public void A_message_of_before_is_read_as_it_was_and_what_is_not_there_is_not_written()
    {
        const string Stored = """
            {"name":"a/b","text":"네","language":"ko","cards":[{"kind":"loan","title":"빌린 책","rows":[{"label":"토지","text":"내일"}]}],"choices":[]}
            """;

        var message = JsonSerializer.Deserialize(Stored, MessageJson.Default.Message)!;

        Assert.Null(message.Cards[0].Rows[0].Say);
        Assert.Null(message.Cards[0].Day);
        Assert.False(message.IsMarkdown);
        Assert.True(
            JsonElement.DeepEquals(
                JsonSerializer.Deserialize<JsonElement>(Stored),
                JsonSerializer.SerializeToElement(message, MessageJson.Default.Message)
            )
        );
    }

    private static async Task<Resident> SignedIn(
        LibraryHost host,
        string asking,
        string card = "P2026000002",
        string pin = Pin
    )
    {
        var resident = await Resident.ComesTo(host);
        await resident.Says(asking);
        await resident.SignsIn(card, pin);
        return resident;
    }

    private static IReadOnlyList<JsonElement> Cards(Resident resident) =>
        [.. resident.Heard.SelectMany(bubble => bubble.Cards)];

    private static List<JsonElement> Rows(Resident resident) => [.. Cards(resident).SelectMany(RowsOf)];

    private static IEnumerable<JsonElement> RowsOf(JsonElement card) => card.GetProperty("rows").EnumerateArray();

    private static string? Value(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>A library at which everybody has twelve books on loan.</summary>
    private sealed class FullShelf : UnsteadyLibrary
    {
        public List<Loan> Loans { get; } =
        [
            .. "가람 나루 다솜 라온 마루 바다 새벽 아침 자락 차오 카페 타래"
                .Split(' ')
                .Select(
                    (title, at) =>
                        new Loan
                        {
                            Barcode = $"EM{at:D10}",
                            RecordId = $"B{at:D4}",
                            Title = $"{title} 이야기",
                            Branch = "samsan",
                            Borrowed = new DateOnly(2026, 11, 20),
                            Due = new DateOnly(2026, 12, 1).AddDays(at),
                        }
                ),
        ];

        public override Task<IReadOnlyList<Loan>> LoansOfAsync(Patron patron, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<Loan>>([.. Loans]);
    }
}
