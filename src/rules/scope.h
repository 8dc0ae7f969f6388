/* Private to src/rules: where a rule does not apply. */
#pragma once

#include "rules/set.h"

/* What is true of a sentence as a whole (bit set). */
enum
{
  BL_WHERE_QUESTION = 1 << 0,
  BL_WHERE_HEADLINE = 1 << 1,
  BL_WHERE_BOILERPLATE = 1 << 2, /* or a caption */
};

guint bl_scope_place (const BlDocument *document, const BlShadow *shadow);

/* Places where a rule of this scope (BL_SCOPE_*) has no match, so need not be asked. */
guint bl_scope_bars (guint scope);

/* TRUE when a match at [start, end) of the shadow is out of the rule's scope. */
gboolean bl_scope_excludes (const BlRuleEntry *rule, const BlDocument *document, const BlShadow *shadow, gsize start,
                            gsize end);
