using System.Text.Json;

namespace DataEnvGym.Azure.Sandboxes;

/// <summary>The Python that runs in a session: the request, what runs a program inside its process, what watches it from outside.</summary>
internal static class SessionScript
{
    private static readonly string Program = Read("program.py");
    private static readonly string Watch = Read("session.py");

    public static string For(SessionRequest request) =>
        $"REQUEST = {Literal(JsonSerializer.Serialize(request, SessionJson.Default.SessionRequest))}\nPROGRAM = {Literal(Program)}\n{Watch}";

    // Base64 has nothing in it that could end a literal.
    private static string Literal(string text) => $"__import__('base64').b64decode('{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text))}').decode()";

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SessionScript).Assembly.GetManifestResourceStream($"Sandboxes.{name}")!);
        return reader.ReadToEnd();
    }
}
