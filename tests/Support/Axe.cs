using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>axe-core over a page: WCAG 2.2 A and AA, and its best practice.</summary>
public static class Axe
{
    private const string Run = """
        async () => {
          const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const { violations } = await axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
          return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id} at ${target}: ${html}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What it finds fault with; the page learns of it once, and is asked as often as one likes.</summary>
    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
