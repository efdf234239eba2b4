using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>One call to the model over Semantic Kernel: instructions and a text in, cited sentences out. It gets no tools.</summary>
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

    /// <summary>The sentences, or null where the answer is none: a tool call, nothing, or not the form that was asked for.</summary>
    public async Task<IReadOnlyList<CitedSentence>?> AskAsync(
        string instructions,
        string text,
        CancellationToken cancellation
    )
    {
        var history = new ChatHistory(instructions);
        history.AddUserMessage(text);
        var answer = await chat.GetChatMessageContentAsync(
            history,
            new OpenAIPromptExecutionSettings
            {
                Temperature = 0,
                MaxTokens = settings.LongestAnswer * LettersPerToken + 200,
                ResponseFormat = "json_object",
            },
            cancellationToken: cancellation
        );
        return answer.Items.Any(item => item is FunctionCallContent) ? null : Read(answer.Content);
    }

    public void Dispose() => http.Dispose();

    internal static IReadOnlyList<CitedSentence>? Read(string? content)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(content ?? "", AnswerJson.Default.GeneratedAnswer);
            return
                answer?.Sentences is { Length: > 0 } sentences && sentences.All(sentence => sentence?.Text is not null)
                ? [.. sentences.Select(sentence => new CitedSentence(sentence.Text.Trim(), sentence.Passage))]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The form of an answer that the model is asked for.</summary>
internal sealed record GeneratedAnswer(GeneratedSentence[]? Sentences);

/// <summary>One sentence of it.</summary>
internal sealed record GeneratedSentence([property: JsonRequired] string Text, [property: JsonRequired] int Passage);

[JsonSerializable(typeof(GeneratedAnswer))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
internal sealed partial class AnswerJson : JsonSerializerContext;
