namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>The library's own page and the pages that a conversation leads to.</summary>
public static class WebDoor
{
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddScoped<SignInDesk>().AddScoped<MessageDesk>();
    }

    public static void MapWeb(this WebApplication app)
    {
        app.MapSignInPage();
        app.MapMessagePage();
        app.MapFallbackToFile("/", "index.html");
    }
}
