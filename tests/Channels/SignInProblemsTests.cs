using System.Net;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>What the sign-in form says when something is wrong, where it says so, and what it keeps.</summary>
public sealed class SignInProblemsTests
{
    private const string Card = "P2026000002";
    private const string Pin = "518306";

    [Theory]
    [InlineData("", "", "card-problem pin-problem", "card")]
    [InlineData("", Pin, "card-problem", "card")]
    [InlineData(Card, "", "pin-problem", "pin")]
    [InlineData("12345678901234567890123456789012345678901", Pin, "card-problem", "card")]
    [InlineData(Card, "12345678901234567890123456789012345678901", "pin-problem", "pin")]
    [InlineData(Card, "000000", "pin-problem", "pin")]
    public async Task Each_problem_stands_at_its_field_and_the_first_has_the_focus(
        string card,
        string pin,
        string problems,
        string focus
    )
    {
        await using var host = new LibraryHost();
        var (resident, address) = await SignInPageTests.Asked(host);

        var page = await Page.Of(await resident.Fills(address, ("card", card), ("pin", pin)));

        Assert.Equal(problems.Split(' '), page.All("""(?<=<p id=")[a-z-]*problem"""));
        Assert.Equal(problems.Split(' '), page.All("""(?<=aria-describedby=")[a-z-]*problem"""));
        Assert.Equal([focus], page.All("""(?<=<input id=")[a-z]+(?="[^>]*autofocus)"""));
    }

    [Fact]
    public async Task The_number_stays_when_only_the_pin_is_missing_and_the_pin_never_comes_back()
    {
        await using var host = new LibraryHost();
        var (resident, address) = await SignInPageTests.Asked(host);

        var noPin = await Page.Of(await resident.Fills(address, ("card", Card)));
        var noCard = await Page.Of(await resident.Fills(address, ("pin", Pin)));

        noPin.Says($"value=\"{Card}\"");
        noCard.DoesNotSay(Pin);
    }

    [Fact]
    public async Task A_library_system_that_is_away_is_told_and_the_number_stays()
    {
        var library = new UnsteadyLibrary();
        await using var host = new LibraryHost(change: library.StandsIn);
        var (resident, address) = await SignInPageTests.Asked(host);
        library.IsDown = true;

        var page = await Page.Of(await resident.Fills(address, ("card", Card), ("pin", Pin)));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        page.Says($"value=\"{Card}\"");
        page.DoesNotSay(Pin);
        Assert.Equal(["pin"], page.All("""(?<=<input id=")[a-z]+(?="[^>]*autofocus)"""));
    }

    [Fact]
    public async Task A_password_manager_may_fill_it_and_without_a_script_the_pin_stays_hidden()
    {
        await using var host = new LibraryHost();
        var (_, address) = await SignInPageTests.Asked(host);

        var page = await Page.Open(host, address);

        page.Says("autocomplete=\"username\"");
        page.Says("autocomplete=\"current-password\"");
        page.Says("<label class=\"check\" for=\"show-pin\" hidden>");
        Assert.DoesNotContain("onpaste", page.Html, StringComparison.Ordinal);
    }
}
