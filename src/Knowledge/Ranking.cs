namespace Bupyeong.Chatbot.Knowledge;

/// <summary>How well an entry fits a question: its score, and the share of the question that the entry speaks of.</summary>
internal readonly record struct Fit(double Score, double Coverage);

/// <summary>Entries in the order in which they speak of a question, and how surely the first of them answers it.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Known">The share of the question that any entry knows.</param>
internal sealed record Ranking(IReadOnlyList<(KnowledgeEntry Entry, Fit Fit)> Hits, double Known)
{
    /// <summary>
    /// Below it the entries do not speak of the question at all. It, its shares and the limits below were chosen on
    /// the entries' own questions, each asked of entries without it, against what residents say to the other dialogs.
    /// </summary>
    private const double Floor = 0.22;
    private const double KnownShare = 0.2;
    private const double LeadShare = 0.6;

    /// <summary>With less of a lead, the second entry is too often the right one.</summary>
    private const double ThinLead = 0.02;
    private const double LeastScore = 0.19;
    private const double LeastCoverage = 0.3;

    public static Ranking Of(IEnumerable<KnowledgeEntry> entries, IEnumerable<Fit> fits, double known) =>
        new([.. entries.Zip(fits).OrderByDescending(hit => hit.Second.Score)], known);

    public bool Speaks => Hits.Count > 0 && Hits[0].Fit.Score + KnownShare * Known + LeadShare * Lead >= Floor;

    public bool IsSure =>
        Speaks && Lead >= ThinLead && Hits[0].Fit is { Score: >= LeastScore, Coverage: >= LeastCoverage };

    private double Lead => Hits[0].Fit.Score - (Hits is [_, var second, ..] ? second.Fit.Score : 0);
}
