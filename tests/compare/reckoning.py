#!/usr/bin/env python3
"""Runs `belie check` over own articles and counts the figures and days that cannot be by reckoning, and the right ones it accuses.

usage: reckoning.py BELIE FILE [--list]

FILE has one JSON object a line: id; kind; published; text; “expect”: the id of the finding that is due, or “trap”, why none is; and “todo”
where that is not so yet. Speaks TAP: two cases for each kind, one for what is wrong and one for the innocent.
"""
import sys

import judged

IDS = ("number/arithmetic", "number/reference", "date/weekday")


def ask(belie, row):
    """What was found by reckoning: (id, message)."""
    article = {"id": row["id"], "source": "Herald", "published": row["published"], "text": row["text"]}
    return [(finding["id"], finding["message"]) for finding in judged.check(belie, row["id"], [article])
            if finding.get("id") in IDS and finding["severity"] != "note"]


def is_right(row):
    return [found[0] for found in row["found"]] == ([row["expect"]] if "expect" in row else [])


def describe(row):
    return f"# {row['id']}: {row.get('trap', row.get('expect'))}; told: {'; '.join(found[1] for found in row['found']) or 'nothing'}"


def main():
    rows, everything = judged.read(ask)
    parts = []
    for kind in dict.fromkeys(row["kind"] for row in rows):
        parts.append((f"{kind}: wrong", [row for row in rows if row["kind"] == kind and "expect" in row]))
        parts.append((f"{kind}: innocent", [row for row in rows if row["kind"] == kind and "expect" not in row]))
    return 0 if judged.report(parts, is_right, describe, everything) else 1


if __name__ == "__main__":
    sys.exit(main())
