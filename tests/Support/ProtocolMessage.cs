using System.Text;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>A message in the wire format of protocol buffers, field after field.</summary>
internal sealed class ProtocolMessage
{
    private const int Varints = 0;
    private const int Lengths = 2;
    private const int Words = 5;

    private readonly List<byte> bytes = [];

    public byte[] ToArray() => [.. bytes];

    public ProtocolMessage Number(int field, long value)
    {
        Tag(field, Varints);
        Varint((ulong)value);
        return this;
    }

    public ProtocolMessage Single(int field, float value)
    {
        Tag(field, Words);
        bytes.AddRange(BitConverter.GetBytes(value));
        return this;
    }

    public ProtocolMessage Bytes(int field, byte[] value)
    {
        Tag(field, Lengths);
        Varint((ulong)value.Length);
        bytes.AddRange(value);
        return this;
    }

    public ProtocolMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtocolMessage Message(int field, ProtocolMessage value) => Bytes(field, value.ToArray());

    private void Tag(int field, int kind) => Varint((ulong)((field << 3) | kind));

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }
}
