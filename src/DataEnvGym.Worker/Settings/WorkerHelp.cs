namespace DataEnvGym.Worker.Settings;

/// <summary>What <c>--help</c> says.</summary>
internal static class WorkerHelp
{
    public const string Text = """
        dataenvgym-worker: does the work of students (training them, letting them answer) for episodes that run elsewhere.

        It takes tickets from the queue student-jobs of a storage account, one at a time, until it is stopped.
        With JOB_URI it does the one job whose ticket that names, and ends.

        Usage
          dataenvgym-worker                     work
          dataenvgym-worker --check             say whether storage can be reached and the student can compute, and end
          dataenvgym-worker --help

        Settings are environment variables; any but a secret may be given as --Name=Value too, as in --Worker:Device=cuda.
          Storage__ConnectionString             an Azurite
          Storage__AccountName                  a storage account in the cloud, reached by the identity of this process
          Storage__ClientId                     client id of a user-assigned identity
          JOB_URI                               https address of a ticket in that account, or file:///…/jobs/{run}/{job}/attempt-{n}/ticket.json;
                                                for a file, artefacts are in the folder runs beside jobs, and no storage account is needed
          Worker__Device            cpu         cpu, cuda, or cuda:N for GPU number N
          Worker__HealthPort        8080        port of /healthz and /readyz; 0 for none
          Worker__Name              host-pid    what heartbeats and results call this worker
          Worker__VisibilitySeconds 60          how long a ticket stays hidden after a sign of life; a dead worker's is taken up after that
          Worker__MaxDeliveries     5           deliveries before a ticket goes to the queue student-jobs-poison and its job fails
          Worker__HeartbeatSeconds  5           between two heartbeats; a cancellation is noticed as fast
          Worker__SaveSeconds       60          between two saves of a training
          Worker__LongestWaitSeconds 5          between two looks into an empty queue
          Worker__IdleSeconds       0           ends the worker when the queue was empty for so long; 0 waits for ever. For platforms that start workers by need
          Worker__StopSeconds       25          how long to take for saving when asked to stop; less than what the platform grants
          Worker__StopWhenInputEnds false       whether to stop when standard input ends, for a worker that another process starts and feeds
          Worker__AllowFiles        false       whether a job may start from a checkpoint file of this machine
          OTEL_EXPORTER_OTLP_ENDPOINT           where traces and metrics go; without it nowhere

        SIGTERM: a training saves its state, the ticket goes back to the queue, and the next worker goes on from there.

        Exit codes: 0 done, or stopped between jobs; 1 the job failed, or this worker cannot work; 130 stopped before the job of JOB_URI was done.
        The contract for workers in other languages: docs/job-contract.md.
        """;
}
