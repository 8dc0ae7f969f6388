#!/usr/bin/env bash
# Days of one event in articles of one day: what is found in day_news.jsonl stays found, and none of its innocent days is accused.
set -u
if ! command -v python3 >/dev/null; then
  echo "1..0 # SKIP there is no python3"
  exit 0
fi
exec python3 "$SOURCE_DIR/tests/figures/day_news.py" "$BELIE" "$SOURCE_DIR/tests/figures/day_news.jsonl"
