using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>Somebody's website: pages that carry the one line under the strictest policy with which it works.</summary>
public sealed class PageServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (string Type, string Text, string Policy)> files = new();
    private readonly WebApplication app;

    public PageServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
        app.Start();
        Origin = app.Urls.Single();
    }

    public string Origin { get; }

    /// <summary>Serves a page with the one line of that library, and returns its address.</summary>
    public Uri Shows(Uri library, string attributes = "", string body = "", string style = "")
    {
        var line = $"<script src=\"{library}chat.js\" defer {attributes}></script>";
        return ShowsHtml(
            library,
            body.Contains("{line}", StringComparison.Ordinal)
                ? body.Replace("{line}", line, StringComparison.Ordinal)
                : body + line,
            style
        );
    }

    private Uri ShowsHtml(Uri library, string body, string style)
    {
        var name = $"/{files.Count}";
        var html = $"""
            <!DOCTYPE html>
            <html lang="ko">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>우리 동네 도서관</title>
              <link rel="stylesheet" href="{name}.css">
            </head>
            <body>
              <main><h1>우리 동네 도서관</h1><p>책을 읽고 쉬어 가세요.</p>{body}</main>
            </body>
            </html>
            """;
        var host = library.GetLeftPart(UriPartial.Authority);
        var policy =
            $"default-src 'none'; script-src {host}; connect-src {host} ws://{library.Authority}; "
            + "style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";
        files[$"{name}.css"] = ("text/css", style, policy);
        files[name] = ("text/html; charset=utf-8", html, policy);
        return new Uri(Origin + name);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (!files.TryGetValue(http.Request.Path, out var file))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        http.Response.Headers.ContentSecurityPolicy = file.Policy;
        http.Response.ContentType = file.Type;
        await http.Response.WriteAsync(file.Text);
    }
}
