using System.Security.Cryptography;

namespace Bupyeong.Chatbot.Circulation.Sample;

/// <summary>Compares a PIN with what is kept of it, at the same cost whether the member exists or not.</summary>
internal static class PinCheck
{
    private const int Rounds = 50_000;

    private static readonly byte[] NobodysSalt = RandomNumberGenerator.GetBytes(16);
    private static readonly byte[] NobodysHash = RandomNumberGenerator.GetBytes(32);

    public static bool Matches(SamplePatron? patron, string pin)
    {
        var salt = patron is null ? NobodysSalt : Convert.FromHexString(patron.PinSalt);
        var expected = patron is null ? NobodysHash : Convert.FromHexString(patron.PinHash);
        var given = Rfc2898DeriveBytes.Pbkdf2(pin, salt, Rounds, HashAlgorithmName.SHA256, expected.Length);
        return CryptographicOperations.FixedTimeEquals(given, expected);
    }
}
