using Bupyeong.Chatbot.Privacy;

namespace Bupyeong.Chatbot.Tests.Privacy;

public class MaskingTests
{
    private readonly Masking masking = new(["032-505-0062", "032-330-9171", "032-510-7300"]);

    public static TheoryData<string, string> PrivateNumbers =>
        new()
        {
            { "제 주민번호는 900101-1234567이에요", "제 주민번호는 [주민등록번호 가림]이에요" },
            { "950315 5123456 외국인등록증", "[주민등록번호 가림] 외국인등록증" },
            { "주민 19900101-1234567", "주민 [주민등록번호 가림]" },
            { "900101-1******", "[주민등록번호 가림]" },
            { "010-1234-5678로 알려 주세요", "[전화번호 가림]로 알려 주세요" },
            { "전화는01012345678입니다", "전화는[전화번호 가림]입니다" },
            { "(010) 1234-5678", "[전화번호 가림]" },
            { "+82 10-1234-5678", "[전화번호 가림]" },
            { "공일공-일이삼사-오육칠팔이에요", "[전화번호 가림]이에요" },
            { "공일공에 일이삼사에 오육칠팔", "[전화번호 가림]" },
            { "０１０－１２３４－５６７８", "[전화번호 가림]" },
            { "0\u200B1\u200B0\u200B-1234-5678", "[전화번호 가림]" },
            { "O1O-1234-5678", "[전화번호 가림]" },
            { "집은 02-345-6789", "집은 [전화번호 가림]" },
            { "연락처 523-4567", "연락처 [전화번호 가림]" },
            { "P2026000001 연장", "[회원번호 가림] 연장" },
            { "p 2026 000001", "[회원번호 가림]" },
            { "회원번호 2026000001", "회원번호 [회원번호 가림]" },
            { "카드 1234-5678-9012-3456", "카드 [회원번호 가림]" },
            { "계좌 110-123-456789", "계좌 [회원번호 가림]" },
            { "gildong.hong@naver.com으로", "[전자우편 가림]으로" },
            { "hong 골뱅이 네이버 닷컴", "[전자우편 가림]" },
            { "P2026000002 518306", "[회원번호 가림] [비밀번호 가림]" },
            { "518306 / P2026000002", "[비밀번호 가림] / [회원번호 가림]" },
            { "비밀번호는 518306이에요", "비밀번호는 [비밀번호 가림]이에요" },
            { "5183이 제 비번", "[비밀번호 가림]이 제 비번" },
            { "PIN518306", "PIN[비밀번호 가림]" },
            { "518306pin", "[비밀번호 가림]pin" },
            { "pw: 1234", "pw: [비밀번호 가림]" },
            { "비번이 오일팔삼공육", "비번이 [비밀번호 가림]" },
            { "비번 ５１８３０６", "비번 [비밀번호 가림]" },
            { "2024년 비밀번호 518306", "2024년 비밀번호 [비밀번호 가림]" },
            { "비밀번호 1234 아니면 5678", "비밀번호 [비밀번호 가림] 아니면 [비밀번호 가림]" },
            { "핀 1234", "핀 [비밀번호 가림]" },
            { "P2026000002 2024년 518306 비번", "[회원번호 가림] 2024년 [비밀번호 가림] 비번" },
            { "비밀번호 19900101", "비밀번호 [비밀번호 가림]" },
            { "회원번호 2026000001 비번 518306", "회원번호 [회원번호 가림] 비번 [비밀번호 가림]" },
            { "12811000123456, 5183", "[회원번호 가림], [비밀번호 가림]" },
            { "주민번호뒷자리까지 9 0 0 1 0 1 - 1 2 3 4 5 6 7", "주민번호뒷자리까지 [주민등록번호 가림]" },
            {
                "P2026000001/518306/010-1234-5678/a@b.kr",
                "[회원번호 가림]/[비밀번호 가림]/[전화번호 가림]/[전자우편 가림]"
            },
        };

    public static TheoryData<string> HarmlessNumbers =>
        [
            "9788936434120 있나요",
            "978-89-364-3412-0",
            "ISBN 번호 0-306-40615-2",
            "0306406152 있어요?",
            "080442957X",
            "813.7 한31ㅊ 어디 있나요",
            "813.602 박14ㅌ v.12",
            "1984 있어요?",
            "2024 2025 2026 수상작",
            "15,000원이에요",
            "1200000000원",
            "2026-11-22에 반납",
            "2026.11.22.",
            "20261122",
            "2026년 11월 22일 오후 2시 30분",
            "20261122-20261130",
            "09:00-18:00",
            "EM0000000001",
            "EM-0000000001",
            "032-505-0062로 전화할게요",
            "0325050062",
            "+82-32-505-0062",
            "032) 330.9171",
            "전화 505-0062",
            "비밀번호 변경 2026-11-22",
            "비밀번호를 잊어버렸어요",
            "비밀번호 4자리예요?",
            "비밀번호를 2026년에 바꿨어요",
            "비번 까먹음 1588-1234",
            "핀란드 2024 여행",
            "shopping 2024",
            "캠핀 2024",
            "P2026 출판사",
            "흔한남매 1 2 3 4 5 6 7 8 9 10 11 12권",
            "토지 12권 3권",
            "37.4910257, 126.7394883",
            "B261122-0042",
            "이사 오는데 구일은 일이 이삼일 걸려요",
            "오늘 몇 시까지 해요",
            "",
        ];

    [Theory]
    [MemberData(nameof(PrivateNumbers))]
    public void A_private_number_is_taken_out_and_the_rest_stays(string text, string masked) =>
        Assert.Equal(masked, masking.Mask(text).Text);

    [Theory]
    [MemberData(nameof(HarmlessNumbers))]
    public void Numbers_of_books_days_prices_and_ours_stay(string text) =>
        Assert.Equal(new MaskedText(text, PrivateKinds.None), masking.Mask(text));

    [Theory]
    [MemberData(nameof(PrivateNumbers))]
    public void What_is_masked_stays_as_it_is(string text, string masked)
    {
        Assert.NotEqual(text, masked);
        Assert.Equal(masked, masking.Mask(masked).Text);
    }

    [Fact]
    public void What_was_found_is_told()
    {
        Assert.Equal(
            PrivateKinds.Card | PrivateKinds.Pin | PrivateKinds.Phone,
            masking.Mask("P2026000001 비번 518306, 010-1234-5678").Found
        );
        Assert.Equal(PrivateKinds.ResidentNumber | PrivateKinds.Email, masking.Mask("900101-1234567 a@b.kr").Found);
    }

    [Fact]
    public void A_text_without_numbers_is_handed_back_itself()
    {
        const string Text = "토지 있나요? 이번 주말에 삼산도서관 열어요?";

        Assert.Same(Text, masking.Mask(Text).Text);
    }

    [Fact]
    public void Letters_typed_apart_are_read_together() =>
        Assert.Equal(
            "비번 [비밀번호 가림]",
            masking.Mask("비번 5183".Normalize(System.Text.NormalizationForm.FormD)).Text
        );

    [Fact]
    public void Broken_text_breaks_nothing() =>
        Assert.Equal("\uD83D[전화번호 가림]\uDE00", masking.Mask("\uD83D010-1234-5678\uDE00").Text);
}
