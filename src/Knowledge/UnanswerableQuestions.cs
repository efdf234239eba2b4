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

    public static readonly UnanswerableQuestions None = new([], Synonyms.None);

    private readonly TextPieces pieces;
    private readonly (ulong[] Pieces, double Length)[] questions;
    private readonly FrozenDictionary<ulong, Use> uses;
    private readonly Use unknown;

    private UnanswerableQuestions(IReadOnlyList<string> texts, Synonyms synonyms)
    {
        pieces = new TextPieces(synonyms);
        var read = texts.AsParallel().AsOrdered().Select(text => pieces.Of(text).ToArray()).ToArray();
        uses = read.Index()
            .SelectMany(question => question.Item, (question, piece) => (piece, question.Index))
            .GroupBy(use => use.piece, use => use.Index)
            .ToFrozenDictionary(uses => uses.Key, uses => UseOf(uses.Key, [.. uses]));
        unknown = UseOf(0, []);
        questions = Array.ConvertAll(read, question => (question, LengthOf(question)));

        Use UseOf(ulong piece, int[] places) =>
            new((float)Math.Pow(TextPieces.RarityOf(piece, places.Length, texts.Count), 2), places);
    }

    /// <summary>Reads the file of the folder; without one there are none. Lines that begin with # are for the reader.</summary>
    public static UnanswerableQuestions Read(string folder, Synonyms synonyms)
    {
        var path = Path.Combine(folder, File);
        return System.IO.File.Exists(path)
            ? new([.. System.IO.File.ReadLines(path).Where(line => line is not ("" or ['#', ..]))], synonyms)
            : None;
    }

    /// <summary>
    /// The mean likeness to the nearest of them, from 0 to 1, where one that <paramref name="isTold"/> by now counts for
    /// nothing; and how much nearer the nearest of <paramref name="told"/> is than the nearest of them.
    /// </summary>
    public (double Likeness, double Nearer) Compare(
        string question,
        IEnumerable<ulong[]> told,
        Predicate<IReadOnlyCollection<ulong>> isTold
    )
    {
        var asked = pieces.Of(question);
        var length = LengthOf(asked);
        var nearest = NearestTo(asked, length);
        var own = told.Select(other => Shared(asked, other) / (length * LengthOf(other))).DefaultIfEmpty().Max();
        return (
            nearest.Where(known => !isTold(known.Pieces)).Sum(known => known.Likeness) / Nearest,
            own - nearest.Select(known => known.Likeness).FirstOrDefault()
        );
    }

    /// <summary>By the cosine between their pieces, each weighing the more the rarer it is.</summary>
    private List<(ulong[] Pieces, double Likeness)> NearestTo(HashSet<ulong> asked, double length)
    {
        var shared = new float[questions.Length];
        foreach (var piece in asked)
        {
            var use = UseOf(piece);
            foreach (var place in use.Places)
                shared[place] += use.Weight;
        }
        return
        [
            .. questions
                .Select((known, place) => (known.Pieces, Likeness: shared[place] / (known.Length * length)))
                .Where(known => known.Likeness > 0)
                .OrderByDescending(known => known.Likeness)
                .Take(Nearest),
        ];
    }

    private double Shared(HashSet<ulong> asked, ulong[] other) =>
        other.Where(asked.Contains).Sum(piece => UseOf(piece).Weight);

    private double LengthOf(IEnumerable<ulong> pieces) => Math.Sqrt(pieces.Sum(piece => UseOf(piece).Weight));

    private Use UseOf(ulong piece) => uses.TryGetValue(piece, out var use) ? use : unknown;

    /// <summary>What a piece weighs, and the places of the questions that have it.</summary>
    private readonly record struct Use(float Weight, int[] Places);
}
