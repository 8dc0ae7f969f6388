/* Private to src/rules: where a rule does not apply. */
#pragma once

#include "rules/set.h"

/* TRUE when the rule says so of the place where [start, end) of the shadow stands. */
gboolean bl_scope_excludes (const BlRuleEntry *rule, const BlDocument *document, const BlShadow *shadow, gsize start,
                            gsize end);
