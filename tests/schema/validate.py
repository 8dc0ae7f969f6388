#!/usr/bin/env python3
"""Validates JSON with comments against JSON Schema.

    validate.py [--schema SCHEMA] FILE…
    validate.py --covered SCHEMA FILE…      the same, and every key of the schema must be in one of the files

Without --schema, each file is held against the schema that its own "$schema" names, as an editor would do. One line a file:
"valid FILE" or "invalid FILE:…: what is wrong". Exit 0 when all are valid, else 1.
"""
import argparse
import json
import pathlib
import re
import sys

from jsonschema import Draft202012Validator, validators

# A string, or a comment of either kind; in a string "//" is text.
TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/', re.DOTALL)
LONGEST = 160


def strip_comments(text):
    """Comments become blanks: what is left stands where it stood."""
    return TOKEN.sub(lambda m: m[0] if m[0][0] == '"' else re.sub(r"[^\n\r]", " ", m[0]), text)


def no_constant(word):
    raise ValueError(f"{word} is no JSON value")


def load(path):
    text = path.read_text(encoding="utf-8-sig")
    return json.loads(strip_comments(text), parse_constant=no_constant)


def message(error):
    """What the validator says, without the whole of what it is said of."""
    shown = repr(error.instance)
    text = error.message.replace(shown, "this") if len(shown) > LONGEST // 2 else error.message
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


class Schemas:
    """Each schema once; remembers which of its keys the files had."""

    def __init__(self):
        self.validators = {}
        self.seen = set()

    def validator(self, path):
        path = path.resolve()
        if path not in self.validators:
            schema = json.loads(path.read_text(encoding="utf-8"))
            Draft202012Validator.check_schema(schema)
            self.validators[path] = validators.extend(Draft202012Validator, {"properties": self.properties})(schema)
        return self.validators[path]

    def properties(self, validator, properties, instance, schema):
        if isinstance(instance, dict):
            self.seen.update((id(properties), key) for key in properties if key in instance)
        yield from Draft202012Validator.VALIDATORS["properties"](validator, properties, instance, schema)

    def unseen(self, path):
        def walk(schema, name):
            if isinstance(schema, dict):
                keys = schema.get("properties")
                if schema.get("type") == "object" and isinstance(keys, dict):
                    yield from (f"{name}/{key}" for key in keys if (id(keys), key) not in self.seen)
                for key, value in schema.items():
                    yield from walk(value, f"{name}/{key}")
            elif isinstance(schema, list):
                for index, value in enumerate(schema):
                    yield from walk(value, f"{name}/{index}")

        return list(walk(self.validator(path).schema, ""))


def complaint(schemas, path, schema):
    """What is wrong with the file, or None."""
    try:
        data = load(path)
    except json.JSONDecodeError as error:
        return f"{error.lineno}:{error.colno}: {error.msg}"
    except (OSError, ValueError) as error:
        return f" {error}"
    if schema is None:
        named = data.get("$schema") if isinstance(data, dict) else None
        if not isinstance(named, str):
            return " no “$schema”"
        schema = path.parent / named
        if not schema.is_file():
            return f" there is no schema {named}"
    errors = sorted(schemas.validator(schema).iter_errors(data), key=lambda error: [str(part) for part in error.absolute_path])
    if not errors:
        return None
    place = "/".join(str(part) for part in errors[0].absolute_path)
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return f" {place or 'the file'}: {message(errors[0])}{more}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--schema", type=pathlib.Path)
    parser.add_argument("--covered", type=pathlib.Path)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()

    schemas = Schemas()
    failed = False
    for path in arguments.files:
        wrong = complaint(schemas, path, arguments.schema or arguments.covered)
        failed |= wrong is not None
        print(f"valid {path}" if wrong is None else f"invalid {path}:{wrong}")
    if arguments.covered is not None:
        for key in schemas.unseen(arguments.covered):
            failed = True
            print(f"no file has {key} of {arguments.covered.name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
