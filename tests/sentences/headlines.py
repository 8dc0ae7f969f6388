#!/usr/bin/env python3
"""Runs `belie check` over own articles, some of which deny themselves, and counts what it finds and what it accuses.

usage: headlines.py BELIE FILE [--list]

FILE has one JSON object a line: id, published, title, text; “expect”, the finding that is due, or “trap”, why none is; and “todo” where
that is not so yet. Each article is a corpus of its own, so only what stands in it speaks. Speaks TAP: one case for the articles with
a wrong part, one for the innocent ones; a case fails when an article without “todo” is judged wrongly.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "judge"))
import judged  # noqa: E402

INSIDE = ("headline/contradicted", "claim/self", "number/conflict", "date/conflict", "claim/contradiction", "quote/altered")


def ask(belie, row):
    """The findings on what the article says of one thing."""
    article = {key: row[key] for key in ("id", "published", "title", "text")}
    return [finding for finding in judged.check(belie, row["id"], [article]) if finding.get("id") in INSIDE]


def is_right(row):
    ids = {finding["id"] for finding in row["found"]}
    return ids == {row["expect"]} if "expect" in row else not ids


def describe(row):
    told = "; ".join(f"{finding['id']}: {finding['message']}" for finding in row["found"]) or "nothing"
    return f"# {row['id']}: {row.get('expect') or 'innocent, ' + row['trap']}; told: {told}"


def main():
    rows, everything = judged.read(ask)
    due = [row for row in rows if "expect" in row]
    fine = judged.report([("denials", due), ("innocent articles", [row for row in rows if "expect" not in row])], is_right, describe,
                         everything)
    right, accused = sum(map(is_right, due)), sum(bool(row["found"]) for row in rows)
    print(f"# precision {right / max(accused, 1):.2f} ({right}/{accused})  recall {right / max(len(due), 1):.2f} ({right}/{len(due)})")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
