using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Bupyeong.Chatbot.Privacy;

/// <summary>
/// One key per signed-in conversation, each in a file of its own outside the database: when the file is destroyed at
/// sign-out, what it sealed is gone from the store, its log and every copy of them.
/// </summary>
public sealed class ConversationKeys(string folder)
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly ConcurrentDictionary<string, byte[]> held = new();

    /// <summary>Seals under the conversation's key, which is made when there is none yet.</summary>
    public byte[] Seal(string conversation, ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(held.GetOrAdd(conversation, ReadOrMake), TagBytes);
        aes.Encrypt(
            nonce,
            plain,
            sealedBytes.AsSpan(NonceBytes + TagBytes),
            sealedBytes.AsSpan(NonceBytes, TagBytes),
            System.Text.Encoding.UTF8.GetBytes(conversation)
        );
        return sealedBytes;
    }

    /// <summary>What was sealed, or null when the key has been destroyed.</summary>
    public byte[]? Open(string conversation, ReadOnlySpan<byte> sealedBytes)
    {
        if (!held.TryGetValue(conversation, out var key))
        {
            if (!File.Exists(PathOf(conversation)))
                return null;
            key = held.GetOrAdd(conversation, ReadOrMake);
        }
        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(
                sealedBytes[..NonceBytes],
                sealedBytes[(NonceBytes + TagBytes)..],
                sealedBytes[NonceBytes..(NonceBytes + TagBytes)],
                plain,
                System.Text.Encoding.UTF8.GetBytes(conversation)
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            // Sealed at an earlier sign-in, under a key that was destroyed since.
            return null;
        }
        return plain;
    }

    /// <summary>Overwrites and removes the key; what it sealed cannot be read again by anybody.</summary>
    public void Destroy(string conversation)
    {
        if (held.TryRemove(conversation, out var key))
            CryptographicOperations.ZeroMemory(key);
        var path = PathOf(conversation);
        if (!File.Exists(path))
            return;
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write))
        {
            file.Write(new byte[KeyBytes]);
            file.Flush(flushToDisk: true);
        }
        File.Delete(path);
    }

    /// <summary>The conversations that still have a key, with the time since when.</summary>
    public IEnumerable<(string Conversation, DateTimeOffset Since)> All() =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.key")
                .Select(path =>
                    (Path.GetFileNameWithoutExtension(path), new DateTimeOffset(File.GetLastWriteTimeUtc(path)))
                )
            : [];

    private byte[] ReadOrMake(string conversation)
    {
        var path = PathOf(conversation);
        if (File.Exists(path))
            return File.ReadAllBytes(path);
        Directory.CreateDirectory(folder);
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(key);
        file.Flush(flushToDisk: true);
        return key;
    }

    // A conversation's id is made by this host from URL-safe characters; a foreign one never reaches a path.
    private string PathOf(string conversation) =>
        conversation.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? Path.Combine(folder, conversation + ".key")
            : throw new ArgumentException("Not a conversation id of this host.", nameof(conversation));
}
