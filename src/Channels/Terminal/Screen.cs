using System.Text;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Channels.Terminal;

/// <summary>Bubbles and cards as lines of a terminal, with a number before everything that can be said by it.</summary>
public sealed class Screen(TextWriter output, bool hasColours)
{
    private const string Bold = "1";
    private const string Dim = "2";
    private const string Cyan = "36";

    private readonly List<string> offered = [];

    /// <summary>What a number says that stands on the screen now; anything else means itself.</summary>
    public string Meant(string typed) =>
        int.TryParse(typed, out var number) && number >= 1 && number <= offered.Count ? offered[number - 1] : typed;

    public void Show(IReadOnlyList<Message> bubbles)
    {
        offered.Clear();
        foreach (var bubble in bubbles)
        {
            foreach (var line in bubble.Text.Split('\n'))
                Write($"  {Clean(line)}");
            if (bubble.IsGenerated)
                Write($"  {Coloured("(생성된 문장)", Dim)}");
            foreach (var card in bubble.Cards)
                Show(card);
        }
        var choices = bubbles.SelectMany(bubble => bubble.Choices).Select(Numbered).ToList();
        if (choices.Count > 0)
            Write("  " + string.Join("   ", choices));
        Write("");
    }

    /// <summary>A line of the terminal's own, as against what the assistant says.</summary>
    public void Note(string text) => Write(Coloured(text, Dim));

    public void Prompt(string text)
    {
        output.Write(Coloured(text, Cyan));
        output.Flush();
    }

    public void Write(string line) => output.WriteLine(line);

    private void Show(Card card)
    {
        Write($"  ┌ {Coloured(Clean(card.Title), Bold)}");
        if (card.Subtitle is { } subtitle)
            WriteLines(subtitle);
        var widest = card.Rows.Select(row => Width(row.Label)).DefaultIfEmpty().Max();
        foreach (var row in card.Rows)
        {
            var say = row.Say is { } words ? "  " + Numbered(words, row.SayLabel ?? words) : "";
            var lines = row.Text.Split('\n');
            Write($"  │ {Padded(Clean(row.Label), widest)}  {Clean(lines[0])}{say}".TrimEnd());
            foreach (var line in lines[1..])
                Write($"  │ {Padded("", widest)}  {Clean(line)}");
        }
        if (card.Footnote is { } footnote)
            WriteLines(footnote, Dim);
        if (card.Button is { } button)
            Write($"  └ {Clean(button.Label)} {Coloured(HowToReach(button.Url), Dim)}");
    }

    private void WriteLines(string text, string? colour = null)
    {
        foreach (var line in text.Split('\n').Select(Clean))
            Write($"  │ {(colour is null ? line : Coloured(line, colour))}");
    }

    /// <summary>Pages of the host are not reached from here; signing in is.</summary>
    private static string HowToReach(string url) =>
        url.StartsWith("/sign-in/", StringComparison.Ordinal) ? "(/회원 카드번호)"
        : url.StartsWith('/') ? "(이 화면에서는 열리지 않아요)"
        : Clean(url);

    private string Numbered(string words) => Numbered(words, words);

    private string Numbered(string words, string shown)
    {
        offered.Add(words);
        return Coloured($"{offered.Count}) {Clean(shown)}", Cyan);
    }

    private string Coloured(string text, string colour) => hasColours ? $"\e[{colour}m{text}\e[0m" : text;

    private static string Padded(string text, int width) => text + new string(' ', width - Width(text));

    /// <summary>Columns of the terminal: a letter of Korean or Chinese takes two.</summary>
    private static int Width(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune.Value) ? 2 : 1);

    private static bool IsWide(int rune) =>
        rune
            is >= 0x1100
                and <= 0x115f
                or >= 0x2e80
                and <= 0xa4cf
                or >= 0xac00
                and <= 0xd7a3
                or >= 0xf900
                and <= 0xfaff
                or >= 0xff00
                and <= 0xff60
                or >= 0x1f300
                and <= 0x1faff;

    /// <summary>What residents or records bring along must not steer the terminal.</summary>
    private static string Clean(string text) =>
        text.Any(char.IsControl)
            ? text.Where(letter => !char.IsControl(letter))
                .Aggregate(new StringBuilder(), (clean, letter) => clean.Append(letter))
                .ToString()
            : text;
}
