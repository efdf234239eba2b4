using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Privacy;
using Bupyeong.Chatbot.Requests;
using Bupyeong.Chatbot.Storage;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>The hall, with the store and the keys that it stands on.</summary>
public static class ConversationsRoom
{
    public static void AddConversations(this WebApplicationBuilder builder, string data)
    {
        var options =
            builder.Configuration.GetSection("Conversations").Get<ConversationOptions>() ?? new ConversationOptions();
        if (options.SignOutAfterMinutes < 1)
            throw new InvalidOperationException("Conversations:SignOutAfterMinutes must be at least 1.");
        if (options.WaitForPersonMinutes < 1)
            throw new InvalidOperationException("Conversations:WaitForPersonMinutes must be at least 1.");
        if (options.PersonSilentMinutes < 1)
            throw new InvalidOperationException("Conversations:PersonSilentMinutes must be at least 1.");
        builder
            .Services.AddSingleton(options)
            .AddSingleton(_ => new Database(Path.Combine(data, "conversations.db")))
            .AddSingleton(_ => new ConversationKeys(Path.Combine(data, "keys", "conversations")))
            .AddSingleton(provider => new Masking(OwnPhones(provider)))
            .AddSingleton<BatchingWriter>()
            .AddSingleton<Transcript>()
            .AddSingleton<Hall>()
            .AddSingleton<OneTimeLinks>()
            .AddSingleton<TurnClock>()
            .AddSingleton<Conversation>()
            .AddSingleton<TurnRunner>()
            .AddSingleton<Inbox>()
            .AddSingleton<Judgements>()
            .AddSingleton<UnansweredQuestions>()
            .AddSingleton<Handovers>()
            .AddSingleton<RequestLedger>()
            .AddSingleton<PersonDesk>()
            .AddSingleton<RequestDesk>()
            .AddSingleton<Housekeeping>()
            .AddHostedService(provider => provider.GetRequiredService<Housekeeping>());
    }

    /// <summary>The library's own telephone numbers are nobody's secret.</summary>
    private static IEnumerable<string> OwnPhones(IServiceProvider provider) =>
        provider.GetRequiredService<BranchDirectory>().All.Select(branch => branch.Phone).OfType<string>();
}
