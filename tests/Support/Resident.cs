using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Bupyeong.Chatbot.Conversations;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>Somebody who talks to the library over Direct Line, as a browser does.</summary>
public sealed class Resident
{
    private const string Api = "/v3/directline";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient http;
    private string watermark = "0";

    private Resident(HttpClient http, string conversation, string token)
    {
        this.http = http;
        Conversation = conversation;
        Token = token;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public string Conversation { get; }
    public string Token { get; }

    /// <summary>The bubbles of the last answer.</summary>
    public IReadOnlyList<Bubble> Heard { get; private set; } = [];

    /// <summary>Opens a conversation and hears the welcome.</summary>
    public static async Task<Resident> ComesTo(LibraryHost host)
    {
        var http = host.CreateClient();
        var token = await (
            await http.PostAsync($"{Api}/tokens/generate", null)
        ).Content.ReadFromJsonAsync<JsonElement>();
        var resident = new Resident(
            http,
            token.GetProperty("conversationId").GetString()!,
            token.GetProperty("token").GetString()!
        );
        (await http.PostAsync($"{Api}/conversations", null)).EnsureSuccessStatusCode();
        await resident.Listens();
        return resident;
    }

    /// <summary>Sends words and hears the whole answer.</summary>
    public async Task Says(string text)
    {
        var sent = await Posts(
            new
            {
                type = "message",
                text,
                from = new { id = "resident" },
            }
        );
        sent.EnsureSuccessStatusCode();
        var id = (await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        await Listens(id);
    }

    /// <summary>Sends words that are taken and not answered.</summary>
    public async Task SaysUnanswered(LibraryHost host, string text)
    {
        var sent = await Posts(
            new
            {
                type = "message",
                text,
                from = new { id = "resident" },
            }
        );
        sent.EnsureSuccessStatusCode();
        var until = TimeProvider.System.GetTimestamp();
        while (host.Get<Transcript>().Pending().Count > 0)
        {
            if (TimeProvider.System.GetElapsedTime(until) > Patience)
                throw new TimeoutException("The turn was not taken.");
            await Task.Delay(5);
        }
        var set = await Reads(watermark);
        watermark = set.GetProperty("watermark").GetString()!;
        Assert.DoesNotContain(
            set.GetProperty("activities").EnumerateArray(),
            activity => activity.TryGetProperty("replyToId", out _)
        );
    }

    /// <summary>The same resident as a client that calls as it likes.</summary>
    public DirectLineCaller Client(LibraryHost host) => new(host) { Conversation = Conversation, Token = Token };

    /// <summary>Ends the conversation as a client does, and hears the last words before the stream closes.</summary>
    public async Task Ends(LibraryHost host)
    {
        var opened = await http.GetFromJsonAsync<JsonElement>($"{Api}/conversations/{Conversation}");
        using var stream = await StreamClient.Open(host, opened.GetProperty("streamUrl").GetString()!);
        var sent = await Posts(new { type = "endOfConversation", from = new { id = "resident" } });
        sent.EnsureSuccessStatusCode();
        Heard = [.. (await stream.ToTheEnd()).Seen.Select(Bubble.Of).Where(bubble => bubble.ReplyTo is not null)];
    }

    public Task<HttpResponseMessage> Posts(object activity) =>
        http.PostAsJsonAsync($"{Api}/conversations/{Conversation}/activities", activity);

    /// <summary>Follows the button of the last answer and fills in the form.</summary>
    public async Task<HttpResponseMessage> SignsIn(string card, string pin)
    {
        var page = new Uri(
            Heard.SelectMany(bubble => bubble.Links).First(link => link.Contains("/sign-in/", StringComparison.Ordinal))
        );
        var answer = await Fills(page.PathAndQuery, ("card", card), ("pin", pin));
        if (answer.IsSuccessStatusCode)
            await Listens();
        return answer;
    }

    public Task<HttpResponseMessage> Fills(string page, params (string Name, string Value)[] fields) =>
        http.PostAsync(
            page,
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))
        );

