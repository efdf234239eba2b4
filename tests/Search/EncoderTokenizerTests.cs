using Bupyeong.Chatbot.Search.Embeddings;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>Text in pieces, by small vocabularies whose numbers can be worked out by hand.</summary>
public sealed class EncoderTokenizerTests : IDisposable
{
    private const int Start = 2;
    private const int End = 3;
    private const int Unknown = 1;

    /// <summary>The number of a piece is its place.</summary>
    private static readonly string[] Words =
    [
        .. "[PAD] [UNK] [CLS] [SEP] 도서 ##관 ##은 책 ##을 대출 ? loan ##s Loan [MASK] 漢 字".Split(' '),
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("도서관은", new[] { 4, 5, 6 })]
    [InlineData("책을 대출?", new[] { 7, 8, 9, 10 })]
    [InlineData("도서관에", new[] { Unknown })]
    [InlineData("책  책", new[] { 7, 7 })]
    [InlineData("漢字", new[] { 15, 16 })]
    [InlineData("Loans", new[] { 11, 12 })]
    [InlineData("", new int[0])]
    public void Words_are_taken_apart_into_the_longest_pieces(string text, int[] pieces)
    {
        var tokens = WordPieceTokens.ReadVocabulary(Vocabulary());

        Assert.Equal([Start, .. pieces, End], tokens.Encode(text, 64));
        Assert.Equal(0, tokens.Padding);
    }

    [Fact]
    public void The_configuration_beside_the_vocabulary_says_whether_capitals_count()
    {
        var vocabulary = Vocabulary();
        File.WriteAllText(Path.Combine(folder.Path, "tokenizer_config.json"), """{ "do_lower_case": false }""");

        Assert.Equal([Start, 13, 12, End], WordPieceTokens.ReadVocabulary(vocabulary).Encode("Loans", 64));
    }

    [Fact]
    public void The_words_of_a_tokenizer_file_have_the_same_numbers()
    {
        var words = string.Join(", ", Words.Select((word, number) => $"\"{word}\": {number}"));
        var path = Path.Combine(folder.Path, "tokenizer.json");
        File.WriteAllText(
            path,
            $$"""
            {
              "normalizer": { "type": "BertNormalizer", "lowercase": false, "strip_accents": null },
              "model": { "type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "vocab": { {{words}} } }
            }
            """
        );

        var tokens = WordPieceTokens.ReadTokenizer(path)!;

        Assert.Equal([Start, 4, 5, 6, 7, 8, End], tokens.Encode("도서관은 책을", 64));
        Assert.Equal([Start, 13, 12, End], tokens.Encode("Loans", 64));
    }

    [Fact]
    public void A_tokenizer_file_of_another_kind_is_none_of_ours()
    {
        var path = Path.Combine(folder.Path, "tokenizer.json");
        File.WriteAllText(path, """{ "model": { "type": "BPE", "vocab": { "a": 0 } } }""");

        Assert.Null(WordPieceTokens.ReadTokenizer(path));
    }

    /// <summary>In the file ▁도서관 is the fourth piece; fairseq's marks put it, like all, one further.</summary>
    [Theory]
    [InlineData("도서관", new[] { 4 })]
    [InlineData("도서관 책을", new[] { 4, 7, 8 })]
    [InlineData("도서책", new[] { 5, 9 })]
    [InlineData("책관을", new[] { 7, 6, 8 })]
    [InlineData("책뷁", new[] { 7, 3 })]
    [InlineData("", new int[0])]
    public void Sentence_pieces_are_the_most_likely_and_stand_one_further_than_in_the_file(string text, int[] pieces)
    {
        TinyEncoder.WritePieces(
            folder.Path,
            ("▁도서관", -1),
            ("▁도서", -2),
            ("관", -3),
            ("▁책", -1.5f),
            ("을", -1),
            ("책", -4),
            ("▁", -5)
        );

        var tokens = XlmRobertaTokens.Read(Path.Combine(folder.Path, "sentencepiece.bpe.model"));

        Assert.Equal([0, .. pieces, 2], tokens.Encode(text, 64));
        Assert.Equal(1, tokens.Padding);
    }

    [Fact]
    public void What_is_too_long_is_cut_before_the_last_mark()
    {
        TinyEncoder.WritePieces(folder.Path, ("▁책", -1));

        var words = WordPieceTokens.ReadVocabulary(Vocabulary()).Encode("책 책 책 책", 4);
        var pieces = XlmRobertaTokens.Read(Path.Combine(folder.Path, "sentencepiece.bpe.model"));

        Assert.Equal([Start, 7, 7, End], words);
        Assert.Equal([0, 4, 4, 2], pieces.Encode("책 책 책 책", 4));
    }

    private string Vocabulary()
    {
        var path = Path.Combine(folder.Path, "vocab.txt");
        File.WriteAllLines(path, Words);
        return path;
    }
}
