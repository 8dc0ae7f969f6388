#!/usr/bin/env bash
# The hooks, the step for GitHub, the job for GitLab and the workflow that `belie init` writes: well-formed, of the keys that their readers
# know, with options that belie has; and the steps run.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit
: "${BUILD_DIR:?ctest sets it}"
if ! python3 -c 'import yaml' 2>/dev/null; then
  echo "1..0 # SKIP the Python package yaml is not there; scripts/bootstrap --dev installs it"
  exit 0
fi
expect 0 init "$work/house"
cat >"$work/read.py" <<'PYTHON'
"""Reads the files strictly, and writes the script of the step "Check" of action.yml to the last argument."""
import json, re, shlex, subprocess, sys, yaml

belie, root, workflow, script = sys.argv[1:]

class Strict(yaml.SafeLoader):
    """Refuses a key that stands twice; leaves "on" a word, as GitHub does."""
def mapping(loader, node, deep=False):
    keys = [loader.construct_object(key) for key, _ in node.value]
    assert len(set(keys)) == len(keys), f"{node.start_mark}: a key stands twice: {keys}"
    return {loader.construct_object(key): loader.construct_object(value, deep=True) for key, value in node.value}
Strict.add_constructor("tag:yaml.org,2002:map", mapping)
Strict.yaml_implicit_resolvers = {first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first not in "oOyYnN"]
                                  for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
def load(path):
    with open(path, encoding="utf-8") as file: return yaml.load(file, Strict)

def listed(verb):
    lines = subprocess.run([belie, verb, "--list-options", "plain"], stdout=subprocess.PIPE, text=True).stdout.splitlines()
    table = dict(line.split("\t", 1) for line in lines if line.startswith("--"))
    assert table, verb
    return table
formats = listed("check")["--format"].split("\t")[1].split()

def check_command(text, place):
    """Every option of a command line, whatever it is put together from, is one of belie's, and every format too."""
    verb = re.search(r'\bbelie"? ([a-z]+)', text)
    assert verb, f"{place}: no belie in {text}"
    known = listed(verb[1])
    options = re.findall(r"(?<![\w-])--[a-z][a-z-]*", text)
    assert options or verb[1] != "check", place
    for option in options:
        assert option in known, f"{place}: belie {verb[1]} has no {option}"
    for name in re.findall(r'--output "?([a-z-]+)=', text) + re.findall(r"--format ([a-z-]+)", text):
        assert name in formats, f"{place}: there is no format {name}"

# pre-commit
hooks = load(f"{root}/.pre-commit-hooks.yaml")
assert isinstance(hooks, list) and len({hook["id"] for hook in hooks}) == len(hooks)
known = {"id", "name", "description", "entry", "language", "pass_filenames", "require_serial", "always_run", "stages", "files"}
for hook in hooks:
    assert {"id", "name", "entry", "language"} <= set(hook) <= known, hook
    assert hook["pass_filenames"] is False and hook["require_serial"] is True and hook["language"] == "system", hook
    assert set(hook.get("stages", [])) <= {"pre-commit", "pre-push"}
    check_command(hook["entry"], hook["id"])
    re.compile(hook.get("files", ""))

# GitHub: the step
action = load(f"{root}/action.yml")
assert set(action) <= {"name", "description", "author", "branding", "inputs", "outputs", "runs"} and action["runs"]["using"] == "composite"
steps = action["runs"]["steps"]
ids = {step["id"] for step in steps if "id" in step}
text = json.dumps(action)
for name in re.findall(r"inputs\.([\w-]+)", text):
    assert name in action["inputs"], f"action.yml: no input {name}"
for name in action["inputs"]:
    assert f"inputs.{name}" in text, f"action.yml: nobody reads the input {name}"
for step, output in re.findall(r"steps\.([\w-]+)\.outputs\.([\w-]+)", text):
    assert step in ids and f"{output}=" in next(s["run"] for s in steps if s.get("id") == step), (step, output)
for step in steps:
    assert set(step) <= {"name", "id", "if", "shell", "env", "run", "uses", "with"} and ("run" in step) != ("uses" in step), step
    assert "run" not in step or step["shell"] == "bash" and "${{" not in step["run"], f"{step['name']}: an input in a script can be a command"
    assert "uses" not in step or re.fullmatch(r"[\w-]+/[\w./-]+@v\d+", step["uses"]), step
check = next(step for step in steps if step.get("id") == "check")
check_command(check["run"].replace("belie-build/belie", "belie"), "action.yml")
open(script, "w", encoding="utf-8").write(check["run"])

