using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>
/// A hand on the window's WebSocket: everything passes, and besides that it brings activities that no dialog says today,
/// or cuts the line.
/// </summary>
public sealed class Wire
{
    private IWebSocketRoute? socket;
    private int brought;

    /// <summary>No socket comes about, as behind a proxy that knows none.</summary>
    public bool IsBlocked { get; set; }
    public int Opened { get; private set; }

    public Task Holds(IPage page) => page.RouteWebSocketAsync(new Regex("/stream\\?"), Take);

    public void Brings(params object[] activities)
    {
        var set = new { activities };
        socket!.Send(JsonSerializer.Serialize(set, JsonSerializerOptions.Web));
    }

    /// <summary>A bubble of the library with these words, and whatever else the activity says.</summary>
    public void BringsBubble(string text, bool isMarkdown = false, object? channelData = null, string locale = "ko") =>
        Brings(
            new
            {
                type = "message",
                id = $"brought|{++brought:D7}",
                from = new { id = "bupyeong", role = "bot" },
                text,
                textFormat = isMarkdown ? "markdown" : "plain",
                locale,
                channelData = channelData ?? new { reply = $"brought/{brought}" },
            }
        );

    public Task Cuts() => socket!.CloseAsync(new() { Code = 1011 });

    private async void Take(IWebSocketRoute route)
    {
        Opened++;
        if (IsBlocked)
        {
            await route.CloseAsync(new() { Code = 1011 });
            return;
        }
        socket = route;
        route.ConnectToServer();
    }
}
