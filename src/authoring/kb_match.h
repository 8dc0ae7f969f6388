/* belie kb match: what the base says to names on standard input. */
#pragma once

#include "command/command.h"
#include "knowledge/knowledge.h"

/* Reads lines "NAME", or "NAME<TAB>DATE<TAB>COUNTRY<TAB>CONTEXT" with any tail left out, and writes one JSON line each:
 *   {"candidates":[{"id":"Q695","name":"Dominic Raab","score":0.93,"relation":"near","signals":["country","date"]}]}
 * The best candidate stands first. Scores are of the names alone; signals say what else speaks for a candidate. evidence: also
 * what the scores are made of. Returns an exit code. */
int bl_kb_match (const BlKnowledge *kb, gboolean evidence);

/* Reads lines "NAME<TAB>NAME" and writes {"score":0.93} for each, the probability that both are one person; evidence: also what it is
 * made of. */
int bl_kb_match_pairs (const BlKnowledge *kb, gboolean evidence);
