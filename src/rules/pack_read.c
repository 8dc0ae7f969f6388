/* One pack: its name, its fragments, its list of rules. */
#include <string.h>

#include "rules/reader.h"

static gboolean
is_word (const char *text, const char *more)
{
  if (!g_ascii_islower (*text))
    return FALSE;
  for (; *text != '\0'; text++)
    if (!g_ascii_islower (*text) && !g_ascii_isdigit (*text) && strchr (more, *text) == NULL)
      return FALSE;
  return TRUE;
}

/* --- heads ------------------------------------------------------------------------------------------------------- */
static void
declare_fragment (BlRuleReader *reader, const cJSON *item)
{
  const char *name = item->string;
  if (g_str_has_prefix (name, "x-"))
    return;
  if (!is_word (name, "-_"))
    {
      bl_reader_fail_key (&reader->base, item, "“%s” is no name for a fragment: small letters, digits, “-” and “_”", name);
      return;
    }
  if (g_strv_contains (bl_slot_type_names (), name))
    {
      bl_reader_fail_key (&reader->base, item, "“%s” is a type of slot; a fragment needs another name", name);
      return;
    }
  BlFragment *fragment = bl_arena_new0 (reader->set->arena, BlFragment);
  name = bl_arena_intern (reader->set->arena, name);
  fragment->name = name;
  fragment->item = bl_json_number (reader->file->json, item);
  g_ptr_array_add (reader->file->fragments, fragment);
  g_hash_table_insert (reader->file->scope.own, (gpointer) name, fragment);
}

/* BCP 47: "en", "pt-BR". */
static void
read_language (BlRuleReader *reader, const cJSON *item)
{
  const char *tag = bl_reader_text (&reader->base, item);
  if (tag == NULL)
    return;
  gsize primary = strspn (tag, "abcdefghijklmnopqrstuvwxyz");
  gboolean right = primary >= 2 && primary <= 3 && (tag[primary] == '\0' || tag[primary] == '-');
  for (const char *at = tag + primary; *at != '\0' && right; at++)
    right = *at == '-' ? g_ascii_isalnum (at[1]) : g_ascii_isalnum (*at);
  if (right)
    reader->file->language = tag;
  else
    bl_reader_fail (&reader->base, item, "“%s” is no language; write its tag, such as “en”", tag);
}

void
bl_rules_read_pack (BlRuleReader *reader)
{
  enum
  {
    FORMAT,
    PACK,
    LANGUAGE,
    FRAGMENTS,
    RULES,
    N_KEYS
  };
  static const char *const known[] = { "format", "pack", "language", "fragments", "rules", NULL };
  const cJSON *fields[N_KEYS];
  const cJSON *root = bl_json_root (reader->file->json);
  if (!bl_reader_fields (&reader->base, root, known, fields))
    return;
  bl_reader_check_format (&reader->base, fields[FORMAT]);
  const char *name = bl_reader_need_text (&reader->base, root, fields[PACK], "pack");
  if (name != NULL && !is_word (name, "-"))
    bl_reader_fail (&reader->base, fields[PACK], "“%s” is no name for a pack: small letters, digits and “-”", name);
  reader->file->pack = name != NULL ? name : "";
  read_language (reader, fields[LANGUAGE]);

  if (fields[FRAGMENTS] != NULL && !cJSON_IsObject (fields[FRAGMENTS]))
    bl_reader_fail (&reader->base, fields[FRAGMENTS], "fragments are an object { \"name\": { … } }");
  else if (fields[FRAGMENTS] != NULL)
    for (const cJSON *item = fields[FRAGMENTS]->child; item != NULL; item = item->next)
      declare_fragment (reader, item);
  if (fields[RULES] != NULL && !cJSON_IsArray (fields[RULES]))
    bl_reader_fail (&reader->base, fields[RULES], "rules are a list [ { … } ]");
  else
    reader->file->rules_item = fields[RULES];
}

