namespace DataEnvGym.Core.Tasks;

/// <summary>What a part of a task may be used for. The splits of a task share no item.</summary>
public enum Split
{
    /// <summary>Its items may be shown to the teacher.</summary>
    Probe,

    /// <summary>Only its scores are used: they choose the checkpoint.</summary>
    Select,

    /// <summary>Sealed: read once, when the loop has ended.</summary>
    Test,

    /// <summary>Items that a selection agent may hand to the student as examples.</summary>
    Train,
}
