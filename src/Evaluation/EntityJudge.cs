using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Evaluation;

/// <summary>Tells whether the branches, days, ages and titles that somebody marked were found.</summary>
public sealed class EntityJudge(BranchDirectory branches, LibraryCatalog catalog)
{
    private const int First = 3;

    private static readonly string[] Types = [EntityTypes.Branch, EntityTypes.Date, EntityTypes.Age, EntityTypes.Isbn];

    /// <summary>Found, wanted and right per type, over the sentences in which somebody marked the entities.</summary>
    public IReadOnlyDictionary<string, EntityFigures> Judge(
        IEnumerable<(LabelledUtterance Wanted, Recognition Read)> answers
    )
    {
        var marked = answers.Where(answer => answer.Wanted.Entities is not null).ToList();
        return Types.ToDictionary(type => type, type => Judge(type, marked));
    }

    /// <summary>Every title that is named: whether the search has it among its first, and whether it is mistyped.</summary>
    public IEnumerable<(bool IsFound, bool IsMistyped)> Titles(LabelledUtterance wanted, Recognition read)
    {
        foreach (var title in wanted.Named(EntityTypes.Title).Where(IsHeld))
        {
            var asked = (read.First(EntityTypes.Title) ?? read.First(EntityTypes.Author))?.Text ?? read.Text;
            var result = catalog.Search(new CatalogQuery(asked));
            var found = result.Hits.Concat(result.NearMisses).Take(First).Any(hit => IsOf(hit.Record, title));
            yield return (found, !Letters(wanted.Text).Contains(Letters(title), StringComparison.Ordinal));
        }
    }

    /// <summary>A title that no library holds cannot be found.</summary>
    private bool IsHeld(string title) =>
        catalog.Search(new CatalogQuery(title)).Hits.Any(hit => IsOf(hit.Record, title));

    private static bool IsOf(CatalogRecord record, string title)
    {
        var (held, wanted) = (Letters(record.Title), Letters(title));
        return held == wanted || held + record.Volume == wanted;
    }

    private EntityFigures Judge(string type, List<(LabelledUtterance Wanted, Recognition Read)> answers)
    {
        var (found, wanted, right) = (0, 0, 0);
        foreach (var answer in answers)
        {
            var named = answer.Wanted.Named(type).Select(Letters).ToHashSet();
            var read = Read(type, answer.Read).Select(Letters).ToHashSet();
            (found, wanted) = (found + read.Count, wanted + named.Count);
            right += named.Count(name => read.Any(other => IsSame(type, name, other)));
        }
        return new EntityFigures(found, wanted, right);
    }

    private IEnumerable<string> Read(string type, Recognition read) =>
        read
            .Entities.Where(entity => entity.Type == type)
            .Select(entity =>
                type switch
                {
                    EntityTypes.Branch => branches.Find(entity.Value)?.Name ?? entity.Value,
                    EntityTypes.Isbn => entity.Value,
                    _ => entity.Text,
                }
            );

    /// <summary>Days and ages are marked as words, and people differ in how many of them belong to the day.</summary>
    private static bool IsSame(string type, string wanted, string read) =>
        wanted == read
        || type is EntityTypes.Date or EntityTypes.Age
            && (wanted.Contains(read, StringComparison.Ordinal) || read.Contains(wanted, StringComparison.Ordinal));

    private static string Letters(string text) => KoreanText.Squash(text);
}
