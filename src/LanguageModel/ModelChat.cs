using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>One call to the model over Semantic Kernel: instructions and a text in, its words out. It gets no tools.</summary>
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
            new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }
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

    /// <summary>What the model says, a JSON object by request; null when it calls a tool, of which it has none.</summary>
    public async Task<string?> AskAsync(ModelQuestion question, CancellationToken cancellation)
    {
        var history = new ChatHistory(question.Instructions);
        history.AddUserMessage(question.Text);
        var answer = await chat.GetChatMessageContentAsync(
            history,
            new OpenAIPromptExecutionSettings
            {
                Temperature = 0,
                MaxTokens = (question.LongestAnswer ?? settings.LongestAnswer) * LettersPerToken + 200,
                ResponseFormat = "json_object",
            },
            cancellationToken: cancellation
        );
        return answer.Items.Any(item => item is FunctionCallContent) ? null : answer.Content;
    }

    public void Dispose() => http.Dispose();
}
