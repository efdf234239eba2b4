namespace Bupyeong.Chatbot.LanguageModel.Plugins;

/// <summary>All that a plugin tells of one thing: what it is called, and whose or where it is.</summary>
internal sealed record PluginRow(string Title, string Of = "")
{
    /// <summary>Rows of one look-up.</summary>
    public const int Most = 6;
}
