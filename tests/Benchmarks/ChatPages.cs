using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>A website with one page for each contender and nothing else on it.</summary>
/// <remarks>
/// Web Chat comes as its production bundle, compressed beforehand as far as Brotli goes, and its token is asked for while
/// the bundle is still on its way. A page with a conversation in its address goes on with that one.
/// </remarks>
public sealed class ChatPages : IAsyncDisposable
{
    private readonly Dictionary<string, (string Type, byte[] Content)> files = [];
    private readonly WebApplication app;

    public ChatPages(string bundles)
    {
        AddBundle("/full", Path.Combine(bundles, "webchat.js"));
        AddBundle("/minimal", Path.Combine(bundles, "webchat-minimal.js"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
        app.Start();
        Origin = app.Urls.Single();
    }

    public string Origin { get; }

    /// <summary>Which host the pages talk to; it is started later than they are, because it must know their origin.</summary>
    public void TalkTo(Uri host)
    {
        AddPage("/window", $"""<script src="{host}chat.js" defer data-open="always"></script>""");
        foreach (var bundle in (string[])["/full", "/minimal"])
            AddPage(bundle, WebChat(host, $"{bundle}.js"));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string WebChat(Uri host, string bundle) =>
        $$"""
            <style>html, body, #chat { height: 100%; margin: 0 }</style>
            <div id="chat"></div>
            <script>
              const asked = new URLSearchParams(location.search);
              const conversationId = asked.get("conversation") ?? undefined;
              const token = conversationId ? asked.get("token")
                : fetch("{{host}}v3/directline/tokens/generate", { method: "POST" }).then((answer) => answer.json()).then(({ token }) => token);
              addEventListener("DOMContentLoaded", async () => {
                const line = { domain: "{{host}}v3/directline", token: await token, conversationId, watermark: "0" };
                const directLine = WebChat.createDirectLine(line);
                WebChat.renderWebChat({ directLine, locale: "ko-KR" }, document.querySelector("#chat"));
              });
            </script>
            <script src="{{bundle}}" defer></script>
            """;

    private void AddPage(string path, string body) =>
        files[path] = (
            "text/html; charset=utf-8",
            Compress(
                System.Text.Encoding.UTF8.GetBytes(
                    $"""<!DOCTYPE html><html lang="ko"><meta charset="utf-8"><title>도서관</title><body>{body}</body></html>"""
                )
            )
        );

    private void AddBundle(string name, string file) =>
        files[$"{name}.js"] = ("text/javascript", Compress(File.ReadAllBytes(file)));

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
            brotli.Write(content);
        return compressed.ToArray();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (!files.TryGetValue(http.Request.Path, out var file))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        http.Response.ContentType = file.Type;
        http.Response.ContentLength = file.Content.Length;
        http.Response.Headers.ContentEncoding = "br";
        await http.Response.Body.WriteAsync(file.Content);
    }
}
