using System.Buffers.Text;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>One conversation and its stream. A turn ends when the reply to its message arrives there.</summary>
public sealed class Talker : IDisposable
{
    private const int Texts = 4;

    public static readonly IReadOnlyList<string> Words =
    [
        "삼산도서관 몇 시까지 해요?",
        "불편한 편의점 있어요?",
        "대출은 몇 권까지 되나요?",
        "안녕하세요",
    ];

    private readonly Lock gate = new();
    private readonly ClientWebSocket socket = new();
    private readonly Post[] posts = new Post[Texts];
    private readonly byte[][] bodies = new byte[Texts][];
    private readonly SemaphoreSlim oneAtATime = new(1);
    private long turns;
    private long answered;
    private long awaited;
    private TaskCompletionSource? arrival;
    private Task listening = Task.CompletedTask;

    public required string ConversationId { get; init; }
    public required string Token { get; init; }

    private sealed record Opened(string ConversationId, string Token, Uri StreamUrl);

    public static async Task<Talker> OpenAsync(Uri host)
    {
        var issued = await CallAsync(host, "tokens/generate", null);
        var opened = await CallAsync(host, "conversations", issued.Token);
        var talker = new Talker { ConversationId = opened.ConversationId, Token = opened.Token };
        for (var text = 0; text < Texts; text++)
        {
            talker.bodies[text] = Encoding.UTF8.GetBytes(
                $$$"""{"type":"message","from":{"id":"me"},"text":"{{{Words[text]}}}","channelData":{"clientActivityID":"0000000000"}}"""
            );
            var path = $"/v3/directline/conversations/{opened.ConversationId}/activities";
            talker.posts[text] = new Post(host, path, opened.Token, talker.bodies[text]);
        }
        await talker.socket.ConnectAsync(opened.StreamUrl, CancellationToken.None);
        talker.listening = talker.ListenAsync();
        return talker;
    }

    /// <summary>Says the next thing and waits for the reply.</summary>
    public async Task TakeTurnAsync()
    {
        await oneAtATime.WaitAsync();
        try
        {
            var turn = ++turns;
            var text = (int)(turn % Texts);
            Number(bodies[text], turn);
            var sequence = Sequence(await posts[text].SendAsync());
            await await Task.WhenAny(AnsweredAsync(sequence), listening).WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        socket.Abort();
        socket.Dispose();
        oneAtATime.Dispose();
    }

    private static async Task<Opened> CallAsync(Uri host, string path, string? token)
    {
        var answer = await new Post(host, $"/v3/directline/{path}", token, ReadOnlyMemory<byte>.Empty).SendAsync();
        return JsonSerializer.Deserialize<Opened>(answer, JsonSerializerOptions.Web)!;
    }

    /// <summary>Writes the turn's number over the digits of the client id.</summary>
    private static void Number(byte[] body, long turn)
    {
        var digits = body.AsSpan(body.Length - 13, 10);
        for (var place = digits.Length - 1; place >= 0; place--, turn /= 10)
            digits[place] = (byte)('0' + turn % 10);
    }

    private Task AnsweredAsync(long sequence)
    {
        lock (gate)
        {
            if (answered >= sequence)
                return Task.CompletedTask;
            awaited = sequence;
            arrival = new TaskCompletionSource();
            return arrival.Task;
        }
    }

    /// <summary>Reads the stream until this talker is disposed of; a turn that waits fails with it.</summary>
    private async Task ListenAsync()
    {
        var buffer = new byte[256 * 1024];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (part.MessageType is WebSocketMessageType.Close)
                throw new WebSocketException("The host closed the stream.");
            length += part.Count;
            if (!part.EndOfMessage)
                continue;
            if (RepliedTo(buffer.AsSpan(0, length)) is { } sequence)
                Arrived(sequence);
            length = 0;
        }
    }

    private void Arrived(long sequence)
    {
        TaskCompletionSource? over = null;
        lock (gate)
        {
            answered = Math.Max(answered, sequence);
            if (arrival is not null && answered >= awaited)
                (over, arrival) = (arrival, null);
        }
        over?.SetResult();
    }

    /// <summary>The sequence in the last "replyToId" of a frame, found without reading it as JSON.</summary>
    private static long? RepliedTo(ReadOnlySpan<byte> frame)
    {
        var at = frame.LastIndexOf("\"replyToId\":\""u8);
        return at < 0 ? null : Sequence(frame[(at + 13)..]);
    }

    /// <summary>The number after the first bar: ids are "conversation|0000012".</summary>
    private static long Sequence(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text[(text.IndexOf((byte)'|') + 1)..], out long sequence, out _)
            ? sequence
            : throw new InvalidDataException($"No id in {Encoding.UTF8.GetString(text)}");
}
