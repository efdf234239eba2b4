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

    /// <summary>With the codes of the branches, a value for one that there is not is an error.</summary>
    /// <exception cref="InvalidDataException">Names the file and the line that are wrong.</exception>
    public static Rules Read(string path, IEnumerable<string>? branches = null)
    {
        var seen = new HashSet<(string, string, DateOnly)>();
        var known = branches?.ToHashSet();
        return new Rules(YamlFile.Read(path).Items().Select(item => Of(item, seen, known)).ToArray());
    }

    /// <summary>
    /// The value in force on the day, the narrowest of those that hold for the case; null when the key is unknown or begins
    /// later.
    /// </summary>
    public RuleValue? Find(string key, DateOnly date, RuleCase asked = default) =>
        values
            .GetValueOrDefault(key)
            ?.Where(value => value.EffectiveFrom <= date && value.Scope.Holds(asked))
            .MaxBy(value => value.Scope.Narrowness);

    /// <summary>Whether the case has a value of its own on that day.</summary>
    public bool IsSpecial(string key, DateOnly date, RuleCase asked) => Find(key, date, asked) != Find(key, date);

    /// <summary>Every value that the rule has had, has and will have: those for all, newest first, then the narrower ones.</summary>
    public IEnumerable<RulePeriod> PeriodsOf(string key)
    {
        foreach (
            var scope in (values.GetValueOrDefault(key) ?? [])
                .GroupBy(value => value.Scope.Name)
                .OrderBy(scope => scope.First().Scope.Narrowness)
        )
        {
            DateOnly? until = null;
            foreach (var value in scope)
            {
                yield return new(value, until);
                until = value.EffectiveFrom.AddDays(-1);
            }
        }
    }

    /// <exception cref="KeyNotFoundException">No such rule on that day: a mistake in the program or in rules.yml.</exception>
    public int Number(string key, DateOnly date, RuleCase asked = default) => InForce(key, date, asked).Value;

    /// <summary>The value with its unit, as it is said: "14일".</summary>
    /// <exception cref="KeyNotFoundException">No such rule on that day: a mistake in the program or in rules.yml.</exception>
    public string Print(string key, DateOnly date, RuleCase asked = default) => InForce(key, date, asked).Print();

    private RuleValue InForce(string key, DateOnly date, RuleCase asked) =>
        Find(key, date, asked)
        ?? throw new KeyNotFoundException(
            values.ContainsKey(key) ? $"The rule {key} is not in force on {date:O}." : $"There is no rule {key}."
        );

    private static RuleValue Of(YamlPart item, HashSet<(string, string, DateOnly)> seen, HashSet<string>? branches)
    {
        var rule = new RuleValue(
            item.Required("key"),
            item.Text("title"),
            item.Number("value"),
            item.Required("unit"),
            item.Date("effective_from") ?? throw item.Wrong("effective_from is missing."),
            item.Required("source")
        )
        {
            Scope = new(item.List("branches"), item.List("kinds"), item.List("audiences")),
        };
        if (rule.Title is "")
            throw item.Wrong("title is missing.");
        if (branches is not null && rule.Scope.Branches.FirstOrDefault(code => !branches.Contains(code)) is { } unknown)
            throw item.Wrong($"branches: there is no branch '{unknown}'.");
        return seen.Add((rule.Key, rule.Scope.Name, rule.EffectiveFrom))
            ? rule
            : throw item.Wrong($"{rule.Key} has two values from {rule.EffectiveFrom:O} on.");
    }
}
