#!/usr/bin/env python3
"""Writes synthetic rule packs, such as a newsroom would write, of any number of rules.

usage: bench/rules.py --rules N [--seed S] FOLDER

Most rules are claims: an actor (a slot of one or two types), one of several turns of phrase, a verb with all its forms, and the thing
that the desk watches, mostly with a word before it ("the northern salt mine") or a name ("the Velmar treaty"). Some ask for money or a place too, some are reports of
garbled terms and need no mention at all. Words come from bench/words.py, the frequent ones more often and first, so that some rules match
synthetic news (bench/generate.py) and most wait for words that hardly any text has together. Every rule carries a sentence that it must match
and one that it must not; `belie rules test --rules FOLDER` runs them. The same arguments give the same bytes, and the rules of a
smaller N are the first of a larger one.
"""
import argparse
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import words  # noqa: E402

PACK_RULES = 250  # about as many as a person would keep in one file
ACTORS = [("country|org", "Norway", "Norway"), ("country", "Poland", "Poland"), ("org", "NATO", "NATO"), ("country|org|person", "Germany", "Germany"),
          ("person", "Angela Merkel", "Angela Merkel"), ("person|org", "NATO", "NATO")]
SHARED = {
    "going-to": {"any": ["(will|would|may|could|must|shall) [not]", "(is|are) [not] (going|ready|due|willing) to", "(plans|planned|wants|hopes|agreed|promised|refused) to"],
                 "yes": ["will not", "is due to", "refused to"], "no": ["willing"]},
    "turns-down": {"any": ["(ruled|rules) out", "stopped short of", "(decided|voted) against", "(has|have) no plans of"],
                   "yes": ["ruled out", "voted against"], "no": ["voted"]},
    "which": {"any": ["(the|a|an|its|their|his|her|another)", "(the|a|an|its|their) (new|old|only|last|largest)"], "yes": ["the", "its new"], "no": ["new"]},
}


def verb_name(verb):
    return "do-" + verb.replace(" ", "-")


def verb_fragments(verb):
    """The forms of a verb by use: infinitive, gerund, what was done."""
    third, gerund, past = words.inflect(verb)
    return {verb_name(verb): {"any": [verb]},
            verb_name(verb) + "-ing": {"any": [gerund]},
            verb_name(verb) + "-done": {"any": [f"({third}|{past})", f"(has|have|had) [not] [just] {past}"], "yes": [past], "no": [gerund]}}


