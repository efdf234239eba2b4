using System.Net;
using System.Net.WebSockets;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Conversations;

/// <summary>
/// Somebody who has one conversation after another while the host is killed and started again: writes without waiting
/// for answers, sends again under the same client id whatever was not acknowledged, and some of it twice on purpose.
/// </summary>
public sealed class RestlessResident(DirectLineClient client, int seed, bool polls)
{
    private const int MostUnanswered = 15;
    private const double Duplicates = 0.2;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestToShow = TimeSpan.FromSeconds(10);

    private static readonly string[] Texts =
    [
        "안녕하세요",
        "삼산도서관 몇 시까지 해요?",
        "불편한 편의점 있어요?",
        "청천도서관 내일 열어요?",
        "고마워요",
        "소년이 온다 찾아 주세요",
    ];

    private readonly Random random = new(seed);
    private int retries;

    public List<ConversationLedger> Conversations { get; } = [];
    public int Retries => retries;
    public int Repeated { get; private set; }

    public async Task LiveAsync(CancellationToken evening)
    {
        while (!evening.IsCancellationRequested)
            await TalkAsync(messages: random.Next(5, 60), evening);
    }

    /// <summary>One conversation; it ends when everything that was acknowledged has been answered before their eyes.</summary>
    private async Task TalkAsync(int messages, CancellationToken evening)
    {
        var token = await InsistAsync(client.NewTokenAsync);
        var ledger = new ConversationLedger(await InsistAsync(cancellation => client.OpenAsync(token, cancellation)));
        Conversations.Add(ledger);
        using var end = new CancellationTokenSource();
        var listening = new StreamListener(client, ledger, polls).RunAsync(end.Token);
        try
        {
            for (var number = 1; number <= messages; number++)
            {
                await SayAsync(ledger, $"m{number:D4}", Texts[random.Next(Texts.Length)]);
                await AnsweredButForAsync(ledger, MostUnanswered);
                if (evening.IsCancellationRequested)
                    break;
                await Task.Delay(random.Next(0, 40), CancellationToken.None);
            }
            await AnsweredButForAsync(ledger, 0);
            await ShownAsync(ledger);
        }
        finally
        {
            await end.CancelAsync();
            await listening;
        }
    }

    private async Task SayAsync(ConversationLedger ledger, string clientId, string text)
    {
        Task<string> Post() =>
            InsistAsync(cancellation => client.PostAsync(ledger.Opened, clientId, text, cancellation));

        var repeats = random.NextDouble() < Duplicates;
        var atOnce = repeats && random.Next(2) == 0 ? Post() : null;
        var id = await Post();
        ledger.Acknowledged.Add(new Acknowledged(clientId, text, id));
        if (!repeats)
            return;
        Repeated++;
        if (await (atOnce ?? Post()) != id)
            ledger.Differing.Add(clientId);
    }

    /// <summary>Waits for answers; what has none by then, the ledger reports.</summary>
    private static async Task AnsweredButForAsync(ConversationLedger ledger, int most)
    {
        var until = DateTime.UtcNow + LongestWait;
        while (ledger.Unanswered > most && DateTime.UtcNow < until)
            await Task.Delay(20);
    }

    /// <summary>Waits for the last bubbles; what is not shown by then, the ledger reports.</summary>
    private async Task ShownAsync(ConversationLedger ledger)
    {
        var all = await InsistAsync(cancellation => client.ReadAllAsync(ledger.Opened, cancellation));
        var until = DateTime.UtcNow + LongestToShow;
        while (ledger.Shown < all.Count && DateTime.UtcNow < until)
            await Task.Delay(20);
    }

    /// <summary>Tries until the host answers, for as long as a restart may take.</summary>
    private async Task<T> InsistAsync<T>(Func<CancellationToken, Task<T>> call)
    {
        var until = DateTime.UtcNow + LongestWait;
        while (true)
        {
            try
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
                return await call(patience.Token);
            }
            catch (Exception gone) when (IsWorthAnotherTry(gone) && DateTime.UtcNow < until)
            {
                Interlocked.Increment(ref retries);
                await Task.Delay(Random.Shared.Next(50, 150));
            }
        }
    }

    private static bool IsWorthAnotherTry(Exception failure) =>
        failure
            is HttpRequestException
                {
                    StatusCode: null or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
                }
                or IOException
                or OperationCanceledException
                or WebSocketException;
}
