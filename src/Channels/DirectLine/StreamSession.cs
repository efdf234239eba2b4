using System.Net.WebSockets;
using System.Threading.Channels;
using Bupyeong.Chatbot.Conversations;

namespace Bupyeong.Chatbot.Channels.DirectLine;

/// <summary>
/// The WebSocket of a conversation: first what came before it opened, then everything new, and an empty frame when it
/// has been quiet so that nobody on the way closes it.
/// </summary>
public sealed class StreamSession(WebSocket socket, LiveConversation conversation, StreamServices services, string host)
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);
    private readonly Channel<TranscriptEntry> news = Channel.CreateUnbounded<TranscriptEntry>();
    private long answered;
    private long followed;

    public static async Task OpenAsync(
        string id,
        string? watermark,
        string? t,
        HttpContext http,
        StreamServices services
    )
    {
        if (!http.WebSockets.IsWebSocketRequest)
            throw DirectLineException.BadArgument("A stream is opened as a WebSocket.");
        var (caller, expired) = services.Tokens.ReadForStream(t ?? "");
        if (caller is null || !caller.MayEnter(id))
            throw DirectLineException.Forbidden("The stream's address is not of this host.");
        if (expired)
            throw new DirectLineException(403, "TokenExpired", "The stream was not opened within 60 seconds.");
        if (!services.AllowsOrigin(http))
            throw DirectLineException.Forbidden("This origin may not open a stream.");
        var after = DirectLineApi.Watermark(watermark) ?? 0;
        var conversation =
            services.Hall.Find(id) ?? throw DirectLineException.NotFound("The conversation was not started here.");
        if (conversation.IsEnded)
            throw DirectLineException.Ended();
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var host = services.Options.HostOf(http.Request);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted,
            services.Lifetime.ApplicationStopping
        );
        await new StreamSession(socket, conversation, services, host).RunAsync(after, stopping);
    }

    private async Task RunAsync(long after, CancellationTokenSource stopping)
    {
        conversation.Listen(news.Writer);
        try
        {
            var reading = ReadUntilClosedAsync(stopping);
            await WriteAsync(after, stopping.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "ended", stopping.Token);
            stopping.CancelAfter(Farewell);
            await reading;
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            // The client left or the host stops: it reconnects with its watermark.
        }
        finally
        {
            conversation.Leave(news.Writer);
            await SayGoodbyeAsync();
        }
    }

    /// <summary>Answers the client's close, so that it sees an end and not a broken line.</summary>
    private async Task SayGoodbyeAsync()
    {
        if (socket.State is not WebSocketState.CloseReceived)
            return;
        using var patience = new CancellationTokenSource(Farewell);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // It did not wait.
        }
    }

    /// <summary>Returns when the conversation has ended and its last words are sent.</summary>
    private async Task WriteAsync(long after, CancellationToken stopping)
    {
        IReadOnlyList<TranscriptEntry> earlier;
        while ((earlier = services.Transcript.Read(conversation.Id, after)).Count > 0)
        {
            await SendAsync(earlier, after, stopping);
            after = earlier[^1].Sequence;
        }
        var batch = new List<TranscriptEntry>();
        while (!news.Reader.Completion.IsCompleted)
        {
            if (!await WaitAsync(stopping))
            {
                if (news.Reader.Completion.IsCompleted)
                    return;
                await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, stopping);
                continue;
            }
            while (news.Reader.TryRead(out var entry))
            {
                if (entry.Draft is { } draft ? Follows(entry, draft) : entry.Sequence > after)
                    batch.Add(entry);
            }
            if (batch.Count > 0)
            {
                await SendAsync(batch, after, stopping);
                after = Math.Max(after, batch.Max(entry => entry.Sequence));
            }
            batch.Clear();
        }
    }

    /// <summary>A draft is for who has seen the first, and until the answer itself has been sent.</summary>
    private bool Follows(TranscriptEntry entry, int draft)
    {
        if (draft == 1)
            followed = entry.ReplyTo!.Value;
        return entry.ReplyTo == followed && followed > answered;
    }

    /// <summary>True when there is news, false when it has been quiet for long or the conversation has ended.</summary>
    private async Task<bool> WaitAsync(CancellationToken stopping)
    {
        if (news.Reader.TryPeek(out _))
            return true;
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        quiet.CancelAfter(TimeSpan.FromSeconds(services.Options.KeepAliveSeconds));
        try
        {
            return await news.Reader.WaitToReadAsync(quiet.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task SendAsync(IReadOnlyList<TranscriptEntry> entries, long after, CancellationToken stopping)
    {
        answered = entries.Where(entry => entry.Draft is null).Max(entry => entry.ReplyTo) ?? answered;
        var set = ActivityResult.Set(entries, conversation, host, after);
        if (set.Activities.Count > 0)
            await socket.SendAsync(ActivityResult.Bytes(set), WebSocketMessageType.Text, true, stopping);
    }

    /// <summary>Clients send nothing of meaning on this socket; reading notices that they left.</summary>
    private async Task ReadUntilClosedAsync(CancellationTokenSource stopping)
    {
        var buffer = new byte[256];
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var frame = await socket.ReceiveAsync(buffer.AsMemory(), stopping.Token);
                if (frame.MessageType is WebSocketMessageType.Close)
                    break;
            }
        }
        finally
        {
            await stopping.CancelAsync();
        }
    }
}

/// <summary>What a stream needs of the host.</summary>
public sealed record StreamServices(
    DirectLineTokens Tokens,
    DirectLineOptions Options,
    Hall Hall,
    Transcript Transcript,
    IHostApplicationLifetime Lifetime
)
{
    /// <summary>A page of another site must not ride on a resident's browser; programs send no origin.</summary>
    public bool AllowsOrigin(HttpContext http)
    {
        if (http.Request.Headers.Origin is not [{ } origin])
            return true;
        return origin == Options.HostOf(http.Request)
            || Options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
    }
}
