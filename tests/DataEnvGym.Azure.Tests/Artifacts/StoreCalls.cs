using System.Text;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Azure.Tests.Artifacts;

internal static class StoreCalls
{
    public static Task<ArtifactRef> WriteTextAsync(this IArtifactStore store, string name, string text) => store.WriteBytesAsync(name, Encoding.UTF8.GetBytes(text));

    public static Task<ArtifactRef> WriteBytesAsync(this IArtifactStore store, string name, ReadOnlyMemory<byte> bytes) => store.WriteAsync(
        name,
        async (stream, token) =>
        {
            await stream.WriteAsync(bytes, token);
            return 1;
        },
        CancellationToken.None);

    public static async Task<string> ReadTextAsync(this IArtifactStore store, ArtifactRef artifact) => Encoding.UTF8.GetString(await store.ReadBytesAsync(artifact));

    public static async Task<byte[]> ReadBytesAsync(this IArtifactStore store, ArtifactRef artifact)
    {
        await using var stream = await store.OpenReadAsync(artifact, CancellationToken.None);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
