using System.Net;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Where the language model is and how much may be asked of it: the section "LanguageModel" of the settings.</summary>
public sealed record LanguageModelSettings
{
    private const string Section = "LanguageModel";

    /// <summary>Of an OpenAI-compatible server, with its /v1 or without; empty is off.</summary>
    public string Address { get; init; } = "";
    public string Model { get; init; } = "";
    public string Key { get; init; } = "";
    public int TimeoutMilliseconds { get; init; } = 4000;

    /// <summary>Calls of all conversations in one day in Seoul, counted since the start of the process.</summary>
    public int PerDay { get; init; } = 2000;
    public int PerConversation { get; init; } = 20;

    /// <summary>Calls of one librarian in one day; the calls of the day count them too.</summary>
    public int PerLibrarian { get; init; } = 20;

    /// <summary>How long a librarian waits for questions.</summary>
    public int ProposalSeconds { get; init; } = 30;

    /// <summary>Calls under way at once; with more the house answers without the model.</summary>
    public int AtOnce { get; init; } = 8;

    /// <summary>Letters of an answer; a longer one is refused.</summary>
    public int LongestAnswer { get; init; } = 600;

    /// <summary>Unclear questions are put to the model too, to be said more clearly.</summary>
    public bool Rewrites { get; init; } = true;

    /// <summary>What is read of an answer: every letter may come as an escape of six, and the form is around them.</summary>
    internal static int LongestBody(int answer) => answer * 8;

    /// <summary>Bytes of a reply: each letter may come in a piece of its own, with some hundred bytes of form.</summary>
    internal int LongestReply => LongestBody(LongestAnswer) * 500;

    /// <summary>Of an answer; with more they would be fragments.</summary>
    internal int MostSentences => LongestAnswer / 10;

    public bool IsOn => Address is not "";

    internal TimeSpan PatienceFor(ModelQuestion question) =>
        question.IsOfStaff ? TimeSpan.FromSeconds(ProposalSeconds) : TimeSpan.FromMilliseconds(TimeoutMilliseconds);

    /// <summary>With /v1 at its end, as the protocol has it.</summary>
    internal Uri Endpoint =>
        new($"{Address.TrimEnd('/')}{(Address.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal) ? "" : "/v1")}");

    /// <summary>The settings, or an error that names the one that is wrong.</summary>
    internal static LanguageModelSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var settings = configuration.GetSection(Section).Get<LanguageModelSettings>() ?? new();
        if (!settings.IsOn)
            return settings;
        if (settings.Model is "")
            throw Wrong(nameof(Model), "names no model");
        Require(nameof(TimeoutMilliseconds), settings.TimeoutMilliseconds, 100, 60_000);
        Require(nameof(PerDay), settings.PerDay, 1, 10_000_000);
        Require(nameof(PerConversation), settings.PerConversation, 1, 100_000);
        Require(nameof(PerLibrarian), settings.PerLibrarian, 1, 100_000);
        // The client of the protocol itself waits no longer than 100 seconds.
        Require(nameof(ProposalSeconds), settings.ProposalSeconds, 1, 90);
        Require(nameof(AtOnce), settings.AtOnce, 1, 1000);
        Require(nameof(LongestAnswer), settings.LongestAnswer, 50, 4000);
        settings.RequireSafeAddress(isDevelopment);
        return settings;
    }

    private void RequireSafeAddress(bool isDevelopment)
    {
        if (!Uri.TryCreate(Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw Wrong(nameof(Address), $"has '{Address}', which is no http or https address");
        if (address.UserInfo is not "" || address.Query is not "" || address.Fragment is not "")
            throw Wrong(nameof(Address), "must have no user, query or fragment");
        var isHere = address.IsLoopback || IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip);
        if (isDevelopment || isHere)
            return;
        if (Key is "")
            throw Wrong(nameof(Key), "is missing: a server elsewhere is asked with a key only");
        if (address.Scheme is "http")
            throw Wrong(nameof(Address), "is plain http: a key goes elsewhere over https only");
    }

    private static void Require(string setting, int value, int least, int most)
    {
        if (value < least || value > most)
            throw Wrong(setting, $"is {value} and must be from {least} to {most}");
    }

    private static InvalidOperationException Wrong(string setting, string what) => new($"{Section}:{setting} {what}.");
}
