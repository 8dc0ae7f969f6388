#include "rules/word_forms.h"

BlWordForms *
bl_word_forms_new (BlArena *arena)
{
  BlWordForms *forms = g_new (BlWordForms, 1);
  *forms = (BlWordForms){ .arena = arena,
                          .inflections = bl_inflections_new (),
                          .table = g_hash_table_new (g_str_hash, g_str_equal) };
  return forms;
}

void
bl_word_forms_free (BlWordForms *forms)
{
  bl_word_forms_finish (forms);
  g_hash_table_unref (forms->table);
  g_free (forms);
}

void
bl_word_forms_finish (BlWordForms *forms)
{
  g_clear_pointer (&forms->inflections, bl_inflections_free);
}

const char *const *
bl_word_forms_get (BlWordForms *forms, const char *word)
{
  const char *const *known = g_hash_table_lookup (forms->table, word);
  if (known != NULL)
    return known;
  if (forms->inflections == NULL)
    g_error ("“~%s” was not read before", word);
  g_auto (GStrv) made = bl_inflect (forms->inflections, word);
  const guint n = g_strv_length (made);
  const char **kept = bl_arena_alloc (forms->arena, (n + 1) * sizeof *kept);
  for (guint i = 0; i < n; i++)
    kept[i] = bl_arena_intern (forms->arena, made[i]);
  g_hash_table_insert (forms->table, (gpointer) bl_arena_intern (forms->arena, word), kept);
  return kept;
}
