namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>What was read of a file: the sections that become entries, and what was left out of them.</summary>
internal sealed record ImportedDocument(string Name, IReadOnlyList<DocumentSection> Sections)
{
    public int Tables { get; init; }

    /// <summary>Null where the format has none.</summary>
    public int? Pages { get; init; }

    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The programmes of a calendar or a list of courses, as a file for the room that knows programmes.</summary>
    public string? Programs { get; init; }
}

/// <summary>A part of a document that becomes one entry.</summary>
/// <param name="Place">Where it stands, "12쪽" or "3행"; empty where the format does not tell.</param>
internal sealed record DocumentSection(string Title, IReadOnlyList<string> Questions, string Body, string Place)
{
    /// <summary>A file that is an entry already, in the form of this house.</summary>
    public string? Entry { get; init; }
}

/// <summary>A piece of a document as a reader finds it.</summary>
internal abstract record DocumentBlock(int? Page);

/// <summary>A heading; the topmost have the lowest level.</summary>
internal sealed record HeadingBlock(int Level, string Text, int? Page) : DocumentBlock(Page);

/// <summary>A paragraph, or a table in Markdown.</summary>
internal sealed record TextBlock(string Text, int? Page) : DocumentBlock(Page)
{
    /// <summary>Of its letters, in whatever the format measures them; 0 where that tells nothing.</summary>
    public double Size { get; init; }
}