# GitHub: the workflow
flow = load(workflow)
assert set(flow) == {"name", "on", "permissions", "jobs"} and set(flow["on"]) == {"push", "pull_request"}, flow
assert flow["permissions"] == {"contents": "read", "security-events": "write"}
for step in flow["jobs"]["belie"]["steps"]:
    assert re.fullmatch(r"[\w-]+/[\w-]+@v[\d.]+", step["uses"]), step
assert set(flow["jobs"]["belie"]["steps"][-1]["with"]) <= set(action["inputs"])
assert flow["jobs"]["belie"]["steps"][0]["with"]["fetch-depth"] == 0

# GitLab
job = load(f"{root}/packaging/gitlab-ci.yml")["belie"]
assert set(job) <= {"stage", "image", "variables", "cache", "before_script", "script", "artifacts", "rules"}, job
for line in job["script"]:
    check_command(line, "gitlab-ci.yml")
written = re.findall(r"--output [a-z-]+=(\S+)", " ".join(job["script"]))
assert sorted(written) == sorted(job["artifacts"]["reports"].values()), written
PYTHON
python3 "$work/read.py" "$BELIE" "$SOURCE_DIR" "$work/house/.github/workflows/belie.yml" "$work/check-step" || fail "a workflow is not as its reader wants it"

# The step of GitHub as its runner runs it: bash -e -o pipefail.
mkdir -p "$work/runner/belie-build" "$work/house/alder" "$work/house/birch"
ln -s "$BELIE" "$work/runner/belie-build/belie"
# step CODE VARIABLE=VALUE…: the exit code that it hands on
step()
{
  local code=$1
  shift
  : >"$work/summary"
  : >"$work/outputs"
  rm -f "$work/runner"/belie.sarif "$work/runner"/belie-summary.md
  (cd "$work/house" && env RUNNER_TEMP="$work/runner" GITHUB_STEP_SUMMARY="$work/summary" GITHUB_OUTPUT="$work/outputs" \
    BELIE_DATA="$SOURCE_DIR/rules" CHECK_PATH="" CHANGED_SINCE="" FAIL_ON="" OPTIONS="" "$@" bash --noprofile --norc -eo pipefail "$work/check-step") >"$work/out" 2>"$work/err" || fail "the step ends with $?: $(tail -n 2 "$work/err")"
  grep -qx "exit-code=$code" "$work/outputs" || fail "the step hands on $(cat "$work/outputs"), not $code: $(head -n 2 "$work/err")"
}
echo "Harbour masters met on Thursday, 8 November 2021." >"$work/house/alder/a.txt"
step 1
grep -q "^::error file=alder/a.txt,line=1" "$work/out" || fail "the step writes no annotation: $(head -n 2 "$work/out")"
grep -q "^### belie: 1 question" "$work/summary" || fail "the step writes no summary"
json_of "assert json.loads(text)['version'] == '2.1.0'" "$(sed -n 's/^sarif=//p' "$work/outputs")"
step 0 FAIL_ON=never
step 0 OPTIONS="--skip date --jobs 1"
step 1 CHECK_PATH="alder/a.txt"
step 2 OPTIONS="--skip dates"
! grep -q '^sarif=' "$work/outputs" || fail "the step names a file that is not there"
# shellcheck disable=SC2016 # what a pull request could put into a name of a branch
step 2 CHANGED_SINCE='$(touch '"$work"'/pwned)'
[ ! -e "$work/pwned" ] || fail "an input is run as a command"

# The job of GitLab: its script, with the variables that it is given.
(cd "$work/house" && git init -q . && git add -A && git -c user.name=a -c user.email=a@example.org commit -qm a) || fail "no repository"
python3 -c "
import sys, yaml
print('\n'.join(yaml.safe_load(open(sys.argv[1]))['belie']['script']))" "$SOURCE_DIR/packaging/gitlab-ci.yml" >"$work/job"
for base in "" HEAD; do
  what="the job of GitLab with the base '$base'"
  n=$([ -n "$base" ] && echo 0 || echo 1)
  (cd "$work/house" && PATH=$work/runner/belie-build:$PATH BELIE_DATA=$SOURCE_DIR/rules BELIE_OPTIONS="" CI_MERGE_REQUEST_DIFF_BASE_SHA=$base bash -e "$work/job" >"$work/out" 2>"$work/err")
  status=$?
  [ $status -eq "$n" ] || fail "$what ends with $status: $(head -n 2 "$work/err")"
  json_of "assert [issue['location']['path'] for issue in json.loads(text)] == ['alder/a.txt'] * $n, text" "$work/house/gl-code-quality-report.json"
  grep -q "<testsuites" "$work/house/belie.xml" || fail "$what writes no report"
done
exit $failed
