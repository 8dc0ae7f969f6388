#!/usr/bin/env python3
"""How right `belie truth` is on tables with known answers, and whether it trusts the right sources.

usage: bench/truth/score.py [--belie PROGRAM] [--methods a,b] [--tolerance T] [--least N] TABLE.csv…

Beside each TABLE.csv stands TABLE.gold.csv with object, attribute and value. A row a method: its accuracy on the items of the gold that somebody
answers, with Wilson's interval, as `belie truth --gold` counts it; and Spearman's rank correlation of the trust it gives a source with the share
of the source's own claims that the gold confirms, over sources with at least N such claims (default: 5). The best finder of truths need not
be the best judge of sources.
"""
import argparse
import csv
import io
import pathlib
import subprocess
import sys


def belie_rows(program, *words):
    run = subprocess.run([program, "truth", *words, "--format", "csv", "--quiet"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return list(csv.DictReader(io.StringIO(run.stdout.decode()))) if run.returncode in (0, 3) else []


def methods_of(program):
    lines = subprocess.run([program, "truth", "--help"], stdout=subprocess.PIPE, check=True).stdout.decode().split("\n")
    listed = lines[lines.index("Methods:") + 1:]
    return [line.split()[0] for line in listed[:listed.index("")] if not line.startswith("  all ")]


def folded(value):
    parts = {" ".join(part.casefold().split()) for part in value.split(";")}
    if len(parts) == 1:
        try:
            return float(next(iter(parts)).replace(",", ""))
        except ValueError:
            pass
    return frozenset(parts)


def own_accuracy(table, gold, least):
    """By source: the share of its claims that the gold confirms."""
    known = {(row["object"], row["attribute"]): folded(row["value"]) for row in csv.DictReader(gold.open(encoding="utf-8"))}
    right, n = {}, {}
    claims = {(row["source"].strip(), row["object"], row["attribute"], folded(row["value"])) for row in csv.DictReader(table.open(encoding="utf-8"))}
    for source, name, attribute, value in claims:
        if (name, attribute) in known:
            n[source] = n.get(source, 0) + 1
            right[source] = right.get(source, 0) + (value == known[name, attribute])
    return {source: right[source] / n[source] for source in n if n[source] >= least}


def ranks(values):
    """Equal values share the mean of their ranks."""
    order = sorted(range(len(values)), key=values.__getitem__)
    out = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for place in order[start:end]:
            out[place] = (start + end - 1) / 2
        start = end
    return out


def spearman(xs, ys):
    a, b = ranks(xs), ranks(ys)
    mean = (len(a) - 1) / 2
    above = sum((x - mean) * (y - mean) for x, y in zip(a, b))
    below = (sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b)) ** 0.5
    return above / below if below else float("nan")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("tables", nargs="+", type=pathlib.Path)
    parser.add_argument("--belie", default="build/release/belie")
    parser.add_argument("--methods")
    parser.add_argument("--tolerance", default="0")
    parser.add_argument("--least", type=int, default=5)
    arguments = parser.parse_args()
    methods = arguments.methods.split(",") if arguments.methods else methods_of(arguments.belie)
    for table in arguments.tables:
        gold = table.with_suffix(".gold.csv")
        if not gold.exists():
            sys.exit(f"{gold} is not there")
        truth = own_accuracy(table, gold, arguments.least)
        print(f"{table.name}, {len(truth)} sources with at least {arguments.least} known answers")
        for method in methods:
            scores = belie_rows(arguments.belie, str(table), "--method", method, "--gold", str(gold), "--tolerance", arguments.tolerance)
            score = next((row for row in scores if row["method"] == method), None)
            if score is None:
                continue  # not for such values
            trust = {row["source"]: float(row["trust"])
                     for row in belie_rows(arguments.belie, str(table), "--method", method, "--sources", "--tolerance", arguments.tolerance)}
            both = sorted(truth.keys() & trust.keys())
            rho = spearman([trust[s] for s in both], [truth[s] for s in both])
            print(f"  {method:18} {int(score['right']):5} of {score['n']:>5} right: {float(score['accuracy']):.4f}, between "
                  f"{float(score['low']):.3f} and {float(score['high']):.3f}; trust against own accuracy {rho:6.3f}")


main()
