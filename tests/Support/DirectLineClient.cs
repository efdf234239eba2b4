using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>One activity as a client of Direct Line sees it.</summary>
public sealed record SeenActivity(string Id, string? Text, string? ClientId, string? ReplyTo, string? Reply)
{
    public bool IsReply => Reply is not null;

    public static SeenActivity Of(JsonElement activity)
    {
        var data = activity.TryGetProperty("channelData", out var found) ? found : default;
        return new SeenActivity(
            activity.GetProperty("id").GetString()!,
            Value(activity, "text"),
            Value(data, "clientActivityID"),
            Value(activity, "replyToId"),
            Value(data, "reply")
        );
    }

    private static string? Value(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var value)
            ? value.GetString()
            : null;
}

/// <summary>A conversation that was opened, and the address of its stream.</summary>
public sealed record OpenedConversation(string ConversationId, string Token, Uri StreamUrl);

/// <summary>Direct Line 3.0 as any HTTP client speaks it; every refusal is an exception.</summary>
public sealed class DirectLineClient(HttpClient http)
{
    private sealed record IssuedToken(string Token);

    private sealed record PostedActivity(string Id);

    public async Task<string> NewTokenAsync(CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Post, "tokens/generate", null, null, cancellation);
        return (await BodyAsync<IssuedToken>(answer, cancellation)).Token;
    }

    /// <summary>Opens the token's conversation; again is allowed.</summary>
    public async Task<OpenedConversation> OpenAsync(string token, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Post, "conversations", token, null, cancellation);
        return await BodyAsync<OpenedConversation>(answer, cancellation);
    }

    public async Task<OpenedConversation> ReconnectAsync(
        OpenedConversation conversation,
        string watermark,
        CancellationToken cancellation
    )
    {
        var path = $"conversations/{conversation.ConversationId}?watermark={watermark}";
        using var answer = await SendAsync(HttpMethod.Get, path, conversation.Token, null, cancellation);
        return await BodyAsync<OpenedConversation>(answer, cancellation);
    }

    /// <summary>Posts a message and returns the id under which it was acknowledged.</summary>
    public async Task<string> PostAsync(
        OpenedConversation conversation,
        string clientId,
        string text,
        CancellationToken cancellation
    )
    {
        var path = $"conversations/{conversation.ConversationId}/activities";
        var activity = new
        {
            type = "message",
            text,
            from = new { id = "resident" },
            channelData = new { clientActivityID = clientId },
        };
        using var answer = await SendAsync(HttpMethod.Post, path, conversation.Token, activity, cancellation);
        return (await BodyAsync<PostedActivity>(answer, cancellation)).Id;
    }

    /// <summary>One page of activities after a watermark, and the watermark after them.</summary>
    public async Task<(List<SeenActivity> Activities, string Watermark)> ReadAsync(
        OpenedConversation conversation,
        string watermark,
        CancellationToken cancellation
    )
    {
        var path = $"conversations/{conversation.ConversationId}/activities?watermark={watermark}";
        using var answer = await SendAsync(HttpMethod.Get, path, conversation.Token, null, cancellation);
        return ActivitySet(await answer.Content.ReadAsByteArrayAsync(cancellation));
    }

    /// <summary>The whole transcript, page by page.</summary>
    public async Task<List<SeenActivity>> ReadAllAsync(OpenedConversation conversation, CancellationToken cancellation)
    {
        var all = new List<SeenActivity>();
        var watermark = "0";
        while (true)
        {
            var (page, next) = await ReadAsync(conversation, watermark, cancellation);
            if (page is [])
                return all;
            all.AddRange(page);
            watermark = next;
        }
    }

    public static (List<SeenActivity> Activities, string Watermark) ActivitySet(ReadOnlyMemory<byte> json)
    {
        using var set = JsonDocument.Parse(json);
        var activities = set.RootElement.GetProperty("activities").EnumerateArray().Select(SeenActivity.Of).ToList();
        return (activities, set.RootElement.GetProperty("watermark").GetString()!);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? token,
        object? body,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(method, new Uri($"v3/directline/{path}", UriKind.Relative));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        var answer = await http.SendAsync(request, cancellation);
        if (answer.IsSuccessStatusCode)
            return answer;
        var error = await answer.Content.ReadAsStringAsync(cancellation);
        answer.Dispose();
        throw new HttpRequestException($"{method} {path}: {error}", null, answer.StatusCode);
    }

    private static async Task<T> BodyAsync<T>(HttpResponseMessage answer, CancellationToken cancellation) =>
        await answer.Content.ReadFromJsonAsync<T>(cancellation)
        ?? throw new HttpRequestException("An empty answer.", null, HttpStatusCode.NoContent);
}
