using Bupyeong.Chatbot.LanguageModel.Plugins;
using Microsoft.SemanticKernel;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>What the model may look up for one question: functions that only read, a few times and with few words.</summary>
internal sealed class ModelTools(KernelPluginCollection plugins)
{
    /// <summary>Answers of the model that may be calls; the next one must be words.</summary>
    public const int MostRounds = 2;
    public const int MostCalls = 4;
    public const int LongestArgument = 60;
    private const int LongestField = 80;

    private readonly Kernel kernel = new();
    private readonly List<PluginRow> told = [];
    private int calls;

    public IReadOnlyList<KernelFunction> Functions { get; } = [.. plugins.SelectMany(plugin => plugin)];

    /// <summary>Everything that the model was told, for those who check its words.</summary>
    public IReadOnlyList<string> Told => [.. told.SelectMany(row => new[] { row.Title, row.Of })];

    /// <summary>What the function finds, between marks; null when it was not given or more is called than may be.</summary>
    public async Task<string?> CallAsync(FunctionCallContent call, CancellationToken cancellation)
    {
        if (
            ++calls > MostCalls
            || call.Exception is not null
            || !plugins.TryGetFunction(call.PluginName, call.FunctionName, out var function)
            || call.Arguments?.Any(argument => argument.Value is not string { Length: <= LongestArgument }) is true
        )
            return null;
        try
        {
            var result = await function.InvokeAsync(kernel, call.Arguments, cancellation);
            var rows = result.GetValue<IReadOnlyList<PluginRow>>()!.Take(PluginRow.Most).Select(Cut).ToList();
            told.AddRange(rows);
            return string.Join('\n', rows.Select(row => $"<row>{Prompt.Inert($"{row.Title} | {row.Of}")}</row>"));
        }
        catch (KernelException)
        {
            // Called without what it needs.
            return null;
        }
    }

    private static PluginRow Cut(PluginRow row) => new(Cut(row.Title), Cut(row.Of));

    private static string Cut(string field) => field.Length > LongestField ? field[..LongestField] : field;
}
