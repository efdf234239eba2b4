namespace Bupyeong.Chatbot.Knowledge;

/// <summary>What a question sounds like, as probabilities: who has heard nothing else of it asks without.</summary>
/// <param name="Rule">It asks about the library's rules.</param>
/// <param name="Other">The likeliest of all else that the library does.</param>
public readonly record struct Hearing(double Rule, double Other)
{
    /// <summary>Only what sounds so is answered by its meaning alone.</summary>
    public bool IsOfRules => Rule >= Other;

    /// <summary>How like it is to what is known to be asked in vain, from 0 to 1.</summary>
    public double Unanswerable { get; init; }

    /// <summary>How much nearer it is to a question of the entry than to any that is asked in vain.</summary>
    public double Nearer { get; init; }
}
