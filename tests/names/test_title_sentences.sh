#!/usr/bin/env bash
# When somebody held an office, against the terms of the shipped base: none of the right sentences is accused, and nearly all of the
# wrong ones are found.
set -u
if ! command -v python3 >/dev/null; then
  echo "1..0 # SKIP there is no python3"
  exit 0
fi
echo 1..1
if said=$(python3 "$SOURCE_DIR/tests/names/title_sentences.py" "$BELIE" "$SOURCE_DIR/tests/names/title_sentences.txt" \
  --least-found 0.95 --most-accused 0 2>&1); then
  echo "ok 1 - $(tail -n 1 <<<"$said")"
else
  echo "not ok 1 - ${said//$'\n'/$'\n'# }"
  exit 1
fi
