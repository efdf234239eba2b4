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

    /// <summary>Staff wrote the question just so, give or take a letter.</summary>
    private const double WrittenSo = 0.85;
    private const double Certain = 0.9999;

    /// <summary>In log-odds; chosen where of a hundred questions with an answer about four get none, and two a wrong one.</summary>
    private const double Least = -0.5;

    /// <summary>Of what is not answered, nine in ten of the questions that no entry answers come below it, and one in five of the others.</summary>
    private const double LeastToOffer = -1;

    /// <summary>Two entries that come equally near may both be offered: a thin lead says nothing against them.</summary>
    private const double UsualLead = 0.1;

    /// <summary>Further down nobody looks.</summary>
    private const int Looked = 10;

    /// <summary>Of how many pieces the question is, where it is in another language than Korean; otherwise 0.</summary>
    public int ForeignPieces { get; init; }

    public static Ranking Of(IEnumerable<KnowledgeEntry> entries, IEnumerable<Fit> fits, double known) =>
        new(
            // Of two that fit alike, because they answer the very same question, the newest holds.
            [
                .. entries
                    .Zip(fits)
                    .OrderByDescending(hit => hit.Second.Score)
                    .ThenByDescending(hit => hit.First.EffectiveFrom),
            ],
            known
        );

    /// <summary>Where entries say nearly the same, only the newest of them, in the place of the first.</summary>
    public Ranking WithoutTwins(Func<KnowledgeEntry, KnowledgeEntry, bool> areTwins)
    {
        var kept = new List<(KnowledgeEntry Entry, Fit Fit)>(Hits.Count);
        foreach (var hit in Hits)
        {
            var twin = kept.Count < Looked ? kept.FindIndex(other => areTwins(other.Entry, hit.Entry)) : -1;
            if (twin < 0)
                kept.Add(hit);
            else if (hit.Entry.EffectiveFrom > kept[twin].Entry.EffectiveFrom)
                kept[twin] = (hit.Entry, kept[twin].Fit);
        }
        return this with { Hits = kept };
    }

    public bool Speaks => Hits.Count > 0 && Hits[0].Fit.Score + KnownShare * Known + LeadShare * Lead >= Floor;

    /// <summary>Whether the first entry answers the question; with what the question sounds like, or by the entries alone.</summary>
    public bool IsSure(Hearing? heard) =>
        Hits is [{ Fit.Score: >= WrittenSo }, ..]
        || (heard is { } sound ? IsMet && Odds(sound, Lead) >= Least : IsSureAlone);

    /// <summary>The first entry may answer the question, though not surely.</summary>
    public bool MayAnswer(Hearing heard) => IsMet && Odds(heard, Math.Max(Lead, UsualLead)) >= LeastToOffer;

    /// <summary>The first entry has at least a piece of the question; what only vectors have found may have none.</summary>
    private bool IsMet => Hits is [{ Fit.Coverage: > 0 }, ..];

    private bool IsSureAlone =>
        Speaks && Lead >= ThinLead && Hits[0].Fit is { Score: >= LeastScore, Coverage: >= LeastCoverage };

    /// <summary>
    /// The log-odds that the first entry answers. The weights were fitted by logistic regression on 16,110 questions, of
    /// which half have an answer in the entries: each half of them asked while only the other half was known.
    /// </summary>
    private double Odds(Hearing heard, double lead) =>
        ForeignPieces > 0 ? ForeignOdds(heard, lead) : KoreanOdds(heard, lead);

    private double KoreanOdds(Hearing heard, double lead) =>
        -5.66
        + 0.61 * Math.Log(Math.Max(lead, 0.001))
        + 5.07 * Hits[0].Fit.Coverage
        + 0.30 * LogOdds(heard.Rule)
        + 0.26 * LogOdds(heard.Other)
        - 3.61 * Math.Log(heard.Unanswerable + 0.02)
        + 4.35 * heard.Nearer;

    /// <summary>
    /// The same for another language: fitted on 4,194 questions, each fifth of them asked while only the others were known.
    /// Of a long question an entry knows less. What sounds like a rule counts a little, so that words in which nobody heard
    /// one need a surer entry.
    /// </summary>
    private double ForeignOdds(Hearing heard, double lead) =>
        -3.30
        + 0.77 * Math.Log(Math.Max(lead, 0.001))
        + 3.64 * Hits[0].Fit.Coverage
        + 0.91 * Math.Log(ForeignPieces)
        + 0.10 * LogOdds(heard.Rule)
        - 0.76 * Math.Log(heard.Unanswerable + 0.02);

    private static double LogOdds(double share)
    {
        var within = Math.Clamp(share, 1 - Certain, Certain);
        return Math.Log(within / (1 - within));
    }

    private double Lead => Hits[0].Fit.Score - (Hits is [_, var second, ..] ? second.Fit.Score : 0);
}
