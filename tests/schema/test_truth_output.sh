#!/usr/bin/env bash
# What belie truth prints as JSON has the form that rules/schema/output/truth-1.json says.
set -u
cd "$SOURCE_DIR/tests/schema" || exit 1
if ! python3 -c 'from jsonschema import Draft202012Validator' 2>/dev/null; then
  echo "1..0 # SKIP the Python package jsonschema is not there; scripts/bootstrap --dev installs it"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
schema=$SOURCE_DIR/rules/schema/output/truth-1.json
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

result "valid fixtures are, and have every key" "$(python3 validate.py --covered "$schema" outputs/truth/valid/*.json | grep -v '^valid ')"
result "invalid fixtures are not" "$(python3 validate.py --schema "$schema" outputs/truth/invalid/*.json | grep '^valid ')"

# Every method on one table, one file a line of output, for the validator.
printf 'source,object,attribute,value\na,o,x,1\nb,o,x,2\nc,o,x,1\na,p,x,3\nb,p,x,4\nc,p,y,word\n' >"$work/t.csv"
printf 'object,attribute,value\no,x,1\n' >"$work/gold.csv"
mkdir "$work/lines"
{
  "$BELIE" truth --help | sed -n '/^Methods:/,/^$/s/^  \([a-z0-9-]*\) .*/\1/p' | grep -vx all | while read -r method; do
    for view in "" --sources --copies; do
      "$BELIE" truth "$work/t.csv" --method "$method" --format json $view 2>/dev/null
    done
  done
  "$BELIE" truth "$work/t.csv" --method all --gold "$work/gold.csv" --format json
} | split -l 1 -a 5 - "$work/lines/"
lines=$(find "$work/lines" -type f | wc -l)
[ "$lines" -gt 60 ] || result "there are lines" "$lines of them"
result "what is printed is valid" "$(find "$work/lines" -type f -print0 | sort -z | xargs -0 python3 validate.py --schema "$schema" | grep -v '^valid ' | head -n 5)"
echo "1..3"
exit $failed
