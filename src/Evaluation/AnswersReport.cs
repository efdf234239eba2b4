using System.Text.Json.Serialization;

namespace Bupyeong.Chatbot.Evaluation;

/// <summary>What <c>evaluate answers</c> has found; written as JSON as it stands. Shares lie between 0 and 1.</summary>
public sealed record AnswersReport
{
    /// <summary>lucene, qdrant or hybrid.</summary>
    public string Engine { get; init; } = EvaluatedEngine.Lucene;

    /// <summary>Whether meaning answers too, and on what figures; null without a model of it.</summary>
    public string? Meaning { get; init; }
    public required int Entries { get; init; }
    public required int Questions { get; init; }

    /// <summary>Whether a question may be left without an answer; when every one has an entry, none is.</summary>
    public required bool Floor { get; init; }

    /// <summary>The share of questions whose entry the search has first, among its first five, and so on.</summary>
    [JsonPropertyName("recall@1")]
    public required double RecallAt1 { get; init; }

    [JsonPropertyName("recall@5")]
    public required double RecallAt5 { get; init; }

    [JsonPropertyName("recall@10")]
    public required double RecallAt10 { get; init; }

    /// <summary>One for an entry that is first, half for the second, a third for the third; none beyond ten.</summary>
    [JsonPropertyName("mrr@10")]
    public required double MrrAt10 { get; init; }

    [JsonPropertyName("ndcg@10")]
    public required double NdcgAt10 { get; init; }

    /// <summary>Of what no entry answers, the share that was left without an answer.</summary>
    public double AbstentionRecall => Abstained.Value;

    /// <summary>Of what an entry answers, the share that was left without an answer.</summary>
    public double FalseAbstention => Unanswered.All == 0 ? 0 : Unanswered.Value;

    /// <summary>Answers with a sentence or a number that their source does not have on that day.</summary>
    public required int AnswersWithUncitedFacts { get; init; }

    public required Share Abstained { get; init; }
    public required Share Unanswered { get; init; }

    /// <summary>Of what an entry answers, the share that its own entry answered, and that another did.</summary>
    public required Share AnsweredRight { get; init; }
    public required Share AnsweredWrong { get; init; }

    /// <summary>Answers that say what they must and nothing that they must not.</summary>
    public required Share SaidRight { get; init; }

    public required double P50Milliseconds { get; init; }
    public required double P99Milliseconds { get; init; }

    /// <summary>Critical ones first.</summary>
    public required IReadOnlyList<AnswerFailure> Failures { get; init; }
}

/// <summary>A question that was not answered as it should have been; null stands for no answer.</summary>
/// <param name="Slug">The entry that was wanted.</param>
/// <param name="Answered">The entry that was cited.</param>
/// <param name="Found">What the search has first, best first.</param>
/// <param name="Missing">What the answer must contain and does not.</param>
/// <param name="Forbidden">What the answer must not contain and does.</param>
/// <param name="Uncited">Sentences and numbers that the cited entry does not have.</param>
public sealed record AnswerFailure(
    string Question,
    string? Slug,
    string? Answered,
    IReadOnlyList<string> Found,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Forbidden,
    IReadOnlyList<string> Uncited,
    bool Critical
);
