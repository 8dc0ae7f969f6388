#include "importers/forms.h"

#include "text/fold.h"

#include <string.h>

const char *const bl_import_column_names[] = { "person", "name",    "office", "office_id", "country", "start", "end",
                                               "gender", "aliases", "native", "family",    "born",    "died",  NULL };

static const char *
fold (BlImportForms *forms, const char *text)
{
  g_autofree char *folded = bl_fold_letters (text, -1);
  return bl_arena_strndup (forms->arena, folded, strlen (folded));
}

static gint
longer_first (gconstpointer a, gconstpointer b)
{
  const gsize left = strlen (*(const char *const *) a);
  const gsize right = strlen (*(const char *const *) b);
  return (left < right) - (left > right);
}

static void
read_phrases (BlImportForms *forms, BlReader *reader, const cJSON *list, GPtrArray *phrases)
{
  const char *const *texts = bl_reader_texts (reader, list);
  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (phrases, (gpointer) fold (forms, texts[i]));
  g_ptr_array_sort (phrases, longer_first);
}

/* An object of texts. */
static void
read_pairs (BlImportForms *forms, BlReader *reader, const cJSON *object, BlStringMap *map)
{
  if (object == NULL)
    return;
  if (!cJSON_IsObject (object))
    bl_reader_fail (reader, object, "an object of texts is wanted: {\"Q212\":\"ua\"}");
  for (const cJSON *item = object->child; item != NULL; item = item->next)
    {
      const char *id = bl_reader_text (reader, item);
      const char *key = item->string != NULL ? bl_arena_intern (forms->arena, item->string) : NULL;
      if (id != NULL && key != NULL)
        *bl_string_map_insert (map, key, strlen (key)) = (gpointer) bl_arena_intern (forms->arena, id);
    }
}

static void
read_portfolio (BlImportForms *forms, BlReader *reader, const cJSON *item)
{
  static const char *const known[] = { "role", "names", NULL };
  const cJSON *fields[2];
  if (!bl_reader_fields (reader, item, known, fields))
    return;
  BlImportPortfolio *portfolio = bl_arena_new0 (forms->arena, BlImportPortfolio);
  const char *role = bl_reader_need_text (reader, item, fields[0], "role");
  portfolio->role = bl_arena_intern (forms->arena, role);
  portfolio->rank = forms->n_portfolios++;
  const char *const *names = bl_reader_texts (reader, fields[1]);
  for (guint i = 0; role != NULL && names[i] != NULL; i++)
    {
      const char *name = fold (forms, names[i]);
      *bl_string_map_insert (&forms->portfolios, name, strlen (name)) = portfolio;
    }
}

static void
read_parliament (BlImportForms *forms, BlReader *reader, const cJSON *item)
{
  static const char *const known[] = { "names", "country", "role", "speaker", NULL };
  const cJSON *fields[4];
  if (!bl_reader_fields (reader, item, known, fields))
    return;
  BlImportParliament *parliament = bl_arena_new0 (forms->arena, BlImportParliament);
  parliament->country = bl_arena_intern (forms->arena, bl_reader_text (reader, fields[1]));
  parliament->role = bl_arena_intern (forms->arena, bl_reader_need_text (reader, item, fields[2], "role"));
  parliament->speaker = bl_arena_intern (forms->arena, bl_reader_text (reader, fields[3]));
  const char *const *names = bl_reader_texts (reader, fields[0]);
  for (guint i = 0; parliament->role != NULL && names[i] != NULL; i++)
    {
      const char *name = fold (forms, names[i]);
      gpointer *place = bl_string_map_insert (&forms->parliaments, name, strlen (name));
      if (*place == NULL)
        {
          *place = g_ptr_array_new ();
          g_ptr_array_add (forms->lists, *place);
        }
      g_ptr_array_add (*place, parliament);
    }
}

static void
read_heads_of (BlImportForms *forms, BlReader *reader, const cJSON *item)
{
  static const char *const known[] = { "country", "phrases", NULL };
  const cJSON *fields[2];
  if (!bl_reader_fields (reader, item, known, fields))
    return;
  const char *country = bl_arena_intern (forms->arena, bl_reader_need_text (reader, item, fields[0], "country"));
  GPtrArray *phrases = g_ptr_array_new ();
  g_ptr_array_add (forms->lists, phrases);
  read_phrases (forms, reader, fields[1], phrases);
  if (country != NULL)
    *bl_string_map_insert (&forms->heads_of, country, strlen (country)) = phrases;
}

typedef void (*ReadItem) (BlImportForms *forms, BlReader *reader, const cJSON *item);

