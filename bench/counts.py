"""What matching asks of PCRE2: the same on every machine, so it can be a test.

A change that makes the prefilter let more sentences pass costs time that no timing on a busy machine shows for sure; the number of
questions shows it exactly.
"""
import json
import pathlib
import sys
import tempfile

import generate
import measure
import rules

HERE = pathlib.Path(__file__).resolve().parent
STORED = HERE / "counts.json"
ALLOWED = 1.1  # growth of questions


def count(engine, name, *arguments):
    row = next(row for row in measure.engine([engine, "--counts", "--name", name, *map(str, arguments)]) if row["row"] == f"counts/{name}")
    return {key: row[key] for key in ("rules", "sentences", "asked", "matched")}


def count_all(engine):
    with tempfile.TemporaryDirectory() as folder:
        news, packs = f"{folder}/news.jsonl", f"{folder}/rules"
        with open(news, "w", encoding="utf-8") as file:
            generate.write(file, generate.read_arguments(["--articles", "150", "--seed", "7"]))
        rules.write(packs, 1000, 7)
        return {"shipped rules, corpus/": count(engine, "corpus", HERE.parent / "corpus"), "shipped rules, news": count(engine, "news", news),
                "1,000 synthetic rules, news": count(engine, "synthetic", "--rules", packs, news)}


def main(engine, renew):
    now = count_all(engine)
    if renew:
        STORED.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
        return 0
    stored, fine = json.loads(STORED.read_text(encoding="utf-8")), True
    for name, counted in now.items():
        was = stored.get(name, counted)
        grown = counted["asked"] > was["asked"] * ALLOWED
        fine = fine and not grown
        print(f"{name}: asked {was['asked']} → {counted['asked']}, matched {was['matched']} → {counted['matched']}"
              f"{': PCRE2 is asked more than before' if grown else ''}")
    if not fine:
        print("If that is meant: bench/run --renew-counts --build FOLDER, and commit bench/counts.json with the change.", file=sys.stderr)
    return 0 if fine else 1
