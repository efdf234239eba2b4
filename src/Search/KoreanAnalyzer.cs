using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Bupyeong.Chatbot.Search;

/// <summary>Lucene's view of <see cref="KoreanTerms"/>: which terms a field is indexed by.</summary>
internal sealed class KoreanAnalyzer() : Analyzer(PER_FIELD_REUSE_STRATEGY)
{
    public const string InitialsField = "initials";
    public const string LettersField = "letters";

    /// <summary>Part of the content hash: raise it when the terms change, and every index is built again.</summary>
    public const int Version = 2;

    public static IEnumerable<string> Terms(string field, string text) =>
        field switch
        {
            InitialsField => KoreanTerms.Initials(text),
            LettersField => KoreanTerms.Letters(text),
            _ => KoreanTerms.Of(text),
        };

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
        new(new TermTokenizer(fieldName, reader));

    private sealed class TermTokenizer : Tokenizer
    {
        private readonly string field;
        private readonly ICharTermAttribute term;
        private IEnumerator<string>? terms;

        public TermTokenizer(string field, TextReader reader)
            : base(reader)
        {
            this.field = field;
            term = AddAttribute<ICharTermAttribute>();
        }

        public override bool IncrementToken()
        {
            terms ??= Terms(field, m_input.ReadToEnd()).GetEnumerator();
            if (!terms.MoveNext())
                return false;
            ClearAttributes();
            term.Append(terms.Current);
            return true;
        }

        public override void Reset()
        {
            base.Reset();
            terms?.Dispose();
            terms = null;
        }

        protected override void Dispose(bool disposing)
        {
            terms?.Dispose();
            terms = null;
            base.Dispose(disposing);
        }
    }
}
