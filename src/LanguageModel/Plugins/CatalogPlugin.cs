using System.ComponentModel;
using Bupyeong.Chatbot.Catalog;
using Microsoft.SemanticKernel;

namespace Bupyeong.Chatbot.LanguageModel.Plugins;

/// <summary>Titles and authors of the catalogue, for the model.</summary>
internal sealed class CatalogPlugin(LibraryCatalog catalog)
{
    [
        KernelFunction("find_books"),
        Description("제목, 지은이, 주제로 도서관에 있는 책을 찾아 제목과 지은이를 알려 줍니다.")
    ]
    public IReadOnlyList<PluginRow> FindBooks([Description("제목, 지은이 또는 주제")] string words) =>
        [
            .. catalog
                .Search(new CatalogQuery(words, Max: PluginRow.Most))
                .Hits.Select(hit => new PluginRow(hit.Record.DisplayTitle, hit.Record.MainAuthor)),
        ];
}
