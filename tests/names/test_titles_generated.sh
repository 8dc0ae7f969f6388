#!/usr/bin/env bash
# True and false titles made from the shipped base: hardly any true one is accused, and most false ones are found. The long form
# is titles_generated.py with its default of 2,000 sentences each, and --list.
set -u
if ! command -v python3 >/dev/null; then
  echo "1..0 # SKIP there is no python3"
  exit 0
fi
echo 1..1
if said=$(python3 "$SOURCE_DIR/tests/names/titles_generated.py" "$BELIE" "$SOURCE_DIR/rules/knowledge" --number 400 --seed 5 \
  --least-found 0.93 --most-accused 0.005 2>&1); then
  echo "ok 1 - $(tail -n 1 <<<"$said")"
else
  echo "not ok 1 - ${said//$'\n'/$'\n'# }"
  exit 1
fi
