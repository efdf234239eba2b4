using Bupyeong.Chatbot.Search.Embeddings;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Extensions.AI;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>A model file and its vocabulary, run for real.</summary>
public sealed class OnnxEncoderTests : IDisposable
{
    private static readonly string[] Words =
    [
        .. "[PAD] [UNK] [CLS] [SEP] 책 대출 연체 query : passage [MASK]".Split(' '),
    ];

    /// <summary>Marks have no direction of their own here, so a text's is that of its words.</summary>
    private static readonly float[][] Table =
    [
        [9, 9, 9],
        [0, 0, 0],
        [0, 0, 1],
        [0, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
        [3, 4, 0],
        [0, 0, 2],
        [0, 0, 0],
        [0, 0, 5],
        [0, 0, 0],
    ];

    private readonly TemporaryFolder folder = new();

    public OnnxEncoderTests() => File.WriteAllLines(Path.Combine(folder.Path, "vocab.txt"), Words);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_mean_of_the_pieces_is_taken_and_has_the_length_of_one()
    {
        var vector = await Encoded("책 대출");

        Near([0.577f, 0.577f, 0.577f], vector);
    }

    [Fact]
    public async Task Or_the_vector_of_the_first_mark() =>
        Near([0, 0, 1], await Encoded("책 대출", Settings with { Pooling = Pooling.Cls }));

    [Fact]
    public async Task A_model_that_takes_the_mean_itself_is_taken_at_its_word()
    {
        new TinyEncoder(Table) { Mean = TinyEncoder.OfPieces, Output = "sentence_embedding" }.WriteTo(folder.Path);
        using var encoder = OnnxEncoder.Open(Settings with { Output = "sentence_embedding" });

        Near([0.588f, 0.784f, 0.196f], await VectorOf(encoder, "연체"));
    }

    [Fact]
    public async Task Many_at_once_are_what_each_is_alone()
    {
        string[] texts = ["책", "책 대출 연체 책 대출", "", "연체 연체", "모르는 말", "대출"];
        using var encoder = Open(Settings with { BatchSize = 4 });

        var together = await encoder.GenerateAsync(texts, null, TestContext.Current.CancellationToken);

        for (var at = 0; at < texts.Length; at++)
            Near(await VectorOf(encoder, texts[at]), together[at].Vector.ToArray());
    }

    [Fact]
    public async Task Types_of_pieces_are_given_to_a_model_that_asks_for_them()
    {
        new TinyEncoder(Table) { Inputs = ["input_ids", "token_type_ids", "attention_mask"] }.WriteTo(folder.Path);
        using var encoder = OnnxEncoder.Open(Settings);

        Near([0.577f, 0.577f, 0.577f], await VectorOf(encoder, "책 대출"));
    }

    [Fact]
    public async Task What_is_too_long_is_cut()
    {
        var settings = Settings with { LongestSequence = 3 };

        Near(await Encoded("책", settings), await Encoded("책 대출 연체", settings));
    }

    [Fact]
    public async Task Questions_and_passages_have_words_before_them()
    {
        var settings = Settings with { QueryPrefix = "query: ", PassagePrefix = "passage: " };
        using var encoder = Open(settings);
        var model = new EmbeddingModel(encoder, settings, TimeProvider.System, Logs.Of<EmbeddingModel>());

        Near(await Encoded("query: 책"), model.OfQuestion("책")!);
        Near(
            await Encoded("passage: 책"),
            (await model.OfPassagesAsync(["책"], TestContext.Current.CancellationToken))[0]
        );
    }

    [Fact]
    public void It_may_be_asked_from_many_threads()
    {
        using var encoder = Open(Settings with { Threads = 1 });
        Parallel.For(0, 200, _ => Near([0.577f, 0.577f, 0.577f], VectorOf(encoder, "책 대출").Result));
    }

    [Fact]
    public void A_folder_without_a_model_is_refused() =>
        Refused(Settings, "Embeddings:Folder", "model.onnx", "there is no file");

    [Fact]
    public void A_folder_without_a_vocabulary_is_refused()
    {
        new TinyEncoder(Table).WriteTo(folder.Path);
        File.Delete(Path.Combine(folder.Path, "vocab.txt"));

        Refused(Settings, "Embeddings:Folder", folder.Path, "vocab.txt");
    }

    [Theory]
    [InlineData("vocab.txt", "")]
    [InlineData("sentencepiece.bpe.model", "no pieces at all")]
    [InlineData("tokenizer_config.json", "{")]
    public void A_broken_vocabulary_is_refused(string file, string text)
    {
        new TinyEncoder(Table).WriteTo(folder.Path);
        File.WriteAllText(Path.Combine(folder.Path, file), text);

        Refused(Settings, "Embeddings:Folder", "cannot be read");
    }

    [Fact]
    public void What_is_no_model_is_refused()
    {
        File.WriteAllText(Path.Combine(folder.Path, "model.onnx"), "version https://git-lfs.github.com/spec/v1");

        Refused(Settings, "Embeddings:Folder", "model.onnx", "cannot be read");
    }

    [Fact]
    public void A_model_with_an_input_that_nobody_knows_is_refused()
    {
        new TinyEncoder(Table) { Inputs = ["input_ids", "pixel_values"] }.WriteTo(folder.Path);

        Refused(Settings, "model.onnx", "pixel_values", "attention_mask");
    }

    [Fact]
    public void An_output_that_is_neither_of_pieces_nor_of_texts_is_refused()
    {
        new TinyEncoder(Table) { Mean = TinyEncoder.OfAll, Output = "score" }.WriteTo(folder.Path);

        Refused(Settings, "model.onnx", "score", "rank 1");
    }

    [Fact]
    public void An_output_that_the_model_does_not_have_is_refused_with_those_it_has()
    {
        new TinyEncoder(Table).WriteTo(folder.Path);

        Refused(Settings with { Output = "pooler" }, "Embeddings:Output", "pooler", "last_hidden_state");
    }

    [Fact]
    public void Other_dimensions_than_were_set_are_refused()
    {
        new TinyEncoder(Table).WriteTo(folder.Path);

        Refused(Settings with { Dimensions = 384 }, "Embeddings:Dimensions is 384", "model.onnx", "gives 3");
    }

    [Fact]
    public void A_vocabulary_that_is_larger_than_the_model_is_refused_before_a_resident_asks()
    {
        new TinyEncoder(Table[..1]).WriteTo(folder.Path);

        Refused(Settings, "model.onnx", "cannot be run");
    }

    private EmbeddingSettings Settings => new() { Source = EmbeddingSource.Onnx, Folder = folder.Path };

    private static void Refused(EmbeddingSettings settings, params string[] words)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => OnnxEncoder.Open(settings));
        Assert.All(words, word => Assert.Contains(word, refusal.Message, StringComparison.Ordinal));
    }

    private async Task<float[]> Encoded(string text, EmbeddingSettings? settings = null)
    {
        using var encoder = Open(settings ?? Settings);
        return await VectorOf(encoder, text);
    }

    private static async Task<float[]> VectorOf(OnnxEncoder encoder, string text) =>
        (await encoder.GenerateAsync([text], null, TestContext.Current.CancellationToken))[0].Vector.ToArray();

    private OnnxEncoder Open(EmbeddingSettings settings)
    {
        new TinyEncoder(Table).WriteTo(folder.Path);
        return OnnxEncoder.Open(settings);
    }

    private static void Near(float[] expected, float[] vector)
    {
        Assert.Equal(expected.Length, vector.Length);
        Assert.All(expected.Zip(vector), pair => Assert.Equal(pair.First, pair.Second, 0.001f));
    }
}
