using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>Somebody who calls Direct Line as the protocol has it, or not.</summary>
public sealed class DirectLineCaller(LibraryHost host)
{
    public const string Api = "/v3/directline";

    private readonly HttpClient http = host.CreateClient();

    public string Conversation { get; set; } = "";
    public string? Token { get; set; }
    public string? Origin { get; init; }

    /// <summary>A client whose conversation is open.</summary>
    public static async Task<DirectLineCaller> Opens(LibraryHost host)
    {
        var client = new DirectLineCaller(host);
        await client.Generates();
        (await client.Posts("/conversations")).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>The same client in the same conversation, at a host that came back.</summary>
    public DirectLineCaller At(LibraryHost again) => new(again) { Conversation = Conversation, Token = Token };

    /// <summary>Gets a token and carries it from now on.</summary>
    public async Task<JsonElement> Generates(object? parameters = null)
    {
        var answer = await Json(await Posts("/tokens/generate", parameters));
        Conversation = answer.GetProperty("conversationId").GetString()!;
        Token = answer.GetProperty("token").GetString()!;
        return answer;
    }

    public Task<HttpResponseMessage> Says(string text, string? clientId = null) =>
        Sends(
            new
            {
                type = "message",
                text,
                from = new { id = "resident" },
                channelData = new { clientActivityID = clientId },
            }
        );

    public Task<HttpResponseMessage> Sends(object activity) =>
        Posts($"/conversations/{Conversation}/activities", activity);

    /// <summary>Sends a body as it is.</summary>
    public Task<HttpResponseMessage> SendsRaw(string body) =>
        Calls(
            HttpMethod.Post,
            $"/conversations/{Conversation}/activities",
            new StringContent(body, Encoding.UTF8, "application/json")
        );

    public Task<HttpResponseMessage> Posts(string path, object? body = null) =>
        Calls(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body));

    public Task<HttpResponseMessage> Gets(string path) => Calls(HttpMethod.Get, path, null);

    public Task<HttpResponseMessage> Calls(HttpMethod method, string path, HttpContent? content)
    {
        var call = new HttpRequestMessage(method, Api + path) { Content = content };
        if (Token is not null)
            call.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (Origin is not null)
            call.Headers.Add("Origin", Origin);
        return http.SendAsync(call);
    }

    public async Task<JsonElement> Reads(string watermark = "0") =>
        await Json(await Gets($"/conversations/{Conversation}/activities?watermark={watermark}"));

    /// <summary>Reads until as many answers have come as were asked for, and a little longer for one too many.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadsUntil(Func<IReadOnlyList<JsonElement>, bool> enough)
    {
        var read = new List<JsonElement>();
        var watermark = "0";
        for (var tries = 0; tries < 2000 && !enough(read); tries++)
        {
            var set = await Reads(watermark);
            read.AddRange(set.GetProperty("activities").EnumerateArray());
            watermark = set.GetProperty("watermark").GetString()!;
            await Task.Delay(5);
        }
        Assert.True(enough(read), $"Only {read.Count} activities came.");
        return read;
    }

    public static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static async Task<string> IdOf(HttpResponseMessage answer) =>
        (await Json(answer)).GetProperty("id").GetString()!;

    /// <summary>Asserts a refusal in the error shape of the protocol.</summary>
    public static async Task<HttpResponseMessage> Refused(int status, string code, Task<HttpResponseMessage> call)
    {
        var answer = await call;
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} instead of {status}: {body}");
        var error = JsonSerializer.Deserialize<JsonElement>(body).GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        return answer;
    }
}

/// <summary>Reading activities as a test likes to.</summary>
public static class Activities
{
    public static string Id(this JsonElement activity) => activity.GetProperty("id").GetString()!;

    public static string? ReplyTo(this JsonElement activity) =>
        activity.TryGetProperty("replyToId", out var id) ? id.GetString() : null;

    public static string? Text(this JsonElement activity) =>
        activity.TryGetProperty("text", out var text) ? text.GetString() : null;

    /// <summary>The entries that are answered, in the order of the answers; several bubbles of one answer are one.</summary>
    public static IReadOnlyList<string> Answered(this IEnumerable<JsonElement> activities)
    {
        var answered = new List<string>();
        foreach (var id in activities.Select(ReplyTo).OfType<string>())
        {
            if (answered.Count == 0 || answered[^1] != id)
                answered.Add(id);
        }
        return answered;
    }
}

/// <summary>One host for the tests of a class, which run one after another.</summary>
public sealed class OneHost : IAsyncDisposable
{
    public LibraryHost Host { get; } = new();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
