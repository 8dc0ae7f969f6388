#!/usr/bin/env python3
"""Holds the schemas of rules/schema against what is asked of them, and against the keys that the loaders of src/ know.

    check_schemas.py SOURCE_DIR

A key that an editor offers has a description, an object is closed, and a key or word that a loader knows is in its schema (that the
loader knows what is in the schema is shown by the valid fixtures, which have every key). Prints what is wrong; exit 1 when anything is.
"""
import json
import pathlib
import re
import sys

LEXICON = "src/mentions/lexicon_read.c"
LOADERS = {
    "rules": ["src/rules/pack_read.c", "src/rules/rule_read.c", "src/rules/claim_read.c", "src/rules/test_read.c"],
    "knowledge": ["src/knowledge/load.c", "src/knowledge/read_places.c", "src/knowledge/read_offices.c",
                  "src/knowledge/read_persons.c", "src/knowledge/read_records.c"],
    "corpus": ["src/corpus/config.c"],
    "belie": ["src/settings/settings.c"],
    "lexicon-cues": ["src/claims/cues.c"],
    "lexicon-times": ["src/claims/time_words.c"],
    "lexicon-figures": ["src/claims/figure_words.c"],
    "lexicon-text": ["src/text/lexicon.c"],
    "lexicon-tags": ["src/text/tag_lexicon.c"],
    "lexicon-sourcing": ["src/claims/sourcing_words.c"],
    "lexicon-slots": ["src/claims/event_slots.c"],
    "lexicon-statements": ["src/syntax/syntax.c"],
    "lexicon-inflections": ["src/text/inflect.c"],
    "lexicon-given-names": ["src/knowledge/given_names.c"],
    "lexicon-name-model": ["src/knowledge/name_model.c"],
    "lexicon-name-costs": ["src/knowledge/name_costs.c"],
    "lexicon-kinds": ["src/text/word_kinds.c"],
    "lexicon-opposites": ["src/text/opposites.c"],
    "lexicon-import": ["src/importers/forms.c"],
    "lexicon-titles": [], "lexicon-names": [], "lexicon-numbers": [], "lexicon-dates": [],
    "lexicon-places": [LEXICON],
}
# Vectors of keys and of words that stand for a value: static const char *const known[] = { "id", … };
VECTOR = re.compile(r"static const char \*const (?:known|keys|words|severities|failures|statuses|kinds|others|\w+_keys)\[\]\s*=\s*\{([^}]*)\}")
# Lists of src/mentions: { "titles.json", "modifiers", …
LIST = re.compile(r'\{ "([a-z-]+)\.json", "(\w+)"')


def known_to_loader(root, kind):
    found = set()
    for path in LOADERS[kind]:
        vectors = VECTOR.findall((root / path).read_text(encoding="utf-8"))
        if not vectors:
            yield None, f"{path}: no vector of keys found; tell {pathlib.Path(__file__).name} how they are written now"
        for vector in vectors:
            found.update(re.findall(r'"([^"]*)"', vector))
    lists = LIST.findall((root / LEXICON).read_text(encoding="utf-8"))
    found.update(key for file, key in lists if f"lexicon-{file}" == kind)
    yield from ((word, None) for word in sorted(found))


def words_of(schema):
    """Keys and values that the schema names."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from value
            if key == "enum":
                yield from (word for word in value if isinstance(word, str))
            yield from words_of(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from words_of(value)


def faults_of(schema, whole, name):
    """Keys without a description, objects that are open."""
    if isinstance(schema, list):
        for index, value in enumerate(schema):
            yield from faults_of(value, whole, f"{name}/{index}")
    if not isinstance(schema, dict):
        return
    if schema.get("type") == "object":
        if "additionalProperties" not in schema:
            yield f"{name}: the object is open"
        for key, value in schema.get("properties", {}).items():
            target = whole["$defs"][value["$ref"].rsplit("/", 1)[1]] if "$ref" in value else {}
            if not value.get("description", target.get("description")):
                yield f"{name}/{key}: no description"
    for key, value in schema.items():
        if key not in ("examples", "enum", "const", "default"):
            yield from faults_of(value, whole, f"{name}/{key}")


def main():
    root = pathlib.Path(sys.argv[1])
    faults = []
    folder = root / "rules" / "schema"
    for stray in {path.name for path in folder.glob("*.json")} ^ {f"{kind}-1.json" for kind in LOADERS}:
        faults.append(f"{stray}: a schema without a loader, or a loader without a schema")
    for kind in LOADERS:
        schema = json.loads((folder / f"{kind}-1.json").read_text(encoding="utf-8"))
        faults.extend(f"{kind}-1.json: {fault}" for fault in faults_of(schema, schema, ""))
        words = set(words_of(schema))
        for word, fault in known_to_loader(root, kind):
            if fault is not None:
                faults.append(fault)
            elif word not in words:
                faults.append(f"{kind}-1.json: the loader knows “{word}”, the schema does not")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