def common(ordered, nth):
    """What of a list the rule of that number is about: a desk writes rules for what is in the news daily first."""
    return ordered[:max(12, len(ordered) * min(nth + 100, 2000) // 2000)]


def watched(nth, chance):
    """What a rule waits for: of the first rules often a word alone, later mostly with a word before it or the name of a place."""
    noun = words.zipf(common(words.NOUNS, nth), chance())
    kind = chance()
    if kind < (0.5 if nth < 300 else 0.25):
        return noun
    if kind > 0.6:
        return f"{words.coined(chance, words.TOWN_ENDS)} {noun}"
    first = words.MODIFIERS[int(len(words.MODIFIERS) * chance())]
    return f"{first} {noun}" if kind < 0.57 else f"{first} {words.MODIFIERS[int(len(words.MODIFIERS) * chance())]} {noun}"


def claim_rule(nth, chance, seen):
    slot, shown, name = words.zipf(ACTORS, chance())
    while True:
        verb, thing = words.zipf(common(words.VERBS, nth), chance()), watched(nth, chance)
        if (verb, thing) not in seen:
            break
    seen.add((verb, thing))
    do = verb_name(verb)
    phrases = [f"{{who:{slot}}} {{going-to}} {{{do}}} {{which}} {thing}", f"{{who:{slot}}} {{{do}-done}} {{which}} {thing}",
               f"! {{who:{slot}}} {{turns-down}} {{{do}-ing}} {{which}} {thing}"]
    phrases = phrases[:1 + int(3 * chance())]
    key, kind = ["who"], chance()
    if kind < 0.2:
        phrases = [phrase + " [(in|near|outside) {where:place|country}]" for phrase in phrases]
        key.append("where")
    rule = {"id": f"synthetic/r{nth:05}", "title": f"Who will {verb} the {thing}",
            "claim": {"predicate": f"{do}-{thing.replace(' ', '-').lower()}", "key": key, "value": "polarity", "window": f"{30 + int(100 * chance())}d"}, "phrases": phrases}
    if kind > 0.85:
        rule["phrases"] = [phrase + " for {sum:money}" for phrase in phrases]
        rule["claim"].update(value="sum", value_kind="quantity")
    if chance() < 0.1:
        rule["unless"] = ["could be asked to"] if chance() < 0.5 else ["it is rumoured that", "as a joke"]
    tail = " for 12 million euros" if kind > 0.85 else " in Norway" if kind < 0.2 and name != "Norway" else ""
    rule.update(conflict={"severity": "warning" if chance() < 0.5 else "error"}, why="A desk that follows it must hear of both.", tests=[
        {"yes": f"{shown} will {verb} the {thing}{tail}."}, {"no": f"{shown} will describe the {thing}{tail}."},
        {"no": f"Everybody in the room knew that somebody would {verb} a kettle."}])
    return rule, verb


def report_rule(nth, chance, seen):
    """A term with its words in the wrong order."""
    while True:
        thing, first = words.zipf(words.NOUNS, chance()), words.MODIFIERS[int(len(words.MODIFIERS) * chance())]
        of = words.zipf(words.ABSTRACT, chance())
        if (of, first, thing) not in seen:
            break
    seen.add((of, first, thing))
    return {"id": f"synthetic/r{nth:05}", "title": f"{first.capitalize()} {thing} {of}",
            "report": {"finding": "term/garbled", "severity": "warning", "message": f"“{{match}}” looks like “{first} {thing} {of}”, translated back",
                       "instead": f"{first} {thing} {of}"},
            "phrases": [f"{of} of [the] {thing} {first}", f"{first} {of} of [the] {thing}"], "why": "The term is fixed.",
            "tests": [{"yes": f"They spoke of the {of} of the {thing} {first}."}, {"no": f"They spoke of the {first} {thing} {of}."}]}


def packs(count, seed):
    """(name, pack) in order. Rules of one pack share their fragments."""
    chance, seen = words.chance_of(f"rules/{seed}"), set()
    for start in range(0, count, PACK_RULES):
        pack = {"format": 1, "pack": f"synthetic-{start // PACK_RULES:03}", "language": "en", "fragments": dict(SHARED), "rules": []}
        for nth in range(start, min(start + PACK_RULES, count)):
            if chance() < 0.12:
                pack["rules"].append(report_rule(nth, chance, seen))
                continue
            rule, verb = claim_rule(nth, chance, seen)
            pack["rules"].append(rule)
            for name, fragment in verb_fragments(verb).items():
                if any("{" + name + "}" in phrase for phrase in rule["phrases"]):
                    pack["fragments"][name] = fragment
        text = json.dumps(pack["rules"])
        pack["fragments"] = {name: fragment for name, fragment in pack["fragments"].items() if "{" + name + "}" in text}
        yield pack["pack"], pack


def literals(count, seed):
    """What a plain search for the same rules would look for: the last words of their phrases."""
    return sorted({phrase.split("{which} ")[-1].split(" [")[0].split(" for {")[0] if "{which}" in phrase else rule["title"].split(" ", 1)[1].lower()
                   for _, pack in packs(count, seed) for rule in pack["rules"] for phrase in rule["phrases"]})


def write(folder, count, seed=1):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, pack in packs(count, seed):
        # Laid out by hand where people would: a rule a line.
        rules = ",\n    ".join(json.dumps(rule, ensure_ascii=False) for rule in pack["rules"])
        fragments = ",\n    ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in pack["fragments"].items())
        (folder / f"{name}.json").write_text(
            f'{{ "format": 1, "pack": "{name}", "language": "en",\n  "fragments": {{\n    {fragments} }},\n  "rules": [\n    {rules} ] }}\n', encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", type=pathlib.Path, help="where the packs go; made when it is not there")
    parser.add_argument("--rules", type=int, required=True, help="how many rules")
    parser.add_argument("--seed", type=int, default=1, help="another number, other rules (default: 1)")
    arguments = parser.parse_args()
    if arguments.rules < 1:
        parser.error("at least one rule")
    write(arguments.folder, arguments.rules, arguments.seed)


if __name__ == "__main__":
    main()
