using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Dialogs;

/// <summary>What the code says is what is written, and what is written is said.</summary>
public sealed partial class DialogWordsTests
{
    /// <summary>Files that speak for a dialog without being it.</summary>
    private static readonly Dictionary<string, string> SpeaksFor = new()
    {
        ["BookShelf"] = "book-availability",
        ["HoursWords"] = "branch-hours",
        ["HoursAnswers"] = "branch-hours",
        ["RelatedAnswers"] = "related-books",
        ["BookList"] = "find-book",
        ["NearestBranch"] = "branch-place",
        ["ProgramCard"] = "find-program",
        ["DialogSet"] = "fallback",
    };

    private static readonly IReadOnlyList<(string File, string Text)> Code =
    [
        .. SourceFiles.Under("src").Select(path => (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];

    [Fact]
    public void Every_reply_in_the_code_is_declared()
    {
        var undeclared =
            from path in SourceFiles.Under("src/Dialogs")
            let file = Path.GetFileNameWithoutExtension(path)
            from Match said in SaidLiteral().Matches(File.ReadAllText(path))
            let dialog = SpeaksFor.GetValueOrDefault(file, DialogSet.Kebab(file))
            let name = said.Groups[1].Value.Contains('/') ? said.Groups[1].Value : $"{dialog}/{said.Groups[1].Value}"
            where !Declared().Contains(name)
            select $"{SourceFiles.Shown(path)} says {name}";
        Assert.Empty(undeclared);
    }

    [Fact]
    public void Every_declared_reply_is_in_the_code()
    {
        var byEnum = Enum.GetNames<HoldingStatus>()
            .Concat(Enum.GetNames<RenewalRefusal>())
            .Concat(Enum.GetNames<HoldRefusal>())
            .Select(DialogSet.Kebab);
        var byAudience = FirstPage.Audiences;
        var byRequest = RequestKind
            .All.Select(kind => $"kind-{kind}")
            .Concat(RequestStatus.All.Select(status => $"status-{status}"));
        var code =
            string.Concat(Code.Select(file => Says().Replace(file.Text, "")))
            + string.Concat(byEnum.Concat(byAudience).Concat(byRequest).Select(Quoted));
        var unsaid = Declared()
            .Where(name => !name.EndsWith("/label", StringComparison.Ordinal))
            .Where(name =>
                !code.Contains(Quoted(name), StringComparison.Ordinal)
                && !code.Contains(Quoted(name.Split('/')[1]), StringComparison.Ordinal)
                && !code.Contains($"/{name.Split('/')[1]}\"", StringComparison.Ordinal)
            )
            .ToList();
        Assert.Empty(unsaid);
    }

    [Fact]
    public void Every_reply_can_be_written() =>
        Assert.All(
            ShippedReplies.All.SelectMany(ShippedReplies.Write),
            message =>
                Assert.DoesNotContain("{", message.Text + string.Concat(message.Choices), StringComparison.Ordinal)
        );

    /// <summary>A name that occurs nowhere in the code is a misspelling, which would break the reply when it is given.</summary>
    [Fact]
    public void Every_value_that_a_reply_prints_has_its_name_in_the_code()
    {
        var names = Code.SelectMany(file => Word().Matches(file.Text)).Select(word => word.Value);
        var known = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Empty(
            from reply in ShippedReplies.All
            from value in ShippedReplies.ValuesOf(reply)
            where !known.Contains(value.Name)
            select $"{reply.File}:{reply.LineNumber}: nothing supplies {value.Name}"
        );
    }

    /// <summary>은/는 after a value depends on the value: the helper chooses. A date ends in 요일 and a place in 째, so that is known.</summary>
    [Fact]
    public void A_particle_after_a_value_is_chosen_by_its_sound() =>
        Assert.Empty(
            from reply in ShippedReplies.Korean
            from text in reply.Variants.Concat(reply.Choices)
            from Match bare in BareParticle().Matches(text)
            select $"{reply.File}:{reply.LineNumber}: {bare.Value}"
        );

    private static HashSet<string> Declared() =>
        [
            .. DialogSet.Table.SelectMany(dialog =>
                DialogCheck.Said(dialog.Value).Select(name => $"{dialog.Key}/{name}")
            ),
        ];

    private static string Quoted(string name) => $"\"{name}\"";

    [GeneratedRegex(@"\b(?:Say|Ask|And|Print|Several|Show|new Line)\(\s*""([a-z/-]+)""")]
    private static partial Regex SaidLiteral();

    [GeneratedRegex(@"\[Says\([^)]*\)\]")]
    private static partial Regex Says();

    [GeneratedRegex(@"[A-Za-z]\w*")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\{\{(?!josa|date|full-date|won|ordinal|#|/|else)[^}]*\}\}(은|는|이|가|을|를|과|와|으로|로|이에요|예요)(?=[\s.,?]|$)"
    )]
    private static partial Regex BareParticle();
}
