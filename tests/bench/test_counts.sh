#!/usr/bin/env bash
# Matching asks PCRE2 no more than it did: bench/counts.json. And what makes news and rules makes the same again, and rules that hold.
set -euo pipefail
build=${BUILD_DIR:-build/release}
cd "${SOURCE_DIR:-$(dirname "$0")/../..}"
python3 bench/run --check-counts --build "$build"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for n in 1 2; do
  python3 bench/generate.py --articles 40 --seed 3 >"$folder/news-$n.jsonl"
  python3 bench/rules.py --rules 60 --seed 3 "$folder/rules-$n"
done
cmp "$folder/news-1.jsonl" "$folder/news-2.jsonl"
diff -r "$folder/rules-1" "$folder/rules-2"
"$build/belie" rules test --no-default-rules --rules "$folder/rules-1" >"$folder/tests"
tail -1 "$folder/tests"
grep -q " passed, 0 failed" "$folder/tests"
