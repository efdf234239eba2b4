using System.Globalization;
using System.Text.RegularExpressions;
using Bupyeong.Chatbot.LanguageModel;
using Bupyeong.Chatbot.Tests.Knowledge;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.LanguageModel;

/// <summary>How many true sentences the guard refuses, and that no false one passes it.</summary>
public sealed partial class GuardCasesTests(ShippedKnowledge shipped, ITestOutputHelper output)
    : IClassFixture<ShippedKnowledge>
{
    private const double MostNeedless = 0.3;

    private static readonly DateOnly Today = new(2026, 11, 22);

    public static TheoryData<string> Parts => ["held", "dev"];

    public static TheoryData<string, string> PartsAndLanguages =>
        [
            .. from part in new[] { "held", "dev" }
            from language in new[] { "ko", "en", "vi", "zh" }
            select (part, language),
        ];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Each_passage_is_one_of_the_library_s(string part)
    {
        var texts = shipped.Knowledge.Entries.ToDictionary(
            entry => entry.Slug,
            entry => shipped.Knowledge.TextOn(entry, Today)
        );
        Assert.Empty(
            from line in GuardCase.Read(part)
            where !texts[line.Entry.Split('.')[0]].Contains(line.Passage, StringComparison.Ordinal)
            select line.Entry
        );
    }

    [Theory]
    [InlineData("ko", 60)]
    [InlineData("en", 25)]
    [InlineData("vi", 25)]
    [InlineData("zh", 25)]
    public void Enough_was_held_back(string language, int least)
    {
        var held = GuardCase.Read("held").Where(line => line.Language == language).ToList();
        Assert.InRange(held.Count(line => line.IsTrue), least, int.MaxValue);
        Assert.InRange(held.Where(line => !line.IsTrue).DistinctBy(line => line.Kind).Count(), 10, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void No_false_sentence_passes(string part)
    {
        var passed = GuardCase.Read(part).Where(line => !line.IsTrue && line.Judged() is Objection.None);
        Assert.Empty(passed.Select(line => $"{line.Language} {line.Kind}: {line.Says}"));
    }

    [Theory]
    [MemberData(nameof(PartsAndLanguages))]
    public void Few_true_sentences_are_refused_needlessly(string part, string language)
    {
        var told = GuardCase.Read(part).Where(line => line.IsTrue && line.Language == language).ToList();
        var refused = told.Where(line => line.Judged() is not Objection.None).ToList();
        output.WriteLine($"{part} {language}: needless refusals {refused.Count} of {told.Count}");
        foreach (var kind in refused.CountBy(line => line.Judged()))
            output.WriteLine($"  {kind.Key}: {kind.Value}");
        Assert.InRange(refused.Count, 0, told.Count * MostNeedless);
    }

    /// <summary>Each true sentence that passes, with one of its numbers changed.</summary>
    [Theory]
    [MemberData(nameof(Parts))]
    public void No_number_can_be_changed(string part)
    {
        var changed = (
            from line in GuardCase.Read(part)
            where line.IsTrue && line.Judged() is Objection.None
            from number in Digits().Matches(line.Says)
            let other = int.Parse(number.Value, CultureInfo.InvariantCulture) + 1
            select (line, Says: $"{line.Says[..number.Index]}{other}{line.Says[(number.Index + number.Length)..]}")
        ).ToList();
        output.WriteLine($"{part}: {changed.Count} changed numbers");
        Assert.NotEmpty(changed);
        Assert.Empty(changed.Where(lie => lie.line.Judged(lie.Says) is Objection.None).Select(lie => lie.Says));
    }

    /// <summary>Each true sentence that passes, said of every other passage that has other numbers.</summary>
    [Theory]
    [MemberData(nameof(Parts))]
    public void No_sentence_passes_by_a_passage_with_other_numbers(string part)
    {
        var told = GuardCase.Read(part).Where(line => line.IsTrue && Digits().IsMatch(line.Passage)).ToList();
        var passages = told.DistinctBy(line => line.Passage).ToList();
        var passed =
            from line in told
            where Digits().IsMatch(line.Says)
            from other in passages
            where NumbersOf(line.Says).Except(NumbersOf(other.Passage)).Any()
            where (line with { Passage = other.Passage, Title = other.Title }).Judged() is Objection.None
            select $"{line.Says} <- {other.Passage}";
        Assert.Empty(passed);
    }

    private static IEnumerable<string> NumbersOf(string text) =>
        Digits().Matches(Thousands().Replace(text, "")).Select(number => number.Value);

    [GeneratedRegex(@"(?<=\d)[.,](?=\d{3})")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<![\d.,])\d+(?![\d.,]*\d)")]
    private static partial Regex Digits();
}
