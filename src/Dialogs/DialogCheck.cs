using System.Reflection;
using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Dialogs, their files, their reply names, the marks of their examples and the languages agree, or nothing starts.</summary>
public static partial class DialogCheck
{
    private static readonly string[] Marks = ["title", "author", "branch", "date", "isbn", "ordinal", "age"];

    /// <summary>Throws <see cref="InvalidDataException"/> with every disagreement, each with file and line.</summary>
    public static void Run(IReadOnlyList<DialogFile> files, IReadOnlyDictionary<string, Type> dialogs)
    {
        var errors = files
            .GroupBy(file => file.Language)
            .SelectMany(language => Language(language.Key, [.. language], dialogs))
            .Concat(files.SelectMany(WrongMarks))
            .Concat(files.SelectMany(file => DifferentFrom(files, file)))
            .ToList();
        if (errors.Count > 0)
            throw new InvalidDataException(string.Join(Environment.NewLine, errors));
    }

    private static IEnumerable<string> Language(
        string language,
        IReadOnlyList<DialogFile> files,
        IReadOnlyDictionary<string, Type> dialogs
    )
    {
        foreach (var name in dialogs.Keys.Except(files.Select(file => file.Dialog)))
            yield return $"dialogs/{language}/{name}.md:1: the dialog {dialogs[name].Name} has no words here.";
        foreach (var file in files)
        {
            if (!dialogs.TryGetValue(file.Dialog, out var dialog))
            {
                yield return $"{Shown(file)}:1: no dialog of this name; DialogSet.cs lists them.";
                continue;
            }
            var said = Said(dialog).Select(name => $"{file.Dialog}/{name}").ToHashSet();
            foreach (var reply in file.Replies.Where(reply => !said.Contains(reply.Name)))
                yield return $"{reply.File}:{reply.LineNumber}: nothing says '{reply.Name}'.";
            foreach (var missing in said.Except(file.Replies.Select(reply => reply.Name)))
                yield return $"{Shown(file)}:1: {dialog.Name} says '{missing}', which is not written here.";
        }
    }

    /// <summary>What a dialog says; one that is asked for by examples also has a label for choices.</summary>
    public static IReadOnlyList<string> Said(Type dialog) => dialog.GetCustomAttribute<SaysAttribute>()?.Names ?? [];

    private static IEnumerable<string> WrongMarks(DialogFile file) =>
        from example in file.Examples
        from Match mark in Mark().Matches(example.Text)
        where !Marks.Contains(mark.Groups[1].Value)
        select $"{Shown(file)}:{example.Line}: {{{mark.Groups[1].Value}}} marks no entity; there are {string.Join(", ", Marks)}.";

    /// <summary>A reply of one language must be there in every other that has the dialog.</summary>
    private static IEnumerable<string> DifferentFrom(IReadOnlyList<DialogFile> files, DialogFile file) =>
        from other in files
        where other.Dialog == file.Dialog && other.Language != file.Language
        from reply in file.Replies
        where other.Replies.All(known => known.Name != reply.Name)
        select $"{reply.File}:{reply.LineNumber}: '{reply.Name}' is not written in {Shown(other)}.";

    private static string Shown(DialogFile file) => $"dialogs/{file.Language}/{file.Dialog}.md";

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Mark();
}