/* --- fragments --------------------------------------------------------------------------------------------------- */
static void
read_items (BlRuleReader *reader, const cJSON *list, const char *canonical, GArray *items)
{
  const BlPhraseContext context = {
    .arena = reader->set->arena, .scope = &reader->file->scope, .forms = reader->set->forms, .inside = TRUE, .is_fragment = TRUE
  };
  const cJSON *const *strings = bl_reader_items (&reader->base, list);
  if (strings[0] == NULL && cJSON_IsArray (list) && list->child == NULL)
    bl_reader_fail (&reader->base, list, "an empty list matches nothing");
  for (guint i = 0; strings[i] != NULL; i++)
    {
      BlPhraseTree tree;
      BlPhraseFault fault = { 0 };
      BlFragmentItem item = { .canonical = canonical };
      if (bl_phrase_parse (&context, strings[i]->valuestring, &tree, &fault))
        item.root = tree.root;
      else
        bl_rules_fail_inside (reader, strings[i], &fault);
      g_array_append_val (items, item);
    }
}

static void
read_fragment (BlRuleReader *reader, BlFragment *fragment)
{
  enum
  {
    ANY,
    ENUM,
    YES,
    NO,
    N_KEYS
  };
  static const char *const known[] = { "any", "enum", "yes", "no", NULL };
  const cJSON *fields[N_KEYS];
  const cJSON *item = bl_json_item (reader->file->json, fragment->item);
  if (!bl_reader_fields (&reader->base, item, known, fields))
    return;
  fragment->yes = bl_reader_one_or_more (&reader->base, fields[YES]);
  fragment->no = bl_reader_one_or_more (&reader->base, fields[NO]);
  if ((fields[ANY] == NULL) == (fields[ENUM] == NULL))
    {
      bl_reader_fail (&reader->base, item, "a fragment has either “any” or “enum”");
      return;
    }

  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (BlFragmentItem));
  fragment->is_enum = fields[ENUM] != NULL;
  if (fields[ANY] != NULL)
    read_items (reader, fields[ANY], NULL, items);
  else if (!cJSON_IsObject (fields[ENUM]) || fields[ENUM]->child == NULL)
    bl_reader_fail (&reader->base, fields[ENUM], "“enum” is an object { \"value\": [ phrases ] }");
  else
    for (const cJSON *value = fields[ENUM]->child; value != NULL; value = value->next)
      {
        if (value->string[0] == '\0')
          bl_reader_fail_key (&reader->base, value, "a value of “enum” has a name, which claims show");
        read_items (reader, value, bl_arena_intern (reader->set->arena, value->string), items);
      }

  BlFragmentItem *copy = bl_arena_alloc (reader->set->arena, (items->len + 1) * sizeof *copy);
  if (items->len > 0)
    memcpy (copy, items->data, items->len * sizeof *copy);
  fragment->items = copy;
  fragment->n_items = items->len;
}

void
bl_rules_read_fragments (BlRuleReader *reader)
{
  for (guint i = 0; i < reader->file->fragments->len; i++)
    read_fragment (reader, g_ptr_array_index (reader->file->fragments, i));
}

/* --- rules ------------------------------------------------------------------------------------------------------- */
/* Trees of so many phrases are kept before they go together. */
#define TREES 64

/* Of the phrases from the first on. */
static void
forget_trees (BlRuleReader *reader, guint first)
{
  for (guint i = first; i < reader->set->made->len; i++)
    ((BlPhrase *) g_ptr_array_index (reader->set->made, i))->tree = NULL;
  bl_arena_free (reader->base.scratch);
  reader->base.scratch = bl_arena_new ();
}

void
bl_rules_read_rules (BlRuleReader *reader, GPtrArray *rules)
{
  const cJSON *list = reader->file->rules_item;
  guint first = reader->set->made->len;
  for (const cJSON *item = list != NULL ? list->child : NULL; item != NULL; item = item->next)
    {
      BlRuleEntry *rule = bl_rules_read_rule (reader, item);
      if (rule != NULL)
        g_ptr_array_add (rules, rule);
      if (reader->set->made->len - first >= TREES)
        {
          forget_trees (reader, first);
          first = reader->set->made->len;
        }
    }
  forget_trees (reader, first);
}
