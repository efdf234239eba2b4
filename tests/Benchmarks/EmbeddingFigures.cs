using System.Diagnostics;
using System.Globalization;
using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Search.Embeddings;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>
/// Words and vectors together over many passages. The model is a table of random rows, run by the real runtime: what is
/// found says nothing, what it costs besides the model's own time does.
/// </summary>
public static class EmbeddingFigures
{
    private const int Passages = 100_000;
    private const int Dimensions = 384;
    private const int Asked = 500;
    private const int Wanted = 100;
    private const int Seed = 20261130;
    private const int Words = 2_000;
    private const int WordsOfPassage = 20;

    private static readonly SearchField[] Fields = [new("body", 1)];

    public static async Task MeasureAsync(string data, FigureTable table)
    {
        var random = new Random(Seed);
        string[] words = [.. Enumerable.Range(0, Words).Select(_ => WordOf(random))];
        WriteModel(data, words, random);
        SearchDocument[] passages =
        [
            .. Enumerable
                .Range(0, Passages)
                .Select(number => new SearchDocument($"{number}", [new("body", Sentence(WordsOfPassage))])),
        ];
        string[] questions = [.. Enumerable.Range(0, Asked).Select(_ => Sentence(5))];

        var settings = new EmbeddingSettings { Source = EmbeddingSource.Onnx, Folder = data };
        using var encoder = OnnxEncoder.Open(settings);
        await BatchesAsync(encoder, passages, settings, table);
        await QuestionsAsync(encoder, settings, (data, passages, questions), table);

        string Sentence(int count) =>
            string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(Words)]));
    }

    private static async Task BatchesAsync(
        OnnxEncoder encoder,
        SearchDocument[] passages,
        EmbeddingSettings settings,
        FigureTable table
    )
    {
        const int embedded = 10_000;
        var texts = passages.Take(embedded).Select(passage => passage.Texts[0].Text);
        var (times, started) = (new List<long>(), Stopwatch.GetTimestamp());
        foreach (var batch in texts.Chunk(settings.BatchSize))
        {
            var asked = Stopwatch.GetTimestamp();
            await encoder.GenerateAsync(batch);
            times.Add(Stopwatch.GetTimestamp() - asked);
        }
        var took = Stopwatch.GetElapsedTime(started);
        var figure = string.Create(CultureInfo.InvariantCulture, $"{embedded / took.TotalSeconds:#,0} passages/s");
        table.Add("ONNX, a table as the model, tokenizing included", figure);
        table.Add($"ONNX, a batch of {settings.BatchSize}", new Measured(took, times), "/s");
    }

    private static async Task QuestionsAsync(
        OnnxEncoder encoder,
        EmbeddingSettings settings,
        (string Data, SearchDocument[] Passages, string[] Questions) asked,
        FigureTable table
    )
    {
        var model = new EmbeddingModel(encoder, settings, TimeProvider.System, NullLogger<EmbeddingModel>.Instance);
        var file = new VectorFile(asked.Data, "benchmark");
        using var search = new HybridSearch(
            model,
            settings,
            file,
            TimeProvider.System,
            NullLogger<HybridSearch>.Instance
        );
        using var words = LuceneIndex.InMemory(Fields, asked.Passages);
        using var index = search.Over(words, asked.Passages);
        var started = Stopwatch.GetTimestamp();
        await search.FilledAsync();
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        table.Add(
            "passages × dimensions",
            string.Create(CultureInfo.InvariantCulture, $"{Passages:#,0} × {Dimensions}")
        );
        table.Add("embedding them, kept on the disk", string.Create(CultureInfo.InvariantCulture, $"{took:0.0} s"));
        started = Stopwatch.GetTimestamp();
        file.Read(0);
        took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        table.Add("reading them at a later start", string.Create(CultureInfo.InvariantCulture, $"{took:0.00} s"));

        var vectors = asked.Questions.Select(question => model.OfQuestion(question)!).ToArray();
        var near = ((HybridIndex)index).Meaning!.Vectors;
        table.Add("the model, a question", Ask(Asked, at => model.OfQuestion(asked.Questions[at])), "/s");
        table.Add("words, a question", Ask(Asked, at => words.Search(asked.Questions[at], Wanted)), "/s");
        table.Add("vectors, a question", Ask(Asked, at => near.Nearest(vectors[at], Wanted)), "/s");
        table.Add(
            "hybrid with the model, a question",
            Ask(Asked, at => index.Search(asked.Questions[at], Wanted)),
            "/s"
        );
    }

    /// <summary>A fifth of them before, so that what is compiled is compiled.</summary>
    private static Measured Ask(int count, Action<int> ask)
    {
        for (var at = 0; at < count / 5; at++)
            ask(at);
        var (times, started) = (new List<long>(count), Stopwatch.GetTimestamp());
        for (var at = 0; at < count; at++)
        {
            var asked = Stopwatch.GetTimestamp();
            ask(at);
            times.Add(Stopwatch.GetTimestamp() - asked);
        }
        return new Measured(Stopwatch.GetElapsedTime(started), times);
    }

    private static void WriteModel(string folder, string[] words, Random random)
    {
        string[] vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", .. words.Distinct()];
        File.WriteAllLines(Path.Combine(folder, "vocab.txt"), vocabulary);
        float[][] rows =
        [
            .. vocabulary.Select(_ =>
                Enumerable.Range(0, Dimensions).Select(_ => random.NextSingle() - 0.5f).ToArray()
            ),
        ];
        new TinyEncoder(rows).WriteTo(folder);
    }

    /// <summary>Three syllables of the some eleven thousand.</summary>
    private static string WordOf(Random random) =>
        string.Concat(Enumerable.Range(0, 3).Select(_ => (char)random.Next('가', '힣' + 1)));
}
