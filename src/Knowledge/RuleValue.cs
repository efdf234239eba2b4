using System.Globalization;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>A number that changes by decision, not by code: "loan.limit" is 5 권 from a date on.</summary>
public sealed record RuleValue(string Key, string Title, int Value, string Unit, DateOnly EffectiveFrom, string Source)
{
    /// <summary>For whom and what it holds; as a rule for all.</summary>
    public RuleScope Scope { get; init; } = RuleScope.All;

    /// <summary>"5권", "50,000원".</summary>
    public string Print() => string.Create(CultureInfo.InvariantCulture, $"{Value:#,0}{Unit}");
}

/// <summary>A value and the last day on which it holds; null while no other is to follow.</summary>
public sealed record RulePeriod(RuleValue Rule, DateOnly? Until);

/// <summary>The branches, kinds of item and audiences that a value holds for, by their codes; an empty list is all of them.</summary>
public sealed record RuleScope(
    IReadOnlyList<string> Branches,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> Audiences
)
{
    public static readonly RuleScope All = new([], [], []);

    /// <summary>In how many ways it is narrower than all: of two values that hold, the narrower one counts.</summary>
    public int Narrowness => Lists.Count(list => list is not []);

    /// <summary>The same for the same codes in any order.</summary>
    public string Name => string.Join('/', Lists.Select(list => string.Join(',', list.Order(StringComparer.Ordinal))));

    private IReadOnlyList<string>[] Lists => [Branches, Kinds, Audiences];

    /// <summary>What is not known of a case, only a value for all of it holds for.</summary>
    public bool Holds(RuleCase asked) =>
        Holds(Branches, asked.Branch) && Holds(Kinds, asked.Kind) && Holds(Audiences, asked.Audience);

    private static bool Holds(IReadOnlyList<string> codes, string? code) => codes is [] || codes.Contains(code);
}

/// <summary>What a value is asked for: a branch, a kind of item and an audience, as far as they are known.</summary>
public readonly record struct RuleCase(string? Branch = null, string? Kind = null, string? Audience = null);
