/* What stands between braces. */
#include <string.h>

#include "rules/phrase.h"

static gboolean fail (BlPhraseFault *fault, guint column, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (BlPhraseFault *fault, guint column, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  fault->column = column;
  fault->what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
is_name (const char *name)
{
  if (!g_ascii_islower (*name))
    return FALSE;
  for (; *name != '\0'; name++)
    if (!g_ascii_islower (*name) && !g_ascii_isdigit (*name) && *name != '-' && *name != '_')
      return FALSE;
  return TRUE;
}

static gboolean
add_meaning (const BlPhraseContext *context, const char *name, guint column, BlSlot *slot, GPtrArray *fragments,
             BlPhraseFault *fault)
{
  guint types = bl_slot_types (name);
  if (types != 0)
    {
      slot->types |= types;
      return TRUE;
    }
  if (strcmp (name, "thing") == 0)
    {
      if (slot->name == NULL)
        return fail (fault, column, "a “thing” must be captured: {what:thing}; to skip words, write a gap “...”");
      slot->thing = TRUE;
      return TRUE;
    }
  BlFragment *fragment = bl_fragment_find (context->scope, name);
  if (fragment != NULL)
    {
      fragment->used++;
      g_ptr_array_add (fragments, fragment);
      return TRUE;
    }
  const char *nearest = bl_fragment_nearest (context->scope, name);
  if (nearest != NULL)
    return fail (fault, column, "there is no type or fragment “%s”; the nearest is “%s”", name, nearest);
  return fail (fault, column, "there is no type or fragment “%s”", name);
}

gboolean
bl_slot_parse (const BlPhraseContext *context, const char *content, gsize length, guint column, BlSlot *slot,
               BlPhraseFault *fault)
{
  *slot = (BlSlot){ 0 };
  g_autofree char *text = g_strndup (content, length);
  char *colon = strchr (text, ':');
  char *meanings = text;
  if (colon != NULL)
    {
      *colon = '\0';
      meanings = colon + 1;
      g_strstrip (text);
      if (!is_name (text))
        return fail (fault, column, "“%s” is no name for a slot: small letters, digits, “-” and “_”", text);
      if (context->inside)
        return fail (fault, column,
                     context->is_fragment ? "a fragment captures nothing; name the slot where the fragment is used"
                                          : "a phrase of “unless” captures nothing");
      slot->name = bl_arena_intern (context->arena, text);
    }

  g_autoptr (GPtrArray) fragments = g_ptr_array_new ();
  g_auto (GStrv) names = g_strsplit (meanings, "|", -1);
  if (names[0] == NULL)
    return fail (fault, column, "an empty slot; write {name:type}, {name:fragment} or {fragment}");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_strstrip (names[i]);
      if (*names[i] == '\0')
        return fail (fault, column, "nothing stands beside “|”");
      if (!add_meaning (context, names[i], column, slot, fragments, fault))
        return FALSE;
    }
  if (slot->thing && (slot->types != 0 || fragments->len > 0))
    return fail (fault, column, "“thing” is any words; it stands alone in its slot");
  gpointer *copy = bl_arena_alloc (context->arena, (fragments->len + 1) * sizeof (gpointer));
  for (guint i = 0; i < fragments->len; i++)
    copy[i] = g_ptr_array_index (fragments, i);
  slot->fragments = (const BlFragment *const *) copy;
  slot->n_fragments = fragments->len;
  return TRUE;
}
