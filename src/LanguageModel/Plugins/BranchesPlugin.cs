using System.ComponentModel;
using Bupyeong.Chatbot.Branches;
using Microsoft.SemanticKernel;

namespace Bupyeong.Chatbot.LanguageModel.Plugins;

/// <summary>Names of the libraries, for the model.</summary>
internal sealed class BranchesPlugin(BranchDirectory branches)
{
    [
        KernelFunction("find_branches"),
        Description("도서관 이름을 알려 줍니다. 장소를 말하면 가까운 곳부터 알려 줍니다.")
    ]
    public IReadOnlyList<PluginRow> FindBranches([Description("역이나 동네 이름, 없으면 빈 글")] string place = "") =>
        [
            .. (
                branches.PlaceIn(place) is { } known
                    ? branches.Near(known).Select(near => near.Branch)
                    : branches.Libraries
            ).Select(branch => new PluginRow(branch.Name)),
        ];
}
