using System.Net.Sockets;
using System.Text;

namespace DataEnvGym.Hosting.Tests.Support;

/// <summary>Sends bytes as they are: what a well-behaved client would mend or refuse to send.</summary>
internal static class RawHttp
{
    /// <summary>Sends a request and returns the answer up to where the server closes.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="head">Request line and headers, without the empty line.</param>
    /// <param name="body">Parts of the body; sending ends early where the server does not listen any more.</param>
    public static async Task<string> SendAsync(ApiServer server, string head, IEnumerable<byte[]>? body = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Http.BaseAddress!.Host, server.Http.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{head}\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        var answer = ReadAsync(stream);
        try
        {
            foreach (var part in body ?? [])
            {
                await stream.WriteAsync(part);
            }
        }
        catch (IOException)
        {
            // It has answered and closed.
        }

        return await answer.WaitAsync(ApiServer.Patience);
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        var (text, buffer) = (new StringBuilder(), new byte[4096]);
        try
        {
            while (await stream.ReadAsync(buffer) is > 0 and var count)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
        }
        catch (IOException)
        {
            // Closed hard, after what was read.
        }

        return text.ToString();
    }
}
