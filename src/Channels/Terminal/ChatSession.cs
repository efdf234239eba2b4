namespace Bupyeong.Chatbot.Channels.Terminal;

/// <summary>A person at the terminal talks: numbers say what stands beside them, and a few words after "/" are for the terminal.</summary>
public sealed class ChatSession(Talk talk, Screen screen, Keyboard keyboard)
{
    private const string Commands = "/회원 카드번호: 회원 확인 · /끝: 마치기 · 숫자: 보이는 말 고르기";

    /// <summary>Returns when the conversation has ended, the input is over or the program is told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        screen.Note(Commands);
        screen.Show(talk.Heard);
        while (!talk.IsEnded)
        {
            screen.Prompt("> ");
            if (await keyboard.ReadLineAsync(stopping) is not { } line)
                break;
            if (!string.IsNullOrWhiteSpace(line))
                await TakeAsync(line.Trim(), stopping);
        }
        screen.Write("");
    }

    private async Task TakeAsync(string line, CancellationToken stopping)
    {
        switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case ["/끝" or "/end"]:
                await talk.EndAsync();
                break;
            case ["/회원" or "/member", var card]:
                if (!await SignInAsync(card, stopping))
                    return;
                break;
            case [['/', ..], ..]:
                screen.Note(Commands);
                return;
            default:
                await talk.SayAsync(screen.Meant(line));
                break;
        }
        screen.Show(talk.Heard);
    }

    private async Task<bool> SignInAsync(string card, CancellationToken stopping)
    {
        screen.Prompt("비밀번호: ");
        var pin = await Keyboard.ReadSecretAsync(stopping);
        screen.Write("");
        if (string.IsNullOrEmpty(pin))
            return false;
        if (await talk.SignInAsync(card, pin))
            return true;
        screen.Note("번호나 비밀번호가 맞지 않아요.");
        return false;
    }
}
