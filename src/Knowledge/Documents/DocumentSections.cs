using System.Globalization;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>Where one entry ends and the next begins: at the headings of the topmost two levels, or else with the page.</summary>
internal static class DocumentSections
{
    private const int LongestTitle = 120;

    public static IReadOnlyList<DocumentSection> Of(string name, IReadOnlyList<DocumentBlock> blocks, DocumentText text)
    {
        var all = blocks.Count(block => block is HeadingBlock) > 1 ? blocks : UnmarkedHeadings.In(blocks);
        return all.Count(block => block is HeadingBlock) > 1
            ? ByHeading(Path.GetFileNameWithoutExtension(name), all, text)
            : ByPage(Path.GetFileNameWithoutExtension(name), all);
    }

    private static List<DocumentSection> ByHeading(string title, IReadOnlyList<DocumentBlock> blocks, DocumentText text)
    {
        var (top, sub) = Levels(blocks);
        var sections = new List<DocumentSection>();
        var (open, parent) = (new OpenSection(title, null, null), default(HeadingBlock));
        foreach (var block in blocks)
        {
            if (block is not HeadingBlock heading || heading.Level > sub)
            {
                open.Add(block);
                continue;
            }
            Close(heading);
            parent = heading.Level <= top ? heading : parent;
            open = new(heading.Text, heading, heading.Level > top ? parent?.Text : null);
        }
        Close(null);
        return sections;

        void Close(HeadingBlock? next)
        {
            if (open.Body is [_, ..])
                sections.Add(open.ToSection());
            else if (open.Heading is { } heading && !(next?.Level > heading.Level))
                text.Leave(LeftOut.Empty, 1, heading.Page);
        }
    }

    private static List<DocumentSection> ByPage(string title, IReadOnlyList<DocumentBlock> blocks)
    {
        var heading = blocks.OfType<HeadingBlock>().FirstOrDefault();
        var pages = blocks.Where(block => block != heading).GroupBy(block => block.Page).ToList();
        return
        [
            .. pages.Select(page =>
            {
                var whole = heading?.Text ?? title;
                var open = new OpenSection(pages.Count > 1 ? $"{whole} {page.Key}쪽" : whole, null, null);
                foreach (var block in page)
                    open.Add(block);
                return open.ToSection();
            }),
        ];
    }

    /// <summary>The two levels that begin entries; a single first heading above others is the title of the whole.</summary>
    private static (int Top, int Sub) Levels(IReadOnlyList<DocumentBlock> blocks)
    {
        var headings = blocks.OfType<HeadingBlock>().ToList();
        var levels = headings.Select(heading => heading.Level).Distinct().Order().ToList();
        if (levels.Count > 1 && headings[0].Level == levels[0] && headings.Count(one => one.Level == levels[0]) == 1)
            levels.RemoveAt(0);
        return (levels[0], levels[Math.Min(1, levels.Count - 1)]);
    }

    private sealed class OpenSection(string title, HeadingBlock? heading, string? parent)
    {
        private int? page = heading?.Page;

        public HeadingBlock? Heading => heading;

        public List<string> Body { get; } = [];

        public void Add(DocumentBlock block)
        {
            page ??= block.Page;
            Body.Add(block is HeadingBlock small ? $"### {small.Text}" : ((TextBlock)block).Text);
        }

        /// <summary>The heading is what is asked until somebody writes how residents ask; a small one needs the one above it.</summary>
        public DocumentSection ToSection()
        {
            var isWhole = parent is null || title is [.., '?' or '？'];
            return new(
                Short(isWhole ? title : $"{parent} – {title}"),
                [Short(isWhole ? title : $"{parent} {title}")],
                string.Join("\n\n", Body),
                page is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}쪽") : ""
            );
        }

        private static string Short(string text) =>
            text.Length <= LongestTitle ? text : $"{text[..LongestTitle].TrimEnd()}…";
    }
}
