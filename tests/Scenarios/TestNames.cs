using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Scenarios;

internal static class TestNames
{
    public static ActivityName<int, int> Square { get; } = Activity("square");

    public static EventName<int> Number { get; } = new("number", TestJson.Default.Int32);

    public static EventName<string> Stop { get; } = new("stop", TestJson.Default.String);

    public static WorkflowName<int, int> Main { get; } = Workflow("main");

    public static WorkflowName<int, int[]> Numbers { get; } = new("numbers", TestJson.Default.Int32, TestJson.Default.Int32Array);

    public static WorkflowName<int, string> Text { get; } = new("text", TestJson.Default.Int32, TestJson.Default.String);

    public static WorkflowName<int, string[]> Texts { get; } = new("texts", TestJson.Default.Int32, TestJson.Default.StringArray);

    public static WorkflowName<int, DateTimeOffset[]> Times { get; } = new("times", TestJson.Default.Int32, TestJson.Default.DateTimeOffsetArray);

    public static ActivityName<int, int> Activity(string name) => new(name, TestJson.Default.Int32, TestJson.Default.Int32);

    public static WorkflowName<int, int> Workflow(string name) => new(name, TestJson.Default.Int32, TestJson.Default.Int32);
}
