namespace DataEnvGym.Core.Sandboxes;

/// <summary>Runs programs that nobody vouches for, where they can reach nothing but the text that they are given.</summary>
public interface ISandbox
{
    /// <summary>Runs one program to its end or to a limit. Nothing of it is left when this returns.</summary>
    /// <param name="request">What to run, and how far it may go.</param>
    /// <param name="cancellationToken">Kills the program.</param>
    /// <returns>How it ended. What the program does is never thrown: it is the result.</returns>
    /// <exception cref="SandboxRequestException">The request cannot be run by anyone.</exception>
    /// <exception cref="SandboxUnavailableException">There is no sandbox here. The program was not run.</exception>
    Task<SandboxResult> RunAsync(SandboxRequest request, CancellationToken cancellationToken);
}
