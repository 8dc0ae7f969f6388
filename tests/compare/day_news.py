#!/usr/bin/env python3
"""Runs `belie check` over small corpora of own articles on one event, and counts the wrong days it finds and the right ones it accuses.

usage: day_news.py BELIE FILE [--list]

FILE has one JSON object a line: id; articles, each with source, published and text; “expect”: true where two of their days cannot both
be right, or “trap”, why they can; and “todo” where that is not so yet. Speaks TAP: one case for the wrong days, one for the
innocent; a case fails when a corpus without “todo” is judged wrongly.
"""
import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile


def ask(belie, row):
    """The messages of conflicts of days, errors and warnings."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "articles.jsonl"
        lines = [json.dumps({"id": f"{row['id']}-{number}", **article}) for number, article in enumerate(row["articles"], 1)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        done = subprocess.run([belie, "check", str(path), "--format", "json", "--no-cache", "--fail-on", "never", "--jobs", "1"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise SystemExit(f"Bail out! {row['id']}: exit {done.returncode}: {done.stderr.decode()[:300]}")
    findings = [json.loads(line) for line in done.stdout.decode().splitlines() if line]
    return [finding["message"] for finding in findings if finding.get("id", "").startswith("date/") and finding["severity"] != "note"]


def is_right(row):
    return bool(row["found"]) == row.get("expect", False)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("belie")
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--list", action="store_true", help="all that are judged wrongly, with and without “todo”")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for row, found in zip(rows, pool.map(lambda row: ask(options.belie, row), rows)):
            row["found"] = found
    fine = True
    print("1..2")
    for number, (name, expected) in enumerate([("wrong days", True), ("innocent days", False)], 1):
        part = [row for row in rows if row.get("expect", False) == expected]
        worse = [row for row in part if not is_right(row) and "todo" not in row]
        fine = fine and not worse
        print(f"{'not ok' if worse else 'ok'} {number} - {name}: {sum(map(is_right, part))} of {len(part)} right")
        for row in part if options.list else worse:
            if not is_right(row):
                print(f"# {row['id']}: {row.get('trap', 'a wrong day')}; told: {'; '.join(row['found']) or 'nothing'}")
        better = " ".join(row["id"] for row in part if is_right(row) and "todo" in row)
        if better:
            print(f"# right now, so “todo” can go: {better}")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
