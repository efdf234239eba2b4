namespace Bupyeong.Chatbot.Knowledge;

/// <summary>An entry's own first sentences, with the figures of the day, and where they come from.</summary>
public sealed record Answer(KnowledgeEntry Entry, IReadOnlyList<string> Sentences, Citation Citation, double Score)
{
    /// <summary>The figures are those of the case that was asked about and no others.</summary>
    public bool IsSpecial { get; init; }
}

/// <summary>출처: what an answer rests on.</summary>
public sealed record Citation(string Slug, string Title, DateOnly EffectiveFrom, bool IsSample, int Version = 0);
