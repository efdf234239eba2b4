using System.Buffers;
using System.Collections.Frozen;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>
/// What people ask of a library that no entry tells them, one question on each line of a file: what is much like several
/// of them is probably another.
/// </summary>
internal sealed class UnanswerableQuestions
{
    public const string File = "unanswerable.txt";

    /// <summary>One alike may be chance.</summary>
    private const int Nearest = 3;

    /// <summary>The folder with a folder for each other language: its questions asked in vain, and its synonyms.</summary>
    public const string OtherLanguages = "languages";

    private const string SynonymsFile = "synonyms.txt";

    private readonly MeasuredQuestion[] questions;
    private readonly FrozenDictionary<ulong, Use> uses;
    private readonly Use unknown;

    private UnanswerableQuestions(IReadOnlyList<string> texts, Func<string, HashSet<ulong>> piecesOf)
    {
        PiecesOf = piecesOf;
        var read = texts.AsParallel().AsOrdered().Select(text => piecesOf(text).ToArray()).ToArray();
        uses = read.Index()
            .SelectMany(question => question.Item, (question, piece) => (piece, question.Index))
            .GroupBy(use => use.piece, use => use.Index)
            .ToFrozenDictionary(uses => uses.Key, uses => UseOf(uses.Key, [.. uses]));
        unknown = UseOf(0, []);
        questions = Array.ConvertAll(read, Measure);
        Texts = texts;

        Use UseOf(ulong piece, int[] places) =>
            new((float)Math.Pow(TextPieces.RarityOf(piece, places.Length, texts.Count), 2), places);
    }

    public IReadOnlyList<string> Texts { get; }

    /// <summary>How questions of the language are cut into what they are compared by.</summary>
    public Func<string, HashSet<ulong>> PiecesOf { get; }

    /// <summary>The same of each other language that entries may be asked in.</summary>
    public IReadOnlyDictionary<string, UnanswerableQuestions> Foreign { get; private init; } =
        FrozenDictionary<string, UnanswerableQuestions>.Empty;

    /// <summary>Reads the files of the folder; without one there are none. Lines that begin with # are for the reader.</summary>
    public static UnanswerableQuestions Read(string folder, Synonyms synonyms)
    {
        var languages = Path.Combine(folder, OtherLanguages);
        return new UnanswerableQuestions(LinesOf(folder), new TextPieces(synonyms).Of)
        {
            Foreign = Directory.Exists(languages)
                ? Directory
                    .EnumerateDirectories(languages)
                    .ToFrozenDictionary(language => Path.GetFileName(language), ReadForeign)
                : FrozenDictionary<string, UnanswerableQuestions>.Empty,
        };
    }

    private static UnanswerableQuestions ReadForeign(string folder) =>
        new(LinesOf(folder), new ForeignPieces(Synonyms.Read(Path.Combine(folder, SynonymsFile))).Of);

    private static string[] LinesOf(string folder)
    {
        var path = Path.Combine(folder, File);
        return System.IO.File.Exists(path)
            ? [.. System.IO.File.ReadLines(path).Where(line => line is not ("" or ['#', ..]))]
            : [];
    }

    /// <summary>A question in pieces, ready to be compared.</summary>
    public MeasuredQuestion Measure(ulong[] question) => new(question, LengthOf(question));

    /// <summary>
    /// The mean likeness to the nearest of them, from 0 to 1, where one that <paramref name="isTold"/> by now counts for
    /// nothing; and how much nearer the nearest of <paramref name="told"/> is than the nearest of them.
    /// </summary>
    public (double Likeness, double Nearer) Compare(
        string question,
        IReadOnlyList<MeasuredQuestion> told,
        Predicate<ulong[]> isTold
    )
    {
        var asked = PiecesOf(question);
        var length = LengthOf(asked);
        Span<(int Place, double Likeness)> nearest = stackalloc (int, double)[Nearest];
        FindNearest(asked, length, nearest);
        var own = 0.0;
        foreach (var other in told)
            own = Math.Max(own, Cosine(SharedBy(asked, other.Pieces), length, other.Length));
        var (likeness, first) = (0.0, 0.0);
        foreach (var known in nearest)
        {
            if (known.Likeness <= 0 || isTold(questions[known.Place].Pieces))
                continue;
            likeness += known.Likeness;
            first = Math.Max(first, known.Likeness);
        }
        return (likeness / Nearest, own - first);
    }

    /// <summary>By the cosine between their pieces, each weighing the more the rarer it is; the nearest first.</summary>
    private void FindNearest(HashSet<ulong> asked, double length, Span<(int Place, double Likeness)> nearest)
    {
        var shared = ArrayPool<float>.Shared.Rent(questions.Length);
        Array.Clear(shared, 0, questions.Length);
        foreach (var piece in asked)
        {
            var use = UseOf(piece);
            foreach (var place in use.Places)
                shared[place] += use.Weight;
        }
        for (var place = 0; place < questions.Length; place++)
        {
            var likeness = Cosine(shared[place], length, questions[place].Length);
            if (likeness <= nearest[^1].Likeness)
                continue;
            nearest[^1] = (place, likeness);
            for (var i = nearest.Length - 1; i > 0 && nearest[i].Likeness > nearest[i - 1].Likeness; i--)
                (nearest[i], nearest[i - 1]) = (nearest[i - 1], nearest[i]);
        }
        ArrayPool<float>.Shared.Return(shared);
    }

    /// <summary>What has no pieces, such as "!!!", is like nothing.</summary>
    private static double Cosine(double shared, double one, double other) => shared > 0 ? shared / (one * other) : 0;

    private double SharedBy(HashSet<ulong> asked, ulong[] other)
    {
        var shared = 0.0;
        foreach (var piece in other)
            shared += asked.Contains(piece) ? UseOf(piece).Weight : 0;
        return shared;
    }

    private double LengthOf(IEnumerable<ulong> pieces) => Math.Sqrt(pieces.Sum(piece => UseOf(piece).Weight));

    private Use UseOf(ulong piece) => uses.TryGetValue(piece, out var use) ? use : unknown;

    /// <summary>What a piece weighs, and the places of the questions that have it.</summary>
    private readonly record struct Use(float Weight, int[] Places);
}

/// <summary>The pieces of a question, and the length of all their weights together.</summary>
internal readonly record struct MeasuredQuestion(ulong[] Pieces, double Length);
