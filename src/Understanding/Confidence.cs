namespace Bupyeong.Chatbot.Understanding;

/// <summary>
/// What a score is worth, found by five-fold cross-validation over the training sentences: at or above
/// <see cref="Sure"/> the intent of a dialog's sentence is right in 96 of 100 cases (a rule's, too), below <see cref="Miss"/> it is wrong in most.
/// </summary>
public static class Confidence
{
    /// <summary>Act on it.</summary>
    public const double Sure = 0.85;

    /// <summary>Do not guess; between the two, ask back with the likeliest readings.</summary>
    public const double Miss = 0.50;
}
