using Bupyeong.Chatbot.Privacy;

namespace Bupyeong.Chatbot.Tests.Privacy;

/// <summary>Numbers in all the ways people write them, in all the sentences they write them in.</summary>
public class MaskingVariantsTests
{
    private static readonly string[] Sentences =
    [
        "{0}",
        "{0}이에요",
        "제 거는 {0} 입니다",
        "{0}로 알려 주세요. 토지 1권 있나요?",
        "안녕하세요\n{0}\n2026-11-22에 빌렸어요",
        "({0})",
        "\"{0}\", 813.7 한31ㅊ",
    ];

    private static readonly string[] Separators = ["-", "", " ", " - ", ".", "–", "－", "\u00A0", "\u200B", "ㅡ"];

    private readonly Masking masking = new(["032-505-0062"]);

    [Fact]
    public void Resident_numbers_are_found()
    {
        var births = new[] { "900101", "850228", "001231", "111130", "760704" };
        var numbers =
            from birth in births
            from gender in "12345678"
            from separator in Separators
            select $"{birth}{separator}{gender}234567";
        AssertFound(PrivateKinds.ResidentNumber, numbers);
    }

    [Fact]
    public void Mobile_numbers_are_found()
    {
        var codes = new[] { "010", "011", "016", "017", "018", "019" };
        var numbers =
            from code in codes
            from middle in new[] { "1234", "9876", "2024", "0000" }
            from separator in Separators
            select $"{code}{separator}{middle}{separator}5678";
        AssertFound(PrivateKinds.Phone, numbers);
        AssertFound(PrivateKinds.Phone, ["+82-10-1234-5678", "+821012345678", "+82 (0)10 1234 5678", "821012345678"]);
        AssertFound(PrivateKinds.Phone, ["010)1234-5678", "010 1234-5678", "010-1234 5678", "0 1 0 1 2 3 4 5 6 7 8"]);
        AssertFound(PrivateKinds.Phone, ["011-123-4567", "019.234.5678", "010,1234,5678", "010~1234~5678"]);
        AssertFound(
            PrivateKinds.Phone,
            ["공일공일이삼사오육칠팔", "공일공 구팔칠육 오사삼이", "영일영-일이삼사-오육칠팔"]
        );
        AssertFound(PrivateKinds.Phone, ["𝟎𝟏𝟎-𝟏𝟐𝟑𝟒-𝟓𝟔𝟕𝟖", "⓪①⓪-①②③④-⑤⑥⑦⑧", "0️⃣1️⃣0️⃣-1234-5678"]);
    }

    [Fact]
    public void Numbers_with_an_area_code_are_found()
    {
        var codes = new[] { "02", "031", "032", "042", "051", "064", "070", "0507" };
        var numbers =
            from code in codes
            from middle in new[] { "345", "4321", "987" }
            from separator in new[] { "-", " ", ".", ")", ") ", "–" }
            select $"{code}{separator}{middle}{(separator.Contains(')', StringComparison.Ordinal) ? "-" : separator)}6789";
        AssertFound(PrivateKinds.Phone, numbers);
        AssertFound(PrivateKinds.Phone, ["+82-2-345-6789", "+82 32 345 6789", "0323456789"]);
    }

    [Fact]
    public void Card_numbers_are_found()
    {
        var cards =
            from number in new[] { "2026000001", "2026000012", "1987654321", "0000000001" }
            from card in new[]
            {
                $"P{number}",
                $"p{number}",
                $"P-{number}",
                $"P {number[..4]} {number[4..]}",
                $"P{number[..4]}-{number[4..]}",
            }
            select card;
        AssertFound(PrivateKinds.Card, cards);
        AssertFound(PrivateKinds.Card, ["Ｐ２０２６０００００１", "P\u200B2026000001", "12811000123456", "123456789"]);
        AssertFound(
            PrivateKinds.Card,
            ["1234-5678-9012-3456", "1234 5678 9012 3456", "110-123-456789", "2 0 2 6 0 0 0 0 0 1"]
        );
    }

    [Fact]
    public void Mail_addresses_are_found() =>
        AssertFound(
            PrivateKinds.Email,
            [
                "a@b.kr",
                "gildong.hong+lib@mail.example.co.kr",
                "hong1234@naver.com",
                "HONG@GMAIL.COM",
                "hong@naver",
                "hong＠naver．com",
            ]
        );

