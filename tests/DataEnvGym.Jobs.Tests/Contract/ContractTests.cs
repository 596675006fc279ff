using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Tests.Support;

namespace DataEnvGym.Jobs.Tests.Contract;

public sealed partial class ContractTests
{
    private static readonly string SchemaPath = Repository.PathOf("docs", "job-contract.schema.json");
    private readonly World world = new();

    // UPDATE_SCHEMA=1 writes it anew.
    [Fact]
    public void Schema_InRepository_EqualsCode()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
        {
            File.WriteAllText(SchemaPath, ContractSchema.Text());
        }

        File.ReadAllText(SchemaPath).ShouldBe(ContractSchema.Text(), "run the tests with UPDATE_SCHEMA=1 and commit the file");
    }

    [Fact]
    public async Task Documents_OfATraining_FollowTheSchema()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        var paths = World.Paths(request);
        var saved = "";
        world.Lab.BeforeStep = (step, _) =>
        {
            saved = step == 2 ? Encoding.UTF8.GetString(world.Documents[paths.Saves]) : saved;
            return Task.CompletedTask;
        };
        await world.Worker.RunOneAsync(default);
        await world.Dispatcher.CancelAsync(new(request.Job, 1, null), default);

        foreach (var (kind, name) in ((string, string)[])[
            ("manifest", paths.Manifest), ("ticket", paths.Ticket), ("heartbeat", paths.Heartbeat), ("cancel", paths.Cancel), ("result", paths.Result),
            ("launched", paths.Launched)])
        {
            Problems(kind, Encoding.UTF8.GetString(world.Documents[name])).ShouldBeEmpty(name);
        }

        Problems("saves", saved).ShouldBeEmpty();
        Problems("resultMessage", world.Results.Bodies[0]).ShouldBeEmpty();
    }

    [Fact]
    public void Guide_Examples_FollowTheSchemaAndCanBeRead()
    {
        var examples = Examples().Matches(File.ReadAllText(Repository.PathOf("docs", "job-contract.md")))
            .Select(match => (Kind: match.Groups[1].Value, Json: match.Groups[2].Value)).ToList();

        examples.Select(example => example.Kind).Distinct().Order().ShouldBe(ContractSchema.Types.Keys.Order());
        foreach (var (kind, json) in examples)
        {
            Problems(kind, json).ShouldBeEmpty(json);
            JsonSerializer.Deserialize(json, ContractSchema.Types[kind]).ShouldNotBeNull();
        }
    }

    // Each field of each document of a training, left out and doubled; and one that nobody knows.
    [Theory]
    [InlineData("manifest")]
    [InlineData("ticket")]
    public async Task Read_FieldMissingDoubledOrUnknown_IsRefused(string kind)
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        var text = Encoding.UTF8.GetString(world.Documents[kind == "ticket" ? World.Paths(request).Ticket : World.Paths(request).Manifest]);
        Read(kind, text);

        foreach (var field in JsonNode.Parse(text)!.AsObject().Select(pair => pair.Key).Where(field => field != "train"))
        {
            var without = JsonNode.Parse(text)!.AsObject();
            without.Remove(field);
            Should.Throw<DocumentException>(() => Read(kind, without.ToJsonString()), field);
            Should.Throw<DocumentException>(() => Read(kind, text[..^1] + $",\"{field}\":null}}"), field);
        }

        Should.Throw<DocumentException>(() => Read(kind, text[..^1] + ",\"extra\":1}"));
        Should.Throw<DocumentException>(() => Read(kind, text.Replace("\"attempt\":1", "\"attempt\":\"1\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("heartbeat", """{"sequence":1,"at":"2026-11-01T12:00:00Z","worker":"w","gpuTemperature":71}""")]
    [InlineData("result", """{"contract":"dataenvgym.job/1","run":"r","job":"j","attempt":1,"nonce":"","worker":"w","finishedAt":"2026-11-01T12:00:00Z","gpuHours":1,"result":{"error":{"type":"Oom","message":"m","permanent":false}}}""")]
    public void Read_FieldThatAWorkerAdded_IsLetPass(string kind, string json) => JsonSerializer.Deserialize(json, ContractSchema.Types[kind]).ShouldNotBeNull();

    [Theory]
    [InlineData("Run-1", "job", 1)]
    [InlineData("..", "job", 1)]
    [InlineData("", "job", 1)]
    [InlineData("run", "../job", 1)]
    [InlineData("run", "a/b", 1)]
    [InlineData("run", "", 1)]
    [InlineData("run", "job", 0)]
    [InlineData("run", "job", 1000)]
    public void Paths_MalformedId_IsRefused(string run, string job, int attempt) => Should.Throw<JobException>(() => new JobPaths(run, job, attempt));

    [Fact]
    public void Paths_IdsTooLongTogether_AreRefused() =>
        Should.Throw<PermanentException>(() => new JobPaths(new string('r', 63), new string('j', 100), 1)).Message.ShouldContain("too long together");

    [Fact]
    public void Nonce_Matches_ItsOwnHashAlone()
    {
        var (nonce, other) = (JobNonce.New(), JobNonce.New());

        (nonce.Length, nonce == other).ShouldBe((64, false));
        JobNonce.Matches(nonce, JobNonce.HashOf(nonce)).ShouldBeTrue();
        JobNonce.Matches(other, JobNonce.HashOf(nonce)).ShouldBeFalse();
        JobNonce.Matches(nonce[..63], JobNonce.HashOf(nonce[..63])).ShouldBeFalse();
        JobNonce.Matches(nonce, "").ShouldBeFalse();
        JobNonce.Matches(null, JobNonce.HashOf("")).ShouldBeFalse();
        JobNonce.HashOf("abc").ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "SHA-256 of the text, FIPS 180-2");
    }

    private static List<string> Problems(string kind, string json)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        var schema = ContractSchema.Of(kind);
        var missing = schema["required"]!.AsArray().Where(name => !node.ContainsKey((string)name!)).Select(name => $"{name} is missing");
        return [.. SchemaValidator.Validate(schema, node), .. missing];
    }

    private static void Read(string kind, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        _ = kind == "ticket" ? (object)JobsJson.Read("x", bytes, JobsJson.Default.JobTicket) : JobsJson.Read("x", bytes, JobsJson.Default.JobManifest);
    }

    [GeneratedRegex(@"```json (\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();
}
