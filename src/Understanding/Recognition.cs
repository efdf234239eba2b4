namespace Bupyeong.Chatbot.Understanding;

/// <summary>An intent and how likely it is.</summary>
public sealed record IntentScore(string Intent, double Score);

/// <summary>What a sentence was taken to mean.</summary>
/// <param name="Text">The sentence as it was read: tidied, and in Hangul when the keyboard was in the wrong position.</param>
/// <param name="Score">A calibrated probability; see <see cref="Confidence"/>.</param>
/// <param name="Ranked">Every intent, likeliest first.</param>
/// <param name="Language">See <see cref="LanguageGuess"/>; none when no known language makes words of the letters.</param>
public sealed record Recognition(
    string Text,
    string Intent,
    double Score,
    IReadOnlyList<IntentScore> Ranked,
    IReadOnlyList<Entity> Entities,
    string Language
)
{
    /// <summary>Whether there is nothing but entities, particles and fillers, as in "그럼 청천은?": the question is the last one's.</summary>
    public bool IsFollowUp { get; init; }

    /// <summary>How likely the parts of intents are, such as "library-rule/unanswered", which count in their intents.</summary>
    public IReadOnlyList<IntentScore> Parts { get; init; } = [];

    /// <summary>How likely this intent, or part of one, is; 0 for one that the language has not.</summary>
    public double ScoreOf(string intent) =>
        Ranked.Concat(Parts).FirstOrDefault(ranked => ranked.Intent == intent)?.Score ?? 0;

    public Entity? First(string type) => Entities.FirstOrDefault(entity => entity.Type == type);
}
