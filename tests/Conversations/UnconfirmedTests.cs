using Bupyeong.Chatbot.Channels.Terminal;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Conversations;

/// <summary>Nothing is done at the library system before it is confirmed: every written path, played without its yes.</summary>
public sealed class UnconfirmedTests
{
    private static readonly string[] Acting = ["renew-loan/", "reserve/", "cancel-hold/"];

    private static readonly string[] WhileItWaits = ["취소", "처음으로", "사람이랑 얘기할래"];

    private static readonly Dictionary<string, Script> Scripts = Script
        .ReadAll(Path.Combine(AppContext.BaseDirectory, "Conversations"))
        .Where(script => script.Lines.Any(line => line.Kind == '<' && IsQuestion(line.Words)))
        .ToDictionary(script => script.ToString());

    public static TheoryData<string> Titles => [.. Scripts.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task No_path_without_a_yes_does_anything(string title)
    {
        var library = new ActsCounted();
        await using var host = new LibraryHost(change: library.StandsIn);
        host.Clock.Set(Scripts[title].At);
        var resident = await Resident.ComesTo(host);
        var answers = host.Get<AnswerWords>();
        foreach (var line in Scripts[title].Lines.Where(line => line.Kind is '>' or '@'))
        {
            var waiting = resident.Heard is [.., { Name: var last }] ? last.Split('/')[0] : null;
            if (line.Kind == '>' && answers.Of(line.Words, waiting) is not true)
                await resident.Says(line.Words);
            else if (line.Kind == '@' && resident.Heard.Any(HasLink))
                await resident.SignsIn(line.Words.Split(' ')[0], line.Words.Split(' ')[1]);
            Assert.True(library.Acts == 0, $"after {line.Words}");
        }
    }

    [Theory]
    [InlineData("다 연장해줘", "renew-loan/confirm-one")]
    [InlineData("마션 예약해 주세요", "reserve/confirm")]
    [InlineData("채식주의자 예약 취소해 주세요", "cancel-hold/confirm-waiting")]
    [InlineData("예약 취소해 주세요", "cancel-hold/which-hold")]
    [InlineData("소년이 온다 예약할게요", "reserve/which-branch", "P2026000001", "740293")]
    public async Task The_ways_out_are_open_and_do_nothing(
        string wish,
        string question,
        string card = "P2026000015",
        string pin = "206849"
    )
    {
        var library = new ActsCounted();
        await using var host = new LibraryHost(change: library.StandsIn);
        foreach (var way in WhileItWaits)
        {
            var resident = await Resident.ComesTo(host);
            await resident.Says("회원 확인");
            await resident.SignsIn(card, pin);
            await resident.Says(wish);
            Assert.Equal(question, resident.Heard[^1].Name);

            await resident.Says(way);
            Assert.Contains(resident.Heard[0].Name.Split('/')[0], (string[])["cancel", "start-over", "talk-to-person"]);
            await resident.Says("네");
        }
        Assert.Equal(0, library.Acts);
    }

    /// <summary>The yes of another question is none of this one.</summary>
    [Theory]
    [InlineData("연장해 주세요")]
    [InlineData("예약 취소하기")]
    [InlineData("삼산도서관 몇 시까지 해요?")]
    [InlineData("글쎄요")]
    public async Task Only_a_yes_to_this_question_reserves(string said)
    {
        var library = new ActsCounted();
        await using var host = new LibraryHost(change: library.StandsIn);
        var resident = await Resident.ComesTo(host);
        await resident.Says("마션 예약해 주세요");
        await resident.SignsIn("P2026000001", "740293");
        resident.Hears("sign-in/done", "reserve/confirm");

        await resident.Says(said);

        Assert.Equal(0, library.Acts);
    }

    private static bool IsQuestion(string reply) =>
        Acting.Any(act => reply.StartsWith($"{act}confirm", StringComparison.Ordinal));

    private static bool HasLink(Bubble bubble) =>
        bubble.Links.Any(link => link.Contains("/sign-in/", StringComparison.Ordinal));

    /// <summary>Counts what is done, and does it.</summary>
    private sealed class ActsCounted : UnsteadyLibrary
    {
        private int acts;

        public int Acts => acts;

        public override Task<Renewal> RenewAsync(
            Patron patron,
            Loan loan,
            string idempotencyKey,
            CancellationToken cancellation
        )
        {
            Interlocked.Increment(ref acts);
            return base.RenewAsync(patron, loan, idempotencyKey, cancellation);
        }

        public override Task<HoldPlacing> PlaceHoldAsync(
            Patron patron,
            HoldRequest request,
            string idempotencyKey,
            CancellationToken cancellation
        )
        {
            Interlocked.Increment(ref acts);
            return base.PlaceHoldAsync(patron, request, idempotencyKey, cancellation);
        }

        public override Task<HoldCancelling> CancelHoldAsync(
            Patron patron,
            Hold hold,
            string idempotencyKey,
            CancellationToken cancellation
        )
        {
            Interlocked.Increment(ref acts);
            return base.CancelHoldAsync(patron, hold, idempotencyKey, cancellation);
        }
    }
}
