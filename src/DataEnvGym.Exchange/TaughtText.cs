using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Exchange;

/// <summary>An example as other programs want it: a question, and a response as one text.</summary>
/// <param name="Example">The example.</param>
/// <param name="Response">What the student learned to write: solution and answer in the form of the domain.</param>
public sealed record TaughtText(Example Example, string Response)
{
    /// <summary>The text of an example in a domain.</summary>
    public static TaughtText Of(Example example, IDomain domain)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(domain);
        return new(example, domain.FormatExample(example.Prompt, example.Solution, example.Answer).Target);
    }
}
