using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>A book half remembered, or a wish for a subject: which of its words the records know.</summary>
public sealed class BookDescription(LibraryCatalog catalog, Cues cues)
{
    private const int MostFound = 30;
    private const int MostCut = 2;

    /// <summary>"고양이 나오는", "볼 만한", "제목이 기억 안 나요": a description and no title.</summary>
    public bool IsOne(Turn turn) => cues.Has(turn.Text, "books", "describing") || SpeaksOfCover(turn);

    /// <summary>"표지 파란색": what no record tells.</summary>
    public bool SpeaksOfCover(Turn turn) => cues.Has(turn.Text, "books", "cover");

    /// <summary>The books that have the most telling of the words, and those words; null when the records know none of them.</summary>
    public (IReadOnlyList<CatalogRecord> Found, string Words)? Find(Turn turn, string? reader)
    {
        var met = new Dictionary<CatalogRecord, (double Weight, string Words)>();
        foreach (var word in Telling(turn))
        {
            var about = About(word, reader);
            foreach (var record in about)
            {
                var (weight, words) = met.GetValueOrDefault(record, (0, ""));
                // A word that few books have tells more: of "아이가 볼 공룡책" it is 공룡.
                met[record] = (weight + 1.0 / about.Count, words.Length == 0 ? word : $"{words}, {word}");
            }
        }
        if (met.Count == 0)
            return null;
        var best = met.Values.MaxBy(found => found.Weight).Words;
        return ([.. met.Where(found => found.Value.Words == best).Select(found => found.Key).Take(MostFound)], best);
    }

    /// <summary>What the records say of a word; of "일본소설인데", which they do not know, without its last letters.</summary>
    private List<CatalogRecord> About(string word, string? reader)
    {
        for (var cut = 0; cut <= MostCut && word.Length - cut > 1; cut++)
        {
            var found = catalog
                .Search(new CatalogQuery(word[..^cut], Audience: reader, Max: MostFound))
                .Hits.Where(hit => hit.By is MatchedBy.Subject || cut == 0 && hit.By is MatchedBy.Title)
                .Select(hit => hit.Record)
                .ToList();
            if (found is not [])
                return found;
        }
        return [];
    }

    /// <summary>The words that may name a subject, without the days, ages and branches among them.</summary>
    private IEnumerable<string> Telling(Turn turn)
    {
        var text = turn.Recognition.Text;
        foreach (var entity in turn.Recognition.Entities.Where(entity => entity.Type is not ("title" or "author")))
            text = text.Replace(entity.Text, " ", StringComparison.Ordinal);
        return text.Split([' ', ',', '.', '?', '!'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !cues.Has(word, "noise", "noise"))
            .Select(word => Stemmer.WithoutParticle(word))
            .Where(word => word.Length > 1)
            .Distinct();
    }
}
