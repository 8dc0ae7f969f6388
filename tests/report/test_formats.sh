#!/usr/bin/env bash
# The formats that other tools read: each is read back strictly, tells the findings that JSON tells, and keeps the limits of its reader.
set -u
: "${BELIE:?ctest sets it, and SOURCE_DIR}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
failed=0

fail()
{
  echo "$*"
  failed=1
}

formats=(json sarif short junit checkstyle gitlab github github-summary rdjsonl w3c)

# write NAME PATH [OPTION…]: NAME.FORMAT for each
write()
{
  local name=$1 path=$2 format arguments=()
  shift 2
  for format in "${formats[@]}"; do arguments+=(--output "$format=$work/$name.$format"); done
  (cd "$SOURCE_DIR" && "$BELIE" check "$path" --no-cache --fail-on never "${arguments[@]}" "$@" >/dev/null 2>"$work/err")
  local status=$?
  [ $status -eq 0 ] || [ $status -eq 3 ] || fail "$name: belie check ended with $status: $(head -n 3 "$work/err")"
}

# An article whose words are markup for every format, with wide and many-byte letters before a finding.
mkdir -p "$work/odd/a<b&c" "$work/many/a"
cat >"$work/odd/a<b&c/x, y: 100%.txt" <<'TEXT'
“Ünïcode” — 日本 | the the <script>alert(1)</script> ]]> & "quotes" 'n' `ticks` *stars* %0A::error::x, and and more.

The ferry sailed on Thursday, 8 November 2021, with sixty people on board.
TEXT
for i in $(seq 30000); do printf 'Keeper number %s of the the house came home.\n\n' "$i"; done >"$work/many/a/x.txt"
printf '\377\330\377\340\000\020JFIF\000\001' >"$work/odd/a<b&c/picture.txt"

write corpus corpus
write odd "$work/odd"
write many "$work/many" --only text
grep -q "picture.txt: the file is no text" <("$BELIE" check "$work/odd" --no-cache 2>&1) || fail "a picture is read as text"

cat >"$work/read.py" <<'PYTHON'
import functools, json, re, sys, xml.etree.ElementTree as tree
from urllib.parse import unquote

base, source = sys.argv[1:]
@functools.cache
def lines_of(path):
    with open(path, "rb") as file: return file.read().split(b"\n")
def text(name): return open(f"{base}.{name}", encoding="utf-8").read()
findings = [f for f in map(json.loads, text("json").splitlines()) if "fingerprint" in f]
n = len(findings)
assert n > 0
prints = [f["fingerprint"] for f in findings]
assert len(set(prints)) == n

# short: a line each
lines = text("short").splitlines()
assert len(lines) == n, (len(lines), n)
assert all(re.fullmatch(r".+:\d+:\d+: (error|warning|note): .+ \[[a-z/-]+\]", line) for line in lines), lines[:3]

# JUnit and Checkstyle: well-formed, and as many
root = tree.fromstring(text("junit"))
assert root.tag == "testsuites" and int(root.get("failures")) == n
assert len(root.findall("testsuite/testcase/failure")) == n
for suite in root:
    cases = suite.findall("testcase")
    assert len(cases) == int(suite.get("tests")) and len(suite.findall("testcase/failure")) == int(suite.get("failures"))
    assert len(suite.findall("testcase/error")) == int(suite.get("errors"))
    assert all(case.get("name") for case in cases)
root = tree.fromstring(text("checkstyle"))
assert root.tag == "checkstyle" and root.get("version")
errors = root.findall("file/error")
assert len(errors) == n and {e.get("severity") for e in errors} <= {"error", "warning", "info"}
assert all(int(e.get("line")) >= 1 and int(e.get("column")) >= 1 and e.get("message") and e.get("source") for e in errors)
assert [e.get("message") for e in errors] == [f["message"] for f in findings]

# GitLab
issues = json.loads(text("gitlab"))
assert [i["fingerprint"] for i in issues] == prints
for issue in issues:
    assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
    assert issue["location"]["path"] and not issue["location"]["path"].startswith("./") and issue["location"]["lines"]["begin"] >= 1

# GitHub: at most ten a level, the rest counted; commands as the runner parses them
commands, rest = [], 0
for line in text("github").splitlines():
    more = re.fullmatch(r"and (\d+) more of the level .*", line)
    if more:
        rest += int(more[1])
        continue
    command = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
    assert command, line
    properties = dict(p.split("=", 1) for p in command[2].split(","))
    assert set(properties) == {"file", "line", "endLine", "col", "endColumn", "title"}, properties
    commands.append((command[1], unquote(command[3])))
assert len(commands) + rest == n
for level in ("error", "warning", "notice"):
    assert sum(c[0] == level for c in commands) <= 10
messages = {f["message"] for f in findings}
assert all(message in messages for _, message in commands)
summary = text("github-summary")
assert summary.startswith(f"### belie: {n} question") and "<script" not in summary
rows = [line for line in summary.splitlines() if line.startswith("| ")]
assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows) and len(rows) <= 51

# rdjsonl: columns count bytes
for line, finding in zip(text("rdjsonl").splitlines(), findings, strict=True):
    diagnostic = json.loads(line)
    assert set(diagnostic) <= {"message", "location", "severity", "source", "code", "suggestions", "relatedLocations"}
    assert diagnostic["severity"] in ("ERROR", "WARNING", "INFO") and diagnostic["code"]["value"] == finding["id"]
    at, span = diagnostic["location"], diagnostic["location"]["range"]
    path = at["path"] if at["path"].startswith("/") else f"{source}/{at['path']}"
    body = lines_of(path)
    if span["start"]["line"] == span["end"]["line"] and path.endswith(".txt"):
        got = body[span["start"]["line"] - 1][span["start"]["column"] - 1:span["end"]["column"] - 1].decode()
        assert got == finding["at"]["text"], (got, finding["at"]["text"])

# Web Annotation
page = json.loads(text("w3c"))
assert page["@context"] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage"
assert len(page["items"]) == n
for item, finding in zip(page["items"], findings):
    assert item["type"] == "Annotation" and item["id"].startswith("urn:") and item["motivation"] == "questioning"
    quote, position = item["target"][0]["selector"]
    assert quote["type"] == "TextQuoteSelector" and quote["exact"] == finding["at"]["text"]
    assert position["type"] == "DataPositionSelector" and position["end"] - position["start"] == finding["at"]["length"]

# SARIF: the limits of code scanning, and what was cut is said
run, = json.loads(text("sarif"))["runs"]
assert len(run["results"]) == min(n, 25000)
notes = [m["message"]["text"] for m in run["invocations"][0]["toolExecutionNotifications"]]
assert (n > 25000) == any("25000 of" in note for note in notes), notes
assert all(len(r.get("relatedLocations", [])) <= 100 for r in run["results"])
assert {r["ruleId"] for r in run["results"]} <= {rule["id"] for rule in run["tool"]["driver"]["rules"]}
PYTHON
for name in corpus odd many; do
  python3 "$work/read.py" "$work/$name" "$SOURCE_DIR" || fail "$name: a format is not as its reader wants it"
done
exit $failed
