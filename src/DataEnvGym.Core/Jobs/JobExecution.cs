using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Core.Jobs;

/// <summary>Does the work of a job with a student lab, wherever that is.</summary>
public static class JobExecution
{
    /// <summary>Does the work; running it again gives the same artefacts.</summary>
    /// <param name="lab">Who does it.</param>
    /// <param name="artifacts">The run's artefacts.</param>
    /// <param name="work">What to do.</param>
    /// <param name="saves">Where a training keeps its state; none to start over after an interruption.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Stops the work at the next good moment.</param>
    public static async Task<JobResult> RunAsync(
        IStudentLab lab, IArtifactStore artifacts, JobWork work, ITrainingSaves? saves, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lab);
        ArgumentNullException.ThrowIfNull(work);
        return work.Kind switch
        {
            "prepare" => new() { Base = await lab.PrepareBaseAsync(work.Prepare!.Student, artifacts, cancellationToken) },
            "predict" => new() { Prediction = await PredictAsync(lab, artifacts, work.Predict!, progress, cancellationToken) },
            _ => new() { Training = await lab.TrainAsync(work.Train!, artifacts, saves, progress, cancellationToken) },
        };
    }

    private static async Task<PredictOutput> PredictAsync(
        IStudentLab lab, IArtifactStore artifacts, PredictWork work, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var prompts = await artifacts.ReadLinesAsync(work.Prompts, CoreJson.Default.Prompt, cancellationToken);
        var prediction = await lab.PredictAsync(
            new(work.Checkpoint, prompts.ConvertAll(prompt => prompt.Text), work.MaxTokens), artifacts, progress, cancellationToken);
        var responses = await artifacts.WriteLinesAsync(
            work.OutputName, prediction.Responses.Select(text => new Response(text)), CoreJson.Default.Response, cancellationToken);
        return new(responses, prediction.Tokens);
    }
}
