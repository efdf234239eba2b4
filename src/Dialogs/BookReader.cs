using System.Globalization;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Whom a book is for, in the groups of the catalogue: as it was said, or by age and school year.</summary>
public sealed class BookReader(ReplyWriter words)
{
    private const int LastOfInfancy = 7;
    private const int FirstOfTeens = 13;
    private const int FirstOfAdults = 19;

    /// <summary>The groups that the catalogue keeps apart, and how they are called.</summary>
    private static readonly Dictionary<string, string> Groups = new()
    {
        ["infant"] = "reader-infant",
        ["child"] = "reader-child",
        ["teen"] = "reader-teen",
        ["adult"] = "reader-adult",
    };

    /// <summary>Null when nobody is named, or a group that the catalogue does not keep apart.</summary>
    public string? Of(Turn turn)
    {
        if (turn.Find(EntityTypes.Age) is { } age)
            return OfAge(int.Parse(age.Value, CultureInfo.InvariantCulture), IsSchoolYear(age));
        return turn.Find(EntityTypes.Audience)?.Value is { } group && Groups.ContainsKey(group) ? group : null;
    }

    /// <summary>"어린이", as the reply calls those who were named.</summary>
    public string? Called(Turn turn) => Called(Of(turn));

    public string? Called(string? group) =>
        group is not null && Groups.TryGetValue(group, out var name) ? words.Print($"book-details/{name}") : null;

    /// <summary>A child says its age and asks for a book that is kept among those for adults.</summary>
    public bool IsTooYoungFor(CatalogRecord record, Turn turn) =>
        record.Audience == "adult" && Of(turn) is ("infant" or "child");

    /// <summary>A seven-year-old looks at picture books; who goes to school reads with the other schoolchildren.</summary>
    private static string OfAge(int age, bool isSchoolYear) =>
        age <= LastOfInfancy && !isSchoolYear ? "infant"
        : age < FirstOfTeens ? "child"
        : age < FirstOfAdults ? "teen"
        : "adult";

    private static bool IsSchoolYear(Entity age) =>
        BranchTalk.Mentions(
            age.Text.ToLowerInvariant(),
            ["초", "중", "고", "학년", "grade", "lớp", "lop", "年级", "年級"]
        );
}
