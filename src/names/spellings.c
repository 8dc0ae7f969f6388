/* name/inconsistent: one person nobody knows, spelled two ways.
 *
 * "Kevin Liptok" once, "Kevin Liptak" in five origins: the base knows neither. Two full names are candidates when given name and
 * length agree and the surname is near but not the same; what is one transliteration class is a variant, and two people may
 * well be called Smith and Smyth, so this is never more than a question, and surer the more origins have the other spelling. */
#include "names/names.h"

#include "text/text.h"

#include <string.h>

#define WINDOW_DAYS 30
#define NEAR_SURNAME 0.72

/* Initial of the given name and first letter of the surname hash a block; larger blocks than this are left out and said. */
#define MAX_BLOCK 400

typedef struct
{
  const BlClaim *claim;
  char *given, *family; /* folded */
  gboolean garbled;     /* told already: a witness of its spelling, but not compared */
} FullName;

static void
full_name_clear (gpointer data)
{
  FullName *name = data;
  g_free (name->given);
  g_free (name->family);
}

static GArray *
collect_full_names (const GPtrArray *claims)
{
  GArray *names = g_array_new (FALSE, TRUE, sizeof (FullName));
  g_array_set_clear_func (names, full_name_clear);
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      const BlNameDetail *detail = claim->detail;
      if (detail->how == BL_HOW_PRONOUN || detail->how == BL_HOW_PART || detail->ambiguous)
        continue;
      g_autofree char *folded = bl_fold_letters (claim->value.surface, -1);
      char *space = strrchr (folded, ' ');
      const char *first_space = strchr (folded, ' ');
      if (space == NULL || strlen (space + 1) < 4)
        continue;
      const FullName name
          = { .claim = claim, .given = g_strndup (folded, (gsize) (first_space - folded)), .family = g_strdup (space + 1) };
      if (strlen (name.given) < 3)
        {
          full_name_clear ((gpointer) &name);
          continue;
        }
      g_array_append_val (names, name);
    }
  return names;
}

static gboolean
is_accepted (const BlClaim *claim)
{
  const BlNameDetail *detail = claim->detail;
  return detail->person != NULL && detail->how <= BL_HOW_PART;
}

/* Origins that print this spelling: all that do are in one block. */
static guint
count_origins (const BlCompareState *state, const GPtrArray *block, const FullName *wanted)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  for (guint i = 0; i < block->len; i++)
    {
      const FullName *name = block->pdata[i];
      if (strcmp (name->family, wanted->family) == 0 && strcmp (name->given, wanted->given) == 0)
        g_ptr_array_add (articles, (gpointer) name->claim->at.article);
    }
  return bl_origins_count (state->input->origins, articles);
}

static gboolean
is_pair (const BlKnowledge *kb, const FullName *a, const FullName *b)
{
  if (strcmp (a->family, b->family) == 0 || strcmp (a->given, b->given) != 0 || a->given[0] == '\0')
    return FALSE;
  /* Two known people are two people. */
  if (is_accepted (a->claim) && is_accepted (b->claim))
    return FALSE;
  g_autofree char *class_a = bl_name_class (a->family);
  g_autofree char *class_b = bl_name_class (b->family);
  if (strcmp (class_a, class_b) == 0 && strcmp (a->family, b->family) != 0 && a->claim->at.article != b->claim->at.article
      && !is_accepted (a->claim) && !is_accepted (b->claim))
    return FALSE;
  return bl_name_token_similarity (kb, a->family, b->family) >= NEAR_SURNAME;
}

static gboolean
in_window (const BlClaim *a, const BlClaim *b)
{
  const gint64 apart = bl_date_range_days_apart (a->time, b->time);
  return a->at.article == b->at.article || (apart >= 0 && apart <= WINDOW_DAYS);
}

static void
tell (BlCompareState *state, const FullName *odd, const FullName *usual, guint n_usual)
{
  const gboolean same = odd->claim->at.article == usual->claim->at.article;
  const BlEvidence other = bl_evidence_claim (BL_ROLE_DIFFERS, usual->claim);
  BlComparison *comparison = bl_comparison_new ("name/inconsistent", BL_RELATION_DIFFERS, odd->claim, &other);
  comparison->of_many = !same;
  comparison->confidence = same ? 0.75 : MIN (0.6 + 0.1 * n_usual, 0.9);
  comparison->replace = g_strdup (usual->claim->value.surface);
  bl_comparison_say (comparison, "spelled", "%s", odd->claim->value.surface);
  bl_comparison_say (comparison, "other", "%s", usual->claim->value.surface);
  if (same)
    bl_comparison_say (comparison, "where", "elsewhere in this article");
  else
    bl_comparison_say (comparison, "where", "in %u other origin%s", n_usual, n_usual == 1 ? "" : "s");
  bl_compare_add (state, comparison);
}

/* The spelling with more origins is taken as the usual one. */
static void
compare_pair (BlCompareState *state, const GPtrArray *block, const FullName *a, const FullName *b)
{
  if (!is_pair (state->input->kb, a, b))
    return;
  if (!in_window (a->claim, b->claim))
    {
      bl_compare_judged (state, a->claim, b->claim, bl_stopped (BL_GATE_TIME, "the articles are too far apart"));
      return;
    }
  guint na = count_origins (state, block, a), nb = count_origins (state, block, b);
  /* A known person's accepted spelling outweighs any count. */
  if (is_accepted (a->claim))
    na += 1000;
  if (is_accepted (b->claim))
    nb += 1000;
  if (na > nb)
    tell (state, b, a, na % 1000);
  else if (nb > na)
    tell (state, a, b, nb % 1000);
  else if (bl_compare_is_later (b->claim, a->claim))
    tell (state, b, a, na);
  else
    tell (state, a, b, nb);
}

void
bl_check_spellings (BlCompareState *state)
{
  g_autoptr (GPtrArray) claims = bl_compare_claims_of (state, "is-named");
  g_autoptr (GArray) names = collect_full_names (claims);
  g_autoptr (GHashTable) blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new (); /* blocks by first appearance, for a fixed order */
  for (guint i = 0; i < names->len; i++)
    {
      FullName *name = &g_array_index (names, FullName, i);
      name->garbled = bl_compare_has_told (state, name->claim, "name/garbled");
      char *key = g_strdup_printf ("%s %c", name->given, name->family[0]);
      GPtrArray *block = g_hash_table_lookup (blocks, key);
      if (block == NULL)
        {
          block = g_ptr_array_new ();
          g_hash_table_insert (blocks, key, block);
          g_ptr_array_add (order, block);
        }
      else
        g_free (key);
      /* One claim a spelling and article is enough. */
      g_ptr_array_add (block, name);
    }
  for (guint b = 0; b < order->len; b++)
    {
      const GPtrArray *block = order->pdata[b];
      if (block->len > MAX_BLOCK)
        {
          bl_compare_not_checked (state, "given names too common to compare their surnames");
          continue;
        }
      g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < block->len; i++)
        for (guint k = i + 1; k < block->len; k++)
          {
            const FullName *x = block->pdata[i], *y = block->pdata[k];
            const guint before = state->found->len;
            if (x->garbled || y->garbled || g_hash_table_contains (told, x->claim) || g_hash_table_contains (told, y->claim))
              continue;
            compare_pair (state, block, x, y);
            if (state->found->len > before)
              g_hash_table_add (told, (gpointer) ((const BlComparison *) state->found->pdata[before])->claim);
          }
    }
}
