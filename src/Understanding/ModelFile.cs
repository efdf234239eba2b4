using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>The intent model as a file: its numbers, then the SHA-256 of them.</summary>
internal static class ModelFile
{
    public static IntentModel Read(string path, IntentFeatures features)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < SHA256.HashSizeInBytes)
            throw new InvalidDataException($"{path} is too short to be a model");
        var content = bytes.AsSpan(..^SHA256.HashSizeInBytes);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(^SHA256.HashSizeInBytes..)))
            throw new InvalidDataException($"{path} is damaged");
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return new IntentModel(
            Strings(reader),
            Numbers<ulong>(reader),
            Numbers<float>(reader),
            Numbers<float>(reader),
            features
        )
        {
            Temperature = reader.ReadSingle(),
        };
    }

    /// <summary>Writes beside the target and moves, so that no one ever reads half a model.</summary>
    public static void Write(IntentModel model, string path)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            Write(writer, model.Intents);
            Write(writer, model.Vocabulary);
            Write(writer, model.Weights);
            Write(writer, model.Biases);
            writer.Write(model.Temperature);
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(beside, [.. content.ToArray(), .. SHA256.HashData(content.ToArray())]);
        File.Move(beside, path, overwrite: true);
    }

    private static void Write(BinaryWriter writer, string[] strings)
    {
        writer.Write(strings.Length);
        foreach (var text in strings)
            writer.Write(text);
    }

    private static void Write<T>(BinaryWriter writer, T[] numbers)
        where T : unmanaged
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }

    private static string[] Strings(BinaryReader reader)
    {
        var strings = new string[reader.ReadInt32()];
        for (var i = 0; i < strings.Length; i++)
            strings[i] = reader.ReadString();
        return strings;
    }

    private static T[] Numbers<T>(BinaryReader reader)
        where T : unmanaged
    {
        var numbers = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
