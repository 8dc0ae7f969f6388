/* What names.c, links.c, persons.c and signals.c share about name spans. Private to src/mentions. */
#pragma once

#include "mentions/scan.h"

/* What the passes know of a name beside its mention. */
struct BlNameDraft
{
  const char *key;        /* folded words with single spaces */
  const GPtrArray *known; /* persons of exactly this name, or NULL (borrowed from the base) */
  gboolean ranked;        /* after "Mr", "Gen." or a title */
  gboolean speaks;        /* a verb of speech beside it */
  gboolean described;     /* an apposition, an age: "Ann Lee, 45," */
  guint age;              /* as an apposition gives it, or 0 */
  gboolean settled;       /* resolved, or unknown for good */
};

/* More than one word: a name in full, not a surname alone. */
static inline gboolean
bl_name_is_whole (const BlDraft *name)
{
  return name->end - name->first > 1;
}

BlDraft *bl_add_name (BlScan *scan, guint sentence, guint first, guint end);

/* Folded tokens joined by spaces; in buffer (NULL when it is too small), or in the arena. */
const char *bl_name_key (const BlScan *scan, guint first, guint end, char *buffer, gsize size);
const char *bl_name_fold (const BlScan *scan, guint first, guint end);

/* BL_SIGNAL_* that speak for a person at a name (signals.c). */
guint bl_name_signals (const BlScan *scan, const BlDraft *name, const BlPerson *person);

/* TRUE when the title beside the name is of a state the person belongs to: "Ukrainian lawmaker NAME". */
gboolean bl_name_country_beside (const BlScan *scan, const BlDraft *name, const BlPerson *person);

/* TRUE when an organisation around the name counts the person among the few it has in the base. */
gboolean bl_name_small_organisation (const BlScan *scan, const BlDraft *name, const BlPerson *person);

/* Holders of the offices that a title may mean on the article's day; with_inferred: also when no jurisdiction stands beside
 * it. Array of const BlTerm *, the caller's. */
GPtrArray *bl_title_terms (const BlScan *scan, const BlDraft *title);

/* TRUE when a term is of a role or office that the title's words can mean, in the jurisdiction beside it when there is one. */
gboolean bl_title_fits_term (const BlDraft *title, const BlTerm *term);

/* Fills in speaks, described and age from the words beside the name (name_context.c). */
void bl_name_read_context (const BlScan *scan, BlDraft *name);

/* TRUE when the name stands in a list of states: "Poland, Latvia and Kent". */
gboolean bl_name_is_list (const BlScan *scan, const BlDraft *name);

/* The dates of a title's term, where its sentence gives some beside it (tenure.c). name: its holder. */
void bl_title_read_tenure (BlScan *scan, BlDraft *title, const BlDraft *name);
