using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>The written files of the house, found from where the tests were built.</summary>
public static partial class SourceFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>The .cs and .razor files under a folder of the repository, without what the build made.</summary>
    public static IEnumerable<string> Under(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(path =>
                path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal)
            )
            .Where(path => !Built().IsMatch(path))
            .Order(StringComparer.Ordinal);

    /// <summary>"src/Dialogs/RenewLoan.cs".</summary>
    public static string Shown(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && folder.GetFiles("*.sln").Length == 0)
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"[\\/](bin|obj|node_modules)[\\/]")]
    private static partial Regex Built();
}
