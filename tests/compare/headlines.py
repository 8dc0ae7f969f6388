#!/usr/bin/env python3
"""Runs `belie check` over own articles, some of which deny themselves, and counts what it finds and what it accuses.

usage: headlines.py BELIE FILE [--list]

FILE has one JSON object a line: id, published, title, text; “expect”, the finding that is due, or “trap”, why none is; and “todo” where
that is not so yet. Each article is a corpus of its own, so only what stands in it speaks. Speaks TAP: one case for the articles with
a wrong part, one for the innocent ones; a case fails when an article without “todo” is judged wrongly.
"""
import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile

INSIDE = ("headline/contradicted", "claim/self", "number/conflict", "date/conflict", "claim/contradiction", "quote/altered")


def ask(belie, row):
    """The findings on what the article says of one thing, as a sorted list of their ids."""
    article = {key: row[key] for key in ("id", "published", "title", "text")}
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "article.jsonl"
        path.write_text(json.dumps(article) + "\n", encoding="utf-8")
        done = subprocess.run([belie, "check", str(path), "--format", "json", "--no-cache", "--fail-on", "never", "--jobs", "1"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise SystemExit(f"Bail out! {row['id']}: exit {done.returncode}: {done.stderr.decode()[:300]}")
    findings = [json.loads(line) for line in done.stdout.decode().splitlines() if line]
    return [finding for finding in findings if finding.get("id") in INSIDE]


def is_right(row):
    ids = {finding["id"] for finding in row["found"]}
    return ids == {row["expect"]} if "expect" in row else not ids


def describe(row):
    told = "; ".join(f"{finding['id']}: {finding['message']}" for finding in row["found"]) or "nothing"
    return f"# {row['id']}: {row.get('expect') or 'innocent, ' + row['trap']}; told: {told}"


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
    due = [row for row in rows if "expect" in row]
    right = sum(map(is_right, due))
    accused = sum(bool(row["found"]) for row in rows)
    fine = True
    print("1..2")
    for number, (name, part) in enumerate([("denials", due), ("innocent articles", [row for row in rows if "expect" not in row])], 1):
        worse = [row for row in part if not is_right(row) and "todo" not in row]
        fine = fine and not worse
        print(f"{'not ok' if worse else 'ok'} {number} - {name}: {sum(map(is_right, part))} of {len(part)} right")
        for row in part if options.list else worse:
            if not is_right(row):
                print(describe(row))
        better = " ".join(row["id"] for row in part if is_right(row) and "todo" in row)
        if better:
            print(f"# right now, so “todo” can go: {better}")
    print(f"# precision {right / max(accused, 1):.2f} ({right}/{accused})  recall {right / max(len(due), 1):.2f} ({right}/{len(due)})")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
