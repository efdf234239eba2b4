using System.Runtime.InteropServices;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Programs;

/// <summary>
/// Which programs are about what somebody looks for, in whatever words: each piece of the message weighs the more the
/// fewer programs and messages have it, so that how one asks says little and what one asks for much.
/// </summary>
public sealed class ProgramSearch
{
    /// <summary>Below it no program is about the message. It and the shares were chosen on half of the sentences of a writer apart.</summary>
    private const double Floor = 0.41;
    private const double WholeShare = 0.5;

    /// <summary>What comes so near to the best is shown beside it.</summary>
    private const double Near = 0.75;

    /// <summary>A single sentence that is alike may be chance.</summary>
    private const int Closest = 2;

    private const double Sharpness = 1.5;

    private readonly TextPieces pieces;
    private readonly Dictionary<ulong, int> uses = [];
    private readonly int texts;
    private readonly List<Known> programs;

    /// <param name="plans">The programs.</param>
    /// <param name="asked">How residents ask for programs, whatever they are about.</param>
    /// <param name="synonyms">Words that mean the same.</param>
    public ProgramSearch(IEnumerable<ProgramPlan> plans, IEnumerable<string> asked, Synonyms synonyms)
    {
        pieces = new TextPieces(synonyms);
        var read = plans
            .Select(plan =>
                (
                    plan.Id,
                    Texts: plan.Questions.Append(plan.Title)
                        .Append($"{plan.Title}. {string.Join(". ", plan.About)}. {plan.Description}")
                        .Select(PiecesOf)
                        .ToList()
                )
            )
            .ToList();
        foreach (var text in asked.Select(PiecesOf).Concat(read.SelectMany(program => program.Texts)))
        {
            texts++;
            foreach (var piece in text)
                CollectionsMarshal.GetValueRefOrAddDefault(uses, piece, out _)++;
        }
        programs =
        [
            .. read.Select(program => new Known(
                program.Id,
                [.. program.Texts.SelectMany(text => text)],
                [.. program.Texts.Select(text => (text, LengthOf(text)))]
            )),
        ];
    }

    /// <summary>The programs that are about the words, of which none only asks.</summary>
    public ProgramMatch Find(string words)
    {
        var asked = PiecesOf(words);
        var all = asked.Sum(WeightOf);
        var scores = programs.Select(program => (program.Id, Score: all == 0 ? 0 : ScoreOf(program))).ToList();
        var best = scores.Select(program => program.Score).DefaultIfEmpty().Max();
        return best >= Floor
            ? new(
                [
                    .. scores
                        .Where(program => program.Score >= Near * best)
                        .OrderByDescending(program => program.Score)
                        .Select(program => program.Id),
                ],
                false
            )
            : ProgramMatch.None;

        double ScoreOf(Known program)
        {
            var length = LengthOf(asked);
            var alike = program.Texts.Select(text => SharedWith(text.Pieces) / (length * text.Length));
            return alike.OrderDescending().Take(Closest).Sum() / Closest
                + WholeShare * SharedWith(program.Pieces) / all;
        }

        double SharedWith(HashSet<ulong> known) => asked.Where(known.Contains).Sum(WeightOf);
    }

    /// <summary>Runs of letters say little more in texts as short as these.</summary>
    private HashSet<ulong> PiecesOf(string text) => [.. pieces.Of(text).Where(piece => !TextPieces.IsOfLetters(piece))];

    private double LengthOf(HashSet<ulong> text) => Math.Sqrt(text.Sum(WeightOf));

    private double WeightOf(ulong piece) =>
        Math.Pow(TextPieces.RarityOf(piece, uses.GetValueOrDefault(piece), texts), Sharpness);

    private sealed record Known(string Id, HashSet<ulong> Pieces, (HashSet<ulong> Pieces, double Length)[] Texts);
}

/// <summary>The ids of programs that are about what was said, nearest first; none, when nothing was said of a subject or none is about it.</summary>
public sealed record ProgramMatch(IReadOnlyList<string> Ids, bool IsOfNone)
{
    public static readonly ProgramMatch Any = new([], false);
    public static readonly ProgramMatch None = new([], true);
}
