/* What is kept of a rule set, struct by struct. Of each: first itself, then every pointer in it. */
#include "rules/keep.h"

typedef struct
{
  BlArchive *archive;
  BlRuleSet *set;
  GPtrArray *fragments; /* of all files */
  GHashTable *numbers;  /* BlFragment → its number, from 1; of an archive that is written */
} Walk;

/* --- fragments ---------------------------------------------------------------------------------------------------- */

static const BlFragment *
walk_fragment_name (Walk *walk, const BlFragment *fragment)
{
  guint32 number = 0;
  if (!bl_archive_is_read (walk->archive))
    number = GPOINTER_TO_UINT (g_hash_table_lookup (walk->numbers, fragment));
  bl_archive_bytes (walk->archive, &number, sizeof number);
  if (number >= 1 && number <= walk->fragments->len)
    return g_ptr_array_index (walk->fragments, number - 1);
  walk->archive->broken = TRUE;
  return NULL;
}

static const BlSlot *
walk_slot (Walk *walk, const BlSlot *given)
{
  BlSlot *slot = bl_archive_structs (walk->archive, given, 1, sizeof *slot);
  slot->name = bl_archive_text (walk->archive, slot->name);
  const BlFragment **fragments = bl_archive_structs (walk->archive, slot->fragments, slot->n_fragments, sizeof *fragments);
  for (guint i = 0; i < slot->n_fragments; i++)
    fragments[i] = walk_fragment_name (walk, fragments[i]);
  slot->fragments = fragments;
  return slot;
}

static const BlNode *
walk_node (Walk *walk, const BlNode *given)
{
  BlNode *node = bl_archive_structs (walk->archive, given, 1, sizeof *node);
  const BlNode **children = NULL;
  switch (node->kind)
    {
    case BL_NODE_WORD:
      node->text = bl_archive_text (walk->archive, node->text);
      break;
    case BL_NODE_FORMS:
      node->forms = bl_archive_texts (walk->archive, node->forms);
      break;
    case BL_NODE_SLOT:
      node->slot = walk_slot (walk, node->slot);
      break;
    case BL_NODE_GAP:
      break;
    default:
      children = bl_archive_structs (walk->archive, node->children, node->n_children, sizeof *children);
      for (guint i = 0; i < node->n_children && !walk->archive->broken; i++)
        children[i] = walk_node (walk, children[i]);
      node->children = children;
    }
  return node;
}

static void
walk_facts (Walk *walk, BlFacts *facts)
{
  for (guint i = 0; i < facts->n_needs; i++)
    {
      BlNeed *need = &facts->needs[i];
      need->words = bl_archive_words (walk->archive, need->words, need->n_words);
      if (need->pairs != NULL)
        need->pairs = bl_archive_vector (walk->archive, need->pairs, 1, sizeof *need->pairs);
    }
}

static void
walk_fragment (Walk *walk, BlFragment *fragment)
{
  BlArchive *archive = walk->archive;
  bl_archive_bytes (archive, fragment, sizeof *fragment);
  fragment->name = bl_archive_text (archive, fragment->name);
  fragment->yes = bl_archive_texts (archive, fragment->yes);
  fragment->no = bl_archive_texts (archive, fragment->no);
  walk_facts (walk, &fragment->facts);
  BlFragmentItem *items = bl_archive_structs (archive, fragment->items, fragment->n_items, sizeof *items);
  for (guint i = 0; i < fragment->n_items && !archive->broken; i++)
    {
      items[i].root = walk_node (walk, items[i].root);
      items[i].canonical = bl_archive_text (archive, items[i].canonical);
    }
  fragment->items = items;
}

/* Names of packs and fragments, before anything that names them. */
static void
walk_heads (Walk *walk, BlRuleFile *file)
{
  BlArchive *archive = walk->archive;
  guint n = file->fragments->len;
  file->pack = bl_archive_text (archive, file->pack);
  file->language = bl_archive_text (archive, file->language);
  bl_archive_count (archive, &n);
  for (guint i = 0; i < n; i++)
    {
      if (bl_archive_is_read (archive))
        g_ptr_array_add (file->fragments, bl_arena_new0 (archive->arena, BlFragment));
      g_ptr_array_add (walk->fragments, g_ptr_array_index (file->fragments, i));
      g_hash_table_insert (walk->numbers, g_ptr_array_index (file->fragments, i), GUINT_TO_POINTER (walk->fragments->len));
    }
}

static void
walk_fragments (Walk *walk, BlRuleFile *file)
{
  for (guint i = 0; i < file->fragments->len && !walk->archive->broken; i++)
    {
      BlFragment *fragment = g_ptr_array_index (file->fragments, i);
      walk_fragment (walk, fragment);
      if (bl_archive_is_read (walk->archive))
        g_hash_table_insert (file->scope.own, (gpointer) fragment->name, fragment);
    }
}

static void
walk_word_forms (Walk *walk)
{
  BlArchive *archive = walk->archive;
  GHashTable *table = walk->set->forms->table;
  guint n = g_hash_table_size (table);
  bl_archive_count (archive, &n);
  GHashTableIter iter;
  gpointer word = NULL;
  gpointer forms = NULL;
  g_hash_table_iter_init (&iter, table);
  for (guint i = 0; i < n && !archive->broken; i++)
    {
      if (!bl_archive_is_read (archive))
        g_hash_table_iter_next (&iter, &word, &forms);
      const char *kept = bl_archive_text (archive, word);
      const char *const *kept_forms = bl_archive_texts (archive, forms);
      if (bl_archive_is_read (archive) && kept != NULL)
        g_hash_table_insert (table, (gpointer) kept, (gpointer) kept_forms);
    }
}

