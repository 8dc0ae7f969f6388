#!/usr/bin/env bash
# belie sources: panels with intervals, facts of several origins, statements of one; text and JSON.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit

expect 0 sources "$corpus"
says "too few to say" "between" "effective" "candour: never counted against a source" "There is no ranking" "What a program cannot see"

expect 0 sources "$corpus" --format json
json_of '
import json
profiles = [json.loads(line) for line in lines]
assert profiles, "no profile"
for p in profiles:
    assert p["effective_claims"] <= p["claims"], p["source"]
    assert p["too_few"] == (p["effective_claims"] < 30), p["source"]
    panels = [p[name] for name in ("errors", "with_most", "corroborated", "figures", "own", "named", "damaged", "inflated", "altered")]
    for q in panels + list(p["sourcing"].values()):
        assert 0 <= q["low"] <= q["high"] <= 1 and q["k"] <= q["n"], q
        assert q["n"] == 0 or q["low"] - 0.01 <= q["k"] / q["n"] <= q["high"] + 0.01, q
        assert q["too_few"] == (q["n"] < 30), q
    assert p["sourcing"]["with_date"]["k"] == p["with_date"], p["source"]
    assert p["unseen"]
' "$work/out"

expect 0 sources "$corpus" --facts
says "2 origins, 2 values" "on which at least two origins speak"
expect 0 sources "$corpus" --facts --format json
json_of '
facts = [json.loads(line) for line in lines]
assert any(len(f["values"]) > 1 for f in facts)
for f in facts:
    assert f["origins"] >= 2
    told = {name for v in f["values"] for name in v["told_by"]}
    assert 1 <= len(told) <= f["origins"], f
    for v in f["values"]:
        assert v["n_articles"] >= len(v["told_by"]) > 0 and v["articles"] and v["at"]["text"], v
' "$work/out"

expect 0 sources "$corpus" --single
says "of one origin only" "Lumen Wire alone, 2 articles"
expect 0 sources "$corpus" --single --format json
json_of '
singles = [json.loads(line) for line in lines]
counts = [s["n_articles"] for s in singles]
assert counts == sorted(counts, reverse=True) and counts[0] > 1, counts
assert all(s["origin"] and s["at"]["article"] in s["articles"] for s in singles)
' "$work/out"

wrong "name one of them" sources "$corpus" --single --facts

[ $failed -eq 0 ] && echo "sources are told"
exit $failed
