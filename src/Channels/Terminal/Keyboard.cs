using System.Text;

namespace Bupyeong.Chatbot.Channels.Terminal;

/// <summary>The standard input: typed by a person, or piped in.</summary>
public sealed class Keyboard(Screen screen)
{
    /// <summary>The next line, or null when there is none or the program stops. What was piped in is shown as if typed.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken stopping)
    {
        var line = await WaitAsync(Console.In.ReadLine, stopping);
        if (Console.IsInputRedirected && line is not null)
            screen.Write(line);
        return line;
    }

    /// <summary>A line that is shown nowhere.</summary>
    public static Task<string?> ReadSecretAsync(CancellationToken stopping) =>
        WaitAsync(Console.IsInputRedirected ? Console.In.ReadLine : ReadUnseen, stopping);

    /// <summary>A read of the console cannot be broken off: it is left behind when the program stops.</summary>
    private static async Task<string?> WaitAsync(Func<string?> read, CancellationToken stopping)
    {
        try
        {
            return await Task.Run(read, CancellationToken.None).WaitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static string ReadUnseen()
    {
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key is ConsoleKey.Backspace && typed.Length > 0)
                typed.Length--;
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }
        return typed.ToString();
    }
}
