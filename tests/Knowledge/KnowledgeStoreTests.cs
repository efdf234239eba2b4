using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Storage;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>What becomes of entries over restarts, changed files, days and acts of the staff.</summary>
public sealed class KnowledgeStoreTests : IDisposable
{
    private const string Slug = "loan-limit";
    private static readonly string First = StoredKnowledge.Entry(Slug, "다섯 권까지예요.");
    private static readonly string Second = StoredKnowledge.Entry(Slug, "여섯 권까지예요.");
    private static readonly string Third = StoredKnowledge.Entry(Slug, "일곱 권까지예요.");

    private readonly TemporaryFolder folder = new();

    public KnowledgeStoreTests() => StoredKnowledge.Write(folder.Path, Slug, First);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_files_seed_the_store_once()
    {
        await using (var knowledge = Opened())
            Assert.Equal("다섯 권까지예요.", knowledge.Tells());
        await using var again = Opened();

        var version = Assert.Single(again.Store.Of(Slug));
        Assert.Equal((1, EntryAct.File, EntryStatus.Sample), (version.Version, version.Act, version.Status));
        Assert.Equal(First, version.Text);
    }

    [Fact]
    public async Task A_file_that_has_changed_becomes_a_new_version_and_the_old_one_stays_to_be_read()
    {
        await Opened().DisposeAsync();
        StoredKnowledge.Write(folder.Path, Slug, Second);

        await using var knowledge = Opened();

        Assert.Equal("여섯 권까지예요.", knowledge.Tells());
        Assert.Equal([First, Second], knowledge.Store.Of(Slug).Select(version => version.Text));
    }

    [Fact]
    public async Task What_staff_have_written_wins_over_a_file_and_the_conflict_is_kept_and_logged_once()
    {
        await using (var knowledge = Opened())
            await knowledge.Publishes(Slug, Second);
        StoredKnowledge.Write(folder.Path, Slug, Third);
        await using (var knowledge = Opened())
        {
            Assert.Equal("여섯 권까지예요.", knowledge.Tells());
            Assert.Single(knowledge.Log.Entries, line => line.Message.Contains(Slug, StringComparison.Ordinal));
        }

        await using var again = Opened();

        var conflict = Assert.Single(again.Store.Conflicts());
        Assert.Equal((Slug, 3, Third), (conflict.Slug, conflict.Version, conflict.Text));
        Assert.DoesNotContain(again.Log.Entries, line => line.Message.Contains(Slug, StringComparison.Ordinal));
        await again.Editing.SaveAsync(Slug, Third, basedOn: 3, new("자료봉사"));
        Assert.Empty(again.Store.Conflicts());
    }

    [Fact]
    public async Task Of_two_editors_the_second_hears_of_the_first_and_loses_nothing()
    {
        await using var knowledge = Opened();
        await knowledge.Editing.SaveAsync(Slug, Second, basedOn: 1, new("부개도서관 사서"));

        var conflict = await Assert.ThrowsAsync<EditConflictException>(() =>
            knowledge.Editing.SaveAsync(Slug, Third, basedOn: 1, new("청천도서관 사서"))
        );

        Assert.Equal((2, "부개도서관 사서"), (conflict.Newest.Version, conflict.Newest.By));
        Assert.Equal([First, Second], knowledge.Store.Of(Slug).Select(version => version.Text));
        Assert.Equal(
            (Third, "청천도서관 사서"),
            knowledge.Store.Conflicts().Select(lost => (lost.Text, lost.By)).Single()
        );
        Assert.Equal(2, (await knowledge.Editing.SaveAsync(Slug, Second, 1, new("부개도서관 사서"))).Version);
        Assert.Equal("다섯 권까지예요.", knowledge.Tells());
    }

    [Fact]
    public async Task Fifty_editors_at_once_leave_one_version_and_forty_nine_conflicts()
    {
        await using var knowledge = Opened();

        var saved = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(async editor =>
                {
                    var text = StoredKnowledge.Entry(Slug, $"{editor}권까지예요.");
                    try
                    {
                        return (
                            await knowledge.Editing.SaveAsync(Slug, text, basedOn: 1, new($"{editor}번 자리"))
                        ).Version;
                    }
                    catch (EditConflictException)
                    {
                        return 0;
                    }
                })
        );

