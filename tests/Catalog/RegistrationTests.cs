using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace Bupyeong.Chatbot.Tests.Catalog;

public sealed class RegistrationTests
{
    [Fact]
    public void The_rooms_open_from_the_knowledge_folder_and_keep_their_indexes_in_the_data_folder()
    {
        var knowledge = Path.Combine(AppContext.BaseDirectory, "knowledge");
        var data = Directory.CreateTempSubdirectory("rooms-").FullName;
        using (
            var house = new ServiceCollection()
                .AddCatalog(knowledge, data)
                .AddKnowledge(knowledge, "no synonyms", data)
                .BuildServiceProvider()
        )
        {
            Assert.NotNull(house.GetRequiredService<LibraryCatalog>().Find("B0001"));
            Assert.Contains("loan.limit", house.GetRequiredService<Rules>().Keys);
            Assert.NotEmpty(house.GetRequiredService<KnowledgeBase>().Entries);
        }
        Directory.Delete(data, recursive: true);
    }
}
