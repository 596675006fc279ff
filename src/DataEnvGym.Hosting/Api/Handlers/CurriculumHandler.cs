using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Hosting.Api.Http;
using DataEnvGym.Hosting.Api.Models;
using DataEnvGym.Hosting.Api.Rules;
using DataEnvGym.Hosting.Curricula;
using DataEnvGym.Teachers.Prices;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Hosting.Api.Handlers;

/// <summary>Makes, changes, shows and runs curricula.</summary>
internal sealed class CurriculumHandler(CurriculumService service, HostedSpecRules rules, TimeProvider time)
{
    private const int HistoryDefault = 50;
    private const int HistoryMost = 500;

    public Task<IResult> AddAsync(HttpRequest request, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        var state = await service.AddAsync(await ReadSpecAsync(request, cancellationToken), cancellationToken);
        return ApiResults.Created(ApiPaths.Curriculum(state.Spec.Id), Describe(state), ApiJson.Default.CurriculumDetail);
    });

    public Task<IResult> ListAsync(CancellationToken cancellationToken) => GuardAsync(async () =>
        ApiResults.Json(new([.. (await service.ListAsync(cancellationToken)).Select(Describe)]), ApiJson.Default.CurriculumList));

    public Task<IResult> GetAsync(string id, CancellationToken cancellationToken) => GuardAsync(async () => Show(await service.GetAsync(id, cancellationToken)));

    public Task<IResult> UpdateAsync(HttpRequest request, string id, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        var spec = await ReadSpecAsync(request, cancellationToken);
        return spec.Id == id
            ? Show(await service.UpdateAsync(spec, cancellationToken))
            : throw ApiException.Invalid("id", "is not that of the path; send the curriculum to its own path.");
    });

    public Task<IResult> DeleteAsync(string id, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await service.RemoveAsync(id, cancellationToken);
        return Results.NoContent();
    });

    public Task<IResult> SetEnabledAsync(string id, bool enabled, CancellationToken cancellationToken) =>
        GuardAsync(async () => Show(await service.SetEnabledAsync(id, enabled, cancellationToken)));

    public Task<IResult> RunAsync(string id, CancellationToken cancellationToken) => GuardAsync(async () => ApiResults.Accepted(await service.RunNowAsync(id, cancellationToken)));

    public Task<IResult> HistoryAsync(HttpRequest request, string id, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        var most = QueryReader.Number(request, "limit", 1, HistoryMost) ?? HistoryDefault;
        return ApiResults.Json(new([.. (await service.HistoryAsync(id, most, cancellationToken)).Select(Describe)]), ApiJson.Default.CurriculumHistory);
    });

    private async Task<CurriculumSpec> ReadSpecAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await BoundedBody.ReadJsonAsync(request, SpecReader.MaxLength, cancellationToken);
        try
        {
            var spec = CurriculumReader.Read(body, "the spec", CronSchedule.Parse, prices: PriceList.Embedded);
            var problems = rules.Check(spec);
            return problems.Count == 0 ? spec : throw new SpecException("the spec", problems);
        }
        catch (SpecException error)
        {
            throw SpecProblems.ToApi(error);
        }
    }

    private static async Task<IResult> GuardAsync(Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (CurriculumException error)
        {
            throw new ApiException(
                error.Problem switch
                {
                    CurriculumProblem.NotFound => ProblemType.CurriculumNotFound,
                    CurriculumProblem.Conflict => ProblemType.CurriculumConflict,
                    _ => ProblemType.InvalidRequest,
                },
                error.Message);
        }
    }

    private IResult Show(CurriculumState state) => ApiResults.Json(Describe(state), ApiJson.Default.CurriculumDetail);

    private CurriculumDetail Describe(CurriculumState state) => new(
        state.Spec.Id,
        state.Spec.Enabled ? CronSchedule.Parse(state.Spec.Schedule).NextAfter(time.GetUtcNow()) : null,
        state.Running?.Run,
        state.Champion?.Run,
        [.. state.Refusals.Select(refusal => refusal.At)],
        state.Spec,
        ApiPaths.Curriculum(state.Spec.Id));

    private static CurriculumEntry Describe(CurriculumOutcome outcome) => new(
        outcome.Run, outcome.StartedAt, outcome.EndedAt, outcome.Verdict, outcome.Reason, outcome.Confidence,
        outcome.Select is { } select ? ComparedExam.Of(select) : null,
        [.. outcome.Guards.Select(guard => new GuardEntry(guard.Task, guard.Margin, ComparedExam.Of(guard.Exam), guard.Held))],
        outcome.Challenger?.Weights.Sha256,
        outcome.ParentChampion,
        ApiPaths.Episode(outcome.Run));
}
