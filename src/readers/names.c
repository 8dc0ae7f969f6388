/* is-named: how an article spells each person it names. One claim a spelling, at its first place; a near spelling gives one for
 * each occurrence, since each of them has to be mended. */
#include "readers/makers.h"
#include "readers/readers.h"

#include <string.h>

static gboolean
wants_every_place (BlHow how)
{
  return how == BL_HOW_CONTEXT || how == BL_HOW_NEAR;
}

/* The title that is said of this mention, if any. */
static const BlTitleMention *
title_of (const BlExtraction *extraction, guint person)
{
  const BlMention *mention = bl_mentions_get (extraction->mentions, person);
  guint first, n;
  bl_mentions_in_sentence (extraction->mentions, mention->sentence, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const BlMention *title = bl_mentions_get (extraction->mentions, i);
      if (title->type == BL_MENTION_OFFICE && title->title.holder == person)
        return &title->title;
    }
  return NULL;
}

static BlClaim *
add_name (BlExtraction *extraction, guint index, const BlMention *mention)
{
  BlClaim *claim = bl_extraction_add (extraction, "is-named", "reader/names", mention->span);
  const BlArgument who = { .name = "who", .value = mention->id, .surface = mention->person.surface };
  bl_claim_set_key (extraction, claim, &who, 1);
  g_autofree char *folded = bl_fold_letters (mention->person.surface, -1);
  claim->value = (BlValue){ .kind = BL_VALUE_TEXT,
                            .text = bl_arena_intern (extraction->arena, folded),
                            .surface = mention->person.surface };
  BlNameDetail *detail = bl_arena_new0 (extraction->arena, BlNameDetail);
  *detail = (BlNameDetail){ .mention = index,
                            .how = mention->how,
                            .signals = mention->person.signals,
                            .score = mention->score,
                            .person = mention->person.known,
                            .title = title_of (extraction, index),
                            .ambiguous = mention->ambiguous,
                            .n_occurrences = 1 };
  claim->detail = detail;
  return claim;
}

/* A person under one spelling. */
typedef struct
{
  const char *id;
  const char *surface;
} Spelling;

static guint
spelling_hash (gconstpointer key)
{
  const Spelling *spelling = key;
  return g_str_hash (spelling->id) * 31 + g_str_hash (spelling->surface);
}

static gboolean
spelling_equal (gconstpointer a, gconstpointer b)
{
  const Spelling *left = a, *right = b;
  return strcmp (left->id, right->id) == 0 && strcmp (left->surface, right->surface) == 0;
}

void
bl_read_names (BlExtraction *extraction)
{
  guint n;
  const BlMention *mentions = bl_mentions_list (extraction->mentions, &n);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (spelling_hash, spelling_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      const BlMention *mention = &mentions[i];
      if (mention->type != BL_MENTION_PERSON || mention->how == BL_HOW_PRONOUN || mention->id == NULL)
        continue;
      const Spelling spelling = { mention->id, mention->person.surface };
      BlClaim *known = g_hash_table_lookup (seen, &spelling);
      if (known != NULL)
        ((BlNameDetail *) known->detail)->n_occurrences++;
      if (known != NULL && !wants_every_place (mention->how))
        continue;
      BlClaim *claim = add_name (extraction, i, mention);
      if (known == NULL)
        g_hash_table_insert (seen, g_memdup2 (&spelling, sizeof spelling), claim);
    }
}
