using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>A place in a message where one wish may end and another begin.</summary>
internal sealed record WishSeam(string First, string Second, bool IsLinked, bool IsStop)
{
    private const int FewLetters = 5;
    private const double Certain = 0.9999;

    private static readonly string Rule = DialogSet.NameOf(typeof(LibraryRule));

    /// <summary>
    /// The log-odds that the two parts, read each by itself, are two wishes of the message read as a whole. The weights
    /// were fitted by logistic regression on 500 messages of two wishes and 12,000 of one, of which none is in the unseen set; those
    /// that are taught were read by a recogniser that had not been taught them.
    /// </summary>
    public double Odds(Recognition one, Recognition two, Recognition whole, WishWords words)
    {
        var (firstHeard, secondHeard) = (whole.ScoreOf(one.Intent), whole.ScoreOf(two.Intent));
        return -1.86
            + 0.66 * LogOdds(one.Score)
            + 0.56 * LogOdds(two.Score)
            + 0.48 * LogOdds(firstHeard)
            + 0.54 * LogOdds(secondHeard)
            - 0.57 * LogOdds(firstHeard + secondHeard)
            - 2.76 * One(Math.Min(LettersOf(First), LettersOf(Second)) < FewLetters)
            - 1.74 * One(whole.Intent == one.Intent || whole.Intent == two.Intent)
            + 1.51 * One(words.Asks(First))
            + 1.76 * One(words.Asks(Second))
            - 1.20 * One(words.IsQuoting(First))
            - 1.71 * One(one.Intent == Rule)
            - 1.17 * One(two.Intent == Rule)
            - 2.77 * One(IsStop)
            + 2.78 * One(IsLinked)
            - 3.38 * One(words.IsReason(First));
    }

    private static int LettersOf(string part) => part.Count(char.IsLetterOrDigit);

    private static double One(bool isSo) => isSo ? 1 : 0;

    private static double LogOdds(double share)
    {
        var within = Math.Clamp(share, 1 - Certain, Certain);
        return Math.Log(within / (1 - within));
    }
}