    /// <summary>Asserts the names of the last answer's bubbles, in order.</summary>
    public void Hears(params string[] names) => Assert.Equal(names, Heard.Select(bubble => bubble.Name));

    /// <summary>Waits for bubbles that answer <paramref name="id"/>, or for any when nobody asked.</summary>
    public async Task Listens(string? id = null)
    {
        var heard = new List<Bubble>();
        var until = TimeProvider.System.GetTimestamp();
        while (heard.Count == 0)
        {
            if (TimeProvider.System.GetElapsedTime(until) > Patience)
                throw new TimeoutException("No answer came.");
            var set = await Reads(watermark);
            watermark = set.GetProperty("watermark").GetString()!;
            heard.AddRange(
                set.GetProperty("activities")
                    .EnumerateArray()
                    .Select(Bubble.Of)
                    .Where(bubble => bubble.ReplyTo is not null && (id is null || bubble.ReplyTo == id))
            );
            if (heard.Count == 0)
                await Task.Delay(5);
        }
        Heard = heard;
    }

    public Task<JsonElement> Reads(string after) =>
        http.GetFromJsonAsync<JsonElement>($"{Api}/conversations/{Conversation}/activities?watermark={after}");

    /// <summary>Everything that the conversation shows now, as text.</summary>
    public async Task<string> Transcript() => (await Reads("0")).ToString();
}

/// <summary>One activity as a test looks at it.</summary>
public sealed record Bubble(string Name, string Text, string? ReplyTo)
{
    public IReadOnlyList<string> Links { get; private init; } = [];

    /// <summary>The librarian whose words these are.</summary>
    public string? Person { get; private init; }

    /// <summary>A language model has phrased the words, and they are marked so.</summary>
    public bool IsGenerated { get; private init; }

    /// <summary>Text and cards together, for what must or must not be shown.</summary>
    public string Shown { get; private init; } = "";
    public IReadOnlyList<JsonElement> Cards { get; private init; } = [];

    /// <summary>Who answers from here on; undefined where nothing changes.</summary>
    public JsonElement Handoff { get; private init; }
    public IReadOnlyList<string> Choices { get; private init; } = [];

    public static Bubble Of(JsonElement activity)
    {
        var data = activity.TryGetProperty("channelData", out var channelData) ? channelData : default;
        var text = activity.TryGetProperty("text", out var words) ? words.GetString()! : "";
        var cards =
            data.ValueKind is JsonValueKind.Object && data.TryGetProperty("cards", out var list)
                ? list.EnumerateArray().ToList()
                : [];
        return new Bubble(
            data.ValueKind is JsonValueKind.Object && data.TryGetProperty("reply", out var name)
                ? name.GetString()!
                : "",
            text,
            activity.TryGetProperty("replyToId", out var replyTo) ? replyTo.GetString() : null
        )
        {
            Links =
            [
                .. cards
                    .Where(card => card.TryGetProperty("button", out _))
                    .Select(card => card.GetProperty("button").GetProperty("url").GetString()!),
            ],
            Person =
                data.ValueKind is JsonValueKind.Object && data.TryGetProperty("person", out var person)
                    ? person.GetString()
                    : null,
            IsGenerated =
                data.ValueKind is JsonValueKind.Object
                && data.TryGetProperty("generated", out var generated)
                && generated.GetBoolean(),
            Cards = cards,
            Handoff =
                data.ValueKind is JsonValueKind.Object && data.TryGetProperty("handoff", out var handoff)
                    ? handoff
                    : default,
            Shown = $"{text} {string.Join(' ', cards)}",
            Choices = activity.TryGetProperty("suggestedActions", out var actions)
                ?
                [
                    .. actions
                        .GetProperty("actions")
                        .EnumerateArray()
                        .Select(action => action.GetProperty("value").GetString()!),
                ]
                : [],
        };
    }
}
