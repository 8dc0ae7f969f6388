#include "mentions/scan.h"

#include <string.h>

BlDraft *
bl_scan_add (BlScan *scan, BlMentionType type, guint sentence, guint first, guint end)
{
  BlDraft *draft = bl_arena_new0 (scan->arena, BlDraft);
  guint index = scan->drafts->len;
  draft->first = first;
  draft->end = end;
  draft->title_index = BL_NO_MENTION;
  draft->mention.type = type;
  draft->mention.sentence = sentence;
  draft->mention.score = 1;
  draft->mention.span = bl_span (bl_scan_token (scan, first)->start, bl_scan_token (scan, end - 1)->end);
  draft->outer_start = (guint32) draft->mention.span.start;
  draft->outer_end = (guint32) draft->mention.span.end;
  for (guint i = first; i < end; i++)
    if (type == BL_MENTION_OFFICE)
      bl_scan_token (scan, i)->title = index;
    else
      bl_scan_token (scan, i)->mention = index;
  g_ptr_array_add (scan->drafts, draft);
  return draft;
}

void
bl_scan_list_entities (BlScan *scan)
{
  scan->entities = g_array_new (FALSE, FALSE, sizeof (guint32));
  scan->first_entity = g_new0 (guint32, scan->tokens.n_sentences + 1);
  guint sentence = 0;
  for (guint32 i = 0; i < scan->drafts->len; i++)
    {
      const BlDraft *draft = bl_scan_draft (scan, i);
      if (draft->mention.type != BL_MENTION_COUNTRY && draft->mention.type != BL_MENTION_ORG)
        continue;
      while (sentence < draft->mention.sentence)
        scan->first_entity[++sentence] = scan->entities->len; /* one pass makes them, in order of the text */
      g_array_append_val (scan->entities, i);
    }
  while (sentence < scan->tokens.n_sentences)
    scan->first_entity[++sentence] = scan->entities->len;
}

void
bl_scan_drop (BlScan *scan, BlDraft *draft)
{
  draft->dropped = TRUE;
  for (guint i = draft->first; i < draft->end; i++)
    {
      BlToken *token = bl_scan_token (scan, i);
      if (token->mention != BL_NO_MENTION && bl_scan_draft (scan, token->mention) == draft)
        token->mention = BL_NO_MENTION;
      if (token->title != BL_NO_MENTION && bl_scan_draft (scan, token->title) == draft)
        token->title = BL_NO_MENTION;
    }
}

BlDraft *
bl_scan_at (const BlScan *scan, guint at, BlMentionType type)
{
  guint32 index = bl_scan_token (scan, at)->mention;
  if (index == BL_NO_MENTION)
    return NULL;
  BlDraft *draft = bl_scan_draft (scan, index);
  return draft->mention.type == type ? draft : NULL;
}

BlDraft *
bl_scan_title_at (const BlScan *scan, guint at)
{
  guint32 index = bl_scan_token (scan, at)->title;
  return index == BL_NO_MENTION ? NULL : bl_scan_draft (scan, index);
}

const char *
bl_scan_surface (const BlScan *scan, guint first, guint end)
{
  guint32 start = bl_scan_token (scan, first)->start;
  return bl_arena_strndup (scan->arena, scan->text + start, bl_scan_token (scan, end - 1)->end - start);
}

const char *
bl_scan_id (const BlScan *scan, const char *kind, const char *name)
{
  const gsize kind_length = strlen (kind);
  const gsize name_length = strlen (name);
  char *id = bl_arena_alloc (scan->arena, kind_length + 1 + name_length + 1);
  memcpy (id, kind, kind_length);
  id[kind_length] = '/';
  memcpy (id + kind_length + 1, name, name_length + 1);
  return id;
}

gboolean
bl_token_among (const BlToken *token, const char *const *words)
{
  const char *folded = token->folded;
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] == folded[0] && strcmp (folded, words[i]) == 0)
      return TRUE;
  return FALSE;
}
