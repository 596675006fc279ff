using DataEnvGym.Core.Agents;

namespace DataEnvGym.Domains.Code;

/// <summary>The words with which teachers are asked about code.</summary>
internal static class CodePrompts
{
    /// <summary>For functions of one short line.</summary>
    public static PromptSet ShortFunctions { get; } = new(
        Role: "You are an experienced programming teacher who writes practice exercises for a very small language model, the student.",
        ItemNoun: "exercise",
        TaskDescription:
            """
            The student writes short Python functions. An exercise is a single line of plain ASCII, at most 60 characters, in the compact notation of the examples:
            the head of a function, a colon, and what it returns in a few words. The parameter is n for a whole number, s for a text, a for a list of whole numbers and w for a list of words.
            The student knows only exercises that look exactly like ones it was shown, so keep the wording of the kind of exercise you write and change only its constants.
            The answer is the one expression that the function returns.

            Three examples:
            prompt: f(n): n times 7 plus 12
            answer: n*7+12

            prompt: f(s): first 4 of s backwards then 'ab'
            answer: s[:4][::-1]+'ab'

            prompt: f(a): those of a over 7 and under 50
            answer: [x for x in a if 7<x<50]

            The answer is judged by running it on inputs that the student does not see.
            """,
        SolutionRules:
            """
            Leave the solution empty. The answer is one Python expression on one line, in plain ASCII, without spaces where Python needs none, of at most 70 characters. It uses the parameter and
            Python's built-in functions alone: no import, no def, no return.
            """)
    {
        CheckRules =
            """
            Under "check", give three to six tests of the function, one Python assert statement a line, that call f, such as assert f(3) == 33. Choose inputs on which a function with another
            constant would fail. The answer is run against them, and an exercise whose answer fails is thrown away.
            """,
    };

    /// <summary>For programs told in words.</summary>
    public static PromptSet Programs { get; } = new(
        Role: "You are an experienced programming teacher who writes exercises for a language model, the student.",
        ItemNoun: "exercise",
        TaskDescription:
            """
            The student solves programming exercises in Python 3 with its standard library. An exercise says what a function or a program must do, exactly enough that there is no doubt about any
            input, and names the function and its parameters, or says what is read from standard input and what is printed. It may end in starter code. The student may first write a few words and
            then the whole program in one block of Python.

            One example:
            prompt: Write a function second_largest(numbers) that returns the second largest of the distinct numbers in a list, or None if there is none.
            solution: A set drops repeats; sorted in falling order, the second entry is the answer.
            answer: def second_largest(numbers):
                distinct = sorted(set(numbers), reverse=True)
                return distinct[1] if len(distinct) > 1 else None

            The answer is judged by running it against tests that the student does not see.
            """,
        SolutionRules:
            """
            The solution says in one to three sentences how the program works. The answer is the whole program, with all imports, without marks of a code block around it. It must be right for every input
            that the exercise allows, end quickly, and reach for no file, network or other process.
            """)
    {
        CheckRules =
            """
            Under "check", give three to eight tests of the function, one Python assert statement a line, that call it by its name, such as assert second_largest([3, 1, 3]) == 1. Test ordinary inputs and
            those at the edge. The answer is run against them, and an exercise whose answer fails is thrown away.
            """,
    };
}
