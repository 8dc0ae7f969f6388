#!/usr/bin/env python3
"""True and false titles made from the base: how many of the false ones are found, how many of the true ones accused.

usage: titles_generated.py BELIE KNOWLEDGE [--number N] [--seed S] [--list] [--least-found F] [--most-accused A]

KNOWLEDGE is a folder of knowledge files. A true sentence takes a sure term and a day inside it; a false one another day (at least
a year outside all terms of the person in that office), another state or another person. Each is an article of its own, with a
date. With --least-found or --most-accused the exit code says whether the shares hold.
"""
import argparse, collections, datetime, glob, json, os, random, re, subprocess, sys, tempfile

YEAR = 366
END = ['said on Tuesday that the talks would go on.', 'told reporters that there was no hurry.', 'will travel to Geneva next week.',
       'rejected the proposal.', 'has welcomed the decision.']
# {n} name, {s} surname, {l} label, {L} label in capitals, {d} demonym, {p} possessive of the state, {c} the state, {e} an end.
STATE = {
    'demonym-before': '{d} {L} {n} {e}',
    'possessive-before': '{p} {l}, {n}, {e}',
    'of-behind': '{n}, the {l} of {c}, {e}',
    'possessive-behind': '{n}, {p} {l}, {e}',
    'state-behind-name': '{L} {n} of {c} {e}',
    'who-serves': '{n}, who serves as {d} {l}, {e}',
    'who-is': '{n}, who is the {l} of {c}, {e}',
    'is': '{n} is the {l} of {c}.',
    'quote-end': '“We will see,” said {n}, {p} {l}.',
    'definite-before': 'The {d} {l}, {n}, {e}',
    'plain-before': 'The {d} {l} {n} {e}',
    'according': 'According to {n}, the {d} {l}, nothing has been decided.',
    'surname-later': '{n} arrived in Geneva on Monday. Later {d} {L} {s} {e}',
    'country-anaphora': 'Little has changed in {c}. {n}, the country’s {l}, {e}',
    'of-before-name': '{L} of {c} {n} {e}',
    'bare-behind': '{n}, {d} {l}, {e}',
    'dashes': '{n} — {p} {l} — {e}',
    'brackets': 'Also present was {n} ({l} of {c}).',
    'serves': '{n} serves as {l} of {c}.',
    'remains': '{n} remains the {d} {l}.',
    'currently': '{n}, currently the {d} {l}, {e}',
    'met-with': 'She met with {d} {L} {n} on Monday.',
}
BODY = {
    'body-before': '{c} {L} {n} {e}',
    'body-of-behind': '{n}, the {l} of {c}, {e}',
    'body-possessive': '{c}’s {l}, {n}, {e}',
    'body-behind': '{n}, {c} {l}, {e}',
    'body-is': '{n} is the {l} of {c}.',
}
OWN = {
    'own-before': '{L} {n} {e}',
    'own-behind': '{n}, the {l}, {e}',
    'own-is': '{n} is the {l}.',
    'own-definite': 'The {l}, {n}, {e}',
}
THE = {'United States', 'United Kingdom', 'Netherlands', 'Philippines', 'United Arab Emirates', 'Czech Republic', 'Maldives', 'Bahamas',
       'Gambia', 'Central African Republic', 'Democratic Republic of the Congo', 'Republic of the Congo', 'Dominican Republic',
       'Marshall Islands', 'Solomon Islands', 'Seychelles', 'Comoros'}
PROPER = re.compile(r"\b[A-Z]")


def without_comments(text):
    return re.sub(r'(?m)(^|\s)//[^"\n]*$', '', text)


def load(folder):
    base = collections.defaultdict(dict)
    for path in sorted(glob.glob(os.path.join(folder, '*.json'))):
        with open(path, encoding='utf-8') as file:
            data = json.loads(without_comments(file.read()))
        for kind, entries in data.items():
            if isinstance(entries, list) and entries and 'id' in entries[0]:
                for entry in entries:
                    base[kind][entry['id']] = dict(entry, as_of=data.get('as_of', '2025-01-01'))
    return base


def day(text, last):
    year, month, number = (int(x) for x in (text.split('-') + ['0', '0'])[:3])
    if number:
        return datetime.date(year, month, number)
    if not last:
        return datetime.date(year, month or 1, 1)
    month = month or 12
    return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)


