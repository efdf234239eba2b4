using System.ComponentModel;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Knowledge;
using Microsoft.SemanticKernel;

namespace Bupyeong.Chatbot.LanguageModel.Plugins;

/// <summary>Titles of the published entries in force, for the model.</summary>
internal sealed class KnowledgePlugin(PublishedKnowledge knowledge, TimeProvider time)
{
    [KernelFunction("find_rules"), Description("이용 안내 글을 찾아 제목만 알려 줍니다.")]
    public IReadOnlyList<PluginRow> FindRules([Description("찾을 내용")] string words) =>
        [
            .. knowledge
                .Current.Nearest(words, time.SeoulToday(), PluginRow.Most)
                .Select(entry => new PluginRow(entry.Title)),
        ];
}
