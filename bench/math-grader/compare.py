"""Sets graders against the truth: compare.py PAIRS NAME=RESULTS..., a Markdown table by family."""
import json
import sys


def main(pairs_path, *graders):
    with open(pairs_path) as lines:
        pairs = [json.loads(line) for line in lines]
    families = list(dict.fromkeys(pair["family"] for pair in pairs))
    verdicts = {}
    for grader in graders:
        name, path = grader.split("=", 1)
        with open(path) as lines:
            verdicts[name] = [json.loads(line)["equal"] for line in lines]
        assert len(verdicts[name]) == len(pairs), f"{path} has {len(verdicts[name])} lines in place of {len(pairs)}"
    print("| family | pairs |" + "".join(f" {name}: missed | {name}: false positives |" for name in verdicts))
    print("|---|---:|" + "---:|---:|" * len(verdicts))
    for family in families + ["all"]:
        chosen = [i for i, pair in enumerate(pairs) if family in (pair["family"], "all")]
        row = f"| {family} | {len(chosen):,} |"
        for given in verdicts.values():
            missed = sum(1 for i in chosen if pairs[i]["truth"] and not given[i])
            wrong = sum(1 for i in chosen if not pairs[i]["truth"] and given[i])
            row += f" {missed:,} | {wrong:,} |"
        print(row)
    print()
    names = list(verdicts)
    for name in names:
        right = sum(1 for pair, given in zip(pairs, verdicts[name]) if pair["truth"] == given)
        print(f"{name}: right on {right / len(pairs):.2%}")
    for other in names[1:]:
        same = sum(1 for a, b in zip(verdicts[names[0]], verdicts[other]) if a == b)
        print(f"{names[0]} and {other} agree on {same / len(pairs):.2%}")


if __name__ == "__main__":
    main(*sys.argv[1:])
