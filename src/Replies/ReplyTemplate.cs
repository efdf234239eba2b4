namespace Bupyeong.Chatbot.Replies;

/// <summary>
/// One named reply of dialogs/: its variants and its quick replies, as written, with the place to name in an error.
/// </summary>
public sealed record ReplyTemplate(string Name, string Language, IReadOnlyList<string> Variants)
{
    public IReadOnlyList<string> Choices { get; init; } = [];
    public string File { get; init; } = "";
    public int LineNumber { get; init; }
}
