using System.Text;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>The text of a file in UTF-8, or as Korean spreadsheets still save it.</summary>
internal static class DocumentEncoding
{
    private const int Korean = 949;

    /// <exception cref="InvalidDataException">It is in neither.</exception>
    public static string TextOf(byte[] bytes)
    {
        if (bytes.AsSpan().Contains((byte)0) && !(bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]))
            throw new InvalidDataException("글자로 된 파일이 아니에요.");
        try
        {
            using var reader = new StreamReader(
                new MemoryStream(bytes, writable: false),
                new UTF8Encoding(false, throwOnInvalidBytes: true)
            );
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return InKorean(bytes);
        }
    }

    private static string InKorean(byte[] bytes)
    {
        try
        {
            return CodePagesEncodingProvider
                .Instance.GetEncoding(Korean, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!
                .GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            throw new InvalidDataException("UTF-8도 한국어 완성형(CP949)도 아닌 글자가 있어요.", broken);
        }
    }
}
