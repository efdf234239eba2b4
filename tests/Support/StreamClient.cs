using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>A client at the end of a conversation's stream.</summary>
public sealed class StreamClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly WebSocket socket;
    private readonly List<JsonElement> seen = [];

    private StreamClient(WebSocket socket) => this.socket = socket;

    public string Watermark { get; private set; } = "";

    public static async Task<StreamClient> Open(LibraryHost host, string url, string? origin = null)
    {
        var client = host.Server.CreateWebSocketClient();
        if (origin is not null)
            client.ConfigureRequest = request => request.Headers.Origin = origin;
        return new StreamClient(await client.ConnectAsync(new Uri(url), CancellationToken.None));
    }

    /// <summary>Over a socket of the network, to a host that listens on one.</summary>
    public static async Task<StreamClient> Dials(string url)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url), CancellationToken.None);
        return new StreamClient(socket);
    }

    /// <summary>Asserts that the stream does not open, and why.</summary>
    public static async Task Refused(int status, LibraryHost host, string url, string? origin = null)
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Open(host, url, origin));
        Assert.Contains($"{status}", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Reads until it has seen enough: everything so far.</summary>
    public async Task<IReadOnlyList<JsonElement>> Until(Func<IReadOnlyList<JsonElement>, bool> enough)
    {
        while (!enough(seen))
            See(await Frame());
        return seen;
    }

    /// <summary>Reads until the host closes: everything, and the code with which it did.</summary>
    public async Task<(IReadOnlyList<JsonElement> Seen, WebSocketCloseStatus? Code)> ToTheEnd()
    {
        while (await Receive() is { } frame)
            See(frame);
        return (seen, await Close());
    }

    public async Task<string> Frame()
    {
        var frame = await Receive();
        Assert.NotNull(frame);
        return frame;
    }

    private void See(string frame)
    {
        if (frame.Length == 0)
            return;
        var set = JsonSerializer.Deserialize<JsonElement>(frame);
        seen.AddRange(set.GetProperty("activities").EnumerateArray());
        Watermark = set.GetProperty("watermark").GetString()!;
    }

    /// <summary>The next frame, or null when the host closes.</summary>
    private async Task<string?> Receive()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var frame = new MemoryStream();
        var buffer = new byte[4096];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer), patience.Token);
            if (part.MessageType is WebSocketMessageType.Close)
                return null;
            Assert.Equal(WebSocketMessageType.Text, part.MessageType);
            frame.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);
        return Encoding.UTF8.GetString(frame.ToArray());
    }

    public async Task<WebSocketCloseStatus?> Close()
    {
        using var patience = new CancellationTokenSource(Patience);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        return socket.CloseStatus;
    }

    public void Dispose() => socket.Dispose();
}
