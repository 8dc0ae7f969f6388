#!/usr/bin/env python3
"""Runs `belie check` over own articles and counts the figures and days that cannot be by reckoning, and the right ones it accuses.

usage: reckoning.py BELIE FILE [--list]

FILE has one JSON object a line: id; kind; published; text; “expect”: the id of the finding that is due, or “trap”, why none is; and “todo”
where that is not so yet. Speaks TAP: two cases for each kind, one for what is wrong and one for the innocent.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "judge"))
import judged  # noqa: E402

IDS = ("number/arithmetic", "number/reference", "date/weekday")


def ask_all(rows):
    """Gives each row what was found by reckoning, (id, message): one run over all articles, since each is looked at by itself."""
    articles = [{"id": row["id"], "source": "Herald", "published": row["published"], "text": row["text"]} for row in rows]
    by_article = {row["id"]: [] for row in rows}
    for finding in judged.check(rows[0]["found"], "reckoning", articles):
        if finding.get("id") in IDS and finding["severity"] != "note":
            by_article[finding["at"]["article"].rsplit("#", 1)[-1]].append((finding["id"], finding["message"]))
    for row in rows:
        row["found"] = by_article[row["id"]]


def is_right(row):
    return [found[0] for found in row["found"]] == ([row["expect"]] if "expect" in row else [])


def describe(row):
    return f"# {row['id']}: {row.get('trap', row.get('expect'))}; told: {'; '.join(found[1] for found in row['found']) or 'nothing'}"


def main():
    rows, everything = judged.read(lambda belie, row: belie)
    ask_all(rows)
    parts = []
    for kind in dict.fromkeys(row["kind"] for row in rows):
        parts.append((f"{kind}: wrong", [row for row in rows if row["kind"] == kind and "expect" in row]))
        parts.append((f"{kind}: innocent", [row for row in rows if row["kind"] == kind and "expect" not in row]))
    return 0 if judged.report(parts, is_right, describe, everything) else 1


if __name__ == "__main__":
    sys.exit(main())
