using DataEnvGym.Hosting.Api.Http;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Hosting.Tests.Api;

public sealed class BoundedBodyTests
{
    private const int Limit = 100_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Limit)]
    public async Task Read_UpToTheLimit_IsTheWholeBody(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();

        (await BoundedBody.ReadJsonAsync(Request(new MemoryStream(bytes), length), Limit, default)).ToArray().ShouldBe(bytes);
    }

    // A length that is not told, or told wrong, or a body that never ends: reading stops right after the limit.
    [Theory]
    [InlineData(null)]
    [InlineData(10L)]
    public async Task Read_EndlessBody_StopsAtTheLimit(long? length)
    {
        using var endless = new EndlessStream();

        var error = await Should.ThrowAsync<ApiException>(() => BoundedBody.ReadJsonAsync(Request(endless, length), Limit, default));

        error.ToProblem().Status.ShouldBe(413);
        endless.Read.ShouldBeInRange(Limit + 1, Limit + (16 * 1024));
    }

    [Fact]
    public async Task Read_LengthBeyondTheLimit_IsRefusedWithoutReading()
    {
        using var endless = new EndlessStream();

        await Should.ThrowAsync<ApiException>(() => BoundedBody.ReadJsonAsync(Request(endless, Limit + 1), Limit, default));

        endless.Read.ShouldBe(0);
    }

    private static HttpRequest Request(Stream body, long? length)
    {
        var request = new DefaultHttpContext().Request;
        (request.Body, request.ContentLength, request.ContentType) = (body, length, "application/json; charset=\"UTF-8\"");
        return request;
    }

    private sealed class EndlessStream : MemoryStream
    {
        public new long Read { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Read += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
