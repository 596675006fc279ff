using System.Collections.Frozen;

namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>What LaTeX commands, words and Unicode signs mean. One name for one thing: <c>\leq</c>, <c>\le</c>, <c>≤</c> are all <c>&lt;=</c>.</summary>
internal static class CommandTable
{
    /// <summary>Names of operators and separators, as commands or words.</summary>
    public static FrozenDictionary<string, string> Signs { get; } = Spellings(
        "*=cdot times ast bullet star", "/=div", "+-=pm", "-+=mp", "<=lt", ">=gt", "≤=le leq leqslant leqq", "≥=ge geq geqslant geqq", "≠=ne neq", "∈=in",
        "∪=cup bigcup", "∩=cap bigcap", "∖=setminus backslash smallsetminus", "|=vert mid", "‖=Vert", "(=lparen", ")=rparen", "abs(=lvert", "abs)=rvert", "⌊=lfloor", "⌋=rfloor", "⌈=lceil",
        "⌉=rceil", "{=lbrace", "}=rbrace", "⟨=langle", "⟩=rangle", "[=lbrack", "]=rbrack", "°=circ degree", "'=prime", "==equiv approx simeq cong sim coloneqq", ":=colon ratio",
        "⇒=implies Rightarrow Longrightarrow iff Leftrightarrow", "→=to rightarrow longrightarrow", "…=ldots dots cdots dotsc", "∧=land wedge", "∨=lor vee", "_=underscore");

    /// <summary>Functions and commands with arguments, as commands or words.</summary>
    public static FrozenDictionary<string, string> Functions { get; } = Spellings(
        "frac=frac dfrac tfrac cfrac", "binom=binom dbinom tbinom choose", "sqrt=sqrt surd", "cbrt=cbrt", "sin=sin", "cos=cos", "tan=tan tg", "cot=cot ctg cotan", "sec=sec",
        "csc=csc cosec", "arcsin=arcsin asin", "arccos=arccos acos", "arctan=arctan atan arctg", "sinh=sinh", "cosh=cosh", "tanh=tanh", "ln=ln", "log=log lg", "exp=exp",
        "abs=abs", "floor=floor", "ceil=ceil ceiling", "max=max", "min=min", "gcd=gcd", "lcm=lcm", "mod=mod bmod", "pmod=pmod", "sum=sum", "prod=prod", "int=int", "lim=lim", "boxed=boxed fbox");

    /// <summary>Constants and named variables, as commands or words.</summary>
    public static FrozenDictionary<string, string> Symbols { get; } = Spellings(
        "π=pi Pi", "∞=infty infinity inf", "α=alpha", "β=beta", "γ=gamma", "δ=delta", "ε=epsilon varepsilon", "θ=theta vartheta", "λ=lambda", "μ=mu", "ρ=rho", "σ=sigma", "τ=tau",
        "φ=phi varphi", "ψ=psi", "ω=omega", "η=eta", "ζ=zeta", "κ=kappa", "ξ=xi", "ν=nu", "χ=chi", "Γ=Gamma", "Δ=Delta", "Σ=Sigma", "Φ=Phi", "Ψ=Psi", "Ω=Omega", "Λ=Lambda", "Θ=Theta",
        "ℓ=ell", "∅=emptyset varnothing", "i=imath", "j=jmath", "∠=angle measuredangle", "△=triangle", "ℏ=hbar");

    /// <summary>Commands that only change how things look.</summary>
    public static FrozenSet<string> Ignored { get; } = Words(
        "bf it displaystyle textstyle scriptstyle limits nolimits quad qquad hspace vspace big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm mathbf vec overline "
        + "underline bar hat widehat tilde widetilde mathcal boldsymbol bm mathit mathsf mathscr mathfrak mathord mathop mathrel phantom hfill noindent newline left right middle "
        + "overrightarrow overleftarrow boxdot tiny small normalsize large Large cr kern mskip nonumber ensuremath therefore because exists forall operatorname mathstrut strut dot ddot "
        + "thinspace medspace thickspace negthinspace enspace");

    /// <summary>Commands whose argument is words.</summary>
    public static FrozenSet<string> Texts { get; } = Words("text textbf textit texttt textrm textsf textnormal mathrm mbox hbox rm emph mathtt operatorname");

    /// <summary>Signs outside ASCII, as the commands or signs that they stand for.</summary>
    public static FrozenDictionary<char, string> Unicode { get; } = new Dictionary<char, string>
    {
        ['−'] = "-", ['–'] = "-", ['—'] = "-", ['×'] = "*", ['·'] = "*", ['⋅'] = "*", ['∗'] = "*", ['•'] = "*", ['÷'] = "/", ['∕'] = "/", ['⁄'] = "/", ['±'] = "+-", ['∓'] = "-+",
        ['≤'] = "≤", ['≥'] = "≥", ['⩽'] = "≤", ['⩾'] = "≥", ['≠'] = "≠", ['≈'] = "=", ['≡'] = "=", ['∈'] = "∈", ['∪'] = "∪", ['∩'] = "∩", ['∖'] = "∖", ['°'] = "°", ['º'] = "°",
        ['′'] = "'", ['’'] = "'", ['⇒'] = "⇒", ['→'] = "→", ['⟨'] = "⟨", ['⟩'] = "⟩", ['⌊'] = "⌊", ['⌋'] = "⌋", ['⌈'] = "⌈", ['⌉'] = "⌉", ['，'] = ",", ['；'] = ";", ['（'] = "(",
        ['）'] = ")", ['＝'] = "=", ['∣'] = "|", ['∨'] = "∨", ['∧'] = "∧", ['…'] = "…", ['％'] = "%",
    }.ToFrozenDictionary();

    /// <summary>The symbol of a set of numbers, from its letter.</summary>
    public static string Set(string letter) => letter.Trim() switch { "R" => Expressions.Constants.Reals, "N" => "ℕ", "Z" => "ℤ", "Q" => "ℚ", "C" => "ℂ", var other => $"{other} of a set" };

    /// <summary>Whether a command by this name is known.</summary>
    public static bool IsKnown(string name) =>
        Signs.ContainsKey(name) || Functions.ContainsKey(name) || Symbols.ContainsKey(name) || Ignored.Contains(name) || Texts.Contains(name)
        || name is "mathbb" or "begin" or "end" or "and" or "or" or "boxed";

    private static FrozenDictionary<string, string> Spellings(params string[] groups) => groups
        .Select(group => (Cut: group.IndexOf('=', 1), Group: group))
        .SelectMany(entry => entry.Group[(entry.Cut + 1)..].Split(' ').Select(name => KeyValuePair.Create(name, entry.Group[..entry.Cut])))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> Words(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
