using Microsoft.ML.Tokenizers;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>
/// Pieces of SentencePiece numbered as XLM-RoBERTa has them: fairseq put four marks of its own first, so each piece stands
/// one further than in the file, and the unknown one is the fourth.
/// </summary>
internal sealed class XlmRobertaTokens : IEncoderTokenizer
{
    public const string ModelFile = "sentencepiece.bpe.model";
    private const int First = 0;
    private const int Last = 2;
    private const int Unknown = 3;
    private const int Offset = 1;

    private readonly SentencePieceTokenizer tokenizer;

    private XlmRobertaTokens(string file, SentencePieceTokenizer tokenizer)
    {
        File = file;
        this.tokenizer = tokenizer;
    }

    public int Padding => 1;

    public string File { get; }

    public static XlmRobertaTokens Read(string path)
    {
        using var model = System.IO.File.OpenRead(path);
        return new XlmRobertaTokens(
            path,
            SentencePieceTokenizer.Create(model, addBeginningOfSentence: false, addEndOfSentence: false)
        );
    }

    public IReadOnlyList<int> Encode(string text, int longest)
    {
        var pieces = tokenizer.EncodeToIds(text, addBeginningOfSentence: false, addEndOfSentence: false);
        return
        [
            First,
            .. pieces.Take(longest - 2).Select(piece => piece == tokenizer.UnknownId ? Unknown : piece + Offset),
            Last,
        ];
    }
}
