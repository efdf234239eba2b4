using System.Text;
using System.Text.Json;
using Microsoft.ML.Tokenizers;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>Words in pieces as BERT has them, by vocab.txt or by the WordPiece model of a tokenizer.json.</summary>
internal sealed class WordPieceTokens : IEncoderTokenizer
{
    public const string VocabularyFile = "vocab.txt";
    public const string TokenizerFile = "tokenizer.json";
    private const string ConfigurationFile = "tokenizer_config.json";

    private readonly BertTokenizer tokenizer;

    private WordPieceTokens(string file, Stream vocabulary, BertOptions options)
    {
        File = file;
        tokenizer = BertTokenizer.Create(vocabulary, options);
    }

    public int Padding => tokenizer.PaddingTokenId;

    public string File { get; }

    /// <summary>A vocab.txt; whether capitals count is said by the tokenizer_config.json beside it, and if not they do not.</summary>
    public static WordPieceTokens ReadVocabulary(string path)
    {
        var configuration = Path.Combine(Path.GetDirectoryName(path)!, ConfigurationFile);
        var options = new BertOptions();
        if (System.IO.File.Exists(configuration))
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllText(configuration));
            Choose(
                options,
                Flag(json.RootElement, "do_lower_case"),
                Flag(json.RootElement, "strip_accents"),
                Flag(json.RootElement, "tokenize_chinese_chars")
            );
        }
        using var vocabulary = System.IO.File.OpenRead(path);
        return new WordPieceTokens(path, vocabulary, options);
    }

    /// <summary>A tokenizer.json, or null when its model is another than WordPiece.</summary>
    public static WordPieceTokens? ReadTokenizer(string path)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        if (
            !json.RootElement.TryGetProperty("model", out var model)
            || !model.TryGetProperty("vocab", out var words)
            || words.ValueKind is not JsonValueKind.Object
            || (model.TryGetProperty("type", out var type) && type.GetString() is not "WordPiece")
        )
            return null;
        var options = new BertOptions();
        if (model.TryGetProperty("unk_token", out var unknown))
            options.UnknownToken = unknown.GetString()!;
        if (model.TryGetProperty("continuing_subword_prefix", out var prefix))
            options.ContinuingSubwordPrefix = prefix.GetString()!;
        if (json.RootElement.TryGetProperty("normalizer", out var normalizer))
            Choose(
                options,
                Flag(normalizer, "lowercase"),
                Flag(normalizer, "strip_accents"),
                Flag(normalizer, "handle_chinese_chars")
            );
        return new WordPieceTokens(path, VocabularyOf(words), options);
    }

    public IReadOnlyList<int> Encode(string text, int longest)
    {
        var pieces = tokenizer.EncodeToIds(text, longest - 2, addSpecialTokens: false, out _, out _);
        return [tokenizer.ClassificationTokenId, .. pieces, tokenizer.SeparatorTokenId];
    }

    /// <summary>Marks are taken off where capitals are, unless it is said otherwise: so BERT's own tokenizer does.</summary>
    private static void Choose(BertOptions options, bool? lower, bool? strip, bool? han)
    {
        options.LowerCaseBeforeTokenization = lower ?? true;
        options.RemoveNonSpacingMarks = strip ?? options.LowerCaseBeforeTokenization;
        options.IndividuallyTokenizeCjk = han ?? true;
    }

    private static bool? Flag(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var flag)
            ? flag.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => null,
            }
            : null;

    /// <summary>A line for each number, which is how a vocab.txt says it.</summary>
    private static MemoryStream VocabularyOf(JsonElement words)
    {
        var byNumber = words.EnumerateObject().ToDictionary(word => word.Value.GetInt32(), word => word.Name);
        var lines = Enumerable
            .Range(0, byNumber.Keys.Append(-1).Max() + 1)
            .Select(number => byNumber.GetValueOrDefault(number, $"[gap{number}]"));
        return new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }
}
