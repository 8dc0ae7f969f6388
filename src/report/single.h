/* Claims that one origin tells alone, however many articles repeat them: what looks confirmed and is not.
 *
 * Listed are statements that rules know, figures, votes, ages, days of events and quotations. Of an article about which no other origin
 * says anything comparable everything has one origin, and a list of all that would be the article again: so figures, days and quotations
 * are listed where several articles repeat them, or where another origin speaks of the same event (it shares a fact with the article,
 * reliability/facts.h) and does not have them. */
#pragma once

#include "report/report.h"

typedef struct
{
  const BlClaim *claim; /* the first one */
  GPtrArray *articles;  /* const BlArticle *, by index, each once */
  const char *origin;   /* as bl_origins_witness_name() says */
  gboolean headline;    /* one of them has it in its headline */
  guint kind;           /* 0: of a rule, 1: a figure, 2: a quotation, 3: a day */
} BlSingle;

/* The caller's array of BlSingle *. What would matter most stands first: what most articles repeat, since that looks most like agreement; then
 * headlines; then by kind as above, statements that somebody wrote a rule for before figures, which news gets wrong more often than
 * quotations and days (Maier 2005, Accuracy matters, JMCQ 82, 533-551); then by place. Near-linear in the number of claims. */
GPtrArray *bl_single_origin (const BlRun *run);
