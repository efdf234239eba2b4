using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Channels.Terminal;

/// <summary>Plays a script against a host and says where it goes otherwise than written.</summary>
public sealed class ScriptPlayer(IServiceProvider services, ConversationClock clock)
{
    /// <summary>Every difference in order; none when the conversation goes as written.</summary>
    public async Task<IReadOnlyList<ScriptDifference>> PlayAsync(Script script)
    {
        clock.Set(script.At);
        var talk = await Talk.OpenAsync(services);
        var differences = new List<ScriptDifference>();
        var expected = new List<ScriptLine>();
        foreach (var line in script.Lines)
        {
            if (line.Kind == '<')
            {
                expected.Add(line);
                continue;
            }
            Compare(script, expected, talk.Heard, differences);
            if (line.Kind == '=')
            {
                talk.Dispose();
                talk = await Talk.OpenAsync(services);
                continue;
            }
            if (await DoAsync(talk, line) is { } trouble)
                differences.Add(new ScriptDifference(script.Path, line.Number, $"{line.Kind} {line.Words}", trouble));
        }
        Compare(script, expected, talk.Heard, differences);
        talk.Dispose();
        return differences;
    }

    /// <summary>What the resident does; the answer is what could not be done, or null.</summary>
    private async Task<string?> DoAsync(Talk talk, ScriptLine line)
    {
        if (talk.IsEnded && line.Kind is '>' or '_' or '@' or '/')
            return "the conversation has ended";
        switch (line.Kind)
        {
            case '>':
                await talk.SayAsync(line.Words.Replace("\\n", "\n", StringComparison.Ordinal));
                return null;
            case '_':
                await talk.SayAsync(line.Words);
                return talk.Heard is [] ? null : string.Join(", ", talk.Heard.Select(message => message.Name));
            case '$':
                await talk.StaffAsync(line.Words);
                return null;
            case '@' when !talk.Heard.Any(OffersSignIn):
                return "no button to sign in";
            case '@':
                var words = line.Words.Split(' ');
                return await talk.SignInAsync(words[0], words[1]) ? null : "card and PIN do not agree";
            case '+':
                clock.Pass(TimeSpan.FromMinutes(line.Minutes));
                return null;
            case '~':
                await talk.TidyAsync();
                return null;
            default:
                await talk.EndAsync();
                return null;
        }
    }

    private static bool OffersSignIn(Message message) =>
        message.Cards.Any(card => card.Button?.Url.StartsWith("/sign-in/", StringComparison.Ordinal) is true);

    private static void Compare(
        Script script,
        List<ScriptLine> expected,
        IReadOnlyList<Message> heard,
        List<ScriptDifference> differences
    )
    {
        for (var i = 0; expected.Count > 0 && i < Math.Max(expected.Count, heard.Count); i++)
        {
            var message = i < heard.Count ? heard[i] : null;
            if (i >= expected.Count || !Agrees(expected[i].Words, message))
                differences.Add(
                    new ScriptDifference(
                        script.Path,
                        expected[Math.Min(i, expected.Count - 1)].Number,
                        i < expected.Count ? expected[i].Words : "nothing more",
                        message is null ? "nothing" : $"{message.Name} : {Shown(message)}"
                    )
                );
        }
        expected.Clear();
    }

    private static bool Agrees(string expected, Message? heard)
    {
        if (heard is null || expected.Split([" : ", " ! "], StringSplitOptions.None)[0] != heard.Name)
            return false;
        var shown = Shown(heard);
        return expected.Split(" : ") is not [_, var must] || shown.Contains(must, StringComparison.Ordinal)
            ? expected.Split(" ! ") is not [_, var mustNot] || !shown.Contains(mustNot, StringComparison.Ordinal)
            : false;
    }

    /// <summary>All that a bubble shows: its text, its cards and where they lead.</summary>
    private static string Shown(Message message) =>
        string.Join(' ', message.Cards.SelectMany(Texts).Prepend(message.Text).Where(text => text is not (null or "")));

    private static IEnumerable<string?> Texts(Card card) =>
        [
            card.Title,
            card.Subtitle,
            .. card.Rows.SelectMany(row => new[] { row.Label, row.Text, row.SayLabel, row.Say, row.Url }),
            card.Footnote,
            card.Button?.Label,
            card.Button?.Url,
        ];
}

/// <summary>Where a conversation did not go as written.</summary>
public sealed record ScriptDifference(string Path, int Line, string Expected, string Heard)
{
    public override string ToString() =>
        $"{Path}:{Line}: expected {Expected}\n  heard {Heard.ReplaceLineEndings(" / ")}";
}
