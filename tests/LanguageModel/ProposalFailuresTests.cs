using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Tests.Support.Qdrant;

namespace Bupyeong.Chatbot.Tests.LanguageModel;

/// <summary>What a librarian hears who asks for questions when there are none to be had.</summary>
public sealed class ProposalFailuresTests : IAsyncLifetime
{
    private const string At = $"{EntryEditor.At}/propose";
    private const string Own = "회원증을 지하철에서 흘렸는데 다시 만들려면 어떻게 하나요?";
    private static readonly object Librarian = new { name = "사서" };
    private ModelServer model = null!;

    public async ValueTask InitializeAsync()
    {
        model = await ModelServer.StartAsync();
        model.Says = _ => ModelServer.Questions([Own]);
    }

    public ValueTask DisposeAsync() => model.DisposeAsync();

    [Fact]
    public async Task Without_a_model_there_is_nobody_to_ask()
    {
        await using var host = StaffCaller.Host();
        var error = await new StaffCaller(host).Refused(409, "NoLanguageModel", At, Librarian);
        Assert.Contains("LanguageModel:Address", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_of_the_staff_is_not_let_in()
    {
        await using var host = Host();
        await new StaffCaller(host, key: null).Refused(401, "Unauthorized", At, Librarian);
        await new StaffCaller(host, key: new string('x', 32)).Refused(403, "Forbidden", At, Librarian);
        await using var closed = new LibraryHost()
            .With("LanguageModel:Address", model.Address)
            .With("LanguageModel:Model", "double");
        await new StaffCaller(closed).Refused(404, "NotFound", At, Librarian);
        Assert.Empty(model.Asked);
    }

    [Fact]
    public async Task What_is_not_there_is_refused_as_when_it_is_tried()
    {
        await using var host = Host();
        var staff = new StaffCaller(host);
        await staff.Refused(404, "NotFound", $"{At}", new { name = "사서", draft = 7 });
        await staff.Refused(404, "NotFound", "/knowledge/quokka-day/propose", Librarian);
        await staff.Refused(422, "Unprocessable", At, new { draft = 1 });
        await staff.Posts($"{EntryEditor.At}/withdraw", Librarian);
        await staff.Refused(404, "NotFound", At, Librarian);
        Assert.Empty(model.Asked);
    }

    [Theory]
    [InlineData("담당자 번호는 010-1234-5678이에요.")]
    [InlineData("문의는 hong@example.com으로 해 주세요.")]
    [InlineData("신청하신 분은 900101-1234567이에요.")]
    [InlineData("신청 명단이에요.\n\n| 성명 | 책 |\n|---|---|\n| 홍길동 | 토지 |\n\n")]
    public async Task A_draft_with_something_personal_stays_in_the_house(string sentence)
    {
        await using var host = Host();
        var staff = new StaffCaller(host);
        await EntryEditor.Drafts(staff, sentence);
        await staff.Refused(422, "Unprocessable", At, Librarian);
        Assert.Empty(model.Asked);
    }

    [Fact]
    public async Task A_model_that_is_late_is_not_waited_for()
    {
        model.IsSlow = true;
        await using var host = Host().With("LanguageModel:ProposalSeconds", "1");
        Assert.Equal("60", await RetryAfter(host));
    }

    [Fact]
    public async Task A_librarian_waits_longer_than_a_resident()
    {
        using var mayAnswer = new ManualResetEventSlim();
        model.Says = _ =>
        {
            mayAnswer.Wait(TestContext.Current.CancellationToken);
            return ModelServer.Questions([Own]);
        };
        await using var host = Host().With("LanguageModel:TimeoutMilliseconds", "100");
        var asking = new StaffCaller(host).Posts(At, Librarian);
        await QdrantPlace.Until(() => model.Asked.Count == 1);

        // What a resident is told came after a whole patience of theirs.
        var resident = await Resident.ComesTo(host);
        await resident.Says("책 몇 권까지 빌려줘요?");
        Assert.False(resident.Heard[0].IsGenerated);
        Assert.Equal(2, model.Asked.Count);
        mayAnswer.Set();

        Assert.Single((await asking).GetProperty("questions").EnumerateArray());
    }

    [Fact]
    public async Task A_model_that_refuses_or_is_gone_is_away_and_after_three_times_left_alone()
    {
        model.Status = HttpStatusCode.TooManyRequests;
        await using var host = Host();
        for (var time = 0; time < 5; time++)
            Assert.Equal("60", await RetryAfter(host));
        Assert.Equal(3, model.Asked.Count);

        model.Status = HttpStatusCode.OK;
        host.Clock.Pass(TimeSpan.FromSeconds(61));
        await new StaffCaller(host).Posts(At, Librarian);

        await model.DisposeAsync();
        Assert.Equal("60", await RetryAfter(host));
    }

    [Fact]
    public async Task A_librarian_has_a_budget_until_midnight_and_residents_keep_theirs()
    {
        await using var host = Host()
            .With("LanguageModel:PerLibrarian", "1")
            .With("LanguageModel:PerConversation", "1");
        var staff = new StaffCaller(host);
        await staff.Posts(At, Librarian);
        Assert.Equal("50400", await RetryAfter(host));
        await staff.Posts(At, new { name = "다른 사서" });

        model.Says = passage => ModelServer.Cited(ModelServer.Plain(passage));
        var resident = await Resident.ComesTo(host);
        await resident.Says("책 몇 권까지 빌려줘요?");
        Assert.True(resident.Heard[0].IsGenerated);

        model.Says = _ => ModelServer.Questions([Own]);
        host.Clock.Pass(TimeSpan.FromDays(1));
        await staff.Posts(At, Librarian);
    }

    [Fact]
    public async Task What_the_day_has_is_of_all()
    {
        await using var host = Host().With("LanguageModel:PerDay", "1");
        await new StaffCaller(host).Posts(At, Librarian);
        var error = await new StaffCaller(host).Refused(503, "ServiceUnavailable", At, new { name = "다른 사서" });
        Assert.Contains("PerDay", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Single(model.Asked);
    }

    private LibraryHost Host() =>
        StaffCaller.Host().With("LanguageModel:Address", model.Address).With("LanguageModel:Model", "double");

    private static async Task<string?> RetryAfter(LibraryHost host)
    {
        var http = host.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", StaffCaller.Key);
        using var answer = await http.PostAsJsonAsync($"/api/staff{At}", Librarian);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        return answer.Headers.RetryAfter?.ToString();
    }
}
