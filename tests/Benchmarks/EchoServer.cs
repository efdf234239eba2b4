using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>The least that an HTTP host can do with a message: read its JSON and write it back.</summary>
public static class EchoServer
{
    public static async Task<int> RunAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add(address);
        app.MapPost(
            "/echo",
            async (HttpContext http) =>
            {
                var message = await http.Request.ReadFromJsonAsync(EchoJson.Default.EchoMessage, http.RequestAborted);
                await http.Response.WriteAsJsonAsync(
                    message!,
                    EchoJson.Default.EchoMessage,
                    cancellationToken: default
                );
            }
        );
        await app.RunAsync();
        return 0;
    }
}

public sealed record EchoMessage(string Type, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EchoMessage))]
internal sealed partial class EchoJson : JsonSerializerContext;
