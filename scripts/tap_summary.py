#!/usr/bin/env python3
"""Reads what ctest left behind and prints one closing line: "N passed, N failed".

GLib test programs speak TAP, one line a case; a program without TAP lines (a shell script) counts as one case. A program that
died counts as one failure more than the cases it lost.
"""
import pathlib
import re
import sys

build, log = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
last = build / "Testing" / "Temporary" / "LastTest.log"
passed = failed = skipped = 0
for block in re.split(r"(?m)^-{58}\n(?=\d+/\d+ )", last.read_text(errors="replace")) if last.exists() else []:
    name = re.search(r"(?m)^\d+/\d+ Test(?:ing)?: (.*)$", block)
    if not name:
        continue
    good = len(re.findall(r"(?m)^ok \d+(?!.*# SKIP)", block))
    skip = len(re.findall(r"(?m)^ok \d+.*# SKIP", block))
    bad = len(re.findall(r"(?m)^not ok \d+", block))
    fine = re.search(r"(?m)^Test Passed\.", block) is not None
    if good + skip + bad == 0:
        good, bad = (1, 0) if fine else (0, 1)
    elif not fine and bad == 0:
        bad = 1
    passed, failed, skipped = passed + good, failed + bad, skipped + skip
    if not fine:
        print(f"failed: {name.group(1)}", file=sys.stderr)
if failed or passed == 0:
    sys.stderr.write(log.read_text(errors="replace")[-20000:])
tail = f", {skipped} skipped" if skipped else ""
print(f"{passed} passed, {failed} failed{tail}")
sys.exit(1 if failed or passed == 0 else 0)
