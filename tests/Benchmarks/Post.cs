using System.Net;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>One POST with its body ready as bytes; sent over connections that all posts share.</summary>
public sealed class Post(Uri host, string path, string? token, ReadOnlyMemory<byte> body)
{
    // No proxy, cookies, redirects or tracing: the load shares the cores with what it measures.
    private static readonly HttpMessageInvoker Http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.None,
        }
    );

    private readonly Uri address = new(host, path);
    private readonly string? authorization = token is null ? null : $"Bearer {token}";

    /// <summary>Sends and returns the answer; anything but success is an exception.</summary>
    public async Task<byte[]> SendAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ReadOnlyMemoryContent(body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await Http.SendAsync(request, CancellationToken.None);
        var content = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode
            ? content
            : throw new HttpRequestException(
                $"{path}: {System.Text.Encoding.UTF8.GetString(content)}",
                null,
                answer.StatusCode
            );
    }
}
