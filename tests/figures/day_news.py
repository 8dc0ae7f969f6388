#!/usr/bin/env python3
"""Runs `belie check` over small corpora of own articles on one event, and counts the wrong days it finds and the right ones it accuses.

usage: day_news.py BELIE FILE [--list]

FILE has one JSON object a line: id; articles, each with source, published and text; “expect”: true where two of their days cannot both
be right, or “trap”, why they can; and “todo” where that is not so yet. Speaks TAP: one case for the wrong days, one for the
innocent; a case fails when a corpus without “todo” is judged wrongly.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "judge"))
import judged  # noqa: E402


def ask(belie, row):
    """The messages of conflicts of days, errors and warnings."""
    articles = [{"id": f"{row['id']}-{number}", **article} for number, article in enumerate(row["articles"], 1)]
    findings = judged.check(belie, row["id"], articles)
    return [finding["message"] for finding in findings if finding.get("id", "").startswith("date/") and finding["severity"] != "note"]


def is_right(row):
    return bool(row["found"]) == row.get("expect", False)


def describe(row):
    return f"# {row['id']}: {row.get('trap', 'a wrong day')}; told: {'; '.join(row['found']) or 'nothing'}"


def main():
    rows, everything = judged.read(ask)
    parts = [("wrong days", [row for row in rows if row.get("expect", False)]),
             ("innocent days", [row for row in rows if not row.get("expect", False)])]
    return 0 if judged.report(parts, is_right, describe, everything) else 1


if __name__ == "__main__":
    sys.exit(main())
