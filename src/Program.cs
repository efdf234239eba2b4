using Bupyeong.Chatbot;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Channels.DirectLine;
using Bupyeong.Chatbot.Channels.Staff;
using Bupyeong.Chatbot.Channels.Terminal;
using Bupyeong.Chatbot.Channels.Web;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Evaluation;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.LanguageModel;
using Bupyeong.Chatbot.Programs;
using Bupyeong.Chatbot.Requests;
using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Search.Embeddings;

if (args is [TerminalDoor.Command, .. var rest])
    return await TerminalDoor.RunAsync(rest, visit => Build(args, visit));

if (args is [EvaluationDoor.Command, .. var asked])
{
    using var visit = new TerminalVisit(null);
    return await EvaluationDoor.RunAsync(asked, () => Build(args, visit));
}

if (args is [KnowledgeDoor.Command, .. var way])
    return await KnowledgeDoor.RunAsync(way, settings => Build(settings));

if (args is [SearchDoor.Command, .. var task])
    return await SearchDoor.RunAsync(task, () => Build(args));

var app = Build(args);
app.UseHost();
app.UseWebFiles();
app.MapHealth();
app.MapDirectLine();
app.MapStaff();
app.MapWeb();
await app.RunReadyAsync();
return 0;

static WebApplication Build(string[] args, TerminalVisit? visit = null)
{
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
        }
    );
    var content = AppContext.BaseDirectory;
    var knowledge = Path.Combine(content, "knowledge");
    var learnt = builder.AddHost();
    var kept = visit?.Folder ?? learnt;

    builder.AddTelemetry();
    builder.Services.AddBranches(knowledge);
    builder.Services.AddPrograms(knowledge);
    // A visit has a store of its own, which must not take the place of the library's in an engine that others search.
    if (visit is null)
        builder.AddSearch(learnt);
    builder.Services.AddEmbeddings(builder.Configuration, builder.Environment.IsDevelopment(), learnt);
    builder.Services.AddCatalog(knowledge, learnt);
    builder.Services.AddKnowledge(knowledge, Path.Combine(content, "dialogs", "entities", "synonyms.md"), learnt);
    builder.Services.AddLoanRules();
    builder.Services.AddSpecialHours();
    builder.Services.AddCopies();
    builder.Services.AddCirculation(builder.Configuration, content, kept);
    builder.Services.AddLanguageModel(builder.Configuration, builder.Environment.IsDevelopment());
    builder.Services.AddQuestionProposals();
    builder.Services.AddDialogs(content, learnt);
    builder.Services.AddSingleton(KitShelf.Read(Path.Combine(knowledge, "kits")));
    builder.AddConversations(kept);
    builder.AddDirectLine();
    builder.AddStaff();
    builder.AddWeb();
    if (visit is not null)
        builder.AddTerminal(visit);
    return builder.Build();
}

/// <summary>The entry point, named for the tests that start this host.</summary>
public partial class Program;
