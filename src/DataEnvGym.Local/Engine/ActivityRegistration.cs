using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Local.Engine;

/// <summary>An activity with its types hidden behind JSON.</summary>
internal abstract class ActivityRegistration
{
    public abstract Task<string> RunAsync(string input, IProgress<WorkProgress> progress, CancellationToken cancellationToken);
}

internal sealed class ActivityRegistration<TIn, TOut>(ActivityName<TIn, TOut> name, Func<IActivity<TIn, TOut>> factory) : ActivityRegistration
{
    public override async Task<string> RunAsync(string input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var value = Json.Read(input, name.Input, $"input of activity '{name.Name}'");
        var result = await factory().RunAsync(value, progress, cancellationToken);
        return Json.Write(result, name.Output, $"result of activity '{name.Name}'");
    }
}
