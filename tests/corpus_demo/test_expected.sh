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
python3 "$SOURCE_DIR/tests/corpus_demo/compare.py" "$corpus/expected.jsonl" "$corpus" <"$findings"
