/* One person, two accepted spellings: "Zelensky" and "Zelenskyy", "Jiri" and "Jiří". No finding; told only to who asks how two texts
 * relate. */
#include "names/names.h"

#include "base/lists.h"

#include <string.h>

/* The name that both an "A. Novak" and a "Novak" have. */
static const char *
last_word (const BlClaim *claim)
{
  const char *space = strrchr (claim->value.surface, ' ');
  return space != NULL ? space + 1 : claim->value.surface;
}

static gboolean
is_spelled_otherwise (const BlClaim *a, const BlClaim *b)
{
  const gboolean both_in_full = strchr (a->value.surface, ' ') != NULL && strchr (b->value.surface, ' ') != NULL;
  return strcmp (last_word (a), last_word (b)) != 0 || (both_in_full && strcmp (a->value.surface, b->value.surface) != 0);
}

static gboolean
is_sure (const BlClaim *claim)
{
  const BlNameDetail *detail = claim->detail;
  return !detail->ambiguous && detail->how != BL_HOW_NEAR && detail->how != BL_HOW_PRONOUN;
}

void
bl_check_variants (BlCompareState *state)
{
  if (!bl_compare_is_watched (state))
    return;
  g_autoptr (GPtrArray) claims = bl_compare_claims_of (state, "is-named");
  g_autoptr (GHashTable) by_person = bl_lists_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      const GPtrArray *others = g_hash_table_lookup (by_person, claim->key[0].value);
      for (guint k = 0; others != NULL && k < others->len && is_sure (claim); k++)
        if (is_sure (others->pdata[k]) && is_spelled_otherwise (claim, others->pdata[k]))
          bl_compare_judged (state, others->pdata[k], claim,
                             bl_related (BL_RELATION_VARIANT, BL_GATE_NONE, "two accepted spellings of one name"));
      bl_lists_add (by_person, claim->key[0].value, claim);
    }
}
