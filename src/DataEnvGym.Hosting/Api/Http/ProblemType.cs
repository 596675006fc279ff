namespace DataEnvGym.Hosting.Api.Http;

/// <summary>A kind of error that callers can tell from others. Described in <c>docs/api.md</c>; never renamed.</summary>
/// <param name="Name">Last part of its URI.</param>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Title">What it is, in words.</param>
internal sealed record ProblemType(string Name, int Status, string Title)
{
    public static readonly ProblemType InvalidRequest = new("invalid-request", 400, "The request is not valid.");
    public static readonly ProblemType InvalidSpec = new("invalid-spec", 400, "The episode's spec is not valid.");
    public static readonly ProblemType Unauthenticated = new("unauthenticated", 401, "Nobody is signed in.");
    public static readonly ProblemType Forbidden = new("forbidden", 403, "The caller lacks a role.");
    public static readonly ProblemType EpisodeNotFound = new("episode-not-found", 404, "There is no such episode.");
    public static readonly ProblemType ArtifactNotFound = new("artifact-not-found", 404, "There is no such artefact.");
    public static readonly ProblemType ExampleNotFound = new("example-not-found", 404, "There is no such example.");
    public static readonly ProblemType CurriculumNotFound = new("curriculum-not-found", 404, "There is no such curriculum.");
    public static readonly ProblemType CurriculumConflict = new("curriculum-conflict", 409, "The curriculum is not in a state for that.");
    public static readonly ProblemType EpisodeExists = new("episode-exists", 409, "There is an episode of that id.");
    public static readonly ProblemType WrongState = new("wrong-state", 409, "The episode is not in a state for that.");
    public static readonly ProblemType NotWaiting = new("not-waiting", 409, "The episode does not wait for that answer.");
    public static readonly ProblemType BodyTooLarge = new("body-too-large", 413, "The body is too large.");
    public static readonly ProblemType UnsupportedMediaType = new("unsupported-media-type", 415, "The body is not of a type that is read here.");
    public static readonly ProblemType KeyReused = new("idempotency-key-reused", 422, "The idempotency key was used for another request.");
    public static readonly ProblemType InternalError = new("internal-error", 500, "Something went wrong in the service.");

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        InvalidRequest, InvalidSpec, Unauthenticated, Forbidden, EpisodeNotFound, ArtifactNotFound, ExampleNotFound, CurriculumNotFound, EpisodeExists, WrongState, NotWaiting,
        CurriculumConflict, BodyTooLarge, UnsupportedMediaType, KeyReused, InternalError,
    ];

    /// <summary>Its URI, relative.</summary>
    public string Uri => $"/problems/{Name}";
}
