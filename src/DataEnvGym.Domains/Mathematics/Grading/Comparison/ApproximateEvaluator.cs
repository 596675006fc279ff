using System.Numerics;
using DataEnvGym.Core;
using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>
/// Evaluates trees at one point in complex arithmetic with error bounds. Functions that only the problem knows, and sums over a variable, get
/// values that depend smoothly and unguessably on their arguments, so that equal forms have equal values and others do not.
/// </summary>
internal sealed class ApproximateEvaluator(IReadOnlyDictionary<string, Approximate> variables, WorkBudget budget)
{
    private readonly Dictionary<string, Approximate> bound = [];

    public Approximate Evaluate(Node node)
    {
        budget.Spend();
        return node switch
        {
            NumberNode number => Approximate.Exactly(number.Value.ToDouble()),
            BasedNumberNode number => Approximate.Exactly(number.Value.ToDouble()),
            SymbolNode symbol => Symbol(symbol.Name),
            QuantityNode quantity => Evaluate(quantity.Value),
            FunctionNode function => Unknown(function.Name, [.. function.Arguments.Select(Evaluate)]),
            BigOperatorNode big => Big(big),
            CallNode call => Call(call),
            _ => Approximate.Undefined,
        };
    }

    // The i of a sum over i is no imaginary unit.
    private Approximate Symbol(string name) => bound.TryGetValue(name, out var inner) ? inner : name switch
    {
        Constants.Pi => Approximate.Exactly(Math.PI),
        Constants.E => Approximate.Exactly(Math.E),
        Constants.I => new(Complex.ImaginaryOne, 0),
        _ => variables.TryGetValue(name, out var value) ? value : Approximate.Undefined,
    };

    private Approximate Call(CallNode call)
    {
        var arguments = new Approximate[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Evaluate(call.Arguments[i]);
        }

        // Inside a function an angle in degrees is its arc.
        if (call.Operation is >= Operation.Sin and <= Operation.Csc && call.Arguments is [CallNode { Operation: Operation.Degree }])
        {
            arguments[0] *= Approximate.Exactly(Math.PI / 180);
        }

        return ElementaryFunctions.Apply(call.Operation, arguments);
    }

    private Approximate Big(BigOperatorNode big)
    {
        if (ExactSum(big) is { } sum)
        {
            return sum;
        }

        var outer = bound.TryGetValue(big.Variable, out var before) ? before : (Approximate?)null;
        bound[big.Variable] = Approximate.Exactly(Rng.For(0, "bound", big.Kind).NextDouble() + 0.4);
        var body = Evaluate(big.Body);
        Restore(big.Variable, outer);
        var from = big.From is null ? Approximate.Exactly(0.37) : Bound(big.From);
        var to = big.To is null ? Approximate.Exactly(0.73) : Bound(big.To);
        return body * Unknown(big.Kind, [from, to]);
    }

    private Approximate Bound(Node node) => node switch
    {
        SymbolNode { Name: Constants.Infinity } => Approximate.Exactly(1.618),
        CallNode { Operation: Operation.Negate, Arguments: [SymbolNode { Name: Constants.Infinity }] } => Approximate.Exactly(-1.618),
        _ => Evaluate(node),
    };

    // A sum or product between two near integers is worked out.
    private Approximate? ExactSum(BigOperatorNode big)
    {
        const int MaxTerms = 200;
        if (big is not { Kind: "sum" or "prod", From: { } low, To: { } high } || ExactEvaluator.Constant(low, budget) is not { IsInteger: true } from
            || ExactEvaluator.Constant(high, budget) is not { IsInteger: true } to || to.Numerator - from.Numerator is var count && (count < 0 || count > MaxTerms))
        {
            return null;
        }

        var outer = bound.TryGetValue(big.Variable, out var before) ? before : (Approximate?)null;
        var result = Approximate.Exactly(big.Kind == "sum" ? 0 : 1);
        for (var i = from.Numerator; i <= to.Numerator; i++)
        {
            bound[big.Variable] = Approximate.Exactly((double)i);
            var term = Evaluate(big.Body);
            result = big.Kind == "sum" ? result + term : result * term;
        }

        Restore(big.Variable, outer);
        return result;
    }

    private void Restore(string variable, Approximate? outer)
    {
        if (outer is { } value)
        {
            bound[variable] = value;
        }
        else
        {
            bound.Remove(variable);
        }
    }

    private static Approximate Unknown(string name, Approximate[] arguments)
    {
        var rng = Rng.For(0, "function", name);
        var phase = Approximate.Exactly(rng.NextDouble() * 6);
        foreach (var argument in arguments)
        {
            phase += Approximate.Exactly(0.5 + rng.NextDouble()) * argument;
        }

        return ElementaryFunctions.Apply(Operation.Sin, [phase]) + Approximate.Exactly(1.5 + rng.NextDouble());
    }
}
