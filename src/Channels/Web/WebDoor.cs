using Microsoft.AspNetCore.Http.HttpResults;

namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>The library's own pages, and those that a conversation leads to.</summary>
public static class WebDoor
{
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddWebFiles();
        builder.AddWebChat();
        builder
            .Services.AddSingleton<ReportLimit>()
            .AddScoped<SignInDesk>()
            .AddScoped<MessageDesk>()
            .AddScoped<KnowledgeDesk>();
    }

    public static void MapWeb(this WebApplication app)
    {
        app.MapGet("/", () => new RazorComponentResult<Home>());
        app.MapKnowledgePages();
        app.MapSignInPage();
        app.MapMessagePage();
        app.MapChatToday();
        app.MapWebChat();
    }
}
