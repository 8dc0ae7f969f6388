#!/usr/bin/env python3
"""How long `belie truth` takes on a made table of about 100,000 claims: 2,000 items, 200 sources, 50 of them an item, a fifth of the
sources copiers of another. Goals: a cheap method below 10 ms a round, accucopy below 2 s in all.

usage: speed.py BELIE [METHOD …]
A row a method: the least user time of three runs in seconds, reading the table included, and how many answers are right.
"""
import csv
import io
import random
import resource
import subprocess
import sys

SOURCES, COPIERS, ITEMS, ANSWERS = 200, 40, 2000, 50


def make_table(seed=1):
    draw = random.Random(seed)
    accuracy = [draw.uniform(0.5, 0.95) for _ in range(SOURCES)]
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["source", "object", "attribute", "value"])
    for item in range(ITEMS):
        said = {}

        def say(source):
            if source not in said:
                said[source] = "true" if draw.random() < accuracy[source] else f"false {draw.randint(1, 20)}"
            return said[source]

        for source in draw.sample(range(SOURCES), ANSWERS):
            original = source - (SOURCES - COPIERS)
            if original >= 0 and draw.random() < 0.8:
                said[source] = say(original)
            say(source)
        for source, value in sorted(said.items()):
            rows.writerow([f"s{source:03}", f"o{item:04}", "a", value])
    return out.getvalue().encode()


def run(belie, method, table):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run([belie, "truth", "-", "--method", method, "--format", "csv"], input=table, stdout=subprocess.PIPE, check=True)
    seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    answers = csv.DictReader(io.StringIO(done.stdout.decode()))
    return seconds, sum(row["value"] == "true" for row in answers)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    table = make_table()
    print(f"{table.count(10) - 1} claims")
    for method in sys.argv[2:] or ["vote", "truthfinder", "crh", "accu", "popaccu", "accucopy", "auto"]:
        runs = [run(sys.argv[1], method, table) for _ in range(3)]
        print(f"{method:18} {min(seconds for seconds, _ in runs):6.2f} s   {runs[0][1]} of {ITEMS} right")


main()
