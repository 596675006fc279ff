using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace MutantsRunner;

/// <summary>Some tests of an assembly, found once and run as often as one likes in this process.</summary>
internal sealed class Tests : IDisposable
{
    private readonly XunitTestFramework framework = new(new Sink(_ => { }));
    private readonly ITestFrameworkExecutor executor;
    private readonly List<ITestCase> cases = [];

    /// <param name="assembly">The assembly's name.</param>
    /// <param name="names">What the full name of a test's class holds; several are separated by <c>|</c>.</param>
    public Tests(string assembly, string names)
    {
        var loaded = Assembly.Load(assembly);
        executor = framework.GetExecutor(loaded.GetName());
        using var done = new ManualResetEventSlim();
        var sink = new Sink(message =>
        {
            if (message is ITestCaseDiscoveryMessage found && names.Split('|').Any(found.TestClass.Class.Name.Contains))
            {
                cases.Add(found.TestCase);
            }
            else if (message is IDiscoveryCompleteMessage)
            {
                done.Set();
            }
        });
        framework.GetDiscoverer(Reflector.Wrap(loaded)).Find(includeSourceInformation: false, sink, new Options());
        done.Wait();
    }

    /// <summary>Runs the tests one after another, until one fails.</summary>
    /// <returns>The class of the test that failed; null where none did.</returns>
    public string? FirstFailure(Func<string, bool> classes)
    {
        string? failed = null;
        using var done = new ManualResetEventSlim();
        var sink = new Sink(message =>
        {
            failed = message is ITestFailed or IErrorMessage or ITestCleanupFailure ? failed ?? (message as ITestMessage)?.TestClass.Class.Name ?? "" : failed;
            if (message is ITestAssemblyFinished)
            {
                done.Set();
            }
        }, () => failed is null);
        executor.RunTests(cases.Where(test => classes(test.TestMethod.TestClass.Class.Name)), sink, new Options());
        done.Wait();
        return failed;
    }

    public void Dispose()
    {
        executor.Dispose();
        framework.Dispose();
    }

    private sealed class Sink(Action<IMessageSinkMessage> take, Func<bool>? goOn = null) : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message)
        {
            take(message);
            return goOn?.Invoke() ?? true;
        }
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> values = new() { ["xunit.execution.DisableParallelization"] = true, ["xunit.execution.SynchronousMessageReporting"] = true };

        public TValue GetValue<TValue>(string name) => values.TryGetValue(name, out var value) && value is TValue typed ? typed : default!;

        public void SetValue<TValue>(string name, TValue value) => values[name] = value;
    }
}
