using DataEnvGym.Students;
using DataEnvGym.Worker.Settings;
using DataEnvGym.Worker.Work;
using Microsoft.Extensions.Configuration;

namespace DataEnvGym.Worker.Tests.Settings;

public sealed class WorkerSettingsTests
{
    [Fact]
    public void Read_NothingButStorage_HasTheDocumentedValues()
    {
        var settings = Read(("Storage:AccountName", "gymstorage"));

        (settings.HealthPort, settings.Device, settings.Job).ShouldBe((8080, StudentDevice.Cpu, null));
        (settings.Queue.Visibility, settings.Queue.MaxDeliveries, settings.Queue.LongestWait).ShouldBe((TimeSpan.FromSeconds(60), 5, TimeSpan.FromSeconds(5)));
        (settings.Runner.HeartbeatEvery, settings.Runner.SaveEvery, settings.Runner.AllowFiles).ShouldBe((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60), false));
        settings.StopWithin.ShouldBe(TimeSpan.FromSeconds(25));
        settings.Runner.Worker.ShouldContain($"{Environment.ProcessId}");
    }

    [Fact]
    public void Read_EverySetting_IsObeyed()
    {
        var settings = Read(
            ("Worker:Device", "cuda:1"), ("Worker:HealthPort", "0"), ("Worker:Name", "gpu-7"), ("Worker:VisibilitySeconds", "90"), ("Worker:MaxDeliveries", "2"),
            ("Worker:HeartbeatSeconds", "0.5"), ("Worker:SaveSeconds", "30"), ("Worker:LongestWaitSeconds", "9"), ("Worker:StopSeconds", "10"), ("Worker:AllowFiles", "true"));

        settings.Device.Gpu.ShouldBe(1);
        (settings.HealthPort, settings.StopWithin).ShouldBe((0, TimeSpan.FromSeconds(10)));
        settings.Runner.ShouldBe(new() { Worker = "gpu-7", HeartbeatEvery = TimeSpan.FromSeconds(0.5), SaveEvery = TimeSpan.FromSeconds(30), AllowFiles = true });
        settings.Queue.ShouldBe(new() { Visibility = TimeSpan.FromSeconds(90), MaxDeliveries = 2, LongestWait = TimeSpan.FromSeconds(9) });
    }

    [Theory]
    [InlineData("Worker:Devise", "cpu", "no setting Worker:Devise. Did you mean \"Device\"?")]
    [InlineData("Worker:Device", "tpu", "write cpu, cuda, or cuda:N")]
    [InlineData("Worker:HealthPort", "99999", "whole number from 0 to 65535")]
    [InlineData("Worker:SaveSeconds", "-1", "number of seconds")]
    [InlineData("Worker:AllowFiles", "maybe", "true or false")]
    [InlineData("JOB_URI", "ticket.json", "JOB_URI is no URI of a ticket")]
    [InlineData("JOB_URI", "ftp://host/jobs/run-1/a/attempt-1/ticket.json", "JOB_URI is no URI of a ticket")]
    [InlineData("JOB_URI", "file:///tmp/ticket.json", "file:///…/jobs/{run}/{job}/attempt-{n}/ticket.json")]
    [InlineData("JOB_URI", "https://elsewhere.blob.core.windows.net/jobs/run-1/a/attempt-1/ticket.json?sig=topsecret", "check the storage account")]
    [InlineData("Storage:AccountName", "Gym Storage", "3 to 24 lower-case letters and digits")]
    [InlineData("Storage:ConnectionString", "UseDevelopmentStorage=true", "both are set")]
    public void Of_UnusableSetting_SaysWhatToDo(string name, string value, string message)
    {
        var error = Should.Throw<SettingException>(() => WorkPlace.Of(Read(("Storage:AccountName", "gymstorage"), (name, value))));

        error.Message.ShouldContain(message);
        error.Message.ShouldNotContain("topsecret");
    }

    [Fact]
    public void Of_TicketInTheAccount_IsNamed()
    {
        var place = WorkPlace.Of(Read(("Storage:AccountName", "gymstorage"), ("JOB_URI", "https://gymstorage.blob.core.windows.net/jobs/run-1/a/attempt-1/ticket.json")));

        place.Ticket.ShouldBe("run-1/a/attempt-1/ticket.json");
        place.Results.ShouldNotBeNull();
    }

    [Fact]
    public void Of_NoStorage_SaysWhatToSet() =>
        Should.Throw<SettingException>(() => WorkPlace.Of(Read())).Message.ShouldContain("Storage:ConnectionString");

    private static WorkerSettings Read(params (string Name, string Value)[] settings) => WorkerSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Reverse().DistinctBy(setting => setting.Name)
            .Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}
