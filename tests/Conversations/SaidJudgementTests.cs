using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Conversations;

/// <summary>What residents say of an answer is kept beside the thumbs of the window.</summary>
public sealed class SaidJudgementTests : IAsyncDisposable
{
    private readonly LibraryHost host = new();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task An_answer_that_did_not_help_is_kept_with_its_reason()
    {
        var resident = await Resident.ComesTo(host);
        await resident.Says("한번에 몇권까지 빌려요?");
        await resident.Says("도움이 안 됐어요");
        Assert.Equal(1, Count("name = 'library-rule/answer' AND value = 'dislike' AND reason IS NULL"));

        await resident.Says("내용이 달라요");

        resident.Hears("feedback/noted");
        Assert.Equal(1, Count("name = 'library-rule/answer' AND value = 'dislike' AND reason = '내용이 달라요'"));
        Assert.Equal(1, Count("true"));
    }

    [Fact]
    public async Task An_answer_that_helped_is_kept_and_mere_thanks_are_not()
    {
        var resident = await Resident.ComesTo(host);
        await resident.Says("한번에 몇권까지 빌려요?");
        await resident.Says("고마워요");
        Assert.Equal(0, Count("true"));

        await resident.Says("덕분에 해결했어요");

        Assert.Equal(1, Count("name = 'library-rule/answer' AND value = 'like'"));
    }

    private long Count(string condition)
    {
        using var store = new Store(host);
        return store.Count($"SELECT count(*) FROM judgements WHERE {condition}");
    }
}
