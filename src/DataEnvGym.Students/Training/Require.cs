namespace DataEnvGym.Students.Training;

/// <summary>Checks of what a recipe asks for.</summary>
internal static class Require
{
    public static void AtLeast(int value, int least, string name)
    {
        if (value < least)
        {
            throw new ArgumentException($"{name} is {value}; it must be at least {least}.", name);
        }
    }

    public static void Positive(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0)
        {
            throw new ArgumentException($"{name} is {value}; it must be a number above 0.", name);
        }
    }
}