    [Fact]
    public void PINs_are_found_beside_their_word_or_card()
    {
        var pins =
            from pin in new[] { "1234", "518306", "90210", "20261231" }
            from place in new[]
            {
                "비밀번호 {0}",
                "비밀번호는 {0}",
                "비번:{0}",
                "비번 = {0}",
                "비밀번호가 뭐였더라 {0}",
                "패스워드 {0}",
                "핀번호 {0}",
                "PIN {0}",
                "pin={0}",
                "password {0}",
                "{0} 비번",
                "{0} (비밀번호)",
                "{0} pin",
            }
            select string.Format(null, place, pin);
        foreach (var text in pins)
        {
            Assert.True(masking.Mask(text).Found is PrivateKinds.Pin, text);
            Assert.DoesNotContain(masking.Mask(text).Text, char.IsAsciiDigit);
        }
    }

    [Fact]
    public void Real_ISBNs_survive_in_every_form()
    {
        var random = new Random(20261122);
        for (var n = 0; n < 500; n++)
        {
            var twelve = $"97{random.Next(8, 10)}{random.NextInt64(1_000_000_000):000000000}";
            var isbn =
                twelve + (10 - twelve.Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 1 : 3)).Sum() % 10) % 10;
            AssertKept([
                isbn,
                $"{isbn[..3]}-{isbn[3..]}",
                $"{isbn[..3]}-{isbn[3..5]}-{isbn[5..8]}-{isbn[8..12]}-{isbn[12]}",
            ]);
        }
    }

    [Fact]
    public void Days_years_prices_and_barcodes_survive()
    {
        var day = new DateOnly(2025, 1, 1);
        for (var n = 0; n < 400; n++, day = day.AddDays(1))
            AssertKept([
                $"{day:yyyy-MM-dd}",
                $"{day:yyyyMMdd}",
                $"{day:yyyy.MM.dd}",
                $"{day:yyyy/M/d}",
                $"{day:yyyy년 M월 d일}",
            ]);
        for (var n = 1; n < 200; n++)
            AssertKept([$"EM{n:0000000000}", $"{n * 500:N0}원", $"813.{n} 한{n}ㅊ", $"{1900 + n}년", $"토지 {n}권"]);
    }

    [Theory]
    [InlineData("0 1 0 ")]
    [InlineData("1 2 3 4 5 ")]
    [InlineData("0101")]
    [InlineData("9")]
    [InlineData("900101-")]
    [InlineData("a@a")]
    [InlineData("비밀번호")]
    [InlineData("1234 비번")]
    [InlineData("P202600000")]
    [InlineData("공일공")]
    [InlineData("978-89-")]
    [InlineData("032-505-")]
    [InlineData("+82(")]
    public void Hostile_texts_take_no_longer(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));
        masking.Mask(text);

        var fastest = Enumerable.Range(0, 5).Min(_ => TimeOf(text));

        Assert.True(fastest < TimeSpan.FromSeconds(1), $"{fastest.TotalMilliseconds} ms");
    }

    private TimeSpan TimeOf(string text)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        masking.Mask(text);
        return System.Diagnostics.Stopwatch.GetElapsedTime(start);
    }

    private void AssertFound(PrivateKinds kind, IEnumerable<string> numbers)
    {
        var missed = (
            from number in numbers
            from sentence in Sentences
            let text = string.Format(null, sentence, number)
            let masked = masking.Mask(text)
            where
                masked.Found != kind
                || masked.Text.Length < sentence.Length - 3
                || LeavesDigitsOf(number, sentence, masked.Text)
            select $"{text} → {masked.Text}"
        ).ToList();
        Assert.True(missed is [], string.Join('\n', missed.Take(20)));
    }

    /// <summary>Only the digits of the sentence itself may be left.</summary>
    private static bool LeavesDigitsOf(string number, string sentence, string masked) =>
        number.Length > 0
        && masked.Count(char.IsNumber) != sentence.Replace("{0}", "", StringComparison.Ordinal).Count(char.IsNumber);

    private void AssertKept(IEnumerable<string> numbers)
    {
        var masked = (
            from number in numbers
            from sentence in Sentences
            let text = string.Format(null, sentence, number)
            where masking.Mask(text).IsMasked
            select $"{text} → {masking.Mask(text).Text}"
        ).ToList();
        Assert.True(masked is [], string.Join('\n', masked.Take(20)));
    }
}
