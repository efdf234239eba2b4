using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support.Qdrant;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>The check of the double: it refuses what the published API does, and its scores are those of the documentation.</summary>
public sealed class QdrantDoubleTests : IAsyncDisposable
{
    private readonly QdrantDouble qdrant = new();
    private readonly HttpClient http = new();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await qdrant.DisposeAsync();
    }

    [Theory]
    [InlineData("PUT", "/collections/a", """{"sparse_vectors":{"w":{"modifier":"bm25"}}}""", "bm25")]
    [InlineData("PUT", "/collections/a", """{"shards":1}""", "shards is unknown")]
    [InlineData("PUT", "/collections/a", """{"shard_number":0}""", "shard_number")]
    [InlineData("POST", "/collections/a/points/query", """{"query":{"fusion":"sum"}}""", "query")]
    [InlineData("POST", "/collections/a/points/query", """{"query":[1],"filter":{"muss":[]}}""", "filter")]
    [InlineData("POST", "/collections/a/points/query?consistency=some", """{"query":[1]}""", "consistency")]
    [InlineData("PUT", "/collections/a/points", """{"points":[{"id":-1,"vector":[1]}]}""", "body")]
    [InlineData("PUT", "/collections/a/points", """{"points":[{"id":1}]}""", "vector is missing")]
    [InlineData("DELETE", "/collections/a/points", "", "DELETE is not for")]
    [InlineData("GET", "/collection/a", "", "there is no")]
    public async Task A_request_that_the_specification_does_not_admit_is_refused(
        string method,
        string path,
        string body,
        string why
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), qdrant.Address + path);
        request.Content = body.Length > 0 ? new StringContent(body) : null;
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains(why, Assert.Single(qdrant.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rare_terms_weigh_by_the_published_formula()
    {
        await Fill();
        var scores = await Scores("""{"query":{"indices":[1,2],"values":[1,1]},"using":"words","limit":9}""");
        // Three documents; two have the first term and one has the second.
        var (often, rare) = (Math.Log(1.5 / 2.5 + 1), Math.Log(2.5 / 1.5 + 1));
        AssertScores(scores, ("b", 2 * often + 3 * rare), ("a", often));
    }

    [Fact]
    public async Task Places_are_fused_by_the_published_formula()
    {
        await Fill();
        // By words b, a; by meaning a, c, b.
        var scores = await Scores(Fused("rrf"));
        AssertScores(scores, ("a", 1 / 3d + 1 / 2d), ("b", 1 / 2d + 1 / 4d), ("c", 1 / 3d));
    }

    [Fact]
    public async Task Scores_are_fused_by_the_published_formula()
    {
        await Fill();
        var scores = (await Scores(Fused("dbsf"))).ToDictionary(score => score.Id, score => score.Score);
        // Of a list of two the better one lies 1/√2 standard deviations above the mean.
        var (better, worse) = (0.5 + 1 / Math.Sqrt(2) / 6, 0.5 - 1 / Math.Sqrt(2) / 6);
        // By meaning 1, 0.6 and 0: their mean and deviation, as a hand computes them.
        var (mean, deviation) = (1.6 / 3, Math.Sqrt((1 + 0.36 - 2.56 / 3) / 2));
        double Normal(double score) => (score - mean) / (6 * deviation) + 0.5;
        Assert.Equal(worse + Normal(1), scores["a"], 4);
        Assert.Equal(better + Normal(0), scores["b"], 4);
        Assert.Equal(Normal(0.6), scores["c"], 4);
    }

    private static string Fused(string fusion) =>
        $$"""
            {"prefetch":[{"query":{"indices":[1,2],"values":[1,1]},"using":"words","limit":9},
                         {"query":[1,0],"using":"meaning","limit":9}],
             "query":{"fusion":"{{fusion}}"},"limit":9}
            """;

    private static void AssertScores(List<(string Id, double Score)> found, params (string Id, double Score)[] expected)
    {
        Assert.Equal(expected.Select(hit => hit.Id), found.Select(hit => hit.Id));
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 4));
    }

    private async Task Fill()
    {
        await Send(
            HttpMethod.Put,
            "/collections/a",
            """{"vectors":{"meaning":{"size":2,"distance":"Cosine"}},"sparse_vectors":{"words":{"modifier":"idf"}}}"""
        );
        await Send(
            HttpMethod.Put,
            "/collections/a/points?wait=true",
            $$$"""
            {"points":[
              {"id":"{{{IdOf("a")}}}","vector":{"words":{"indices":[1],"values":[1]},"meaning":[1,0]}},
              {"id":"{{{IdOf("b")}}}","vector":{"words":{"indices":[1,2],"values":[2,3]},"meaning":[0,1]}},
              {"id":"{{{IdOf("c")}}}","vector":{"words":{"indices":[3],"values":[1]},"meaning":[3,4]}}]}
            """
        );
    }

    private async Task<List<(string Id, double Score)>> Scores(string query)
    {
        var answer = await Send(HttpMethod.Post, "/collections/a/points/query", query);
        return
        [
            .. answer
                .GetProperty("result")
                .GetProperty("points")
                .EnumerateArray()
                .Select(hit => (hit.GetProperty("id").GetString()![^1..], hit.GetProperty("score").GetDouble())),
        ];
    }

    private async Task<JsonElement> Send(HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, qdrant.Address + path) { Content = new StringContent(body) };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Empty(qdrant.Mistakes);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static string IdOf(string letter) =>
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-00000000000{letter}");
}
