namespace Bupyeong.Chatbot.Understanding;

/// <summary>
/// The words of a library desk by what they are about (dialogs/entities/concepts.md), so that 늦춰 주세요 counts for 연장
/// without an example of its own.
/// </summary>
internal sealed class Concepts(NamedLines lines)
{
    private readonly (string Name, string[] Stems)[] all =
    [
        .. lines.Select(line => ($"<{line.Name}>", line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
    ];

    public void Visit(string squashed, IntentFeatures.Visitor visit)
    {
        foreach (var (name, stems) in all)
        {
            if (Array.Exists(stems, stem => squashed.Contains(stem, StringComparison.Ordinal)))
                visit(name);
        }
    }
}
