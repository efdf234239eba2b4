using System.Text.Json;
using System.Text.Json.Serialization;
using Bupyeong.Chatbot.Channels.DirectLine;

namespace Bupyeong.Chatbot.Channels.Staff;

/// <summary>What a call of the staff carries in its body.</summary>
public sealed record StaffCall
{
    public const int LongestText = 2000;
    private const int LongestName = 40;
    private const int LongestId = 100;
    private const int LargestBody = 32 * 1024;

    /// <summary>Who acts, under the name that residents see: "청천도서관 사서", and nobody's own name.</summary>
    public string? Name { get; init; }
    public string? Text { get; init; }

    /// <summary>The caller's own id of what is said: sent again, it is said once.</summary>
    public string? Id { get; init; }
    public string? Status { get; init; }

    /// <summary>The version that the caller has read: an act on an entry that has another since is a conflict.</summary>
    public int? BasedOn { get; init; }
    public int? Draft { get; init; }
    public int? To { get; init; }
    public string? From { get; init; }
    public string? Note { get; init; }

    /// <summary>To publish although critical questions would get another answer.</summary>
    public bool Despite { get; init; }

    /// <summary>The body of the call: 413 when it is too large, 400 when it is no JSON, 422 when nobody acts.</summary>
    public static async Task<StaffCall> ReadAsync(HttpContext http, int largest = LargestBody)
    {
        var body = await BodyAsync(http, largest);
        var call =
            IncomingJson.Read(() => JsonSerializer.Deserialize(body, StaffJson.Default.StaffCall))
            ?? throw DirectLineException.BadArgument("The body is not an object.");
        var name = call.Name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            throw Unprocessable($"'name' is who acts, in at most {LongestName} characters.");
        if (call.Id is { Length: 0 or > LongestId })
            throw Unprocessable($"'id' has at most {LongestId} characters.");
        return call with { Name = name, Text = call.Text?.ReplaceLineEndings("\n").Trim() };
    }

    /// <summary>The words, or 422 when there are none or too many.</summary>
    public string Words =>
        Text is { Length: > 0 and <= LongestText } words
            ? words
            : throw Unprocessable($"'text' has between 1 and {LongestText} characters.");

    public static DirectLineException Unprocessable(string message) => new(422, "Unprocessable", message);

    private static async Task<byte[]> BodyAsync(HttpContext http, int largest)
    {
        using var body = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (body.Length + read > largest)
                throw new DirectLineException(
                    413,
                    "RequestEntityTooLarge",
                    $"The body is larger than {largest} bytes."
                );
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}

[JsonSerializable(typeof(StaffCall))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class StaffJson : JsonSerializerContext;
