using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Tests.Support.Qdrant;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>Whom Qdrant must be vouched for by, before it is told anything.</summary>
public sealed class QdrantCertificateTests : IAsyncDisposable
{
    private readonly QdrantPlace place = new();

    public ValueTask DisposeAsync() => place.DisposeAsync();

    [Theory]
    [InlineData("", false)]
    [InlineData("its own", true)]
    [InlineData("another", false)]
    public async Task One_is_told_something_only_when_the_authority_of_the_settings_vouches_for_it(
        string authority,
        bool told
    )
    {
        var content = new IndexContent("books", SearchIndexContract.Fields, SearchIndexContract.Books);
        using var own = Authority("its own");
        using var another = Authority("another");
        using var certificate = SignedBy(own);
        await using var stranger = new QdrantDouble("secret", certificate);
        place.Options = place.Options with { Address = stranger.Address, ApiKey = "secret" };
        if (authority is not "")
        {
            var file = Path.Combine(place.Folder.Path, "authority.pem");
            await File.WriteAllTextAsync(
                file,
                (authority == "another" ? another : own).ExportCertificatePem(),
                TestContext.Current.CancellationToken
            );
            place.Options = place.Options with { CertificateAuthority = file };
        }

        if (told)
            Assert.Equal("2", place.Open(content).Search("토지", 1)[0].Id);
        else
            Assert.Throws<SearchUnavailableException>(() => place.Open(content));
        Assert.Equal(told, stranger.Calls.Count > 0);
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static X509Certificate2 SignedBy(X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=qdrant", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, authority.NotBefore, authority.NotAfter, [1]);
        return signed.CopyWithPrivateKey(key);
    }
}
