using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Tests.Understanding;

public sealed class NamedLinesTests
{
    [Theory]
    [InlineData("- my\n", "is no '- name: text'")]
    [InlineData("- my: \n", "is no '- name: text'")]
    [InlineData("- my: a\n- my: b\n", ":2: 'my' stands twice")]
    public void A_mistake_is_told_with_file_and_line(string text, string message)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        var error = Assert.Throws<InvalidDataException>(() => NamedLines.Read(file));
        File.Delete(file);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
    }
}
