using System.Diagnostics;

namespace DataEnvGym.Sandbox.Workers;

/// <summary>The command line that starts a sandbox with the launcher in it.</summary>
internal static class WorkerCommand
{
    // Reads the launcher from standard input, so that it need not lie in a file.
    private const string Bootstrap = """
        import os, sys
        length, text = int(sys.argv[1]), b""
        while len(text) < length: text += os.read(0, length - len(text))
        exec(compile(text, "launcher", "exec"))
        """;

    // The group and user "nobody": limits on processes do not bind root, and root's files stay out of reach.
    private const string Nobody = "65534";

    /// <param name="programs">What it is made of.</param>
    /// <param name="launcherLength">Bytes of the launcher.</param>
    /// <param name="label">Stands at the end of every command line in the sandbox, so that a list of processes tells whose they are.</param>
    public static ProcessStartInfo For(HostPrograms programs, int launcherLength, string label)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        start.Environment.Clear();

        // bubblewrap dies with the thread that started it. A shell has one thread for as long as it lives; threads of a pool come and go.
        string[] shell = ["-c", "\"$@\"; exit $?", "sh"];
        string[] nobody = programs.SetPrivileges is { } setpriv ? [setpriv, "--reuid", Nobody, "--regid", Nobody, "--clear-groups", "--"] : [];
        foreach (var argument in (string[])[.. shell, .. nobody, programs.Bubblewrap, .. Walls(), .. Files(programs.Python), "--", programs.Python, "-c", Bootstrap, $"{launcherLength}", label])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    // The launcher keeps what it needs to make a namespace for each program; programs get none of it.
    private static string[] Walls() =>
    [
        "--unshare-all", "--unshare-user", "--uid", "1000", "--gid", "1000", "--hostname", "sandbox", "--new-session", "--die-with-parent",
        "--cap-drop", "ALL", "--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SETPCAP",
        "--clearenv", "--setenv", "PYTHONHASHSEED", "0", "--setenv", "PYTHONUTF8", "1", "--setenv", "PYTHONDONTWRITEBYTECODE", "1",
    ];

    // Libraries, the interpreter, four devices, an empty folder to work in: nothing else exists. All of it is read-only.
    private static IEnumerable<string> Files(string python) =>
    [
        .. ((string[])["/usr/lib", "/usr/lib64", "/lib", "/lib64"]).SelectMany(Library),
        .. python.StartsWith("/usr/local/", StringComparison.Ordinal) ? Library("/usr/local/lib") : [],
        "--ro-bind", python, python,
        "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache",
        .. ((string[])["/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"]).SelectMany(device => (string[])["--dev-bind", device, device]),
        "--proc", "/proc", "--dir", "/work", "--remount-ro", "/", "--chdir", "/",
    ];

    private static string[] Library(string folder) => new DirectoryInfo(folder) switch
    {
        { LinkTarget: { } target } => ["--symlink", target, folder],
        { Exists: true } => ["--ro-bind", folder, folder],
        _ => [],
    };
}
