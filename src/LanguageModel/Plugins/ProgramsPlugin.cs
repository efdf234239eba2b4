using System.ComponentModel;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Programs;
using Microsoft.SemanticKernel;

namespace Bupyeong.Chatbot.LanguageModel.Plugins;

/// <summary>Titles of the programmes that are still to come, for the model.</summary>
internal sealed class ProgramsPlugin(ProgramSearch search, ProgramCalendar calendar, BranchDirectory branches)
{
    [KernelFunction("find_programs"), Description("강좌와 행사를 찾아 제목과 도서관 이름을 알려 줍니다.")]
    public IReadOnlyList<PluginRow> FindPrograms([Description("강좌나 행사의 주제")] string words)
    {
        var about = search.Find(words).Ids;
        return
        [
            .. calendar
                .Find(new ProgramQuery())
                .Where(program => about.Contains(program.Id))
                .Select(program => new PluginRow(program.Title, branches.Find(program.Branch)?.Name ?? "")),
        ];
    }
}
