#!/usr/bin/env python3
"""Where the budget of each arm went: python3 bench/headline/shares.py runs/headline"""
import collections
import json
import pathlib
import sys

root = pathlib.Path(sys.argv[1])


def mean(values):
    values = list(values)
    return sum(values) / len(values)


print("| arm | ordered for weak skills | skills with 40 examples or more | strong skills before → after |\n|---|---:|---:|---:|")
for arm in json.loads((root / "leaderboard.json").read_text())["arms"]:
    to_weak, taught, before, after = [], [], [], []
    for run in arm["runs"]:
        report = json.loads((root / run / "report.json").read_text())
        weak = {skill["name"] for skill in report["skills"] if skill["weak"]}
        strong = [skill for skill in report["skills"] if not skill["weak"]]
        before.append(mean(skill["before"] for skill in strong))
        after.append(mean(skill["after"] for skill in strong))
        ordered = collections.Counter()
        for plan in (root / run).glob("artifacts/iteration-*/plan.json"):
            for order in json.loads(plan.read_text())["orders"]:
                if "skill" in order:
                    ordered[order["skill"].split("/")[0]] += order["count"]
        if ordered:
            to_weak.append(sum(count for skill, count in ordered.items() if skill in weak) / ordered.total())
            taught.append(sum(count >= 40 for count in ordered.values()))
    where = f"{mean(to_weak):.0%} | {mean(taught):.1f}" if to_weak else " | "
    print(f"| {arm['name']} | {where} | {mean(before):.1%} → {mean(after):.1%} |")
