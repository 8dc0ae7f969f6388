#!/usr/bin/env bash
# Headlines against their articles and articles against themselves: what is found in headlines.jsonl stays found, and none of its innocent
# articles is accused.
set -u
if ! command -v python3 >/dev/null; then
  echo "1..0 # SKIP there is no python3"
  exit 0
fi
exec python3 "$SOURCE_DIR/tests/sentences/headlines.py" "$BELIE" "$SOURCE_DIR/tests/sentences/headlines.jsonl"
