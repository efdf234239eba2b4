namespace Bupyeong.Chatbot.Evaluation;

/// <summary>What <c>evaluate understanding</c> has found; written as JSON as it stands. Shares lie between 0 and 1.</summary>
public sealed record UnderstandingReport
{
    /// <summary>The share of all messages that are understood; two wishes count when both are, in order.</summary>
    public double Accuracy => Intent.Value;

    /// <summary>Of what is no business of the library, the share that was noticed.</summary>
    public double OutOfScopeRecall => OutOfScope.Value;

    /// <summary>Of what is no business of the library, the share that was acted upon as something else.</summary>
    public double FalseAcceptance => FalselyAccepted.Value;

    public required Share Intent { get; init; }
    public required IReadOnlyDictionary<string, Share> Styles { get; init; }
    public required IReadOnlyDictionary<string, Share> Languages { get; init; }
    public required IReadOnlyDictionary<string, Share> Intents { get; init; }
    public required IReadOnlyDictionary<string, Share> Kinds { get; init; }

    /// <summary>What should have been understood → what was, the most frequent first.</summary>
    public required IReadOnlyList<Confusion> Confusions { get; init; }

    public required Share OutOfScope { get; init; }
    public required Share FalselyAccepted { get; init; }

    /// <summary>Of what is the library's business, how much was taken for none of it.</summary>
    public required Share InScopeRefused { get; init; }

    /// <summary>Of what is acted upon without asking back, how much is right.</summary>
    public required Share Sure { get; init; }

    /// <summary>How far the scores are from what they promise, on average over ten ranges of score.</summary>
    public required double CalibrationError { get; init; }
    public required IReadOnlyList<ScoreRange> Reliability { get; init; }
    public required IReadOnlyDictionary<string, EntityFigures> Entities { get; init; }

    /// <summary>Named titles that the catalogue search has among its first three.</summary>
    public required Share TitlesInThree { get; init; }

    /// <summary>Those of them that are not written as they are in the catalogue.</summary>
    public required Share MistypedTitlesInThree { get; init; }

    /// <summary>Recognising a message as one.</summary>
    public required double P50Milliseconds { get; init; }
    public required double P99Milliseconds { get; init; }

    /// <summary>The same, and reading its parts where it may hold two wishes.</summary>
    public required double P99WholeMilliseconds { get; init; }
    public required double KilobytesPerSentence { get; init; }
    public required IReadOnlyList<Failure> Failures { get; init; }
}

/// <summary>So many right of so many.</summary>
public sealed record Share(int Right, int All)
{
    public double Value => All == 0 ? 1 : (double)Right / All;

    public static Share Of(IReadOnlyCollection<bool> judged) => new(judged.Count(right => right), judged.Count);

    public override string ToString() => $"{Value, 6:P1} {Right, 5} of {All}";
}

/// <summary>Sentences of one intent that were taken for another.</summary>
public sealed record Confusion(string Intent, string Understood, int Count);

/// <summary>The sentences whose scores lie between two: what these promise on average, and what share is right.</summary>
public sealed record ScoreRange(double From, double To, int Count, double Promised, double Right);

/// <summary>How well entities of a type are found.</summary>
public sealed record EntityFigures(int Found, int Wanted, int Right)
{
    public double Precision => Found == 0 ? 1 : (double)Right / Found;
    public double Recall => Wanted == 0 ? 1 : (double)Right / Wanted;
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>A sentence that was not understood.</summary>
public sealed record Failure(string Text, string Intent, string Understood, double Score, string Style);
