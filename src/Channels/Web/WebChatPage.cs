using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>The official Bot Framework Web Chat against this host, from a folder that somebody has put it into.</summary>
public static class WebChatPage
{
    private const string Path = "/webchat";
    private const string Bundle = "webchat.js";

    /// <summary>Web Chat writes styles into the page; nothing else is allowed there that is not allowed everywhere.</summary>
    private const string Policy = Host.Policy + "; style-src 'self' 'unsafe-inline'; img-src 'self' blob:";

    public static void AddWebChat(this WebApplicationBuilder builder)
    {
        var setting = builder.Configuration["WebChat:Folder"];
        var folder = string.IsNullOrWhiteSpace(setting) ? null : System.IO.Path.GetFullPath(setting);
        if (folder is not null && !Directory.Exists(folder))
            throw new InvalidOperationException($"WebChat:Folder is '{setting}', and there is no such folder.");
        builder.Services.AddSingleton(new WebChatFolder(folder));
    }

    /// <summary>The scripts of the folder, and nothing else that lies there.</summary>
    public static void UseWebChat(this WebApplication app)
    {
        if (app.Services.GetRequiredService<WebChatFolder>().Path is { } folder)
            app.UseStaticFiles(
                new StaticFileOptions
                {
                    RequestPath = Path,
                    FileProvider = new PhysicalFileProvider(folder),
                    ContentTypeProvider = new FileExtensionContentTypeProvider(
                        new Dictionary<string, string> { [".js"] = "text/javascript" }
                    ),
                    OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
                }
            );
    }

    public static void MapWebChat(this IEndpointRouteBuilder app) => app.MapGet(Path, Show);

    private static RazorComponentResult<WebChatView> Show(HttpContext http, WebChatFolder folder)
    {
        var isThere = folder.Path is { } path && File.Exists(System.IO.Path.Combine(path, Bundle));
        if (isThere)
            http.Response.Headers.ContentSecurityPolicy = Policy;
        return new(new { IsThere = isThere }) { StatusCode = isThere ? 200 : 404 };
    }
}

/// <summary>Where the bundle of Web Chat lies; null when it is not set.</summary>
public sealed record WebChatFolder(string? Path);