        Assert.Equal(2, saved.Sum());
        Assert.Equal(49, knowledge.Store.Conflicts().Count);
    }

    [Fact]
    public async Task A_version_from_a_later_day_answers_on_that_day_without_a_restart()
    {
        await using var knowledge = Opened();
        var published = await knowledge.Publishes(Slug, Second, new(2026, 12, 1));
        Assert.Contains("effective_from: 2026-12-01", published.Text, StringComparison.Ordinal);
        var edition = knowledge.Published.Current;

        knowledge.Clock.Set(Clock.Seoul("2026-11-30 23:59"));
        Assert.Equal("다섯 권까지예요.", knowledge.Tells());
        Assert.Equal(1, knowledge.Published.Current.Find(Slug, knowledge.Store.Today)?.Version);
        knowledge.Clock.Set(Clock.Seoul("2026-12-01 00:00"));
        Assert.Equal("여섯 권까지예요.", knowledge.Tells());

        var citation = knowledge.Published.Current.Ask("몇 권까지 빌릴 수 있어요?", new(2026, 12, 1))!.Citation;
        Assert.Equal((3, new DateOnly(2026, 12, 1)), (citation.Version, citation.EffectiveFrom));
        Assert.Same(edition, knowledge.Published.Current);
    }

    [Fact]
    public async Task A_correction_of_today_leaves_what_is_planned_and_a_version_for_a_month_is_followed_by_the_one_before()
    {
        await using var knowledge = Opened();
        var december = Third.Replace("effective_to:", "effective_to: 2026-12-31", StringComparison.Ordinal);
        await knowledge.Publishes(Slug, december, new(2026, 12, 1));
        await knowledge.Publishes(Slug, Second);

        Assert.Equal("여섯 권까지예요.", knowledge.Tells());
        knowledge.Clock.Set(Clock.Seoul("2026-12-31 12:00"));
        Assert.Equal("일곱 권까지예요.", knowledge.Tells());
        knowledge.Clock.Set(Clock.Seoul("2027-01-01 12:00"));
        Assert.Equal("여섯 권까지예요.", knowledge.Tells());
    }

    [Fact]
    public async Task What_is_withdrawn_is_told_no_more_and_neither_is_what_was_planned()
    {
        await using (var knowledge = Opened())
        {
            await knowledge.Publishes(Slug, Second, new(2026, 12, 1));
            await knowledge.Editing.WithdrawAsync(Slug, basedOn: 3, from: null, new("자료봉사", "규정이 없어짐"));
            Assert.Null(knowledge.Tells());
            knowledge.Clock.Set(Clock.Seoul("2026-12-02 10:00"));
            Assert.Null(knowledge.Tells());
        }

        await using var again = Opened();

        Assert.Null(again.Published.Current.Find(Slug));
        Assert.Equal(
            (EntryStatus.Withdrawn, "규정이 없어짐"),
            (again.Store.Of(Slug)[^1].Status, again.Store.Of(Slug)[^1].Note)
        );
        await again.Editing.RollBackAsync(Slug, to: 1, basedOn: 4, new("자료봉사"));
        Assert.Equal("다섯 권까지예요.", again.Tells());
    }

    [Fact]
    public async Task Rolled_back_an_earlier_text_answers_as_a_new_version()
    {
        await using var knowledge = Opened();
        await knowledge.Publishes(Slug, Second);
        Assert.Equal("여섯 권까지예요.", knowledge.Tells());

        var back = await knowledge.Editing.RollBackAsync(Slug, to: 1, basedOn: 3, new("자료봉사"));

        Assert.Equal((4, 1, First), (back.Version, back.Of, back.Text));
        Assert.Equal("다섯 권까지예요.", knowledge.Tells());
        await Assert.ThrowsAsync<NoSuchEntryException>(() =>
            knowledge.Editing.RollBackAsync(Slug, 2, null, new("자료봉사"))
        );
        await Assert.ThrowsAsync<EditConflictException>(() =>
            knowledge.Editing.RollBackAsync(Slug, 1, 3, new("자료봉사"))
        );
    }

    [Fact]
    public async Task What_was_published_before_a_crash_is_told_after_it()
    {
        await using (var knowledge = Opened())
        {
            using var dead = new PublishedKnowledge(knowledge.Published.Current, _ => throw new IOException("killed"));
            var store = knowledge.Store;
            var editing = new KnowledgeEditing(
                store,
                Rules.Read(Path.Combine(folder.Path, "knowledge", "rules.yml")),
                dead
            );
            await editing.SaveAsync(Slug, Second, 1, new("자료봉사"));
            await Assert.ThrowsAsync<IOException>(() => editing.PublishAsync(Slug, 2, null, new("자료봉사")));
            Assert.Equal("다섯 권까지예요.", knowledge.Tells());
        }

        await using var again = Opened();

        Assert.Equal("여섯 권까지예요.", again.Tells());
    }

    [Fact]
    public async Task A_version_is_never_changed_not_even_by_hand()
    {
        await using var knowledge = Opened();
        using var connection = new Database(Path.Combine(folder.Path, "data", "conversations.db")).Open();
        foreach (var sql in (string[])["UPDATE entry_versions SET text = ''", "DELETE FROM entry_versions"])
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            Assert.Contains(
                "never",
                Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).Message,
                StringComparison.Ordinal
            );
        }
        Assert.Equal("다섯 권까지예요.", knowledge.Tells());
    }

    [Fact]
    public async Task A_question_can_say_that_a_wrong_answer_to_it_hurts()
    {
        StoredKnowledge.Write(
            folder.Path,
            Slug,
            First.Replace(
                "questions:",
                "questions:\n  - { text: 연체료가 있나요?, critical: true }",
                StringComparison.Ordinal
            )
        );
        await using var knowledge = Opened();

        var entry = knowledge.Published.Current.Find(Slug)!;

        Assert.Equal(["연체료가 있나요?", "몇 권까지 빌릴 수 있어요?"], entry.Questions);
        Assert.Equal(["연체료가 있나요?"], entry.CriticalQuestions);
        var wrong = await Assert.ThrowsAsync<InvalidDataException>(() =>
            knowledge.Editing.SaveAsync(
                Slug,
                First.Replace("- 몇 권까지", "- { text: 몇 권, critical: perhaps }\n  - 몇", StringComparison.Ordinal),
                1,
                new("자료봉사")
            )
        );
        Assert.StartsWith("loan-limit.md(12): critical: 'perhaps'", wrong.Message, StringComparison.Ordinal);
    }

    private StoredKnowledge Opened() => new(folder.Path);
}
