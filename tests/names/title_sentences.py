#!/usr/bin/env python3
"""Sentences that say when somebody held an office: how many of the wrong ones are found, how many of the right ones accused.

usage: title_sentences.py BELIE SENTENCES [--list] [--least-found F] [--most-accused A]

SENTENCES: lines "DAY|wrong|sentence" and "DAY|right|sentence"; each is an article of its own, of that day.
"""
import argparse, collections, json, os, subprocess, sys, tempfile


def read(path):
    with open(path, encoding='utf-8') as file:
        lines = (line.rstrip('\n') for line in file)
        return [line.split('|', 2) for line in lines if line and not line.startswith('#')]


def check(belie, rows):
    """The messages of the kind title/, by the index of the sentence."""
    found = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        articles = []
        for i, (day, _, text) in enumerate(rows):
            with open(os.path.join(folder, f'{i}.txt'), 'w', encoding='utf-8') as file:
                file.write(text + '\n')
            articles.append({'path': f'{i}.txt', 'source': f's{i}', 'language': 'en', 'published': day})
        with open(os.path.join(folder, 'corpus.json'), 'w', encoding='utf-8') as file:
            json.dump({'sources': {a['source']: {'name': a['source']} for a in articles}, 'articles': articles}, file)
        run = subprocess.run([belie, 'check', folder, '--format', 'json', '--no-cache', '--fail-on', 'never'], stdout=subprocess.PIPE,
                             check=True)
    for line in run.stdout.decode().splitlines():
        finding = json.loads(line)
        if 'at' in finding and finding['id'].startswith('title/'):
            found[int(os.path.basename(finding['at']['article'])[:-len('.txt')])].append(finding['message'])
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('belie')
    parser.add_argument('sentences')
    parser.add_argument('--list', action='store_true')
    parser.add_argument('--least-found', type=float, default=0)
    parser.add_argument('--most-accused', type=float, default=1)
    options = parser.parse_args()
    rows = read(options.sentences)
    found = check(options.belie, rows)
    made, hit = collections.Counter(), collections.Counter()
    for i, (_, kind, text) in enumerate(rows):
        made[kind] += 1
        hit[kind] += i in found
        if (kind == 'wrong') != (i in found) or options.list:
            print(kind, 'found' if i in found else 'not found', text, *found.get(i, []), sep=' | ')
    print(f"wrong found {hit['wrong']} of {made['wrong']}, right accused {hit['right']} of {made['right']}")
    sys.exit(hit['wrong'] < options.least_found * made['wrong'] or hit['right'] > options.most_accused * made['right'])


main()
