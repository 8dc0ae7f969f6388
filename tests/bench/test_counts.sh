#!/usr/bin/env bash
# Matching asks PCRE2 no more than it did: bench/counts.json. And what makes news and rules makes the same again, and rules that hold.
set -euo pipefail
build=${BUILD_DIR:-build/release}
cd "${SOURCE_DIR:-$(dirname "$0")/../..}"
python3 bench/run --check-counts --build "$build"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for n in 1 2; do
  python3 bench/generate.py --articles 200 --seed 3 >"$folder/news-$n.jsonl"
  python3 bench/rules.py --rules 60 --seed 3 "$folder/rules-$n"
done
cmp "$folder/news-1.jsonl" "$folder/news-2.jsonl"
diff -r "$folder/rules-1" "$folder/rules-2"
"$build/belie" rules test --no-default-rules --rules "$folder/rules-1" >"$folder/tests"
tail -1 "$folder/tests"
grep -q " passed, 0 failed" "$folder/tests"

# The same sentences match when every pattern is asked about every sentence, by another program.
if command -v pcre2grep >/dev/null; then
  "$build/belie_bench" --seconds 0 --rules "$folder/rules-1" --write "$folder" "$folder/news-1.jsonl" >"$folder/rows"
  found=$(sed -n 's/.*"sentences_matched": \([0-9]*\).*/\1/p' "$folder/rows")
  grepped=$(LC_ALL=C.UTF-8 pcre2grep -u -i -c -f "$folder/patterns.txt" "$folder/sentences.txt" || true)
  echo "sentences that match: $found, says pcre2grep: $grepped"
  [ "$found" = "$grepped" ]
fi
