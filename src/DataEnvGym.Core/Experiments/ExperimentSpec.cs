using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Experiments;

/// <summary>An experiment: one episode, changed in several ways (its arms), each run with the same seeds and the same budget.</summary>
public sealed record ExperimentSpec
{
    /// <summary>The JSON Schema of this document, for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>A short name; the folder of the runs is called after it.</summary>
    [RegularExpression(ExperimentRules.NameForm)]
    public string Name { get; init; } = "experiment";

    /// <summary>The episode that all arms change: a JSON file, or a folder that holds an episode.json, relative to this document. Either this or <see cref="Episode"/>.</summary>
    public string? Base { get; init; }

    /// <summary>The episode that all arms change, written out here.</summary>
    public EpisodeSpec? Episode { get; init; }

    /// <summary>Fields of the episode that are changed for every arm, by path: <c>"stop.iterations": 3</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Set { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>What is compared: a name, and the fields of the episode that make the arm, by path: <c>"open": { "environment": "open-ended" }</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonElement>> Arms { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, JsonElement>>();

    /// <summary>A grid of further arms, each combination one: <c>"agent.policy.name": ["uniform", "thompson"]</c>. They are called after their values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Vary { get; init; } = new Dictionary<string, IReadOnlyList<JsonElement>>();

    /// <summary>Every arm is run once with each of these seeds; 2 to 100 different ones.</summary>
    public IReadOnlyList<uint> Seeds { get; init; } = [1, 2, 3, 4, 5];

    /// <summary>The baselines that run beside the arms.</summary>
    public BaselineSpec Baselines { get; init; } = new();

    /// <summary>The arm that the others are held against; left out, the baseline without state, or the first arm where it is switched off.</summary>
    public string? Reference { get; init; }

    /// <summary>Whether arms whose budgets differ are allowed: a comparison of them says more about the budgets than about the agents.</summary>
    public bool UnequalBudgets { get; init; }
}

/// <summary>The baselines that run beside the arms with the same budget, so that every gain has something to be measured against.</summary>
public sealed record BaselineSpec
{
    /// <summary>The same teacher, which is shown nothing of the student: what is seeing worth?</summary>
    public bool NoState { get; init; } = true;

    /// <summary>Shares of the budget that are drawn: what is choosing worth? Left out where no arm has skills.</summary>
    public bool Random { get; init; } = true;

    /// <summary>The same teacher, which is shown items of the task's own training data in place of the student: is it the student that matters, or any concrete item?</summary>
    public bool Seeded { get; init; } = true;

    /// <summary>Items of the task's own training data in place of written examples: what is writing worth?</summary>
    public bool Selection { get; init; } = true;
}
