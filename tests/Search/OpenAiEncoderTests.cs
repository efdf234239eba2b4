using Bupyeong.Chatbot.Search.Embeddings;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Extensions.AI;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>An endpoint over a real socket: one that is well, and all the ways in which it is not.</summary>
public sealed class OpenAiEncoderTests : IAsyncDisposable
{
    private const string Key = "sample-key";

    private readonly EmbeddingEndpoint endpoint = new();

    public ValueTask DisposeAsync() => endpoint.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    public async Task Texts_come_back_as_vectors_of_length_one_in_their_order(string end)
    {
        var made = await Ask(Settings with { Address = endpoint.Address + end }, "연체료", "주차 되나요");

        Assert.Equal([0.995f, 0, 0, 0.0995f], made[0].Vector.ToArray().Select(Rounded));
        Assert.Equal([0, 0, 0.995f, 0.0995f], made[1].Vector.ToArray().Select(Rounded));
    }

    [Fact]
    public async Task It_hears_the_key_the_model_and_the_dimensions()
    {
        await Ask(Settings with { Dimensions = 4 }, "연체");
        await Ask(Settings with { Key = "" }, "연체");

        var (first, second) = (endpoint.Asked.First(), endpoint.Asked.Last());
        Assert.Equal($"Bearer {Key}", first.Authorization);
        Assert.Equal("tiny", first.Body.GetProperty("model").GetString());
        Assert.Equal(4, first.Body.GetProperty("dimensions").GetInt32());
        Assert.Equal("float", first.Body.GetProperty("encoding_format").GetString());
        Assert.True(string.IsNullOrEmpty(second.Authorization));
        Assert.False(second.Body.TryGetProperty("dimensions", out _));
    }

    [Fact]
    public async Task Many_texts_go_in_batches()
    {
        var made = await Ask(Settings with { BatchSize = 2 }, "연체", "인쇄", "주차", "연체", "인쇄");

        Assert.Equal(5, made.Count);
        Assert.Equal([2, 2, 1], endpoint.Asked.Select(asked => asked.Body.GetProperty("input").GetArrayLength()));
        Assert.Equal(1, Rounded(made[4].Vector.Span[1]), 0.01);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task One_that_is_busy_may_be_asked_again(int status)
    {
        endpoint.Instead = EmbeddingEndpoint.Status(status, retryAfter: "7");

        var away = await Refused(Settings);

        Assert.False(away.IsLasting);
        Assert.Equal(TimeSpan.FromSeconds(7), away.RetryAfter);
        Assert.Contains($"{status}", away.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, """{ "error": { "message": "연체 is no input", "code": "bad_input" } }""", "400 (bad_input)")]
    [InlineData(401, """{ "error": { "message": "연체", "code": null, "type": "wrong_key" } }""", "401 (wrong_key)")]
    [InlineData(404, "no such page", "404.")]
    [InlineData(302, "", "302.")]
    public async Task One_that_refuses_says_why_but_not_what_was_asked(int status, string body, string told)
    {
        endpoint.Instead = EmbeddingEndpoint.Status(status, body: body);

        var refused = await Refused(Settings);

        Assert.True(refused.IsLasting);
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("연체", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{ "data": [] }""")]
    [InlineData("""{ "data": [{ "index": 0 }] }""")]
    [InlineData("""{ "data": [{ "index": 1, "embedding": [1, 2] }] }""")]
    [InlineData("""{ "data": [{ "index": 0, "embedding": "AAAA" }] }""")]
    [InlineData("""{ "data": [{ "index": 0, "embedding": [0, 0] }] }""")]
    public async Task An_answer_without_vectors_is_none(string body)
    {
        endpoint.Instead = EmbeddingEndpoint.Status(200, body: body);

        await Refused(Settings);
    }

    [Fact]
    public async Task One_that_is_slow_is_not_waited_for()
    {
        endpoint.Instead = EmbeddingEndpoint.Never;

        Assert.False((await Refused(Settings with { TimeoutSeconds = 1 })).IsLasting);
    }

    [Fact]
    public async Task One_that_is_gone_is_away()
    {
        await endpoint.DisposeAsync();

        Assert.False((await Refused(Settings)).IsLasting);
    }

    private EmbeddingSettings Settings =>
        new()
        {
            Source = EmbeddingSource.OpenAi,
            Address = endpoint.Address,
            Model = "tiny",
            Key = Key,
        };

    private static async Task<GeneratedEmbeddings<Embedding<float>>> Ask(
        EmbeddingSettings settings,
        params string[] texts
    )
    {
        using var encoder = new OpenAiEncoder(settings);
        return await encoder.GenerateAsync(texts, null, TestContext.Current.CancellationToken);
    }

    private static Task<EmbeddingsUnavailableException> Refused(EmbeddingSettings settings) =>
        Assert.ThrowsAsync<EmbeddingsUnavailableException>(() => Ask(settings, "연체"));

    private static float Rounded(float value) => MathF.Round(value, 4);
}
