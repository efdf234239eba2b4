using System.Net;

namespace Bupyeong.Chatbot.Search.Qdrant;

/// <summary>Qdrant answered that it will not: the request, the key or the place is wrong, and asking again would not help.</summary>
public sealed class QdrantException(HttpStatusCode status, string message) : Exception(message)
{
    public HttpStatusCode Status => status;
}
