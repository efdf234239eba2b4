namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>A thing that the rules of a library speak of, and the words for it in each language, as expressions.</summary>
/// <param name="Code">The Korean word by which it is known.</param>
internal sealed record Term(
    TermKind Kind,
    string Code,
    string Korean,
    string English,
    string Vietnamese,
    string Chinese
)
{
    public string In(string language) =>
        language switch
        {
            "en" => English,
            "vi" => Vietnamese,
            "zh" => Chinese,
            _ => Korean,
        };
}

/// <summary>How a term is held against the passage.</summary>
internal enum TermKind
{
    /// <summary>A day or a part of one: in the passage, and in its order.</summary>
    Day,

    /// <summary>A promise, a penalty or a word of the prompt: in the passage.</summary>
    Claim,

    /// <summary>A claim that denies by its own words: "돈이 들지 않아요" is free.</summary>
    OwnDenial,

    /// <summary>What has to be done, in another language: Korean asks for it in many ways.</summary>
    Duty,

    /// <summary>What is spoken of: in the passage or its title.</summary>
    Thing,

    /// <summary>What is done: in the passage, and denied there or not as here.</summary>
    Act,

    /// <summary>What is done under many names: if it is in the passage, denied there or not as here.</summary>
    Common,
}
