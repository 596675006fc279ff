using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Traces;
using DataEnvGym.Hosting;

namespace DataEnvGym.Cli.Views;

/// <summary>A trace for people: who asked, why, how, what it passed, and what learned from it.</summary>
internal static class TraceView
{
    public static void Write(TextWriter output, TraceResult result)
    {
        var (run, seed, trace, prompt) = result;
        var (example, made) = (trace.Example, trace.Example.Provenance);
        output.WriteLine($"{example.Id} of {run}");
        Part(output, "question", example.Prompt);
        Part(output, "solution", example.Solution);
        Part(output, "answer", example.Answer);
        Part(output, "asked by", $"the {made.Agent} agent, policy {made.Policy}, in iteration {made.Iteration} of the run with seed {seed}");
        WriteWhy(output, trace.Why);
        WriteWriting(output, trace);
        WriteCuration(output, trace.Curation);
        WriteTraining(output, trace.Training);
        foreach (var message in prompt?.Messages ?? [])
        {
            output.WriteLine();
            output.WriteLine($"--- {message.Role} ({prompt!.Origin}; SHA-256 of all messages {prompt.Hash}, as the example says)");
            output.WriteLine(Clean(message.Content, keepLines: true));
        }
    }

    private static void WriteWhy(TextWriter output, TraceOrder why)
    {
        var order = why.Order;
        Part(output, "why", $"{order.Id}: {order.Count:N0} examples{(order.Skill is null ? "" : $" of {order.Skill}")}, of which {why.Kept:N0} were kept");
        if (why.Standing is { } standing)
        {
            var weight = why.Weight is { } share ? $"; {ReportMarkdown.Share(share)} of the plan" : "";
            Part(output, "", $"the student stood at {standing.Correct} of {standing.Items} there{weight}{(why.Propensity is { } chance && chance != why.Weight ? $", drawn with probability {chance:0.###}" : "")}");
        }

        if (why.Action is { } action)
        {
            Part(output, "", $"the tree before it: {TraceWords.Of(action)}");
        }

        if (why.Advice is { } advice)
        {
            Part(output, "", $"{advice.Adviser} advised: {advice.Reasoning}");
        }

        foreach (var error in why.Errors)
        {
            Part(output, "", $"error {error.ItemId}: \"{error.Prompt}\" was answered \"{error.Response}\", right is \"{error.Reference}\"");
        }

        foreach (var item in why.Items ?? [])
        {
            Part(output, "", $"training item {item.Id}: \"{item.Prompt}\", answered \"{item.Reference}\"");
        }

        Files(output, [why.Plan, why.Observation, why.Tree]);
    }

    private static void WriteWriting(TextWriter output, ExampleTrace trace)
    {
        var (source, writing) = (trace.Example.Provenance.Source, trace.Writing);
        if (source.PromptHash is null)
        {
            var (what, of) = source.Writer == DraftSource.File ? ("example", "the file agent.data") : ("item", "the task's own training data");
            Part(output, "written by", $"nobody: {what} {source.Request} of {of} was selected with seed {source.Seed}");
            if (writing.Selected?.Provenance is { } before)
            {
                Part(output, "", $"there it is by {before.Source.Writer}, {before.Source.Request}{(before.Iteration > 0 ? $", for {before.Episode} in iteration {before.Iteration}" : "")}");
            }

            Files(output, [writing.Pool]);
            return;
        }

        Part(output, "written by", $"{source.Writer} in call {source.Request}, seed {source.Seed}");
        Part(output, "", $"messages sha256 {source.PromptHash}");
        foreach (var call in writing.Calls)
        {
            Part(output, "", $"{TraceWords.Of(call)}: {call.InputTokens:N0} tokens read, {call.OutputTokens:N0} written, ${call.Money:0.0000}; temperature {call.Temperature}, at most {call.MaxTokens:N0} tokens, {call.StructuredOutput.ToString().ToLowerInvariant()}");
        }

        Part(output, "", writing.Calls.Count == 0
            ? "its cost is not known: the run kept no record of the call"
            : $"its share, as one of {writing.Examples} that were kept from the answer: {writing.TokensEach:N0} tokens, ${writing.MoneyEach:0.000000}");
        Files(output, [writing.Records]);
    }

    private static void WriteCuration(TextWriter output, TraceCuration curation)
    {
        for (var i = 0; i < curation.Gates.Count; i++)
        {
            Part(output, i == 0 ? "passed" : "", curation.Gates[i]);
        }

        foreach (var (draft, reason, detail) in curation.Dropped)
        {
            Part(output, "", $"from the same answer, \"{draft.Prompt}\" was dropped: {reason}, {detail}");
        }

        if (curation.Approval is { } approval)
        {
            Part(output, "", $"a person {(approval.Approved ? "approved" : "rejected")} the iteration{(approval.Comment is null ? "" : $": {approval.Comment}")}");
        }

        Files(output, [curation.Examples, curation.DroppedFile, curation.FindingFile]);
    }

    private static void WriteTraining(TextWriter output, TraceTraining training)
    {
        var first = "learned by";
        if (training.NotTrained is { } reason)
        {
            Part(output, first, $"nothing in its own iteration: {reason}");
            first = "";
        }

        foreach (var checkpoint in training.Checkpoints)
        {
            var cut = checkpoint.Steps < checkpoint.PlannedSteps ? $", cut short after {checkpoint.Steps:N0} of {checkpoint.PlannedSteps:N0} steps" : "";
            Part(output, first, $"iteration {checkpoint.Iteration}: {TraceWords.Of(checkpoint.Influence)}{(checkpoint.Copies > 0 ? $", {checkpoint.Copies} × in its data" : "")}{cut}");
            Files(output, [checkpoint.Weights, checkpoint.Data]);
            first = "";
        }

        var chosen = training.Chosen;
        Part(output, "chosen", $"{(chosen.Iteration == 0 ? "the base" : $"the checkpoint of iteration {chosen.Iteration}")}: {TraceWords.Of(chosen.Influence)} (from iteration {string.Join(" → ", chosen.Lineage)})");
    }

    private static void Files(TextWriter output, IEnumerable<ArtifactRef?> files)
    {
        foreach (var file in files.OfType<ArtifactRef>())
        {
            Part(output, "", $"{file.Name} sha256 {file.Sha256}");
        }
    }

    private static void Part(TextWriter output, string name, string text) => output.WriteLine($"  {name,-12}{Clean(text, keepLines: false)}".TrimEnd());

    // Texts of teachers and students may hold anything, also what moves a terminal's cursor.
    private static string Clean(string text, bool keepLines) => string.Concat(text.Select(letter => char.IsControl(letter) && !(keepLines && letter == '\n') ? ' ' : letter));
}
