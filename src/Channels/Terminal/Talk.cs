using System.Threading.Channels;
using Bupyeong.Chatbot.Channels.Web;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Channels.Terminal;

/// <summary>One conversation held inside the process: through the same inbox and the same turns as every other door.</summary>
public sealed class Talk : IDisposable
{
    private readonly Channel<TranscriptEntry> news = Channel.CreateUnbounded<TranscriptEntry>();
    private readonly IServiceScope scope;
    private readonly LiveConversation live;
    private readonly SignInDesk desk;

    private Talk(IServiceScope scope, LiveConversation live)
    {
        this.scope = scope;
        this.live = live;
        desk = scope.ServiceProvider.GetRequiredService<SignInDesk>();
        live.Listen(news.Writer);
    }

    /// <summary>The bubbles that the last thing said or done was answered with.</summary>
    public IReadOnlyList<Message> Heard { get; private set; } = [];

    public bool IsEnded => live.IsEnded;

    /// <summary>Opens a conversation and hears the welcome.</summary>
    public static async Task<Talk> OpenAsync(IServiceProvider services)
    {
        var hall = services.GetRequiredService<Hall>();
        var (live, _) = await hall.OpenAsync(Hall.NewId(), "terminal", "resident");
        var talk = new Talk(services.CreateScope(), live);
        await talk.PutAsync(new Utterance(null, Utterance.OfHost + Events.Join, Events.Join));
        return talk;
    }

    public Task SayAsync(string text) => PutAsync(new Utterance(text));

    public Task EndAsync() => PutAsync(new Utterance(null, Event: Events.End));

    /// <summary>One round of the housekeeping, and what this conversation hears of it.</summary>
    public async Task TidyAsync()
    {
        await scope.ServiceProvider.GetRequiredService<Housekeeping>().TidyAsync();
        await HearAsync();
    }

    /// <summary>Signs in as the page does that the conversation opens; false when card and PIN do not agree.</summary>
    public async Task<bool> SignInAsync(string card, string pin)
    {
        var answer = await desk.Guard.SignInAsync(card, pin, null, CancellationToken.None);
        if (answer is not SignInAnswer.Accepted accepted)
            return false;
        await desk.LetInAsync(live, accepted.Patron);
        await HearAsync();
        return true;
    }

    /// <summary>
    /// What a librarian does here: "take 사서", "say 사서: words", "return 사서" or "close 사서"; the resident hears of it.
    /// Throws what is refused.
    /// </summary>
    public async Task StaffAsync(string line)
    {
        var person = scope.ServiceProvider.GetRequiredService<PersonDesk>();
        var handovers = scope.ServiceProvider.GetRequiredService<Handovers>();
        var receipt = HandoverStatus
            .All.SelectMany(handovers.All)
            .First(known => known.Conversation == live.Id)
            .Receipt;
        var (act, rest) = (line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        await (
            act switch
            {
                "take" => person.TakeAsync(receipt, rest),
                "return" => person.ReturnAsync(receipt, rest),
                "close" => person.CloseAsync(receipt, rest),
                "say" when rest.Split(": ", 2) is [var name, var words] => person.SayAsync(receipt, name, words, null),
                _ => throw new InvalidDataException($"'$ {line}' is nothing that a librarian does."),
            }
        );
        await HearAsync();
    }

    public void Dispose()
    {
        live.Leave(news.Writer);
        scope.Dispose();
    }

    private async Task PutAsync(Utterance utterance)
    {
        await desk.Inbox.AcceptAsync(live, utterance);
        await HearAsync();
    }

    private async Task HearAsync()
    {
        await live.QuietAsync();
        var heard = new List<Message>();
        while (news.Reader.TryRead(out var entry))
        {
            if (entry is { Message: { } message, Draft: null })
                heard.Add(message);
        }
        Heard = heard;
    }
}
