using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Replies;
using Microsoft.Extensions.DependencyInjection;

namespace Bupyeong.Chatbot.Tests.Dialogs;

/// <summary>Words and code that disagree stop the start: on the shipped dialogs, of which one file is changed.</summary>
public sealed class DialogCheckTests : IDisposable
{
    private const string Thanks = """
        ## examples
        - 고마워요

        ## replies

        ### welcome
        - 별말씀을요.

        """;

    private readonly string content = Directory.CreateTempSubdirectory("dialogs-").FullName;

    public DialogCheckTests() => Copy("dialogs/ko", "ko");

    [Fact]
    public void The_shipped_dialogs_agree() => Start();

    [Fact]
    public void A_dialog_without_its_file()
    {
        File.Delete(PathOf("ko/thanks.md"));
        Refused("dialogs/ko/thanks.md:1: the dialog Thanks has no words");
    }

    [Fact]
    public void A_file_without_its_dialog()
    {
        Write("ko/weather.md", Thanks);
        Refused("dialogs/ko/weather.md:1: no dialog of this name");
    }

    [Theory]
    [InlineData("### welcome\n", "### hello\n", "dialogs/ko/thanks.md:6: nothing says 'thanks/hello'")]
    [InlineData("### welcome\n", "### hello\n", "dialogs/ko/thanks.md:1: Thanks says 'thanks/welcome', which is not")]
    [InlineData("- 고마워요", "- {tittle} 고마워요", "dialogs/ko/thanks.md:2: {tittle} marks no entity")]
    [InlineData("## replies", "## answers", "dialogs/ko/thanks.md:4: section 'answers' is not known")]
    [InlineData("## replies\n", "## replies\n- 네\n", "dialogs/ko/thanks.md:5: a bullet before the first ### name")]
    [InlineData("## examples\n", "", "dialogs/ko/thanks.md:1: a bullet before the first ### name")]
    [InlineData("## replies\n", "", "dialogs/ko/thanks.md:5: reply 'welcome' stands outside ## replies")]
    [InlineData("- 별말씀을요.\n", "", "dialogs/ko/thanks.md:6: reply 'welcome' says nothing")]
    [InlineData(
        "- 별말씀을요.\n",
        "- 네.\n### welcome\n- 또요.\n",
        "dialogs/ko/thanks.md:8: reply 'welcome' stands twice"
    )]
    [InlineData("- 별말씀을요.\n", "별말씀을요.\n", "dialogs/ko/thanks.md:7: '별말씀을요.' is neither")]
    [InlineData("- 별말씀을요.", "- {{#if who}}네.", "dialogs/ko/thanks.md:6: 'thanks/welcome' cannot be printed")]
    public void A_mistake_in_a_file_is_named_with_its_line(string right, string wrong, string message)
    {
        Write("ko/thanks.md", Thanks.Replace(right, wrong, StringComparison.Ordinal));
        Refused(message);
    }

    [Fact]
    public void A_language_that_lacks_a_dialog_or_a_reply()
    {
        Copy("dialogs/ko", "en");
        File.Delete(PathOf("en/help.md"));
        Write("ko/thanks.md", Thanks);
        Write("en/thanks.md", Thanks.Replace("welcome", "hello", StringComparison.Ordinal));
        Refused(
            "dialogs/en/help.md:1: the dialog Help has no words",
            "dialogs/ko/thanks.md:6: 'thanks/welcome' is not written in dialogs/en/thanks.md",
            "dialogs/en/thanks.md:6: 'thanks/hello' is not written in dialogs/ko/thanks.md"
        );
    }

    [Fact]
    public void Every_mistake_is_named_at_once()
    {
        File.Delete(PathOf("ko/help.md"));
        Write("ko/weather.md", Thanks);
        Refused("dialogs/ko/help.md:1", "dialogs/ko/weather.md:1");
    }

    public void Dispose() => Directory.Delete(content, recursive: true);

    private void Start()
    {
        var services = new ServiceCollection();
        services.AddDialogs(content, Path.Combine(content, "data"));
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<ReplyWriter>();
    }

    private void Refused(params string[] messages)
    {
        var error = Assert.Throws<InvalidDataException>(Start);
        Assert.All(messages, message => Assert.Contains(message, error.Message, StringComparison.Ordinal));
    }

    private string PathOf(string name) => Path.Combine(content, "dialogs", name);

    private void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    private void Copy(string from, string language)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "dialogs");
        Directory.CreateDirectory(PathOf(language));
        Directory.CreateDirectory(PathOf("entities"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, from)))
            File.Copy(file, PathOf(Path.Combine(language, Path.GetFileName(file))));
        foreach (var part in (string[])["entities", "entities/cues", "entities/names"])
        {
            Directory.CreateDirectory(PathOf(part));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(shipped, part)))
                File.Copy(file, PathOf(Path.Combine(part, Path.GetFileName(file))), overwrite: true);
        }
    }
}
