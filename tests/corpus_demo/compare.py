#!/usr/bin/env python3
"""Holds what `belie check --format json` found in a corpus against a list of what must be there.

usage: compare.py EXPECTED CORPUS < FINDINGS

A line of EXPECTED is one of
  {"id", "article", "text", "why"}                  this finding must be there
  {"silent": true, "article", "text", "why"}        no error or warning may touch this text; with "notes": true no note either
either with "todo": true: not so yet; told, never failed. The errors and warnings are listed completely: one more is a
failure. Notes matter only where they are listed. A finding fits a line when id and article are equal and one text holds the other.
"""
import json
import sys
from pathlib import Path


def read_lines(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


class Expected:
    def __init__(self, line, corpus):
        self.id = line.get("id")
        self.article = line["article"]
        self.text = line["text"]
        self.silent = line.get("silent", False)
        self.notes = line.get("notes", False)
        self.todo = line.get("todo", False)
        self.spans = find_spans(corpus, self.article, self.text) if self.silent else []

    def fits(self, finding):
        at = finding["at"]
        if at["article"] != self.article:
            return False
        if self.silent:
            end = at["offset"] + at["length"]
            return any(at["offset"] < last and first < end for first, last in self.spans)
        return finding["id"] == self.id and (self.text in at["text"] or at["text"] in self.text)

    def __str__(self):
        return f"{self.article}: {self.id or 'silent'}: “{self.text}”"


def find_spans(corpus, article, text):
    """Where text stands in the file of an article, in bytes; in JSON Lines only in the record's own line."""
    path, _, record = article.partition("#")
    wanted = text.encode()
    spans = []
    offset = 0
    for line in (corpus / path).read_bytes().splitlines(keepends=True) if record else [(corpus / path).read_bytes()]:
        if not record or json.dumps(record, ensure_ascii=False).encode() in line:
            at = line.find(wanted)
            while at >= 0:
                spans.append((offset + at, offset + at + len(wanted)))
                at = line.find(wanted, at + 1)
        offset += len(line)
    return spans


def describe(finding):
    at = finding["at"]
    return f"{at['article']}:{at['line']}: {finding['severity']} {finding['id']}: “{at['text']}”: {finding['message']}"


def main():
    corpus = Path(sys.argv[2])
    expected = [Expected(line, corpus) for line in read_lines(Path(sys.argv[1]).read_text())]
    records = read_lines(sys.stdin.read())
    findings = [record for record in records if "summary" not in record]
    if len(findings) == len(records):
        sys.exit("no summary in the output: the run did not end")
    alarms = [finding for finding in findings if finding["severity"] != "note"]
    failures = []

    for line in expected:
        if line.silent and not line.spans:
            failures.append(f"no such text (mend the list): {line}")
        fitting = [finding for finding in (alarms if line.silent and not line.notes else findings) if line.fits(finding)]
        if line.silent != bool(fitting):
            if line.todo:
                print(f"todo no longer (drop the mark): {line}")
            continue
        if line.todo:
            print(f"todo: {line}")
        elif line.silent:
            failures.extend(f"must be silent: {describe(finding)}" for finding in fitting)
        else:
            failures.append(f"not found: {line}")

    for finding in alarms:
        if not any(line.fits(finding) for line in expected if not line.silent or line.todo):
            failures.append(f"not listed: {describe(finding)}")

    wanted = [line for line in expected if not line.silent]
    print(f"{len(wanted)} findings wanted, {len(expected) - len(wanted)} texts silent, {len(alarms)} alarms, {len(failures)} failures")
    for failure in failures:
        print(failure)
    sys.exit(1 if failures else 0)


main()
