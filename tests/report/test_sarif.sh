#!/usr/bin/env bash
# SARIF against the published schema (sarif-2.1.0.json, see README.md), and what the schema cannot say: links lead somewhere, places can be
# opened, what is set aside is suppressed with its reason, what was not read is said.
set -u
: "${BELIE:?ctest sets it, and SOURCE_DIR}"
if ! python3 -c 'from jsonschema import Draft4Validator' 2>/dev/null; then
  echo "1..0 # SKIP the Python package jsonschema is not there; scripts/bootstrap --dev installs it"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
failed=0

fail()
{
  echo "$*"
  failed=1
}

cat >"$work/read.py" <<'PYTHON'
import json, os, re, sys
from urllib.parse import unquote, urlparse
from jsonschema import Draft4Validator

schema, base, where = sys.argv[1:4]
def load(path): return json.loads(open(path, encoding="utf-8").read())
log = load(f"{base}.sarif")
findings = [f for f in map(json.loads, open(f"{base}.json", encoding="utf-8").read().splitlines()) if "fingerprint" in f]
run, = log["runs"]
results = run["results"]

# Thousands of results of one form: the first hundreds of them, and all that is around them.
run["results"] = results[:300]
wrong = sorted(Draft4Validator(load(schema)).iter_errors(log), key=str)
assert not wrong, [(list(e.absolute_path), e.message[:200]) for e in wrong[:3]]
run["results"] = results

rules = run["tool"]["driver"]["rules"]
ids = [rule["id"] for rule in rules]
assert len(set(ids)) == len(ids) >= 30 and ids == sorted(ids)
assert all(rule["shortDescription"]["text"] and rule["fullDescription"]["text"] for rule in rules)
assert run["columnKind"] == "unicodeCodePoints"
by_print = {f["fingerprint"]: f for f in findings}
assert len(results) == min(len(findings), 25000)
gravity = {"error": 2, "warning": 1, "note": 0}
if len(findings) > 25000:
    left_out = sorted((gravity[f["severity"]], f["confidence"]) for f in findings)[:len(findings) - 25000]
    assert all((gravity[r["level"]], r["rank"] / 100) >= left_out[-1] for r in results), "a graver finding is left out"
    assert any("25000 of" in n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"])

def text_at(place):
    address = place["physicalLocation"]["artifactLocation"]
    if "uriBaseId" in address:
        assert address["uriBaseId"] == "%SRCROOT%" in run["originalUriBaseIds"] and not address["uri"].startswith(("/", "./", "file:")), address
        path = os.path.join(where, unquote(address["uri"]))
    else:
        assert address["uri"].startswith("file:///"), address
        path = unquote(urlparse(address["uri"]).path)
    region = place["physicalLocation"]["region"]
    assert 1 <= region["startLine"] <= region["endLine"] and region["startColumn"] >= 1
    with open(path, "rb") as file:
        file.seek(region["byteOffset"])
        return path, file.read(region["byteLength"]).decode()

for result in results:
    finding = by_print[result["partialFingerprints"]["belie/v1"]]
    assert result["ruleId"] == finding["id"] in ids and result["level"] == finding["severity"]
    assert result["rank"] == round(finding["confidence"] * 100)
    assert len(result["locations"]) == 1
    related = result.get("relatedLocations", [])
    assert len(related) <= 100 and [place["id"] for place in related] == list(range(len(related)))
    links = [int(n) for n in re.findall(r"(?<!\\)\[(?:\\.|[^\]\\])*\]\((\d+)\)", result["message"]["text"])]
    assert links == list(range(len(related))), (links, result["message"]["text"])
    roles = [(r["target"], r["kinds"]) for r in result["locations"][0].get("relationships", [])]
    assert roles == [(place["id"], [place["message"]["text"]]) for place in related], roles
    for place in [result["locations"][0], *related][:3]:
        path, text = text_at(place)
        if path.endswith(".txt"): # others are unescaped
            assert text == place["physicalLocation"]["region"]["snippet"]["text"], (path, text)
    hidden = finding.get("state") in ("legacy", "accepted", "allowed", "attributed", "superseded", "false-positive")
    assert hidden == ("suppressions" in result), finding.get("state")
    for suppression in result.get("suppressions", []):
        assert suppression["kind"] == ("inSource" if finding["state"] == "allowed" else "external") and suppression["justification"]
    assert result["baselineState"] == ("unchanged" if "state" in finding else "new")

invocation, = run["invocations"]
assert invocation["executionSuccessful"] == (sys.argv[4] != "3")
notes = invocation["toolExecutionNotifications"]
assert invocation["executionSuccessful"] or any(n["level"] == "error" and n["message"]["text"] for n in notes)
print(len(results), sum("suppressions" in r for r in results))
PYTHON

# run NAME FOLDER STATUS PATTERN [ARGUMENT…]: belie check there ends with STATUS; the reader prints results and those suppressed
run()
{
  local name=$1 folder=$2 wanted=$3 pattern=$4 status got
  shift 4
  (cd "$folder" && "$BELIE" check --no-cache --fail-on never --output sarif="$work/$name.sarif" --output json="$work/$name.json" "$@" >/dev/null 2>"$work/err")
  status=$?
  [ $status -eq "$wanted" ] || fail "$name: belie check ended with $status: $(head -n 3 "$work/err")"
  got=$(python3 "$work/read.py" "$SOURCE_DIR/tests/report/sarif-2.1.0.json" "$work/$name" "$folder" $status) || fail "$name: SARIF is not as its reader wants it"
  [[ $got =~ ^$pattern$ ]] || fail "$name: results and suppressed are $got, not $pattern"
}

run corpus "$SOURCE_DIR" 0 '[0-9]{2} 0' corpus
run upward "$SOURCE_DIR/corpus/clipfeed" 0 '[0-9]{2} 0' # found upward: addresses climb
run absolute / 0 '[0-9]{2} 0' "$SOURCE_DIR/corpus"

# Names that an address must escape; a comment that allows, a baseline, one that cannot be read.
mkdir -p "$work/odd/50% [a]" "$work/many/a"
cd "$work/odd" || exit
echo "The the ferry [sailed] on Thursday, 8 November 2021." >"50% [a]/x y.txt"
printf 'The the harbour was closed. <!-- belie: allow text/damage["The the"] -- a quotation -->\n' >allowed.md
run odd "$work/odd" 0 '3 1' .
"$BELIE" baseline create . --no-cache >/dev/null 2>&1
run baseline "$work/odd" 0 '3 3' .
printf '\377\330\377\340\000\020JFIF\000\001' >picture.txt
run partial "$work/odd" 3 '3 3' ./
cd "$work" || exit
for i in $(seq 30000); do printf 'Keeper number %s of the the house came home.\n\n' "$i"; done >"$work/many/a/x.txt"
echo "They met on Thursday, 8 November 2021." >>"$work/many/a/x.txt"
run many "$work" 0 '25000 0' many --only text,date
exit $failed
