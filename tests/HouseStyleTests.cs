using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests;

/// <summary>The numbers that the house holds, so that every file stays one read.</summary>
public sealed partial class HouseStyleTests
{
    private const int LongestFile = 300;
    private const int LongestMethod = 40;

    private static readonly IReadOnlyList<(string File, string Text)> Files =
    [
        .. SourceFiles
            .Under("src")
            .Concat(SourceFiles.Under("tests"))
            .Select(path => (SourceFiles.Shown(path), File.ReadAllText(path))),
    ];

    [Fact]
    public void No_file_is_too_long_to_read() =>
        Assert.Empty(Files.Where(file => file.Text.AsSpan().Count('\n') > LongestFile).Select(file => file.File));

    [Fact]
    public void Nothing_is_folded_away() =>
        Assert.Empty(Files.Where(file => Region().IsMatch(file.Text)).Select(file => file.File));

    [Fact]
    public void The_time_is_asked_of_the_clock_that_a_test_can_set() =>
        Assert.Empty(
            Files
                .Where(file => file.File.StartsWith("src/", StringComparison.Ordinal) && file.File != "src/Host.cs")
                .Where(file => MachineTime().IsMatch(file.Text))
                .Select(file => file.File)
        );

    [Fact]
    public void A_field_is_named_like_everything_else() =>
        Assert.Empty(Files.Where(file => Underscored().IsMatch(file.Text)).Select(file => file.File));

    /// <summary>From brace to brace, as the debugger knows the lines; tables of words in field initialisers do not count.</summary>
    [Fact]
    public void No_method_is_too_long_to_see_at_once()
    {
        using var symbols = File.OpenRead(Path.ChangeExtension(typeof(Program).Assembly.Location, ".pdb"));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        var tooLong =
            from handle in reader.MethodDebugInformation
            where !IsConstructor(handle)
            let lines = LinesOf(reader, reader.GetMethodDebugInformation(handle))
            where lines is { File: not null, Count: > LongestMethod }
            select $"{lines.File}:{lines.First} has {lines.Count} lines";
        Assert.Empty(tooLong);
    }

    private static bool IsConstructor(MethodDebugInformationHandle method) =>
        typeof(Program).Module.ResolveMethod(MetadataTokens.GetToken(method.ToDefinitionHandle())) is ConstructorInfo;

    private static (string? File, int First, int Count) LinesOf(MetadataReader reader, MethodDebugInformation method)
    {
        if (method.Document.IsNil)
            return default;
        var file = reader.GetString(reader.GetDocument(method.Document).Name).Replace('\\', '/');
        if (file.Contains("/obj/", StringComparison.Ordinal) || !file.EndsWith(".cs", StringComparison.Ordinal))
            return default;
        var points = method.GetSequencePoints().Where(point => !point.IsHidden).ToList();
        return points is []
            ? default
            : (
                file,
                points.Min(point => point.StartLine),
                points.Max(point => point.EndLine) - points.Min(point => point.StartLine) + 1
            );
    }

    [GeneratedRegex(@"^\s*#region", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"^\s*(private|internal|protected|public)\b[^=;(]*\s_[a-z]\w*\s*(=|;)", RegexOptions.Multiline)]
    private static partial Regex Underscored();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex MachineTime();
}
