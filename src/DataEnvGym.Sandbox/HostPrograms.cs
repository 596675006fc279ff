using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Sandbox;

/// <summary>The programs that a sandbox is made of.</summary>
/// <param name="Bubblewrap">bubblewrap.</param>
/// <param name="Python">The interpreter itself, not a link to it.</param>
/// <param name="SetPrivileges"><c>setpriv</c>, for whoever is root and must not be.</param>
internal sealed record HostPrograms(string Bubblewrap, string Python, string? SetPrivileges)
{
    private static readonly string[] Folders = ["/usr/bin", "/bin", "/usr/local/bin"];

    /// <summary>Finds them.</summary>
    /// <exception cref="SandboxUnavailableException">One is missing.</exception>
    public static HostPrograms Find(BubblewrapOptions options)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new SandboxUnavailableException("Programs can be run in a sandbox on Linux alone; run this in a Linux container or virtual machine.");
        }

        var bubblewrap = Find("bwrap", options.BubblewrapPath, "bubblewrap");
        var python = Find("python3", options.PythonPath, "python3");
        return new(
            bubblewrap,
            File.ResolveLinkTarget(python, returnFinalTarget: true)?.FullName ?? python,
            Environment.IsPrivilegedProcess ? Find("setpriv", null, "util-linux") : null);
    }

    private static string Find(string name, string? given, string package)
    {
        var candidates = given is null ? Folders.Select(folder => Path.Combine(folder, name)) : [given];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new SandboxUnavailableException($"{given ?? name} was not found, and programs are never run without a sandbox; install it: apt-get install {package}");
    }
}
