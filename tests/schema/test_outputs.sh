#!/usr/bin/env bash
# What belie prints has the form that rules/schema/output says: fixtures of tests/schema/outputs, and the answers to the gold pairs.
set -u
cd "$SOURCE_DIR/tests/schema" || exit 1
if ! python3 -c 'from jsonschema import Draft202012Validator' 2>/dev/null; then
  echo "1..0 # SKIP the Python package jsonschema is not there; scripts/bootstrap --dev installs it"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
schema=$SOURCE_DIR/rules/schema/output/pairs-1.json
failed=0

# result NAME OUTPUT: right when the output is empty
result()
{
  if [ -z "$2" ]; then
    echo "ok - $1"
  else
    failed=1
    echo "not ok - $1"
    echo "# ${2//$'\n'/$'\n'# }"
  fi
}

result "valid fixtures are, and have every key" "$(python3 validate.py --covered "$schema" outputs/pairs/valid/*.json | grep -v '^valid ')"
result "invalid fixtures are not" "$(python3 validate.py --schema "$schema" outputs/pairs/invalid/*.json | grep '^valid ')"

# One file an answer, for the validator.
{
  cat "$SOURCE_DIR"/tests/compare/gold/*.jsonl
  echo '{"id": 2, "a": "Dominique Robb, the deputy prime minister of Britain, spoke.", "b": "x", "date": "2022-04-01"}'
  echo 'no JSON'
} | "$BELIE" pairs --no-cache 2>/dev/null | split -l 1 -a 5 - "$work/"
answers=$(find "$work" -type f | wc -l)
[ "$answers" -gt 50 ] || result "there are answers" "$answers of them"
result "$answers answers are valid" "$(find "$work" -type f -print0 | sort -z | xargs -0 python3 validate.py --schema "$schema" | grep -v '^valid ' | head -n 5)"
echo "1..3"
exit $failed
