using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>The headings of a document whose writer used no styles: numbered articles, or short lines in larger letters.</summary>
internal static partial class UnmarkedHeadings
{
    private const int ChapterLevel = 2;
    private const int ArticleLevel = 3;
    private const double Larger = 1.15;
    private const int LongestHeading = 60;

    public static IReadOnlyList<DocumentBlock> In(IReadOnlyList<DocumentBlock> blocks) =>
        blocks.Any(block => block is TextBlock { Text: var text } && Article().IsMatch(text)) ? Articles(blocks)
        : blocks.Any(block => block is HeadingBlock) ? blocks
        : Larges(blocks);

    /// <summary>"제3조(대출) ① …" is a heading and what follows it.</summary>
    private static List<DocumentBlock> Articles(IReadOnlyList<DocumentBlock> blocks)
    {
        var found = new List<DocumentBlock>();
        foreach (var block in blocks)
        {
            if (block is not TextBlock { Text: var text })
                found.Add(block);
            else if (Chapter().IsMatch(text))
                found.Add(new HeadingBlock(ChapterLevel, text, block.Page));
            else if (Article().Match(text) is { Success: true } article)
            {
                found.Add(new HeadingBlock(ArticleLevel, article.Value, block.Page));
                if (text[article.Length..].Trim() is { Length: > 0 } rest)
                    found.Add(new TextBlock(rest, block.Page));
            }
            else
                found.Add(block);
        }
        return found;
    }

    private static List<DocumentBlock> Larges(IReadOnlyList<DocumentBlock> blocks)
    {
        var texts = blocks.OfType<TextBlock>().Where(text => text.Size > 0).ToList();
        var body = texts
            .GroupBy(text => text.Size)
            .OrderByDescending(size => size.Sum(text => text.Text.Length))
            .Select(size => size.Key)
            .FirstOrDefault();
        List<double> sizes =
        [
            .. texts.Select(text => text.Size).Where(size => size >= body * Larger).Distinct().OrderDescending(),
        ];
        return
        [
            .. blocks.Select(block =>
                block is TextBlock { Text: { Length: <= LongestHeading } line } text
                && !line.Contains('\n', StringComparison.Ordinal)
                && sizes.IndexOf(text.Size) is >= 0 and var level
                    ? new HeadingBlock(level + 1, line, block.Page)
                    : block
            ),
        ];
    }

    [GeneratedRegex(@"^제\s*\d+\s*[장절관](?:\s[^\n]{0,40})?$")]
    private static partial Regex Chapter();

    /// <summary>What goes on with a particle only speaks of the article.</summary>
    [GeneratedRegex(@"^제\s*\d+\s*조(?:의\s*\d+)?\s*(?:\([^)\n]{1,60}\)|\[[^\]\n]{1,60}\])(?![가-힣])")]
    private static partial Regex Article();
}
