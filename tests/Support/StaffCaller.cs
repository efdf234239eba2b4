using System.Net.Http.Json;
using System.Text.Json;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>A librarian's desk, as it calls the host.</summary>
public sealed class StaffCaller
{
    public const string Key = "0123456789abcdef0123456789abcdef";
    private const string Api = "/api/staff";
    private readonly HttpClient http;

    public StaffCaller(LibraryHost host, string? key = Key)
    {
        http = host.CreateClient();
        if (key is not null)
            http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {key}");
    }

    public static LibraryHost Host(string? folder = null) => new LibraryHost(folder).With("Staff:Key", Key);

    public async Task<JsonElement> Gets(string path) => await Json(await http.GetAsync(Api + path));

    public async Task<JsonElement> Posts(string path, object body) => await Json(await Sends(path, body));

    public async Task<JsonElement> Puts(string path, object body) =>
        await Json(await http.PutAsync(Api + path, JsonContent.Create(body)));

    public async Task<JsonElement> RefusedToPut(int status, string code, string path, object body) =>
        await Error(status, code, await http.PutAsync(Api + path, JsonContent.Create(body)));

    /// <summary>Asserts a refusal and returns its error.</summary>
    public async Task<JsonElement> Refused(int status, string code, string path, object body) =>
        await Error(status, code, await Sends(path, body));

    public async Task<JsonElement> RefusedToRead(int status, string code, string path) =>
        await Error(status, code, await http.GetAsync(Api + path));

    public static string ReceiptOf(JsonElement handovers) =>
        handovers.GetProperty("handovers")[0].GetProperty("receipt").GetString()!;

    private Task<HttpResponseMessage> Sends(string path, object body) =>
        http.PostAsync(Api + path, body as HttpContent ?? JsonContent.Create(body));

    private static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    private static async Task<JsonElement> Error(int status, string code, HttpResponseMessage answer)
    {
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
        Assert.Equal((status, code), ((int)answer.StatusCode, error.GetProperty("code").GetString()));
        return error;
    }
}
