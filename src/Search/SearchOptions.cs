using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bupyeong.Chatbot.Search;

/// <summary>Settings of section "Search".</summary>
public sealed record SearchOptions
{
    public const string Section = "Search";
    public const string Lucene = "Lucene";
    public const string Qdrant = "Qdrant";

    private static readonly string[] Orderings = ["weak", "medium", "strong"];
    private static readonly string[] Consistencies = ["majority", "quorum", "all"];

    /// <summary>"Lucene", inside the process, or "Qdrant", elsewhere.</summary>
    public string Engine { get; init; } = Lucene;

    /// <summary>Where Qdrant answers; the nodes of a cluster with commas between them.</summary>
    public string Address { get; init; } = "";
    public string ApiKey { get; init; } = "";

    /// <summary>A PEM file with the authority that vouches for the nodes, instead of those that the system trusts.</summary>
    public string CertificateAuthority { get; init; } = "";

    /// <summary>The beginning of every collection's name, so that several libraries can share one Qdrant.</summary>
    public string Prefix { get; init; } = "bupyeong";

    /// <summary>Whether the embedded index is kept too and answers while Qdrant is away.</summary>
    public bool KeepEmbedded { get; init; } = true;

    /// <summary>How long a search may take in all, with another node asked when the first one fails.</summary>
    public int QueryMilliseconds { get; init; } = 1500;

    /// <summary>How long one batch, a new collection or a snapshot may take.</summary>
    public int WriteSeconds { get; init; } = 60;

    /// <summary>How long an engine that failed is left alone before one search tries it again.</summary>
    public int RestMilliseconds { get; init; } = 5000;
    public int BatchSize { get; init; } = 256;

    /// <summary>How many nodes must agree on what was found: a number, majority, quorum or all; empty is one.</summary>
    public string ReadConsistency { get; init; } = "";

    /// <summary>How the lists of words and of meaning become one: "rrf" by places, "dbsf" by scores.</summary>
    public string Fusion { get; init; } = "rrf";
    public string WriteOrdering { get; init; } = "weak";
    public int Shards { get; init; } = 1;
    public int Replicas { get; init; } = 1;

    /// <summary>How many replicas must have a write before it counts.</summary>
    public int WriteConsistency { get; init; } = 1;

    /// <summary>Where Qdrant keeps its snapshots, as Qdrant sees it.</summary>
    public string SnapshotFolder { get; init; } = "/qdrant/snapshots";

    public IReadOnlyList<Uri> Addresses =>
        [
            .. Address
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(address => new Uri(address.TrimEnd('/') + "/")),
        ];

    /// <summary>The certificates of the file; null when the system's are meant.</summary>
    /// <exception cref="InvalidOperationException">Names the setting and the file that is missing or has none.</exception>
    internal X509Certificate2Collection? Authorities()
    {
        if (CertificateAuthority is "")
            return null;
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(CertificateAuthority);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidOperationException(
                $"{Section}:{nameof(CertificateAuthority)}: {CertificateAuthority} cannot be read: {wrong.Message}",
                wrong
            );
        }
        Require(
            authorities.Count > 0,
            nameof(CertificateAuthority),
            $"is \"{CertificateAuthority}\", which has no certificate in PEM."
        );
        return authorities;
    }

    public static SearchOptions From(IConfiguration configuration, bool isDevelopment)
    {
        var options =
            configuration.GetSection(Section).Get<SearchOptions>(binder => binder.ErrorOnUnknownConfiguration = true)
            ?? new SearchOptions();
        options.Validate(isDevelopment);
        return options;
    }

    /// <summary>Throws when a setting cannot be meant, naming it.</summary>
    public void Validate(bool isDevelopment)
    {
        Require(
            Engine is Lucene or Qdrant,
            nameof(Engine),
            $"is \"{Engine}\"; it must be \"{Lucene}\" or \"{Qdrant}\"."
        );
        if (Engine is Qdrant)
            ValidateAddresses(isDevelopment);
        Require(IsName(Prefix), nameof(Prefix), $"is \"{Prefix}\"; it may have a-z, 0-9, - and _, and not be empty.");
        AtLeast(nameof(QueryMilliseconds), QueryMilliseconds, 100);
        AtLeast(nameof(WriteSeconds), WriteSeconds, 1);
        AtLeast(nameof(RestMilliseconds), RestMilliseconds, 500);
        AtLeast(nameof(BatchSize), BatchSize, 1);
        AtLeast(nameof(Shards), Shards, 1);
        AtLeast(nameof(Replicas), Replicas, 1);
        AtLeast(nameof(WriteConsistency), WriteConsistency, 1);
        Require(
            WriteConsistency <= Replicas,
            nameof(WriteConsistency),
            $"is {WriteConsistency}, more than the {Replicas} of {Section}:{nameof(Replicas)}."
        );
        Require(Orderings.Contains(WriteOrdering), nameof(WriteOrdering), "must be weak, medium or strong.");
        Require(
            ReadConsistency is "" || Consistencies.Contains(ReadConsistency) || IsCount(ReadConsistency),
            nameof(ReadConsistency),
            "must be a number from 1, majority, quorum or all."
        );
        Authorities();
        Require(Fusion is "rrf" or "dbsf", nameof(Fusion), "must be rrf or dbsf.");
        Require(SnapshotFolder.StartsWith('/'), nameof(SnapshotFolder), "must begin with /.");
    }

    private void ValidateAddresses(bool isDevelopment)
    {
        var addresses = Address.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Require(addresses is not [], nameof(Address), $"is empty; {Section}:{nameof(Engine)} is \"{Qdrant}\".");
        foreach (var text in addresses)
        {
            var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var address);
            Require(
                isAddress && address is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" },
                nameof(Address),
                $"has '{text}', which is not an address such as https://qdrant.example.kr:6333."
            );
            Require(
                isDevelopment || ApiKey.Length == 0 || address!.Scheme is "https" || IsLoopback(address),
                nameof(Address),
                $"has '{text}': {Section}:{nameof(ApiKey)} must not travel in the clear; the address must be https."
            );
        }
    }

    private static bool IsLoopback(Uri address) =>
        address.Host == "localhost"
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static bool IsName(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');

    private static bool IsCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0;

    private static void AtLeast(string setting, int value, int least) =>
        Require(value >= least, setting, $"is {value}; it must be at least {least}.");

    private static void Require(bool holds, string setting, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException($"{Section}:{setting} {otherwise}");
    }
}
