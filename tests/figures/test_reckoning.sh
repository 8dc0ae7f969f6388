#!/usr/bin/env bash
# What reckoning decides in one article: what is found in reckoning.jsonl stays found, and none of its innocent figures is accused.
set -u
if ! command -v python3 >/dev/null; then
  echo "1..0 # SKIP there is no python3"
  exit 0
fi
exec python3 "$SOURCE_DIR/tests/figures/reckoning.py" "$BELIE" "$SOURCE_DIR/tests/figures/reckoning.jsonl"