/* --- rules -------------------------------------------------------------------------------------------------------- */

static const BlPhrase *
walk_phrase (Walk *walk, const BlPhrase *given, const BlRuleEntry *rule, const BlPhraseContext *context)
{
  BlPhrase *phrase = bl_archive_structs (walk->archive, given, 1, sizeof *phrase);
  phrase->text = bl_archive_text (walk->archive, phrase->text);
  if (!bl_archive_is_read (walk->archive))
    return phrase;
  phrase->context = context;
  phrase->slots = phrase->slots != NULL ? rule->public.slots : NULL;
  phrase->pattern = NULL;
  phrase->expanded = 0;
  phrase->tree = NULL;
  phrase->facts = NULL;
  g_ptr_array_add (walk->set->made, phrase);
  return phrase;
}

static const BlPhrase *const *
walk_phrases (Walk *walk, const BlPhrase *const *given, guint n, const BlRuleEntry *rule, const BlPhraseContext *context)
{
  const BlPhrase **phrases = bl_archive_structs (walk->archive, given, n, sizeof *phrases);
  for (guint i = 0; i < n && !walk->archive->broken; i++)
    phrases[i] = walk_phrase (walk, phrases[i], rule, context);
  return phrases;
}

static void
walk_public (BlArchive *archive, BlRule *rule)
{
  rule->id = bl_archive_text (archive, rule->id);
  rule->title = bl_archive_text (archive, rule->title);
  rule->why = bl_archive_text (archive, rule->why);
  rule->predicate = bl_archive_text (archive, rule->predicate);
  rule->keys = bl_archive_texts (archive, rule->keys);
  rule->value_slot = bl_archive_text (archive, rule->value_slot);
  rule->unit = bl_archive_text (archive, rule->unit);
  rule->finding = bl_archive_text (archive, rule->finding);
  rule->message = bl_archive_text (archive, rule->message);
  rule->instead = bl_archive_text (archive, rule->instead);
  rule->slots = bl_archive_texts (archive, rule->slots);
  rule->renamed_from = bl_archive_texts (archive, rule->renamed_from);
}

static guint
number_of_file (const BlRuleSet *set, const BlRuleFile *file)
{
  guint number = 0;
  g_ptr_array_find (set->files, file, &number);
  return number;
}

static BlRuleEntry *
walk_rule (Walk *walk, BlRuleEntry *given)
{
  BlArchive *archive = walk->archive;
  guint number = given != NULL ? number_of_file (walk->set, given->file) : 0;
  bl_archive_bytes (archive, &number, sizeof number);
  BlRuleEntry *rule = bl_archive_structs (archive, given, 1, sizeof *rule);
  if (number >= walk->set->files->len)
    archive->broken = TRUE;
  else
    {
      const BlRuleFile *file = g_ptr_array_index (walk->set->files, number);
      rule->file = file;
      rule->public.pack = file->pack;
      rule->public.file = file->shown;
      rule->public.language = file->language;
      walk_public (archive, &rule->public);
      rule->phrases = walk_phrases (walk, rule->phrases, rule->n_phrases, rule, &file->context);
      rule->unless = walk_phrases (walk, rule->unless, rule->n_unless, rule, &file->unless_context);
    }
  return rule;
}

static void
walk_rules (Walk *walk)
{
  BlRuleSet *set = walk->set;
  const gboolean is_read = bl_archive_is_read (walk->archive);
  guint n = set->rules->len;
  bl_archive_count (walk->archive, &n);
  for (guint i = 0; i < n && !walk->archive->broken; i++)
    {
      BlRuleEntry *rule = walk_rule (walk, is_read ? NULL : g_ptr_array_index (set->rules, i));
      if (is_read)
        g_ptr_array_add (set->rules, rule);
    }
}

static void
walk_tests (Walk *walk)
{
  BlArchive *archive = walk->archive;
  BlRuleSet *set = walk->set;
  guint n = set->tests->len;
  bl_archive_count (archive, &n);
  g_array_set_size (set->tests, n);
  for (guint i = 0; i < n && !archive->broken; i++)
    {
      BlRuleTest *test = &g_array_index (set->tests, BlRuleTest, i);
      guint number = bl_archive_is_read (archive) ? 0 : bl_rule_entry (test->rule)->number;
      bl_archive_bytes (archive, &number, sizeof number);
      bl_archive_bytes (archive, test, sizeof *test);
      test->text[0] = bl_archive_text (archive, test->text[0]);
      test->text[1] = bl_archive_text (archive, test->text[1]);
      if (number < set->rules->len)
        {
          const BlRuleEntry *rule = g_ptr_array_index (set->rules, number);
          test->rule = &rule->public;
          test->file = rule->file->path;
        }
      else
        archive->broken = TRUE;
    }
}

void
bl_rules_walk (BlArchive *archive, BlRuleSet *set)
{
  g_autoptr (GPtrArray) fragments = g_ptr_array_new ();
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  Walk walk = { .archive = archive, .set = set, .fragments = fragments, .numbers = numbers };
  for (guint i = 0; i < set->files->len; i++)
    walk_heads (&walk, g_ptr_array_index (set->files, i));
  for (guint i = 0; i < set->files->len; i++)
    walk_fragments (&walk, g_ptr_array_index (set->files, i));
  walk_word_forms (&walk);
  walk_rules (&walk);
  walk_tests (&walk);
  if (bl_archive_is_read (archive))
    set->prefilter = bl_prefilter_read (archive);
  else
    bl_prefilter_walk (archive, set->prefilter);
}
