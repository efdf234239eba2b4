using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Privacy;
using Bupyeong.Chatbot.Storage;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>All conversations: made, found again after a restart, and let go from memory when they are quiet.</summary>
public sealed class Hall(Database database, BatchingWriter writer, ConversationKeys keys, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, LiveConversation> live = new();

    public IEnumerable<LiveConversation> Live => live.Values;

    /// <summary>An id that nobody can guess: 128 random bits, safe in a path.</summary>
    public static string NewId() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    /// <summary>The conversation of this id, made when it is new; the flag tells which.</summary>
    public async Task<(LiveConversation Conversation, bool IsNew)> OpenAsync(string id, string channel, string userId)
    {
        if (Find(id) is { } known)
            return (known, false);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var made = await writer.WriteAsync(session =>
            session.Execute(
                """
                INSERT INTO conversations (id, channel, user_id, created_at, last_seen_at, version, state)
                VALUES ($1, $2, $3, $4, $4, 0, $5) ON CONFLICT DO NOTHING
                """,
                id,
                channel,
                userId,
                now,
                JsonSerializer.SerializeToUtf8Bytes(new ConversationState(), StateJson.Default.ConversationState)
            )
        );
        return (Find(id) ?? throw new InvalidOperationException("A conversation was not kept."), made == 1);
    }

    /// <summary>The conversation of this id, read from the store when it is not in memory; null when there is none.</summary>
    public LiveConversation? Find(string id)
    {
        if (!live.TryGetValue(id, out var conversation) && Load(id) is { } loaded)
            conversation = live.GetOrAdd(id, loaded);
        conversation?.LastUsed = time.GetUtcNow();
        return conversation;
    }

    /// <summary>Lets conversations go that nobody has used for a while; they are read again when needed.</summary>
    public void LetGo(TimeSpan unusedFor)
    {
        var before = time.GetUtcNow() - unusedFor;
        foreach (var (id, conversation) in live)
        {
            if (conversation.LastUsed < before && conversation.Patron is null && conversation.IsQuiet)
                live.TryRemove(id, out _);
        }
    }

    /// <summary>Saves the state within the caller's transaction; false when another writer was faster.</summary>
    public static bool SaveState(WriteSession session, LiveConversation conversation, byte[] state, bool isSealed) =>
        session.Execute(
            """
            UPDATE conversations SET state = $1, sealed = $2, version = version + 1, last_seen_at = $3
            WHERE id = $4 AND version = $5
            """,
            state,
            isSealed ? 1 : 0,
            conversation.LastSeen.ToUnixTimeMilliseconds(),
            conversation.Id,
            conversation.Version
        ) == 1;

    /// <summary>State and version as they are stored now.</summary>
    public void Reload(LiveConversation conversation)
    {
        if (Load(conversation.Id) is not { } stored)
            return;
        conversation.State = stored.State;
        conversation.Version = stored.Version;
    }

    private LiveConversation? Load(string id)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT user_id, state, sealed, version, last_seen_at,
                   (SELECT max(sequence) FROM transcript WHERE conversation = id)
            FROM conversations WHERE id = $id
            """;
        command.Parameters.AddWithValue("$id", id);
        using var row = command.ExecuteReader();
        if (!row.Read())
            return null;
        var stored = row.GetFieldValue<byte[]>(1);
        var isSealed = row.GetInt64(2) == 1;
        var plain = isSealed ? keys.Open(id, stored) : stored;
        return new LiveConversation(id, row.GetString(0), ReadState(plain), row.GetInt64(3))
        {
            IsSealed = isSealed && plain is not null,
            LastSeen = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
            NextSequence = row.IsDBNull(5) ? 1 : row.GetInt64(5) + 1,
        };
    }

    /// <summary>A state that was sealed under a key since destroyed is an empty one.</summary>
    private static ConversationState ReadState(byte[]? plain) =>
        plain is null
            ? new ConversationState()
            : JsonSerializer.Deserialize(plain, StateJson.Default.ConversationState) ?? new ConversationState();
}
