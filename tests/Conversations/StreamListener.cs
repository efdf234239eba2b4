using System.Net.WebSockets;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Conversations;

/// <summary>
/// A client that shows a resident their conversation, over WebSocket or by polling, and takes it up again at its last
/// watermark whenever the host is gone.
/// </summary>
public sealed class StreamListener(DirectLineClient client, ConversationLedger ledger, bool polls)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private string watermark = "0";

    public async Task RunAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                if (polls)
                    await PollAsync(end);
                else
                    await StreamAsync(end);
            }
            catch (Exception gone) when (gone is HttpRequestException or WebSocketException or IOException)
            {
                // The host was killed: come back.
            }
            catch (OperationCanceledException)
            {
                // The end, or an answer that never came because the host was killed.
            }
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task PollAsync(CancellationToken end)
    {
        var (activities, next) = await client.ReadAsync(ledger.Opened, watermark, end);
        ledger.Show(activities);
        watermark = next;
    }

    private async Task StreamAsync(CancellationToken end)
    {
        var opened = await client.ReconnectAsync(ledger.Opened, watermark, end);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(opened.StreamUrl, end);
        var buffer = new ArraySegment<byte>(new byte[64 * 1024]);
        using var frame = new MemoryStream();
        while (socket.State is WebSocketState.Open)
        {
            var part = await socket.ReceiveAsync(buffer, end);
            frame.Write(buffer.Array!, 0, part.Count);
            if (!part.EndOfMessage)
                continue;
            if (frame.Length > 0)
                Show(frame.ToArray());
            frame.SetLength(0);
        }
    }

    private void Show(byte[] frame)
    {
        var (activities, next) = DirectLineClient.ActivitySet(frame);
        ledger.Show(activities);
        watermark = next;
    }
}
