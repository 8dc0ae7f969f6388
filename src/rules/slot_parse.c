/* What stands between braces. */
#include <string.h>

#include "rules/phrase.h"

/* One name between braces, and where it stands. */
typedef struct
{
  const char *text;
  guint column;
} Name;

static gboolean fail (BlPhraseFault *fault, const Name *name, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (BlPhraseFault *fault, const Name *name, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  fault->column = name->column;
  fault->width = (guint) g_utf8_strlen (name->text, -1);
  fault->what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return FALSE;
}

/* Text without the blanks around it, in place. */
static Name
strip (char *text, guint column)
{
  const char *start = text;
  while (g_ascii_isspace (*start))
    start++;
  Name name = { .column = column + (guint) (start - text) };
  name.text = g_strstrip (text);
  return name;
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

/* What is no mention: any words, or words in quotation marks. */
static gboolean
add_words (const Name *name, BlSlot *slot, BlPhraseFault *fault)
{
  const gboolean is_thing = strcmp (name->text, "thing") == 0;
  if (slot->name == NULL)
    return fail (fault, name,
                 is_thing ? "a “thing” must be captured: {what:thing}; to skip words, write a gap “...”"
                          : "a “quote” must be captured: {words:quote}");
  slot->thing |= is_thing;
  slot->quote |= !is_thing;
  return TRUE;
}

static gboolean
add_meaning (const BlPhraseContext *context, const Name *name, BlSlot *slot, GPtrArray *fragments, BlPhraseFault *fault)
{
  const guint types = bl_slot_types (name->text);
  if (*name->text == '\0')
    return fail (fault, name, "nothing stands beside “|”");
  if (types != 0)
    {
      slot->types |= types;
      return TRUE;
    }
  if (strcmp (name->text, "thing") == 0 || strcmp (name->text, "quote") == 0)
    return add_words (name, slot, fault);
  BlFragment *fragment = bl_fragment_find (context->scope, name->text);
  if (fragment != NULL)
    {
      fragment->used += !context->again;
      g_ptr_array_add (fragments, fragment);
      return TRUE;
    }
  const char *nearest = bl_fragment_nearest (context->scope, name->text);
  if (nearest != NULL)
    return fail (fault, name, "there is no type or fragment “%s”; did you mean “%s”?", name->text, nearest);
  return fail (fault, name, "there is no type or fragment “%s”", name->text);
}

/* Reads "name:"; FALSE when it is wrong. */
static gboolean
read_name (const BlPhraseContext *context, const Name *name, BlSlot *slot, BlPhraseFault *fault)
{
  if (!is_name (name->text))
    return fail (fault, name, "“%s” is no name for a slot: small letters, digits, “-” and “_”", name->text);
  if (context->inside)
    return fail (fault, name,
                 context->is_fragment ? "a fragment captures nothing; name the slot where the fragment is used"
                                      : "a phrase of “unless” captures nothing");
  slot->name = bl_arena_intern (bl_phrase_texts (context), name->text);
  return TRUE;
}

gboolean
bl_slot_parse (const BlPhraseContext *context, const char *content, gsize length, guint column, BlSlot *slot,
               BlPhraseFault *fault)
{
  *slot = (BlSlot){ 0 };
  g_autofree char *text = g_strndup (content, length);
  char *colon = strchr (text, ':');
  char *meanings = colon != NULL ? colon + 1 : text;
  if (colon != NULL)
    {
      *colon = '\0';
      column += (guint) g_utf8_strlen (text, -1) + 1;
      const Name name = strip (text, column - (guint) g_utf8_strlen (text, -1) - 1);
      if (!read_name (context, &name, slot, fault))
        return FALSE;
    }
  const Name all = { .text = meanings, .column = column };
  g_autoptr (GPtrArray) fragments = g_ptr_array_new ();
  g_auto (GStrv) names = g_strsplit (meanings, "|", -1);
  if (names[0] == NULL)
    return fail (fault, &all, "an empty slot; write {name:type}, {name:fragment} or {fragment}");
  for (guint i = 0; names[i] != NULL; i++)
    {
      const guint next = column + (guint) g_utf8_strlen (names[i], -1) + 1;
      const Name name = strip (names[i], column);
      if (!add_meaning (context, &name, slot, fragments, fault))
        return FALSE;
      column = next;
    }
  if ((slot->thing || slot->quote) && (slot->types != 0 || fragments->len > 0 || (slot->thing && slot->quote)))
    return fail (fault, &all, "“%s” is any words; it stands alone in its slot", slot->thing ? "thing" : "quote");
  gpointer *copy = bl_arena_alloc (context->arena, (fragments->len + 1) * sizeof (gpointer));
  for (guint i = 0; i < fragments->len; i++)
    copy[i] = g_ptr_array_index (fragments, i);
  slot->fragments = (const BlFragment *const *) copy;
  slot->n_fragments = fragments->len;
  return TRUE;
}
