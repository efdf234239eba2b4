namespace Bupyeong.Chatbot.Knowledge;

/// <summary>Limits, periods and fees of the library (규정 값), each with the date from which it holds.</summary>
public sealed class Rules
{
    private readonly Dictionary<string, RuleValue[]> values;

    internal Rules(IEnumerable<RuleValue> values) =>
        this.values = values
            .GroupBy(value => value.Key)
            .ToDictionary(key => key.Key, key => key.OrderByDescending(value => value.EffectiveFrom).ToArray());

    public IReadOnlyCollection<string> Keys => values.Keys;

    /// <exception cref="InvalidDataException">Names the file and the line that are wrong.</exception>
    public static Rules Read(string path)
    {
        var seen = new HashSet<(string, DateOnly)>();
        return new Rules(YamlFile.Read(path).Items().Select(item => Of(item, seen)).ToArray());
    }

    /// <summary>The value in force on the day; null when the key is unknown or begins later.</summary>
    public RuleValue? Find(string key, DateOnly date) =>
        values.GetValueOrDefault(key)?.FirstOrDefault(value => value.EffectiveFrom <= date);

    /// <summary>Every value that the rule has had, has and will have, newest first.</summary>
    public IEnumerable<RulePeriod> PeriodsOf(string key)
    {
        DateOnly? until = null;
        foreach (var value in values.GetValueOrDefault(key) ?? [])
        {
            yield return new(value, until);
            until = value.EffectiveFrom.AddDays(-1);
        }
    }

    /// <exception cref="KeyNotFoundException">No such rule on that day: a mistake in the program or in rules.yml.</exception>
    public int Number(string key, DateOnly date) => InForce(key, date).Value;

    /// <summary>The value with its unit, as it is said: "14일".</summary>
    /// <exception cref="KeyNotFoundException">No such rule on that day: a mistake in the program or in rules.yml.</exception>
    public string Print(string key, DateOnly date) => InForce(key, date).Print();

    private RuleValue InForce(string key, DateOnly date) =>
        Find(key, date)
        ?? throw new KeyNotFoundException(
            values.ContainsKey(key) ? $"The rule {key} is not in force on {date:O}." : $"There is no rule {key}."
        );

    private static RuleValue Of(YamlPart item, HashSet<(string, DateOnly)> seen)
    {
        var rule = new RuleValue(
            item.Required("key"),
            item.Text("title"),
            item.Number("value"),
            item.Required("unit"),
            item.Date("effective_from") ?? throw item.Wrong("effective_from is missing."),
            item.Required("source")
        );
        if (rule.Title is "")
            throw item.Wrong("title is missing.");
        return seen.Add((rule.Key, rule.EffectiveFrom))
            ? rule
            : throw item.Wrong($"{rule.Key} has two values from {rule.EffectiveFrom:O} on.");
    }
}
