namespace Bupyeong.Chatbot.Evaluation;

/// <summary>The time that a share of all takes at most.</summary>
internal static class Percentile
{
    public static double Of(IEnumerable<double> milliseconds, double share)
    {
        var sorted = milliseconds.Order().ToList();
        return sorted[(int)(share * (sorted.Count - 1))];
    }
}
