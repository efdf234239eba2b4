using System.Globalization;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>A number that changes by decision, not by code: "loan.limit" is 5 권 from a date on.</summary>
public sealed record RuleValue(string Key, string Title, int Value, string Unit, DateOnly EffectiveFrom, string Source)
{
    /// <summary>"5권", "50,000원".</summary>
    public string Print() => string.Create(CultureInfo.InvariantCulture, $"{Value:#,0}{Unit}");
}

/// <summary>A value and the last day on which it holds; null while no other is to follow.</summary>
public sealed record RulePeriod(RuleValue Rule, DateOnly? Until);
