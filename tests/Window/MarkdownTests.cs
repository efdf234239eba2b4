using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>The small part of Markdown that the library's words may use, node by node.</summary>
public sealed class MarkdownTests(Chromium chromium) : WindowTest(chromium)
{
    private const string Elsewhere = "target=\"_blank\" rel=\"noopener noreferrer\"";

    private static readonly (string Text, string Made)[] Marked =
    [
        ("한 줄", "<p>한 줄</p>"),
        ("한 줄\n두 줄", "<p>한 줄\n두 줄</p>"),
        ("한 문단\n\n다음 문단", "<p>한 문단</p><p>다음 문단</p>"),
        ("한 문단\r\n\r\n다음 문단", "<p>한 문단</p><p>다음 문단</p>"),
        ("## 대출", "<p><strong>대출</strong></p>"),
        ("**굵게** 씁니다", "<p><strong>굵게</strong> 씁니다</p>"),
        ("**굵게**은 조사", "<p><strong>굵게</strong>은 조사</p>"),
        ("*기울여* 씁니다", "<p><em>기울여</em> 씁니다</p>"),
        ("`코드 *그대로*`", "<p><code>코드 *그대로*</code></p>"),
        ("**굵고 *기울인* 말**", "<p><strong>굵고 <em>기울인</em> 말</strong></p>"),
        ("a*b*c와 2*3*4", "<p>a*b*c와 2*3*4</p>"),
        ("snake_case_name", "<p>snake_case_name</p>"),
        ("**닫지 않음", "<p>**닫지 않음</p>"),
        ("*닫지 않음 `이것도 [저것도](", "<p>*닫지 않음 `이것도 [저것도](</p>"),
        ("- 하나\n- 둘", "<ul><li>하나</li><li>둘</li></ul>"),
        ("* 하나\n• 둘", "<ul><li>하나</li><li>둘</li></ul>"),
        ("3. 셋\n4. 넷", "<ol start=\"3\"><li>셋</li><li>넷</li></ol>"),
        ("1) 하나\n2) 둘\n\n끝", "<ol start=\"1\"><li>하나</li><li>둘</li></ol><p>끝</p>"),
        ("순서\n- 하나", "<p>순서</p><ul><li>하나</li></ul>"),
        ("> 인용\n> 이어짐", "<blockquote>인용\n이어짐</blockquote>"),
        ("[안내](https://example.kr/a)", $"<p><a href=\"https://example.kr/a\" {Elsewhere}>안내</a></p>"),
        ("[괄호](https://example.kr/a_(b))", $"<p><a href=\"https://example.kr/a_(b)\" {Elsewhere}>괄호</a></p>"),
        ("[전화](tel:032-330-9171)", "<p><a href=\"tel:032-330-9171\">전화</a></p>"),
        ("[편지](mailto:a@example.kr)", "<p><a href=\"mailto:a@example.kr\">편지</a></p>"),
        ("[나쁜](javascript:alert(1))", "<p><span>나쁜</span></p>"),
        ("https://example.kr/a.", $"<p><a href=\"https://example.kr/a\" {Elsewhere}>https://example.kr/a</a>.</p>"),
        ("(https://example.kr/a)", $"<p>(<a href=\"https://example.kr/a\" {Elsewhere}>https://example.kr/a</a>)</p>"),
        ("032-330-9171로 전화", "<p><a href=\"tel:032-330-9171\">032-330-9171</a>로 전화</p>"),
        ("1577-1234", "<p><a href=\"tel:1577-1234\">1577-1234</a></p>"),
        ("978-89-364-3367-3", "<p>978-89-364-3367-3</p>"),
        ("<b>글</b> &amp;", "<p>&lt;b&gt;글&lt;/b&gt; &amp;amp;</p>"),
        ("", ""),
        (" \n \n", ""),
    ];

    private static readonly (string Text, string Made)[] Plain =
    [
        ("**그대로** *그대로* `그대로`\n- 그대로", "**그대로** *그대로* `그대로`\n- 그대로"),
        ("[안내](그대로)", "[안내](그대로)"),
        (
            "보세요 https://example.kr/a",
            $"보세요 <a href=\"https://example.kr/a\" {Elsewhere}>https://example.kr/a</a>"
        ),
        ("전화 02-123-4567", "전화 <a href=\"tel:02-123-4567\">02-123-4567</a>"),
    ];

    private const string Script = """
        async ({ library, texts, isMarkdown }) => {
          const { written } = await import(`${library}chat/markdown.js`);
          return texts.map((text) => {
            const place = document.createElement("div");
            place.append(...written(text, isMarkdown));
            return place.innerHTML;
          });
        }
        """;

    [Fact]
    public Task Marked_words_become_nodes() => Becomes(Marked, isMarkdown: true);

    [Fact]
    public Task Plain_words_stay_as_they_are_but_for_links_and_telephone_numbers() => Becomes(Plain, isMarkdown: false);

    [Fact]
    public async Task A_very_long_text_of_marks_takes_no_long_time()
    {
        var visitor = await Comes(Visit.Desktop);
        string[] texts =
        [
            new('*', 20_000),
            string.Concat(Enumerable.Repeat("[a](", 5000)),
            new string('`', 20_000) + "x",
            "**" + new string('a', 50_000),
        ];

        var made = await Writes(visitor, texts, isMarkdown: true);

        Assert.Equal(texts.Length, made.Length);
    }

    private async Task Becomes((string Text, string Made)[] cases, bool isMarkdown)
    {
        var visitor = await Comes(Visit.Desktop);

        var made = await Writes(visitor, [.. cases.Select(each => each.Text)], isMarkdown);

        Assert.Equal(cases.Select(each => (each.Text, each.Made)), cases.Select((each, at) => (each.Text, made[at])));
    }

    private Task<string[]> Writes(Visitor visitor, string[] texts, bool isMarkdown) =>
        visitor.Page.EvaluateAsync<string[]>(
            Script,
            new
            {
                library = $"{Site.Address}",
                texts,
                isMarkdown,
            }
        );
}
