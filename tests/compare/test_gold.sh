#!/usr/bin/env bash
# The gold pairs of gold/: none that was judged rightly is judged wrongly now. scripts/score-gold shows the figures and the misses.
set -u
if ! command -v python3 >/dev/null; then
  echo "1..0 # SKIP there is no python3"
  exit 0
fi
exec python3 "$SOURCE_DIR/tests/compare/gold.py" "$BELIE" --test
