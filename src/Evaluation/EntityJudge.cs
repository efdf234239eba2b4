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
        var (wrong, wanted, right) = (0, 0, 0);
        foreach (var answer in answers)
        {
            var named = answer
                .Wanted.Named(type)
                .Select(name => Letters(type, AsTyped(name, answer.Wanted)))
                .ToHashSet();
            var read = Read(type, answer.Read).ToHashSet();
            var also = AlsoRead(type, answer.Read);
            wanted += named.Count;
            right += named.Count(name => read.Concat(also).Any(other => IsSame(type, name, other)));
            // What lies within a marked expression is a part of it: "3월부터 5월" is read as two months.
            wrong += read.Count(other => !named.Any(name => IsSame(type, name, other)));
        }
        return new EntityFigures(right + wrong, wanted, right);
    }

    /// <summary>In a message that was typed on the wrong keyboard, dhsmf is marked and 오늘 is read.</summary>
    private static string AsTyped(string name, LabelledUtterance wanted) =>
        wanted.Text.Contains(name, StringComparison.Ordinal)
        && KeyboardLayout.LooksMistyped(KoreanText.Tidy(wanted.Text))
            ? KeyboardLayout.ToHangul(name)
            : name;

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
            )
            .Select(KoreanText.Squash);

    /// <summary>
    /// Types that are wider than what is marked, so that they may be right and never wrong: a clock time alone is
    /// marked as a date, and an audience as an age when it names one (초등학생, but not 어린이).
    /// </summary>
    private static List<string> AlsoRead(string type, Recognition read)
    {
        var wider = type switch
        {
            EntityTypes.Date => EntityTypes.Time,
            EntityTypes.Age => EntityTypes.Audience,
            _ => null,
        };
        return [.. read.Entities.Where(entity => entity.Type == wider).Select(entity => Letters(entity.Text))];
    }

    /// <summary>An ISBN of ten digits is the same as the one of thirteen that is read.</summary>
    private static string Letters(string type, string name) =>
        type == EntityTypes.Isbn && IsbnFinder.Find(name).FirstOrDefault() is { } isbn
            ? isbn.Entity.Value
            : Letters(name);

    /// <summary>
    /// Days and ages are marked as words, and people differ in how many of them belong to the day. The neighbours are
    /// marked as everybody calls them: 부평도서관 is 교육청 부평도서관.
    /// </summary>
    private static bool IsSame(string type, string wanted, string read) =>
        wanted == read
        || type is EntityTypes.Branch && read.EndsWith(wanted, StringComparison.Ordinal)
        || type is EntityTypes.Date or EntityTypes.Age
            && (wanted.Contains(read, StringComparison.Ordinal) || read.Contains(wanted, StringComparison.Ordinal));

    private static string Letters(string text) => KoreanText.Squash(text);
}
