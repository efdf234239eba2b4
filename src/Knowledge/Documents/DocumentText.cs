using System.Globalization;
using System.Text;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>The text of a document as its reader goes through it, cleaned of what nobody can see.</summary>
internal sealed class DocumentText
{
    private readonly List<DocumentBlock> blocks = [];
    private readonly Dictionary<LeftOut, Count> leftOut = [];
    private int tables;

    public void AddHeading(int level, string text, int? page = null)
    {
        if (Kept(text, page).ReplaceLineEndings(" ") is { Length: > 0 } kept)
            blocks.Add(new HeadingBlock(level, kept, page));
    }

    public void AddParagraph(string text, int? page = null, double size = 0)
    {
        if (Kept(text, page) is { Length: > 0 } kept)
            blocks.Add(new TextBlock(Plain(kept), page) { Size = size });
    }

    /// <summary>Markdown that stays as it is.</summary>
    public void AddMarkdown(string text, bool isTable)
    {
        blocks.Add(new TextBlock(Kept(text, null, keepSpaces: true), null));
        tables += isTable ? 1 : 0;
    }

    /// <summary>The first row heads the columns; a table of one column is a list of paragraphs.</summary>
    public void AddTable(IReadOnlyList<IReadOnlyList<string>> rows, int? page = null)
    {
        List<List<string>> kept =
        [
            .. rows.Select(row => row.Select(cell => Kept(cell, page)).ToList())
                .Where(row => row.Exists(cell => cell != "")),
        ];
        var columns = kept.Select(row => row.Count).DefaultIfEmpty().Max();
        if (columns < 2)
        {
            foreach (var row in kept)
                blocks.Add(new TextBlock(Plain(row[0]), page));
            return;
        }
        var lines = kept.Select(row =>
                $"| {string.Join(" | ", row.Concat(Enumerable.Repeat("", columns - row.Count)).Select(Cell))} |"
            )
            .ToList();
        lines.Insert(1, $"|{string.Concat(Enumerable.Repeat("---|", columns))}");
        blocks.Add(new TextBlock(string.Join('\n', lines), page));
        tables++;
    }

    /// <summary>Counts what is not taken, so that the report can say it.</summary>
    public void Leave(LeftOut what, int count = 1, int? page = null)
    {
        if (count == 0)
            return;
        if (!leftOut.TryGetValue(what, out var counted))
            leftOut[what] = counted = new Count();
        counted.Number += count;
        if (page is { } number)
            counted.Pages.Add(number);
    }

    public ImportedDocument ToDocument(string name, int? pages = null)
    {
        var sections = DocumentSections.Of(name, blocks, this);
        return new(name, sections)
        {
            Tables = tables,
            Pages = pages,
            LeftOut = Report(),
        };
    }

    /// <summary>"흰 글자 14자(2, 5쪽)".</summary>
    public IReadOnlyList<string> Report() =>
        [
            .. leftOut
                .OrderBy(one => one.Key.What, StringComparer.Ordinal)
                .Select(one => one.Key.Print(one.Value.Number, one.Value.Pages)),
        ];

    /// <summary>A whole text, such as the answer in a cell.</summary>
    public string Body(string text) => Plain(Kept(text, null));

    /// <summary>One line without anything that cannot be seen, as names and headings are.</summary>
    public static string Line(string text) => Clean(text, out _, keepSpaces: false).ReplaceLineEndings(" ").Trim();

    /// <summary>
    /// Lines of letters: other spaces become one, and marks that are not drawn go. Braces that would ask for a rule are
    /// changed for their wide forms, which look alike and ask for nothing.
    /// </summary>
    private static string Clean(string text, out int hidden, bool keepSpaces)
    {
        var (kept, wasSpace) = (new StringBuilder(text.Length), true);
        hidden = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isEnd = rune.Value == '\n';
            if (!isEnd && Rune.IsWhiteSpace(rune))
            {
                if (keepSpaces || !wasSpace)
                    kept.Append(' ');
                wasSpace = true;
            }
            else if (!isEnd && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control)
                hidden++;
            else
            {
                if (isEnd && wasSpace && kept is [.., ' '])
                    kept.Length--;
                kept.Append(rune.ToString());
                wasSpace = isEnd;
            }
        }
        return kept.Replace("{{", "｛｛").ToString().Trim();
    }

    private string Kept(string text, int? page, bool keepSpaces = false)
    {
        var kept = Clean(text.ReplaceLineEndings("\n"), out var hidden, keepSpaces);
        Leave(LeftOut.Unseen, hidden, page);
        return kept;
    }

    /// <summary>A paragraph that happens to begin like a heading of ours is none.</summary>
    private static string Plain(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.TrimStart() is ['#', .. var rest] ? $"＃{rest}" : line));

    private static string Cell(string text) => text.Replace('\n', ' ').Replace("|", "\\|", StringComparison.Ordinal);

    private sealed class Count
    {
        public int Number { get; set; }
        public SortedSet<int> Pages { get; } = [];
    }
}

/// <summary>A kind of thing that is not taken from a document, and what it is counted in.</summary>
internal sealed record LeftOut(string What, string Unit)
{
    public static readonly LeftOut Hidden = new("숨긴 글", "자");
    public static readonly LeftOut White = new("바탕과 같은 흰 글자", "자");
    public static readonly LeftOut Tiny = new("너무 작아 보이지 않는 글자", "자");
    public static readonly LeftOut OffPage = new("종이 밖의 글자", "자");
    public static readonly LeftOut Wordless = new("글자가 없는 쪽(스캔한 그림이면 읽지 못해요)", "쪽");
    public static readonly LeftOut Unseen = new("보이지 않는 문자", "자");
    public static readonly LeftOut Empty = new("내용이 없는 제목", "개");
    public static readonly LeftOut Running = new("쪽마다 되풀이되는 줄", "줄");
    public static readonly LeftOut Contents = new("목차", "줄");
    public static readonly LeftOut Comment = new("주석", "개");
    public static readonly LeftOut Front = new("파일 머리의 설정", "개");
    public static readonly LeftOut HiddenRow = new("숨긴 행", "개");
    public static readonly LeftOut HiddenColumn = new("숨긴 열", "개");
    public static readonly LeftOut HiddenSheet = new("숨긴 시트", "개");
    public static readonly LeftOut OtherSheet = new("질문과 답변 열이 없는 시트", "개");
    public static readonly LeftOut Formula = new("값이 없거나 오류인 수식", "개");
    public static readonly LeftOut HalfRow = new("질문이나 답이 빈 행", "개");
    public static readonly LeftOut Cancelled = new("취소된 행사", "개");

    private const int ShownPages = 8;

    public string Print(int count, IReadOnlyCollection<int> pages) =>
        string.Create(CultureInfo.InvariantCulture, $"{What} {count:#,0}{Unit}{Where(pages)}");

    private static string Where(IReadOnlyCollection<int> pages) =>
        pages.Count == 0
            ? ""
            : $"({string.Join(", ", pages.Take(ShownPages))}쪽{(pages.Count > ShownPages ? " 등" : "")})";
}
