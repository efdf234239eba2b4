using Bupyeong.Chatbot.Search;
using Microsoft.Extensions.Configuration;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>Section "Search": what cannot be meant stops the start by its name.</summary>
public sealed class SearchOptionsTests
{
    [Theory]
    [InlineData("Engine", "Solr")]
    [InlineData("Address", "")]
    [InlineData("Address", "qdrant:6333")]
    [InlineData("Address", "ftp://qdrant.example.kr")]
    [InlineData("Address", "https://me:secret@qdrant.example.kr")]
    [InlineData("Address", "https://a.example.kr, b")]
    [InlineData("Prefix", "부평")]
    [InlineData("QueryMilliseconds", "0")]
    [InlineData("QueryMilliseconds", "soon")]
    [InlineData("WriteSeconds", "0")]
    [InlineData("RestMilliseconds", "1")]
    [InlineData("BatchSize", "0")]
    [InlineData("Shards", "0")]
    [InlineData("Replicas", "0")]
    [InlineData("WriteConsistency", "2")]
    [InlineData("ReadConsistency", "some")]
    [InlineData("ReadConsistency", "0")]
    [InlineData("WriteOrdering", "total")]
    [InlineData("Fusion", "sum")]
    [InlineData("SnapshotFolder", "snapshots")]
    [InlineData("CertificateAuthority", "no-such-file.pem")]
    [InlineData("CertificateAuthority", "appsettings.json")]
    [InlineData("Adress", "https://qdrant.example.kr")]
    public void A_setting_that_cannot_be_meant_is_refused_by_its_name(string setting, string value)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read(isDevelopment: true, (setting, value)));
        Assert.Contains(setting, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://qdrant.example.kr:6333", false, true)]
    [InlineData("http://127.0.0.1:6333", false, true)]
    [InlineData("http://[::1]:6333", false, true)]
    [InlineData("http://localhost:6333", false, true)]
    [InlineData("http://10.0.0.7:6333", true, true)]
    [InlineData("http://10.0.0.7:6333", false, false)]
    [InlineData("https://a.example.kr, http://localhost.example.kr", false, false)]
    public void A_key_does_not_travel_in_the_clear(string address, bool isDevelopment, bool starts)
    {
        SearchOptions WithKey() => Read(isDevelopment, ("Address", address), ("ApiKey", "secret"));
        if (starts)
            Assert.Equal("secret", WithKey().ApiKey);
        else
            Assert.Contains(
                "https",
                Assert.Throws<InvalidOperationException>(WithKey).Message,
                StringComparison.Ordinal
            );
        Assert.Equal(address, Read(isDevelopment, ("Address", address)).Address);
    }

    [Fact]
    public void Without_a_setting_the_engine_is_the_embedded_one() =>
        Assert.Equal("Lucene", SearchOptions.From(new ConfigurationBuilder().Build(), isDevelopment: false).Engine);

    private static SearchOptions Read(bool isDevelopment, params (string Name, string Value)[] settings)
    {
        var section = new Dictionary<string, string?>
        {
            ["Search:Engine"] = "Qdrant",
            ["Search:Address"] = "https://qdrant.example.kr:6333",
        };
        foreach (var (name, value) in settings)
            section[$"Search:{name}"] = value;
        return SearchOptions.From(new ConfigurationBuilder().AddInMemoryCollection(section).Build(), isDevelopment);
    }
}
