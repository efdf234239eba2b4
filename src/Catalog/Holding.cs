namespace Bupyeong.Chatbot.Catalog;

/// <summary>One copy on a shelf (소장): where it stands and whether it can be taken.</summary>
public sealed record Holding(
    string Barcode,
    string RecordId,
    string Branch,
    string Room,
    string CallNumber,
    HoldingStatus Status,
    DateOnly? Due
);

/// <summary>대출 가능, 대출 중, 예약 서가, 이동 중, 정리 중, 찾는 중.</summary>
public enum HoldingStatus
{
    Available,
    OnLoan,
    HoldShelf,
    InTransit,
    InProcess,
    Missing,
}
