namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Reads of a server's reply only so many bytes: one without end fails instead of filling the memory.</summary>
internal sealed class BoundedReplies(HttpMessageHandler next, int longest) : DelegatingHandler(next)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var reply = await base.SendAsync(request, cancellationToken);
        var whole = reply.Content;
        reply.Content = new StreamContent(new Bounded(await whole.ReadAsStreamAsync(cancellationToken), longest));
        foreach (var header in whole.Headers)
            reply.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return reply;
    }

    private sealed class Bounded(Stream whole, long left) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Counted(whole.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => Counted(await whole.ReadAsync(buffer, cancellationToken));

        public override Task<int> ReadAsync(
            byte[] buffer,
            int offset,
            int count,
            CancellationToken cancellationToken
        ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                whole.Dispose();
            base.Dispose(disposing);
        }

        private int Counted(int read) =>
            (left -= read) >= 0 ? read : throw new InvalidDataException("The reply is longer than any answer.");
    }
}
