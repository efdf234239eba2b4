using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Bupyeong.Chatbot.Tests.Catalog;

public sealed class RegistrationTests
{
    [Fact]
    public async Task The_rooms_open_from_the_knowledge_folder_and_keep_their_indexes_in_the_data_folder()
    {
        var knowledge = Path.Combine(AppContext.BaseDirectory, "knowledge");
        var data = Directory.CreateTempSubdirectory("rooms-").FullName;
        await using (
            var house = new ServiceCollection()
                .AddLogging()
                .AddSingleton(TimeProvider.System)
                .AddSingleton(new Database(Path.Combine(data, "conversations.db")))
                .AddSingleton<BatchingWriter>()
                .AddCatalog(knowledge, data)
                .AddKnowledge(knowledge, "no synonyms", data)
                .BuildServiceProvider()
        )
        {
            Assert.NotNull(house.GetRequiredService<LibraryCatalog>().Find("B0001"));
            Assert.Contains("loan.limit", house.GetRequiredService<PublishedKnowledge>().Current.Rules.Keys);
            Assert.NotEmpty(house.GetRequiredService<PublishedKnowledge>().Current.Entries);
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }
}
