"""What the tests of own articles share: small corpora in one file, each judged right or wrong, with “todo” where it is wrong so far."""
import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import tempfile


def check(belie, name, articles):
    """The findings of `belie check` on a corpus of these articles, as it prints them."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        done = subprocess.run([belie, "check", str(path), "--format", "json", "--no-cache", "--fail-on", "never", "--jobs", "1"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise SystemExit(f"Bail out! {name}: exit {done.returncode}: {done.stderr.decode()[:300]}")
    return [json.loads(line) for line in done.stdout.decode().splitlines() if line]


def read(ask):
    """The rows of FILE, each with “found”, what ask (belie, row) gives; and whether --list is wanted."""
    parser = argparse.ArgumentParser()
    parser.add_argument("belie")
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--list", action="store_true", help="all that are judged wrongly, with and without “todo”")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for row, found in zip(rows, pool.map(lambda row: ask(options.belie, row), rows)):
            row["found"] = found
    return rows, options.list


def report(parts, is_right, describe, everything):
    """TAP: a case for each (name, rows) of parts, which fails when a row without “todo” is judged wrongly. Returns whether none did."""
    fine = True
    print(f"1..{len(parts)}")
    for number, (name, part) in enumerate(parts, 1):
        worse = [row for row in part if not is_right(row) and "todo" not in row]
        fine = fine and not worse
        print(f"{'not ok' if worse else 'ok'} {number} - {name}: {sum(map(is_right, part))} of {len(part)} right")
        for row in part if everything else worse:
            if not is_right(row):
                print(describe(row))
        better = " ".join(row["id"] for row in part if is_right(row) and "todo" in row)
        if better:
            print(f"# right now, so “todo” can go: {better}")
    return fine
