using System.Diagnostics;
using System.Globalization;
using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>
/// The embedded search engine over many passages, beside SQLite's FTS5 over the same terms, in one process and with the same
/// questions.
/// </summary>
public static class SearchFigures
{
    private const int Passages = 100_000;
    private const int Asked = 500;
    private const int Wanted = 10;
    private const int Seed = 20261127;

    private static readonly SearchField[] Fields = [new("title", 3), new("body", 1)];

    public static Task MeasureAsync(string data, FigureTable table)
    {
        var texts = Texts.Read(Path.Combine(HostProcess.Root().FullName, "knowledge", "policies"));
        var random = new Random(Seed);
        SearchDocument[] passages = [.. Enumerable.Range(0, Passages).Select(number => texts.Passage(number, random))];
        string[] questions = [.. Enumerable.Range(0, Asked).Select(_ => texts.Question(random))];
        table.Add("passages / questions", string.Create(CultureInfo.InvariantCulture, $"{Passages:#,0} / {Asked:#,0}"));

        var folder = Path.Combine(data, "lucene");
        var (index, ours) = Built(() => LuceneIndex.Open(folder, Fields, passages));
        using (index)
        {
            Report(table, "Lucene.Net", ours, SizeOf(folder));
            table.Add("Lucene.Net, a question", Ask(questions, question => index.Search(question, Wanted)), "/s");
        }
        var file = Path.Combine(data, "fts5.db");
        var (peer, theirs) = Built(() => FullTextTable.Open(file, Fields, passages));
        using (peer)
        {
            Report(table, "SQLite FTS5", theirs, SizeOf(data) - SizeOf(folder));
            table.Add("SQLite FTS5, a question", Ask(questions, question => peer.Search(question, Wanted)), "/s");
        }
        return Task.CompletedTask;
    }

    private static (T Index, (TimeSpan Took, long Bytes) Cost) Built<T>(Func<T> build)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var index = build();
        var took = Stopwatch.GetElapsedTime(started);
        return (index, (took, GC.GetTotalMemory(forceFullCollection: true) - before));
    }

    private static void Report(FigureTable table, string name, (TimeSpan Took, long Bytes) cost, long disk)
    {
        var figure = string.Create(CultureInfo.InvariantCulture, $"{Passages / cost.Took.TotalSeconds:#,0} passages/s");
        table.Add($"{name}, indexing until it can be asked", figure);
        table.Add($"{name}, on disk / managed memory", $"{Megabytes(disk)} / {Megabytes(Math.Max(0, cost.Bytes))}");
    }

    /// <summary>Each question once before, so that both have read what they keep in memory.</summary>
    private static Measured Ask(string[] questions, Func<string, IReadOnlyList<SearchHit>> search)
    {
        foreach (var question in questions)
            search(question);
        var (times, started) = (new List<long>(questions.Length), Stopwatch.GetTimestamp());
        foreach (var question in questions)
        {
            var asked = Stopwatch.GetTimestamp();
            search(question);
            times.Add(Stopwatch.GetTimestamp() - asked);
        }
        return new Measured(Stopwatch.GetElapsedTime(started), times);
    }

    private static long SizeOf(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:#,0} MB");

    /// <summary>What the entries say and are asked: the stuff that passages and questions are made of.</summary>
    private sealed record Texts(string[] Titles, string[] Sentences, string[] Questions)
    {
        private const int SentencesOfPassage = 4;

        public static Texts Read(string folder)
        {
            var (titles, sentences, questions) = (new List<string>(), new List<string>(), new List<string>());
            foreach (var line in Directory.EnumerateFiles(folder, "*.md").Order().SelectMany(File.ReadLines))
            {
                if (line.StartsWith("title: ", StringComparison.Ordinal))
                    titles.Add(line["title: ".Length..]);
                else if (line.StartsWith("  - ", StringComparison.Ordinal))
                    questions.Add(line["  - ".Length..]);
                else if (line.EndsWith('.'))
                    sentences.AddRange(line.Split(". "));
            }
            return new([.. titles], [.. sentences], [.. questions]);
        }

        /// <summary>Sentences from anywhere, with words from others in them, so that no two passages are alike.</summary>
        public SearchDocument Passage(int number, Random random)
        {
            var body = string.Join(
                ' ',
                Enumerable.Range(0, SentencesOfPassage).Select(_ => $"{Any(Sentences, random)} {AnyWord(random)}.")
            );
            var title = $"{AnyWord(random)} {Any(Titles, random)}";
            return new SearchDocument($"{number}", [new("title", title), new("body", body)]);
        }

        public string Question(Random random) => Any(Questions, random);

        private string AnyWord(Random random) => Any(Any(Sentences, random).Split(' '), random);

        private static string Any(string[] of, Random random) => of[random.Next(of.Length)];
    }
}
