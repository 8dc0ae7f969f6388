/* What a fact is called, and what a claim says of it, in few words: for tables and drawings. */
#pragma once

#include "reliability/facts.h"
#include "report/report.h"

/* "People hurt", "Day of “release”", "Age of Ann Lee". Owned by the caller. */
char *bl_fact_title (const BlClaim *claim);

/* What stands in a cell: "41", "5 September", "Poland will not send troops to Ukraine". Owned by the caller. */
char *bl_fact_saying (const BlClaim *claim);

/* The title of the article from its metadata, else its headline, else its id. Owned by the caller. */
char *bl_fact_headline (const BlArticle *article);

/* The facts of a run on which several origins speak; the caller's array. */
GPtrArray *bl_run_facts (const BlRun *run);
