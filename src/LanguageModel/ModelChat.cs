using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using OpenAI.Chat;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>One call to the model over Semantic Kernel: instructions and a text in, its words out.</summary>
internal sealed class ModelChat : IDisposable
{
    private const int LettersPerToken = 1;
    private const string NoKey = "none";

    private readonly LanguageModelSettings settings;
    private readonly HttpClient http;
    private readonly OpenAIChatCompletionService chat;

    public ModelChat(LanguageModelSettings settings)
    {
        this.settings = settings;
        // No redirect carries the key elsewhere; a turn that waits is not tried again.
        http = new HttpClient(
            new BoundedReplies(
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                },
                settings.LongestReply
            )
        );
        var options = new OpenAIClientOptions
        {
            Endpoint = settings.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        };
        var client = new OpenAIClient(new ApiKeyCredential(settings.Key is "" ? NoKey : settings.Key), options);
        chat = new OpenAIChatCompletionService(settings.Model, client);
    }

    /// <summary>
    /// What the model says, a JSON object by request, and each piece of it to <paramref name="hears"/> as it comes. Null when
    /// the hearer wants no more, when it is too much, or when it ends otherwise than an answer does, as with a call of a tool,
    /// of which it has none. Throws when it breaks off, also where a server has not streamed at all.
    /// </summary>
    public async Task<string?> AskAsync(
        ModelQuestion question,
        Func<string, bool>? hears,
        CancellationToken cancellation
    )
    {
        var longest = question.LongestAnswer ?? settings.LongestAnswer;
        var history = new ChatHistory(question.Instructions);
        history.AddUserMessage(question.Text);
        var asked = new OpenAIPromptExecutionSettings
        {
            Temperature = 0,
            MaxTokens = longest * LettersPerToken + 200,
            ResponseFormat = "json_object",
        };
        var said = new StringBuilder();
        ChatFinishReason? end = null;
        await foreach (
            var piece in chat.GetStreamingChatMessageContentsAsync(history, asked, cancellationToken: cancellation)
        )
        {
            var part = (OpenAIStreamingChatMessageContent)piece;
            var words = part.Content ?? "";
            said.Append(words);
            if (
                part.ToolCallUpdates is { Count: > 0 }
                || said.Length > LanguageModelSettings.LongestBody(longest)
                || hears?.Invoke(words) is false
            )
                return null;
            end ??= part.FinishReason;
        }
        return end is null ? throw new InvalidDataException("The model broke off.")
            : end is ChatFinishReason.Stop ? said.ToString()
            : null;
    }

    /// <summary>
    /// The same with tools that only read, called by this code alone: null at a call of anything else or of more than may
    /// be. No JSON is demanded of the server, which for some would rule out the calls.
    /// </summary>
    public async Task<string?> AskAsync(ModelQuestion question, ModelTools tools, CancellationToken cancellation)
    {
        var history = new ChatHistory(question.Instructions);
        history.AddUserMessage(question.Text);
        for (var round = 0; round <= ModelTools.MostRounds; round++)
        {
            var asked = new OpenAIPromptExecutionSettings
            {
                Temperature = 0,
                MaxTokens = settings.LongestAnswer * LettersPerToken + 200,
                FunctionChoiceBehavior =
                    round < ModelTools.MostRounds
                        ? FunctionChoiceBehavior.Auto(tools.Functions, autoInvoke: false)
                        : FunctionChoiceBehavior.None(tools.Functions),
            };
            var answer = await chat.GetChatMessageContentAsync(history, asked, cancellationToken: cancellation);
            var calls = FunctionCallContent.GetFunctionCalls(answer).ToList();
            if (calls is [])
                return answer.Content;
            history.Add(answer);
            foreach (var call in calls)
            {
                if (await tools.CallAsync(call, cancellation) is not { } told)
                    return null;
                history.Add(new FunctionResultContent(call, told).ToChatMessage());
            }
        }
        return null;
    }

    public void Dispose() => http.Dispose();
}