def terms_of(base):
    for person in base['persons'].values():
        for term in person.get('terms', []):
            if 'from' not in term:
                continue
            yield {'person': person, 'office': term['office'], 'sure': 'low' not in (term.get('confidence'), person.get('confidence')),
                   'acting': term.get('acting', False), 'open': 'to' not in term, 'first': day(term['from'], True),
                   'last': day(term.get('to', person['as_of']), False),
                   'outer_first': day(term['from'], False), 'outer_last': day(term.get('to', person['as_of']), True)}


def title_case(label):
    return ' '.join(w if w in ('of', 'for', 'the', 'and', 'to', 'in', 'at', 'on') else w[:1].upper() + w[1:] for w in label.split())


def surname(person):
    return person.get('family') or person['name'].split()[-1]


class Maker:
    def __init__(self, base, rng):
        self.base, self.rng = base, rng
        self.terms = list(terms_of(base))
        self.by_office, self.by_person = collections.defaultdict(list), collections.defaultdict(list)
        for term in self.terms:
            self.by_office[term['office']].append(term)
            self.by_person[term['person']['id']].append(term)
        self.sure = [t for t in self.terms if t['sure'] and not t['acting'] and t['first'] <= t['last'] and self.describe(t['office'])]

    def seats(self, office):
        role = self.role_of(office)
        return self.base['offices'].get(office, {}).get('seats', role.get('seats', 0) if role else 0)

    def role_of(self, office):
        entry = self.base['offices'].get(office)
        return self.base['roles'].get(entry['role'] if entry else office.split('/')[1])

    def describe(self, office):
        """The words of an office: (forms, words for a form)."""
        jurisdiction = office.split('/')[0]
        entry, role = self.base['offices'].get(office, {}), self.role_of(office)
        if role is None:
            return None
        labels = entry.get('labels') or role.get('labels')
        if not labels:
            return None
        label = labels[0]
        if entry.get('labels') and PROPER.search(label):
            country = self.base['countries'].get(jurisdiction)
            if country and country.get('demonyms') and not any(
                    re.search(r'\b' + re.escape(name) + r'\b', label)
                    for name in [country['name'], *country.get('names', []), *country['demonyms']]):
                label = country['demonyms'][0] + ' ' + label
            return OWN, {'l': label, 'L': title_case(label)}
        words = {'l': label, 'L': title_case(label)}
        country = self.base['countries'].get(jurisdiction)
        if country:
            if not country.get('demonyms'):
                return None
            name = ('the ' if country['name'] in THE else '') + country['name']
            words.update(d=country['demonyms'][0], c=name, p=name + ('’' if name.endswith('s') else '’s'))
            return STATE, words
        body = self.base['organisations'].get(jurisdiction)
        if body:
            words.update(c=body['name'])
            return BODY, words
        return None

    def sentence(self, person, office):
        forms, words = self.describe(office)
        form = self.rng.choice(sorted(forms))
        if self.seats(office) != 1 and form in ('is', 'own-is', 'body-is', 'serves'):
            form = {'is': 'demonym-before', 'serves': 'bare-behind', 'own-is': 'own-before', 'body-is': 'body-before'}[form]
        text = forms[form].format(n=person['name'], s=surname(person), e=self.rng.choice(END), **words)
        return form, text[:1].upper() + text[1:]

    def inside(self, term):
        lead = datetime.timedelta(min(10, (term['last'] - term['first']).days // 3))
        return term['first'] + lead + datetime.timedelta(self.rng.randrange((term['last'] - term['first'] - 2 * lead).days + 1))

    def true(self):
        term = self.rng.choice(self.sure)
        form, text = self.sentence(term['person'], term['office'])
        return {'kind': 'true', 'form': form, 'office': term['office'], 'text': text, 'date': self.inside(term)}

    def outside(self):
        term = self.rng.choice(self.sure)
        role = self.role_of(term['office'])
        mine = [t for t in self.by_person[term['person']['id']] if self.role_of(t['office']) is role or t['office'] == term['office']]
        first, last = datetime.date(1998, 1, 1), day(term['person']['as_of'], False)
        date = first + datetime.timedelta(self.rng.randrange((last - first).days))
        if any(t['outer_first'] - datetime.timedelta(YEAR) <= date <= t['outer_last'] + datetime.timedelta(YEAR) for t in mine):
            return None
        known = any(t['sure'] and t['first'] <= date <= t['last'] for t in self.by_office[term['office']])
        later = all(date > t['outer_last'] for t in mine)
        form, text = self.sentence(term['person'], term['office'])
        return {'kind': ('after' if later else 'before') + ('' if known else '-unknown'), 'form': form, 'office': term['office'],
                'text': text, 'date': date}

    def holds(self, person, office, date):
        role = self.role_of(office)
        return any(t['outer_first'] - datetime.timedelta(YEAR) <= date <= t['outer_last'] + datetime.timedelta(YEAR)
                   and (t['office'] == office or (self.role_of(t['office']) is role and t['office'].split('/')[0] == office.split('/')[0]))
                   for t in self.by_person[person['id']])

    def other_state(self):
        term = self.rng.choice(self.sure)
        jurisdiction, name = term['office'].split('/')
        if jurisdiction not in self.base['countries'] or self.base['offices'].get(term['office'], {}).get('labels'):
            return None
        role = self.role_of(term['office'])
        if role is None or role['id'] not in role.get('excludes', []):
            return None  # an office that is bound to no state, or of which nobody can say so
        other = self.rng.choice(sorted(self.base['countries'])) + '/' + name
        date = self.inside(term)
        described = self.describe(other)
        if other == term['office'] or described is None or described[0] is not STATE or self.holds(term['person'], other, date):
            return None
        form, text = self.sentence(term['person'], other)
        return {'kind': 'other-state', 'form': form, 'office': other, 'text': text, 'date': date}

    def other_person(self):
        term, other = self.rng.choice(self.sure), self.rng.choice(self.sure)
        date = self.inside(term)
        if other['person'] is term['person'] or self.seats(term['office']) != 1 or self.holds(other['person'], term['office'], date):
            return None
        form, text = self.sentence(other['person'], term['office'])
        return {'kind': 'other-person', 'form': form, 'office': term['office'], 'text': text, 'date': date}

    def many(self, n, *makers):
        made = []
        while len(made) < n:
            sentence = makers[len(made) % len(makers)]()
            if sentence is not None:
                made.append(sentence)
        return made


def check(belie, sentences):
    """Indices of the sentences that a title/* error or warning accuses, with the messages."""
    with tempfile.TemporaryDirectory() as folder:
        articles = []
        for i, sentence in enumerate(sentences):
            name = f'{i}.txt'
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                file.write(sentence['text'] + '\n')
            articles.append({'path': name, 'source': f's{i % 7}', 'language': 'en', 'published': sentence['date'].isoformat()})
        with open(os.path.join(folder, 'corpus.json'), 'w', encoding='utf-8') as file:
            json.dump({'sources': {f's{i}': {'name': f'S{i}'} for i in range(7)}, 'articles': articles}, file)
        run = subprocess.run([belie, 'check', folder, '--format', 'json', '--no-cache', '--fail-on', 'never'], stdout=subprocess.PIPE)
        accused = {}
        for finding in map(json.loads, run.stdout.decode().splitlines()):
            if 'at' in finding and finding['severity'] in ('error', 'warning') and finding['id'].startswith('title/'):
                accused[int(os.path.basename(finding['at']['article'])[:-4])] = finding['id'] + ' ' + finding['message']
        return accused


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('belie')
    parser.add_argument('knowledge')
    parser.add_argument('--number', type=int, default=2000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--list', action='store_true')
    parser.add_argument('--least-found', type=float)
    parser.add_argument('--most-accused', type=float)
    options = parser.parse_args()
    maker = Maker(load(options.knowledge), random.Random(options.seed))
    true = maker.many(options.number, maker.true)
    false = maker.many(options.number, maker.outside, maker.other_state, maker.other_person)
    accused, found = check(options.belie, true), check(options.belie, false)
    if options.list:
        for i in sorted(accused):
            print('accused', true[i]['date'], true[i]['office'], true[i]['form'], '|', true[i]['text'], '|', accused[i])
        for i, sentence in enumerate(false):
            if i not in found:
                print('missed', sentence['kind'], sentence['date'], sentence['office'], sentence['form'], '|', sentence['text'])
    for key in ('kind', 'form'):
        of_key, of_found = collections.Counter(s[key] for s in false), collections.Counter(false[i][key] for i in found)
        for value in sorted(of_key):
            print(f'{key} {value:20} found {of_found[value]:4} of {of_key[value]:4}  {of_found[value] / of_key[value]:.3f}')
    share, rate = len(found) / len(false), len(accused) / len(true)
    print(f'found {len(found)} of {len(false)} false titles {share:.3f}; accused {len(accused)} of {len(true)} true ones {rate:.4f}')
    bad = (options.least_found is not None and share < options.least_found) or (
        options.most_accused is not None and rate > options.most_accused)
    sys.exit(1 if bad else 0)


main()
