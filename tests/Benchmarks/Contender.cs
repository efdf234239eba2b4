using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>A window for a conversation: its page, and where its parts are found.</summary>
/// <param name="Name">What the figures call it.</param>
/// <param name="Path">Its page on <see cref="ChatPages"/>.</param>
/// <param name="Parts">A JavaScript expression: every bubble that is shown.</param>
/// <param name="Field">A selector: where somebody writes.</param>
public sealed record Contender(string Name, string Path, string Parts, string Field)
{
    private const string WebChatParts = """document.querySelectorAll(".webchat__bubble__content")""";
    private const string WebChatField = "[data-id=webchat-sendbox-input]";

    public static readonly IReadOnlyList<Contender> All =
    [
        new(
            "our window",
            "/window",
            """(document.querySelector("bupyeong-chat")?.shadowRoot?.querySelectorAll(".bubble") ?? [])""",
            "bupyeong-chat #words"
        ),
        new("Web Chat, minimal", "/minimal", WebChatParts, WebChatField),
        new("Web Chat, full", "/full", WebChatParts, WebChatField),
    ];

    /// <summary>All its files: of our window also what is loaded only when it is needed, such as the second language.</summary>
    public IEnumerable<string> Files(string bundles)
    {
        if (Path is "/full" or "/minimal")
            return [System.IO.Path.Combine(bundles, Path is "/full" ? "webchat.js" : "webchat-minimal.js")];
        var root = System.IO.Path.Combine(HostProcess.Root().FullName, "src", "wwwroot");
        return Directory
            .EnumerateFiles(System.IO.Path.Combine(root, "chat"), "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".d.ts", StringComparison.Ordinal))
            .Append(System.IO.Path.Combine(root, "chat.js"))
            .Order(StringComparer.Ordinal);
    }
}
