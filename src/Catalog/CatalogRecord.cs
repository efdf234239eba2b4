namespace Bupyeong.Chatbot.Catalog;

/// <summary>What the catalogue knows of one title (서지): empty or null where it knows nothing.</summary>
public sealed record CatalogRecord(
    string Id,
    string Title,
    string Subtitle,
    string OtherTitle,
    int? Volume,
    string Series,
    string Authors,
    string Publisher,
    int? Year,
    string? Isbn,
    string Kdc,
    string Audience,
    string Language,
    string Format,
    IReadOnlyList<string> Subjects,
    int Loans,
    string Source
)
{
    /// <summary>"토지 1": the title with its volume, as it is said and printed.</summary>
    public string DisplayTitle => Volume is { } volume ? $"{Title} {volume}" : Title;

    /// <summary>The first name of the statement of responsibility, without its role.</summary>
    public string MainAuthor => AuthorNames is [var first, ..] ? first : "";

    /// <summary>Every name without its role: "양윤옥(옮김)" is 양윤옥.</summary>
    public IReadOnlyList<string> AuthorNames { get; } =
    [
        .. Authors
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(author => author.Split('(')[0].TrimEnd()),
    ];
}