static void
read_each (BlImportForms *forms, BlReader *reader, const cJSON *list, ReadItem read_item)
{
  if (bl_reader_array (reader, list) > 0)
    for (const cJSON *item = list->child; item != NULL; item = item->next)
      read_item (forms, reader, item);
}

static void
read_columns (BlImportForms *forms, BlReader *reader, const cJSON *object)
{
  const cJSON *fields[BL_N_COLUMNS];
  if (object == NULL || !bl_reader_fields (reader, object, bl_import_column_names, fields))
    return;
  for (guint i = 0; i < BL_N_COLUMNS; i++)
    {
      const char *const *titles = bl_reader_texts (reader, fields[i]);
      for (guint j = 0; titles[j] != NULL; j++)
        g_ptr_array_add (forms->columns[i], (gpointer) bl_arena_intern (forms->arena, titles[j]));
    }
}

static void
read_forms (BlImportForms *forms, BlReader *reader, const cJSON *root)
{
  enum
  {
    FORMAT,
    STATES,
    LANGUAGES,
    OFFICES,
    SPELLINGS,
    ACTING,
    SKIPPED,
    REALMS,
    HEADS,
    HEADS_OF,
    TAILS,
    MEMBERS,
    SPEAKERS,
    PORTFOLIOS,
    PARLIAMENTS,
    COLUMNS,
    N_KEYS
  };
  static const char *const known[]
      = { "format",   "states", "languages", "offices",  "spellings",  "acting",      "skipped", "realms", "heads",
          "heads_of", "tails",  "members",   "speakers", "portfolios", "parliaments", "columns", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_reader_fields (reader, root, known, fields))
    return;
  bl_reader_check_format (reader, fields[FORMAT]);
  read_pairs (forms, reader, fields[STATES], &forms->states);
  read_pairs (forms, reader, fields[LANGUAGES], &forms->languages);
  read_pairs (forms, reader, fields[OFFICES], &forms->offices);
  read_pairs (forms, reader, fields[SPELLINGS], &forms->spellings);
  read_phrases (forms, reader, fields[ACTING], forms->acting);
  read_phrases (forms, reader, fields[SKIPPED], forms->skipped);
  read_phrases (forms, reader, fields[REALMS], forms->realms);
  read_phrases (forms, reader, fields[HEADS], forms->heads);
  read_phrases (forms, reader, fields[TAILS], forms->tails);
  read_phrases (forms, reader, fields[MEMBERS], forms->members);
  read_phrases (forms, reader, fields[SPEAKERS], forms->speakers);
  read_columns (forms, reader, fields[COLUMNS]);
  read_each (forms, reader, fields[HEADS_OF], read_heads_of);
  read_each (forms, reader, fields[PORTFOLIOS], read_portfolio);
  read_each (forms, reader, fields[PARLIAMENTS], read_parliament);
}

BlImportForms *
bl_import_forms_load (const char *path, GError **error)
{
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return NULL;
  g_autoptr (BlImportForms) forms = g_new0 (BlImportForms, 1);
  *forms = (BlImportForms){ .arena = bl_arena_new (),
                            .lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
                            .acting = g_ptr_array_new (),
                            .skipped = g_ptr_array_new (),
                            .realms = g_ptr_array_new (),
                            .heads = g_ptr_array_new (),
                            .tails = g_ptr_array_new (),
                            .members = g_ptr_array_new (),
                            .speakers = g_ptr_array_new () };
  for (guint i = 0; i < BL_N_COLUMNS; i++)
    forms->columns[i] = g_ptr_array_new ();
  BlReader reader = bl_reader_for (json, forms->arena);
  read_forms (forms, &reader, bl_json_root (json));
  return bl_reader_end (&reader, error) ? g_steal_pointer (&forms) : NULL;
}

void
bl_import_forms_free (BlImportForms *forms)
{
  GPtrArray *const phrases[]
      = { forms->acting, forms->skipped, forms->realms, forms->heads, forms->tails, forms->members, forms->speakers };
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    g_ptr_array_unref (phrases[i]);
  for (guint i = 0; i < BL_N_COLUMNS; i++)
    g_ptr_array_unref (forms->columns[i]);
  bl_string_map_clear (&forms->states);
  bl_string_map_clear (&forms->languages);
  bl_string_map_clear (&forms->offices);
  bl_string_map_clear (&forms->spellings);
  bl_string_map_clear (&forms->portfolios);
  bl_string_map_clear (&forms->parliaments);
  bl_string_map_clear (&forms->heads_of);
  g_ptr_array_unref (forms->lists);
  bl_arena_free (forms->arena);
  g_free (forms);
}
