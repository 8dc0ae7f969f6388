#!/usr/bin/env bash
# The demonstration corpus: every planted error is found, every look-alike stays silent, nothing else is told.
set -u
corpus=$SOURCE_DIR/corpus
findings=$(mktemp)
trap 'rm -f "$findings"' EXIT

"$BELIE" check "$corpus" --format json --fail-on never >"$findings"
status=$?
if [ $status -ne 0 ]; then
  echo "belie check ended with $status"
  exit 1
fi

# One article is a copy of the wire's, and a copy is no witness of its own.
if ! grep -q '"articles":17,"sources":6,"origins":16' "$findings"; then
  echo "not 17 articles of 6 sources and 16 origins:"
  tail -n 1 "$findings"
  exit 1
fi
python3 "$SOURCE_DIR/tests/corpus_demo/compare.py" "$corpus/expected.jsonl" "$corpus" <"$findings"
