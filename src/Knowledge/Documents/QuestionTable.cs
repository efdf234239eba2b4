using System.Globalization;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>Rows of questions and answers: rows with the same answer are one entry with all their questions.</summary>
internal static class QuestionTable
{
    private const int HeadRows = 10;
    private const int LongestTitle = 120;

    private static readonly string[] QuestionNames =
    [
        "질문",
        "질의",
        "문의",
        "물음",
        "질문내용",
        "question",
        "questions",
        "q",
    ];
    private static readonly string[] AnswerNames = ["답변", "답", "대답", "응답", "답변내용", "answer", "answers", "a"];

    public static ImportedDocument Read(string name, IReadOnlyList<TableSheet> sheets, DocumentText text)
    {
        var answers = new Dictionary<string, List<(string Question, string Place)>>();
        var found = 0;
        foreach (var sheet in sheets)
        {
            if (HeadOf(sheet) is not { } head)
            {
                text.Leave(LeftOut.OtherSheet);
                continue;
            }
            found++;
            foreach (var row in sheet.Rows.Skip(head.Row + 1))
                Take(row, head, sheets.Count > 1 ? $"{sheet.Name} {row.Number}행" : $"{row.Number}행", answers, text);
        }
        if (found == 0)
            throw new InvalidDataException(
                "'질문'과 '답변' 열이 없어요. 프로그램 목록이라면 '프로그램명'과 '날짜' 열이 있어야 해요."
            );
        return new(name, [.. answers.Select(answer => SectionOf(answer.Key, answer.Value))])
        {
            LeftOut = text.Report(),
        };
    }

    private static void Take(
        SheetRow row,
        Head head,
        string place,
        Dictionary<string, List<(string Question, string Place)>> answers,
        DocumentText text
    )
    {
        var answer = text.Body(Cell(row, head.Answer));
        var questions = Cell(row, head.Question)
            .Split('\n')
            .Select(DocumentText.Line)
            .Where(one => one.Length > 0)
            .ToList();
        if (answer.Length == 0 || questions is [])
        {
            text.Leave(LeftOut.HalfRow, row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)) ? 1 : 0);
            return;
        }
        if (!answers.TryGetValue(answer, out var asked))
            answers[answer] = asked = [];
        asked.AddRange(
            questions.Where(one => !asked.Exists(other => other.Question == one)).Select(one => (one, place))
        );
    }

    private static DocumentSection SectionOf(string answer, List<(string Question, string Place)> asked)
    {
        var title = asked[0].Question;
        return new(
            title.Length <= LongestTitle ? title : $"{title[..LongestTitle].TrimEnd()}…",
            [.. asked.Select(one => one.Question)],
            answer,
            asked[0].Place
        );
    }

    private static Head? HeadOf(TableSheet sheet)
    {
        foreach (var (at, row) in sheet.Rows.Take(HeadRows).Index())
        {
            var names = row
                .Cells.Select(cell =>
                    cell.Replace(" ", "", StringComparison.Ordinal).Trim().ToLower(CultureInfo.InvariantCulture)
                )
                .ToList();
            var (question, answer) = (names.FindIndex(QuestionNames.Contains), names.FindIndex(AnswerNames.Contains));
            if (question >= 0 && answer >= 0)
                return new(at, question, answer);
        }
        return null;
    }

    private static string Cell(SheetRow row, int at) =>
        at < row.Cells.Count ? row.Cells[at].ReplaceLineEndings("\n") : "";

    private sealed record Head(int Row, int Question, int Answer);
}
