using System.Globalization;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>A question with the entry that a model finds nearest: how alike, by how much before the next, and whether rightly.</summary>
/// <param name="IsInVain">No entry answers it, so that none is right.</param>
internal readonly record struct NearestEntry(double Value, double Lead, bool IsRight, bool IsInVain);

/// <summary>So alike, and so far before the next, must an entry be to answer by its meaning.</summary>
internal readonly record struct MeaningFloor(double Value, double Lead)
{
    public bool Admits(double value, double lead) => value >= Value && lead >= Lead;
}

/// <summary>
/// Whether a model tells questions apart well enough to answer where words do not. Every model has a scale of its own: the
/// floor is chosen on one half of the questions and holds only if it does on the other.
/// </summary>
internal sealed record MeaningTrial
{
    /// <summary>Of each kind, in each half; fewer prove nothing.</summary>
    private const int Fewest = 40;

    /// <summary>Of all that is asked, so much may be answered wrongly where the floor is chosen, and twice that where it is tried.</summary>
    private const double MostWrong = 0.005;

    /// <summary>A model that answers fewer of what has an answer is not worth its mistakes.</summary>
    private const double LeastRight = 0.2;

    private static readonly double[] Leads = [0, 0.25, 0.5, 0.75];

    /// <summary>Null where the model changes no answer.</summary>
    public MeaningFloor? Floor { get; private init; }

    /// <summary>Of the half that it was tried on.</summary>
    public double Right { get; private init; }
    public double Wrong { get; private init; }

    public static MeaningTrial Of(IReadOnlyList<NearestEntry> asked)
    {
        NearestEntry[] chosenOn = [.. asked.Where((_, at) => at % 2 == 0)];
        NearestEntry[] triedOn = [.. asked.Where((_, at) => at % 2 == 1)];
        if (!IsEnough(chosenOn) || !IsEnough(triedOn) || Choose(chosenOn) is not { } floor)
            return new MeaningTrial();
        var answered = triedOn.Where(one => floor.Admits(one.Value, one.Lead)).ToList();
        var right = (double)answered.Count(one => one.IsRight) / triedOn.Count(one => !one.IsInVain);
        var wrong = (double)answered.Count(one => !one.IsRight) / triedOn.Length;
        var holds = right >= LeastRight && wrong <= 2 * MostWrong;
        return new MeaningTrial
        {
            Floor = holds ? floor : null,
            Right = right,
            Wrong = wrong,
        };
    }

    public override string ToString() =>
        Floor is { } floor
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Meaning answers too, from a likeness of {floor.Value:F3} with a lead of {floor.Lead:F3}: of the questions that this was tried on, {Right:P1} of those with an entry rightly, {Wrong:P1} of all wrongly"
            )
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Meaning answers nothing: the model does not tell what has an entry from what has none ({Right:P1} of those with an entry rightly and {Wrong:P1} of all wrongly, at the best floor)"
            );

    private static bool IsEnough(NearestEntry[] asked) =>
        asked.Count(one => one.IsInVain) >= Fewest && asked.Count(one => !one.IsInVain) >= Fewest;

    /// <summary>With which most is answered rightly, while no more than may be is answered wrongly.</summary>
    private static MeaningFloor? Choose(NearestEntry[] asked)
    {
        var allowed = (int)(MostWrong * asked.Length);
        var leads = asked.Where(one => one.IsRight).Select(one => one.Lead).Order().ToArray();
        (MeaningFloor? Floor, int Right) best = default;
        foreach (var lead in Leads.Select(share => leads.ElementAtOrDefault((int)(share * leads.Length))))
        {
            var (right, wrong) = (0, 0);
            // Of those that are alike to the same degree a floor takes all or none.
            var nearest = asked.Where(one => one.Lead >= lead).OrderByDescending(one => one.Value);
            foreach (var one in nearest.ThenBy(one => one.IsRight))
            {
                (right, wrong) = one.IsRight ? (right + 1, wrong) : (right, wrong + 1);
                if (wrong > allowed)
                    break;
                if (right > best.Right)
                    best = (new MeaningFloor(one.Value, lead), right);
            }
        }
        return best.Floor;
    }
}
