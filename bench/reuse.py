#!/usr/bin/env python3
"""Scores `belie pairs --reuse` on texts of which it is known whether one was made from the other.

usage: bench/reuse.py BELIE FILE.csv

Each row of the CSV is text, source, label: 0 where the text was written without the source, anything else where it was made from it. Prints
the area under the ROC curve for each measure: the chance that a copy is given more than an independent text (ties count half).
"""
import csv
import json
import subprocess
import sys


def area(scores, labels):
    copies = [s for s, l in zip(scores, labels) if l]
    others = [s for s, l in zip(scores, labels) if not l]
    return sum((c > o) + 0.5 * (c == o) for c in copies for o in others) / (len(copies) * len(others))


def main():
    belie, path = sys.argv[1:]
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if len(row) == 3 and row[2].strip().isdigit()]
    lines = "".join(json.dumps({"id": i, "a": row[1], "b": row[0]}) + "\n" for i, row in enumerate(rows))
    out = subprocess.run([belie, "pairs", "--reuse", "--fail-on", "never", "-"], input=lines.encode(), stdout=subprocess.PIPE, check=False).stdout
    answers = [json.loads(line) for line in out.decode().splitlines()]
    labels = [int(row[2]) > 0 for row in rows]
    print(f"{len(rows)} texts, {sum(labels)} of them copies")
    for measure in ("words", "runs"):
        print(f"{measure}: AUC {area([answer['reuse'][measure] for answer in answers], labels):.4f}")


if __name__ == "__main__":
    main()
