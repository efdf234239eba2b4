using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Bupyeong.Chatbot.Search.Qdrant;

/// <summary>
/// Texts as sparse vectors. A document's numbers are the half of BM25 that it knows by itself: how often a term occurs,
/// saturated and measured by the length of its field, times the field's weight. The other half, how rare a term is, is
/// Qdrant's IDF modifier.
/// </summary>
internal sealed class TermWeights
{
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.75f;
    private const int LongestQuery = 200;
    private const int MostTerms = 64;

    private readonly Dictionary<string, SearchField> fields;
    private readonly Dictionary<string, float> averages;

    public TermWeights(IReadOnlyList<SearchField> fields, IReadOnlyList<SearchDocument> documents)
    {
        this.fields = fields.ToDictionary(field => field.Name);
        var lengths = new Dictionary<string, (long Terms, int Documents)>();
        foreach (var (field, terms) in documents.SelectMany(FieldsOf))
        {
            ref var length = ref CollectionsMarshal.GetValueRefOrAddDefault(lengths, field, out _);
            length = (length.Terms + terms.Count, length.Documents + 1);
        }
        averages = lengths.ToDictionary(field => field.Key, field => (float)field.Value.Terms / field.Value.Documents);
    }

    /// <summary>The words of a text that is looked for; null when there is none.</summary>
    public static SparseVector? Asked(string text)
    {
        var terms = TermsAsked("", text);
        if (KoreanTerms.IsInitials(text))
            terms = terms.Concat(TermsAsked(KoreanAnalyzer.InitialsField, text));
        return Ones(terms);
    }

    /// <summary>The letters of a text that is looked for by how it is spelt.</summary>
    public static SparseVector? AskedLetters(string text) => Ones(TermsAsked(KoreanAnalyzer.LettersField, text));

    /// <summary>The words of all fields; null when there is none.</summary>
    public SparseVector? Words(SearchDocument document) =>
        Weighted(FieldsOf(document).Where(field => field.Name != KoreanAnalyzer.LettersField));

    /// <summary>The letters of the spelled fields; null when there is none.</summary>
    public SparseVector? Letters(SearchDocument document) =>
        Weighted(FieldsOf(document).Where(field => field.Name == KoreanAnalyzer.LettersField));

    private static IEnumerable<uint> TermsAsked(string field, string text) =>
        KoreanAnalyzer
            .Terms(field, text.Length > LongestQuery ? text[..LongestQuery] : text)
            .Select(term => Number(field, term))
            .Distinct()
            .Take(MostTerms);

    private static SparseVector? Ones(IEnumerable<uint> terms)
    {
        uint[] indices = [.. terms.Distinct()];
        return indices is [] ? null : new SparseVector(indices, [.. indices.Select(_ => 1f)]);
    }

    /// <summary>The terms of each field, and those of initials and letters for the fields that are spelled.</summary>
    private IEnumerable<(string Name, List<string> Terms)> FieldsOf(SearchDocument document) =>
        document
            .Texts.SelectMany(
                text =>
                    fields[text.Field].Spelled
                        ? new[] { text.Field, KoreanAnalyzer.InitialsField, KoreanAnalyzer.LettersField }
                        : [text.Field],
                (text, field) => (field, text.Text)
            )
            .GroupBy(part => part.field, part => part.Text)
            .Select(field => (field.Key, field.SelectMany(text => KoreanAnalyzer.Terms(field.Key, text)).ToList()))
            .Where(field => field.Item2.Count > 0);

    private SparseVector? Weighted(IEnumerable<(string Name, List<string> Terms)> parts)
    {
        var weights = new SortedDictionary<uint, float>();
        foreach (var (name, terms) in parts)
        {
            var weight = fields.TryGetValue(name, out var field) ? field.Weight : 1;
            var length = 1 - LengthShare + LengthShare * terms.Count / averages[name];
            foreach (var (term, count) in terms.CountBy(term => term))
            {
                var number = Number(name, term);
                var often = count * (Saturation + 1) / (count + Saturation * length);
                weights[number] = weights.GetValueOrDefault(number) + weight * often;
            }
        }
        return weights.Count == 0 ? null : new SparseVector([.. weights.Keys], [.. weights.Values]);
    }

    /// <summary>Pairs of initial consonants are kept apart from words, among which they stand.</summary>
    private static uint Number(string field, string term) =>
        XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(field == KoreanAnalyzer.InitialsField ? '\u0001' + term : term));
}
