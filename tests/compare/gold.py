#!/usr/bin/env python3
"""Runs `belie pairs` over the gold pairs and counts what it finds and what it accuses.

usage: gold.py BELIE [FILE…] [--list] [--only KIND] [--test | --mark]

FILE is a file of gold/ (default: all of them; gold/README.md tells their form). Printed are, for each file and kind, precision and
recall of contradiction; for each relation, how many pairs are judged rightly and how many get exactly this relation; and with --list
the pairs judged wrongly. --test speaks TAP and fails when a pair without “todo” is judged wrongly; a “todo” that is right is named, so
that the mark is taken away. --mark writes the files again: a pair that is judged wrongly gets a “todo”, one that is right loses it.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

GOLD = pathlib.Path(__file__).resolve().parent / "gold"
SHOWN = 20  # by the test, of a file
RELATIONS = ["contradiction", "differs", "disputed", "superseded", "variant", "agrees", "none"]
NEEDED = {"id": str, "kind": str, "a": str, "b": str, "relation": str}
ALLOWED = {**NEEDED, "date": str, "trap": str, "todo": str, "exact": bool}


class Wrong(Exception):
    """A gold file that is not written as its README says."""


def read(path):
    rows, ids = [], set()
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        place = f"{path.name}:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise Wrong(f"{place}: {error}") from None
        for key in NEEDED.keys() - row.keys():
            raise Wrong(f"{place}: no “{key}”")
        for key, value in row.items():
            if not isinstance(value, ALLOWED.get(key, ())) or value == "":
                raise Wrong(f"{place}: “{key}” is unknown, empty or of the wrong type")
        if row["relation"] not in RELATIONS:
            raise Wrong(f"{place}: “{row['relation']}” is no relation; they are {', '.join(RELATIONS)}")
        if "trap" in row and row["relation"] == "contradiction":
            raise Wrong(f"{place}: a contradiction is no trap")
        if row["id"] in ids:
            raise Wrong(f"{place}: the id “{row['id']}” stands twice")
        ids.add(row["id"])
        rows.append(row)
    if not rows:
        raise Wrong(f"{path.name}: no pairs")
    return rows


def ask(belie, rows):
    """Gives each row its answer."""
    question = "".join(json.dumps({key: row[key] for key in ("id", "a", "b", "date") if key in row}) + "\n" for row in rows)
    done = subprocess.run([belie, "pairs", "--fail-on", "never"], input=question.encode(), stdout=subprocess.PIPE, check=False)
    answers = [json.loads(line) for line in done.stdout.decode().split("\n") if line]
    if done.returncode != 0 or [answer["id"] for answer in answers] != [row["id"] for row in rows]:
        raise Wrong(f"belie pairs: exit {done.returncode}, {len(answers)} answers to {len(rows)} pairs")
    for row, answer in zip(rows, answers):
        row["got"] = answer["relation"]
        row["findings"] = answer["findings"]


def is_right(row):
    """What a sub-editor would see: a conflict that is one, and none that is not. “differs” is a question, and either answer will do."""
    if row.get("exact"):
        return row["got"] == row["relation"]
    if row["relation"] == "contradiction":
        return row["got"] == "contradiction"
    if row["relation"] == "differs":
        return row["got"] != "contradiction"
    return row["got"] not in ("contradiction", "differs")


def share(part, whole):
    return f"{part / whole:5.2f} ({part}/{whole})" if whole else "    - (0/0)"


def count(rows):
    found = [row for row in rows if row["got"] == "contradiction"]
    real = [row for row in rows if row["relation"] == "contradiction"]
    both = sum(row["got"] == "contradiction" for row in real)
    return f"{len(rows):5} pairs  precision {share(both, len(found)):15} recall {share(both, len(real)):15}"


def report(files, rows):
    for name, of_file in files.items():
        print(f"{name:28} {count(of_file)}")
        kinds = collections.defaultdict(list)
        for row in of_file:
            kinds[row["kind"]].append(row)
        for kind, of_kind in kinds.items():
            if len(kinds) > 1:
                print(f"  {kind:26} {count(of_kind)}")
    if len(files) > 1:
        print(f"{'all':28} {count(rows)}")
    print()
    for relation in RELATIONS:
        of_relation = [row for row in rows if row["relation"] == relation]
        got = collections.Counter(row["got"] for row in of_relation)
        others = ", ".join(f"{n} {name}" for name, n in got.most_common() if name != relation)
        if of_relation:
            print(f"{relation:14} right {share(sum(map(is_right, of_relation)), len(of_relation)):15} "
                  f"exact {share(got[relation], len(of_relation)):15} {'else: ' + others if others else ''}")


def show(row):
    todo = f"  todo: {row['todo']}" if "todo" in row else ""
    trap = f"  trap: {row['trap']}" if "trap" in row else ""
    said = "".join(f"\n    {finding['id']}: {finding['message']}" for finding in row["findings"])
    return f"{row['id']} ({row['kind']}): {row['got']}, not {row['relation']}{trap}{todo}\n    a: {row['a'][:400]}\n    b: {row['b'][:400]}{said}"


def test(files):
    """TAP: one case a file. Returns whether all are right."""
    print(f"1..{len(files)}")
    fine = True
    for number, (name, rows) in enumerate(files.items(), 1):
        worse = [row for row in rows if not is_right(row) and "todo" not in row]
        better = [row["id"] for row in rows if is_right(row) and "todo" in row]
        fine = fine and not worse
        print(f"{'not ok' if worse else 'ok'} {number} - {name}: {' '.join(count(rows).split())}")
        for row in worse[:SHOWN]:
            print("# " + show(row).replace("\n", "\n# "))
        if len(worse) > SHOWN:
            print(f"# and {len(worse) - SHOWN} more; scripts/score-gold --list shows them all")
        if better:
            print(f"# right now, so “todo” can go: {' '.join(better)}")
    return fine


def mark(path, rows):
    """Only “todo” changes, and only where it is wrong."""
    for row in rows:
        if is_right(row):
            row.pop("todo", None)
        else:
            row.setdefault("todo", "not found" if row["relation"] == "contradiction" else "not silent" if not row.get("exact") else "not exact")
    lines = [json.dumps({key: row[key] for key in row if key in ALLOWED}, ensure_ascii=False) + "\n" for row in rows]
    path.write_text("".join(lines), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("belie")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    parser.add_argument("--list", action="store_true", help="also the pairs judged wrongly")
    parser.add_argument("--only", metavar="KIND", help="only pairs of this kind")
    parser.add_argument("--test", action="store_true", help="TAP; exit 1 when a pair without “todo” is judged wrongly")
    parser.add_argument("--mark", action="store_true", help="write “todo” where it is due, and nowhere else")
    options = parser.parse_intermixed_args()
    if options.mark and options.only:
        parser.error("--mark is for whole files")
    files = {}
    try:
        for path in options.files or sorted(GOLD.glob("*.jsonl")):
            rows = [row for row in read(path) if options.only in (None, row["kind"])]
            if rows:
                ask(options.belie, rows)
                files[path.name] = rows
                if options.mark:
                    mark(path, rows)
    except (Wrong, OSError) as error:
        print(f"Bail out! {error}" if options.test else error, file=sys.stdout if options.test else sys.stderr)
        return 2
    if options.test:
        return 0 if test(files) else 1
    rows = [row for of_file in files.values() for row in of_file]
    report(files, rows)
    wrong = [row for row in rows if not is_right(row)]
    print(f"\n{len(wrong)} of {len(rows)} pairs are judged wrongly, {sum('todo' not in row for row in wrong)} of them without “todo”")
    if options.list:
        for row in wrong:
            print(show(row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
