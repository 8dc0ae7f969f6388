#!/usr/bin/env bash
# The schemas of rules/schema and the loaders agree: what ships is valid, every key of a schema stands in a valid fixture that belie
# loads, and what one refuses the other refuses.
#
# fixtures/KIND/{valid,invalid}/*.json are held against KIND-1.json and given to belie; each invalid one has one mistake. Names:
#   loader-only-…   no schema can say it (an unknown id, a key that stands twice): only belie refuses it
#   schema-only-…   belie lets it pass, though nobody can mean it: only the schema refuses it
set -u
cd "$SOURCE_DIR/tests/schema" || exit 1
if ! python3 -c 'from jsonschema import Draft202012Validator' 2>/dev/null; then
  echo "1..0 # SKIP the Python package jsonschema is not there; scripts/bootstrap --dev installs it"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cases=0
failed=0

# result OK NAME [REASON]
result()
{
  cases=$((cases + 1))
  if [ "$1" = yes ]; then
    echo "ok $cases - $2"
  else
    failed=1
    echo "not ok $cases - $2"
    [ -z "${3:-}" ] || echo "# ${3//$'\n'/$'\n'# }"
  fi
}

# quiet NAME COMMAND…: a case that is right when the command is
quiet()
{
  local name=$1 out
  shift
  if out=$("$@" 2>&1); then result yes "$name"; else result no "$name" "$(grep -v '^valid ' <<<"$out")"; fi
}

# Small data in place of what ships, so that a fixture is judged alone and soon.
export BELIE_DATA=$work/data
mkdir -p "$BELIE_DATA"/{knowledge,packs,lexicon} "$work"/corpus/{more-rules,more-knowledge}
cp base.json "$BELIE_DATA/knowledge"
cp base-pack.json "$BELIE_DATA/packs"
echo "name" >"$work/people.csv"
echo "Nothing is said here." >"$work/corpus/a.txt"

# lexicon KIND: the one that the rest is judged with
lexicon()
{
  cp "fixtures/$1/valid/every-key.json" "$BELIE_DATA/lexicon/${1#lexicon-}.json"
}

# judge KIND FILE: "valid", "invalid" (belie says what is wrong, and names the file), or how it ended; what it said goes to $work/said
judge()
{
  local kind=$1 file=$2 status named=${2##*/}
  case $kind in
    rules) "$BELIE" rules check --no-default-rules --rules "$file" ;;
    knowledge) "$BELIE" kb stats --kb "$file" ;;
    corpus)
      named=corpus.json
      cp "$file" "$work/corpus/$named"
      "$BELIE" sources "$work/corpus"
      ;;
    belie)
      named=belie.json
      rm -f "$work/corpus/corpus.json"
      cp "$file" "$work/corpus/$named"
      "$BELIE" sources "$work/corpus"
      ;;
    lexicon-import)
      named=import.json
      cp "$file" "$BELIE_DATA/lexicon/$named"
      "$BELIE" kb import --from=csv "$work/people.csv"
      ;;
    lexicon-*)
      named=${kind#lexicon-}.json
      cp "$file" "$BELIE_DATA/lexicon/$named"
      "$BELIE" rules test
      ;;
  esac >"$work/said" 2>&1
  status=$?
  rm -f "$work/corpus/belie.json"
  [[ $kind != lexicon-* ]] || lexicon "$kind"
  case $status in
    0 | 1) echo valid ;;
    2 | 3) if grep -qF "/$named:" "$work/said"; then echo invalid; else echo "exit $status without a word on it"; fi ;;
    *) echo "exit $status" ;;
  esac
}

# fixture KIND FILE VERDICT-OF-THE-SCHEMA
fixture()
{
  local kind=$1 file=$2 schema=$3 loader wanted_schema=invalid wanted_loader=invalid
  loader=$(judge "$kind" "$file" 2>/dev/null)
  case $file in
    */valid/*) wanted_schema=valid wanted_loader=valid ;;
    */loader-only-*) wanted_schema=valid ;;
    */schema-only-*) wanted_loader=$loader ;; # the better when belie refuses it too
  esac
  if [ "$schema" = $wanted_schema ] && [ "$loader" = "$wanted_loader" ]; then
    result yes "$file"
  else
    result no "$file" "the schema says $schema, belie says $loader: $(head -n 3 "$work/said")"
  fi
}

quiet "schemas are closed, described, and have every key of the loaders" python3 check_schemas.py "$SOURCE_DIR"
while read -r verdict file; do
  if [ "$verdict" = valid ]; then result yes "${file#"$SOURCE_DIR/"}"; else result no "${file%%:*}" "$verdict $file"; fi
done < <(python3 validate.py "$SOURCE_DIR"/rules/{packs,knowledge,lexicon}/*.json "$SOURCE_DIR"/corpus/corpus.json \
                             "$SOURCE_DIR"/corpus/knowledge/*.json base.json base-pack.json)

for folder in fixtures/lexicon-*/; do
  lexicon "$(basename "$folder")"
done
for folder in fixtures/*/; do
  kind=$(basename "$folder")
  schema=$SOURCE_DIR/rules/schema/$kind-1.json
  quiet "$kind: valid fixtures have every key" python3 validate.py --covered "$schema" "$folder"valid/*.json
  while read -r verdict file; do
    fixture "$kind" "${file%%:*}" "$verdict"
  done < <(python3 validate.py --schema "$schema" "$folder"*valid/*.json)
done

echo "1..$cases"
exit $failed
