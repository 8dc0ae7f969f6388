#!/usr/bin/env python3
"""Counts findings between two different events of one kind: all of them are false.

usage: across_events.py BELIE NEWS.jsonl [--published DAY] [--list] [--jobs N]

NEWS.jsonl has one article a line: id, cluster, text, and title and published if known. Clusters are called N_ecb and N_ecbplus: two
events of one kind (two earthquakes, two trials), each told by several articles, as in the ECB+ corpus (Cybulska and Vossen 2014,
CC BY 3.0; https://github.com/cltl/ecbPlus). Both clusters of each N are checked as one corpus. A finding whose claim stands in one
cluster and evidence in the other is an alarm across events; printed are alarms per 1,000 pairs of documents, by finding. The corpus
has no dates, so every article gets the same day (--published), the hardest case; --published "" leaves them without.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile


def read_topics(path):
    topics = collections.OrderedDict()
    with open(path, encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            topic, _, part = article["cluster"].partition("_")
            topics.setdefault(topic, collections.OrderedDict()).setdefault(part, []).append(article)
    return topics


def write_corpus(path, articles, published):
    with open(path, "w", encoding="utf-8") as file:
        for article in articles:
            line = {"id": article["id"], "source": article.get("source") or article["id"], "language": "en",
                    "published": article.get("published") or published, "title": article.get("title"), "text": article["text"]}
            file.write(json.dumps({key: value for key, value in line.items() if value}, ensure_ascii=False) + "\n")


def check(belie, path):
    run = subprocess.run([belie, "check", path, "--format", "json", "--fail-on", "never", "--no-cache"],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if run.returncode not in (0, 3):
        sys.exit(f"{belie} check: exit {run.returncode}: {run.stderr.decode()[:400]}")
    return [finding for finding in map(json.loads, run.stdout.decode().splitlines()) if "at" in finding]


def name_of(article):
    return article.rpartition("#")[2]


def across(findings, cluster):
    """(finding, evidence of the other cluster) of errors and warnings that stand on two clusters."""
    for finding in findings:
        if finding["severity"] not in ("error", "warning"):
            continue
        here = cluster[name_of(finding["at"]["article"])]
        for evidence in finding["evidence"]:
            if "article" in evidence and cluster[name_of(evidence["article"])] != here:
                yield finding, evidence
                break


def run_topic(arguments, folder, topic, parts):
    path = os.path.join(folder, f"{topic}.jsonl")
    articles = [article for part in parts.values() for article in part]
    write_corpus(path, articles, arguments.published)
    cluster = {article["id"]: article["cluster"] for article in articles}
    sizes = [len(part) for part in parts.values()]
    pairs = sum(sizes[i] * sizes[k] for i in range(len(sizes)) for k in range(i))
    findings = check(arguments.belie, path)
    return topic, pairs, list(across(findings, cluster)), findings


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("belie")
    parser.add_argument("news")
    parser.add_argument("--published", default="2010-03-15", metavar="DAY")
    parser.add_argument("--list", action="store_true", help="print each alarm across events")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    topics = read_topics(arguments.news)
    pairs, n_within, kinds = 0, collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for topic, n, alarms, findings in pool.map(lambda item: run_topic(arguments, folder, *item), topics.items()):
            pairs += n
            kinds.update(finding["id"] for finding, _ in alarms)
            n_within.update(finding["id"] for finding in findings if finding["severity"] in ("error", "warning"))
            for finding, evidence in alarms if arguments.list else ():
                print(f"{topic}: {finding['severity']} {finding['id']} {name_of(finding['at']['article'])}:{finding['at']['line']} "
                      f"{finding['message']}\n    against {name_of(evidence['article'])}:{evidence.get('line')} {evidence.get('text')}")
    total = sum(kinds.values())
    print(f"{len(topics)} topics, {pairs} pairs of documents of two events: {total} alarms across = {1000 * total / max(pairs, 1):.2f} per 1,000 pairs "
          f"{dict(kinds.most_common())}")
    print(f"all errors and warnings: {sum(n_within.values())} {dict(n_within.most_common())}")


if __name__ == "__main__":
    main()
