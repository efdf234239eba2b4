using System.Text.Json;

namespace Bupyeong.Chatbot.Channels.DirectLine;

/// <summary>What a token is asked to be bound to: a user, and pages of certain origins. Never less than was asked for.</summary>
public sealed record TokenParameters(string? User, string? Origins)
{
    private const int LongestUserId = 100;
    private const int MostOrigins = 20;

    public static TokenParameters Read(byte[] body)
    {
        if (body.Length == 0)
            return new TokenParameters(null, null);
        using var parameters = JsonDocument.Parse(body);
        var root = parameters.RootElement;
        if (root.ValueKind is not JsonValueKind.Object)
            throw DirectLineException.BadArgument("The token parameters are not a JSON object.");
        return new TokenParameters(
            Find(root, "user") is { } user ? UserId(user) : null,
            Find(root, "trustedOrigins") is { } origins ? Join(origins) : null
        );
    }

    private static JsonElement? Find(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private static string? UserId(JsonElement user)
    {
        if (user.ValueKind is not JsonValueKind.Object)
            throw DirectLineException.BadArgument("user is not a JSON object.");
        if (Find(user, "id") is not { } value)
            return null;
        return
            Text(value) is { Length: <= LongestUserId } id
            && id.StartsWith("dl_", StringComparison.Ordinal)
            && !id.Any(char.IsControl)
            ? id
            : throw DirectLineException.BadArgument(
                $"user.id must begin with dl_ and have at most {LongestUserId} characters."
            );
    }

    private static string? Join(JsonElement origins)
    {
        if (origins.ValueKind is not JsonValueKind.Array || origins.GetArrayLength() > MostOrigins)
            throw DirectLineException.BadArgument($"trustedOrigins is not a list of at most {MostOrigins} origins.");
        var list = origins.EnumerateArray().Select(Text).ToList();
        if (list.Exists(origin => origin is null || !DirectLineOptions.IsOrigin(origin)))
            throw DirectLineException.BadArgument(
                "trustedOrigins holds what is no origin such as https://www.example.kr."
            );
        return list.Count > 0 ? string.Join(' ', list) : null;
    }

    private static string? Text(JsonElement value) =>
        value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
