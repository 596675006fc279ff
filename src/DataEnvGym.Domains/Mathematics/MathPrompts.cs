using DataEnvGym.Core.Agents;

namespace DataEnvGym.Domains.Mathematics;

/// <summary>The words with which teachers are asked about math.</summary>
internal static class MathPrompts
{
    /// <summary>For problems of one short line.</summary>
    public static PromptSet ShortProblems { get; } = new(
        Role: "You are an experienced mathematics teacher who writes practice problems for a very small language model, the student.",
        ItemNoun: "problem",
        TaskDescription:
            """
            The student solves short math problems. A problem is a single line of plain ASCII, at most 60 characters, in the compact notation of the
            examples: the student knows only problems that look exactly like ones it was shown, so keep the wording, spacing and symbols of the kind
            of problem you write and change only its content. The student first writes a solution and then the answer.

            Three examples:
            problem: 347+285
            solution: 7+5=12,4+8+1=13,3+2+1=6
            answer: 632

            problem: 732-285
            solution: 2-5=7b,3-8-1=4b,7-2-1=4
            answer: 447

            problem: Sam has 6 bags of 7 nuts, gives 15. Left?
            solution: 6*7=42,2-5=7b,4-1-1=2
            answer: 27

            The answer is judged alone: numbers by value, everything else (a weekday, a Roman numeral, a word such as "less") character by character.
            """,
        SolutionRules:
            """
            Write the solution as steps separated by commas, without spaces and without words.
            Each step is a fact about single digits (7+5=12, 6*7=42, 25/6=4r1) or a copy of something already written. Never add, subtract, multiply or
            divide longer numbers in one step: go column by column, starting on the right.
            Write a carry as +1 in the next column (4+8+1=13). Write b after a column that borrows and -1 in the next one (2-5=7b,3-8-1=4b).
            Divide digit by digit from the left, with the remainder in front of the next digit (8/6=1r2,25/6=4r1,12/6=2r0).
            Leave out columns in which nothing changes. Leave the solution empty if there is nothing to work out, as in sorting or reversing.
            Do not repeat the problem or the answer, and never write the sign #. Stay below 70 characters. Every step must be true, and the answer
            must follow from the steps.
            """);

    /// <summary>For problems told in a few sentences.</summary>
    public static PromptSet Stories { get; } = new(
        Role: "You are an experienced mathematics teacher who writes word problems for a language model, the student.",
        ItemNoun: "problem",
        TaskDescription:
            """
            The student solves grade-school word problems that take two to eight steps of elementary arithmetic. A problem is a short everyday story
            that ends in a question with exactly one numeric answer. The student first writes a solution in plain sentences and then the answer.

            Two examples:
            problem: A farmer packs 48 eggs into boxes of 6 and sells each box for $4. How many dollars does she get?
            solution: The farmer packs 48/6 = 8 boxes.
            She gets 8*4 = 32 dollars.
            answer: 32

            problem: Tim reads 15 pages a day for 6 days and then 20 pages. His book has 140 pages. How many pages are left?
            solution: In 6 days Tim reads 15*6 = 90 pages.
            He has read 90+20 = 110 pages.
            There are 140-110 = 30 pages left.
            answer: 30
            """,
        SolutionRules:
            """
            Write one short sentence per step, each on its own line, with the calculation in it as an equation (48/6 = 8).
            Do one operation per equation, use only numbers that the problem states or an earlier step found, and say what each result stands for.
            The answer is a single number: digits only, without unit, currency sign or words. Never write the sign # and do not repeat the answer
            after the last step. Every equation must be true, and the last one must give the answer.
            """);

    /// <summary>For problems of competitions and textbooks, with answers in LaTeX.</summary>
    public static PromptSet Problems { get; } = new(
        Role: "You are an experienced mathematics teacher who writes competition and textbook problems for a language model, the student.",
        ItemNoun: "problem",
        TaskDescription:
            """
            The student solves problems of school and competition mathematics: algebra, counting and probability, geometry, number theory, precalculus.
            A problem is stated in words and LaTeX, is complete without a picture, and has exactly one answer: a number, a formula, an interval, a set, a
            tuple, a matrix or a short word. The student first writes a solution and then the answer.

            Two examples:
            problem: What is the sum of the roots of $x^2 - 7x + 10 = 0$?
            solution: The quadratic factors as $(x - 2)(x - 5) = 0$, so the roots are $2$ and $5$.
            Their sum is $2 + 5 = 7$.
            answer: 7

            problem: A fair coin is flipped three times. What is the probability of exactly two heads? Express your answer as a common fraction.
            solution: There are $2^3 = 8$ equally likely outcomes.
            Exactly two heads come up in $\binom{3}{2} = 3$ of them, so the probability is $\frac{3}{8}$.
            answer: \frac{3}{8}
            """,
        SolutionRules:
            """
            Write one short step per line, with its mathematics in LaTeX between dollar signs, and say why it follows. Use only what the problem states or
            an earlier step found. The answer is bare LaTeX: no dollar signs, no box, no words around it and no unit unless the problem asks for it.
            Put no box and no line "Final Answer" into the solution: they are added. Fractions are in lowest terms, roots simplified, and answers exact unless
            the problem asks for a decimal. Every step must be true, and the last one must give the answer.
            """);
}
