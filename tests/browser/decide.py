"""Verdicts on the first findings of `belie check --format json`: one that stays in sight, one that sets aside.

    decide.py FINDINGS.jsonl > belie-verdicts.jsonl
"""
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    findings = [line for line in map(json.loads, file) if "fp" in line or "fingerprint" in line]
prints = sorted({finding.get("fp") or finding["fingerprint"] for finding in findings if finding.get("severity") == "error"})
print(json.dumps({"format": 1}))
print(json.dumps({"fp": prints[0], "verdict": "real", "who": "Ann Lee"}))
print(json.dumps({"fp": prints[1], "verdict": "false-positive", "why": "it is a nickname", "who": "Ann Lee"}))
