using System.IO.Compression;
using Bupyeong.Chatbot.Channels.DirectLine;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>The files of the pages, and those of the window that pages of other origins load.</summary>
public static class WebFiles
{
    /// <summary>Only what is the same for everybody: a secret is never compressed together with words of somebody else.</summary>
    private static readonly string[] Compressed = ["text/javascript", "text/css", "image/svg+xml"];

    public static void AddWebFiles(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = Compressed;
            // On files this small gzip at its best beats what Brotli does in the same time.
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    public static void UseWebFiles(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<DirectLineOptions>().AllowedOrigins;
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => Prepare(file, origins) });
        app.UseWebChat();
    }

    /// <summary>A new version is seen at once: the browser asks, and hears that nothing has changed.</summary>
    private static void Prepare(StaticFileResponseContext file, IReadOnlyList<string> origins)
    {
        var (request, headers) = (file.Context.Request, file.Context.Response.Headers);
        headers.CacheControl = "no-cache";
        if (!request.Path.StartsWithSegments("/chat") && request.Path != "/chat.js")
            return;
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        if (request.Headers.Origin is [{ } origin] && origins.Contains(origin))
            headers.AccessControlAllowOrigin = origin;
    }
}
