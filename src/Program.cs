using Bupyeong.Chatbot;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Channels.DirectLine;
using Bupyeong.Chatbot.Channels.Web;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Programs;

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
var data = builder.AddHost();

builder.AddTelemetry();
builder.Services.AddBranches(knowledge);
builder.Services.AddPrograms(knowledge);
builder.Services.AddCatalog(knowledge, data);
builder.Services.AddKnowledge(knowledge, data);
builder.Services.AddLoanRules();
builder.Services.AddCirculation(builder.Configuration, content, data);
builder.Services.AddDialogs(content, data);
builder.AddConversations(data);
builder.AddDirectLine();
builder.AddWeb();

var app = builder.Build();
app.UseHost();
app.UseWebFiles();
app.MapHealth();
app.MapDirectLine();
app.MapWeb();
await app.RunReadyAsync();

/// <summary>The entry point, named for the tests that start this host.</summary>
public partial class Program;
