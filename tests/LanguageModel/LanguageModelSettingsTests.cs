using Bupyeong.Chatbot.LanguageModel;
using Microsoft.Extensions.Configuration;

namespace Bupyeong.Chatbot.Tests.LanguageModel;

public sealed class LanguageModelSettingsTests
{
    [Fact]
    public void Without_an_address_it_is_off_and_nothing_else_is_read() => Assert.False(Read(("PerDay", "-1")).IsOn);

    [Theory]
    [InlineData("http://127.0.0.1:8000")]
    [InlineData("http://localhost:11434/v1/")]
    public void A_model_on_this_machine_needs_no_key(string address) =>
        Assert.EndsWith(
            "/v1",
            Read(("Address", address), ("Model", "m")).Endpoint.AbsoluteUri,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Model", "", "LanguageModel:Model")]
    [InlineData("Address", "model", "LanguageModel:Address")]
    [InlineData("Address", "ftp://model.example", "LanguageModel:Address")]
    [InlineData("Address", "https://somebody:word@model.example", "LanguageModel:Address")]
    [InlineData("Address", "http://model.example", "LanguageModel:Address")]
    [InlineData("Key", "", "LanguageModel:Key")]
    [InlineData("PerDay", "0", "LanguageModel:PerDay")]
    [InlineData("PerConversation", "0", "LanguageModel:PerConversation")]
    [InlineData("PerLibrarian", "0", "LanguageModel:PerLibrarian")]
    [InlineData("ProposalSeconds", "0", "LanguageModel:ProposalSeconds")]
    [InlineData("ProposalSeconds", "91", "LanguageModel:ProposalSeconds")]
    [InlineData("TimeoutMilliseconds", "1", "LanguageModel:TimeoutMilliseconds")]
    [InlineData("LongestAnswer", "1", "LanguageModel:LongestAnswer")]
    [InlineData("Rewrites", "perhaps", "LanguageModel:Rewrites")]
    public void A_wrong_setting_stops_the_start_and_is_named(string setting, string value, string named) =>
        Assert.Contains(
            named,
            Assert
                .Throws<InvalidOperationException>(() =>
                    Read(("Address", "https://model.example"), ("Model", "m"), ("Key", "k"), (setting, value))
                )
                .Message,
            StringComparison.Ordinal
        );

    private static LanguageModelSettings Read(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder();
        foreach (var (name, value) in settings)
            configuration.AddInMemoryCollection([new($"LanguageModel:{name}", value)]);
        return LanguageModelSettings.Read(configuration.Build(), isDevelopment: false);
    }
}
