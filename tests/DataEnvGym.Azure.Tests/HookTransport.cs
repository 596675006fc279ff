using Azure.Core;
using Azure.Core.Pipeline;

namespace DataEnvGym.Azure.Tests;

/// <summary>A real transport with something done before a request or after its answer: a wait, or a lost answer.</summary>
internal sealed class HookTransport : HttpClientTransport
{
    public Func<Request, Task> Before { get; set; } = _ => Task.CompletedTask;

    public Func<Request, Task> After { get; set; } = _ => Task.CompletedTask;

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await Before(message.Request);
        await base.ProcessAsync(message);
        await After(message.Request);
    }
}
