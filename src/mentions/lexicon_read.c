/* A lexicon file is an object of lists. A list is an array of phrases, or an object whose keys are phrases with a number as value,
 * or codes with an array of phrases as value:
 *
 *   { "format": 1, "ranks": ["general", "lt gen"], "months": { "january": 1 }, "honorifics": { "m": ["Mr"] } } */
#include "mentions/lexicon_read.h"

#include <string.h>

#include "text/text.h"

typedef struct
{
  const char *file;
  const char *key;
  BlLexKind kind;
} ListKey;

static const ListKey list_keys[] = {
  { "titles.json", "modifiers", BL_LEX_MODIFIER },
  { "titles.json", "would_be", BL_LEX_WOULD_BE },
  { "titles.json", "epithets", BL_LEX_EPITHET },
  { "titles.json", "inner", BL_LEX_INNER },
  { "titles.json", "weak_roles", BL_LEX_WEAK_ROLE },
  { "titles.json", "honorifics", BL_LEX_HONORIFIC },
  { "titles.json", "ranks", BL_LEX_RANK },
  { "titles.json", "person_nouns", BL_LEX_PERSON_NOUN },
  { "names.json", "particles", BL_LEX_PARTICLE },
  { "names.json", "suffixes", BL_LEX_SUFFIX },
  { "names.json", "speech", BL_LEX_SPEECH },
  { "names.json", "function_words", BL_LEX_FUNCTION },
  { "names.json", "common_words", BL_LEX_COMMON },
  { "names.json", "bodies", BL_LEX_BODY },
  { "names.json", "no_persons", BL_LEX_NO_PERSON },
  { "names.json", "abbreviations", BL_LEX_ABBREVIATION },
  { "numbers.json", "cardinals", BL_LEX_NUMBER },
  { "numbers.json", "magnitudes", BL_LEX_MAGNITUDE },
  { "numbers.json", "collectives", BL_LEX_COLLECTIVE },
  { "numbers.json", "vague", BL_LEX_VAGUE },
  { "numbers.json", "bounds", BL_LEX_BOUND },
  { "numbers.json", "bounds_after", BL_LEX_BOUND_AFTER },
  { "numbers.json", "units", BL_LEX_UNIT },
  { "numbers.json", "durations", BL_LEX_DURATION },
  { "numbers.json", "currencies", BL_LEX_CURRENCY },
  { "numbers.json", "percent", BL_LEX_PERCENT },
  { "numbers.json", "groups", BL_LEX_GROUP },
  { "numbers.json", "plurals", BL_LEX_PLURAL },
  { "numbers.json", "labels", BL_LEX_LABEL },
  { "numbers.json", "not_nouns", BL_LEX_NOT_NOUN },
  { "numbers.json", "ordinals", BL_LEX_ORDINAL },
  { "dates.json", "months", BL_LEX_MONTH },
  { "dates.json", "weekdays", BL_LEX_WEEKDAY },
  { "dates.json", "days", BL_LEX_DAY },
  { "dates.json", "periods", BL_LEX_PERIOD },
  { "dates.json", "directions", BL_LEX_DIRECTION },
  { "dates.json", "before_years", BL_LEX_DATE_WORD },
};

static const char *const file_names[] = { "titles.json", "names.json", "numbers.json", "dates.json" };

typedef struct
{
  BlLexicon *lexicon;
  const BlJson *json;
  BlLexKind kind;
} Reader;

static gboolean
add_phrase (const Reader *reader, const cJSON *item, const char *text, const char *code, double value, GError **error)
{
  if (bl_lexicon_add (reader->lexicon, reader->kind, text, code, value) != NULL)
    return TRUE;
  return bl_json_fail (reader->json, item, error, "“%s” is no phrase of one to %d words", text, BL_PHRASE_WORDS);
}

static gboolean
read_phrases (const Reader *reader, const cJSON *array, const char *code, GError **error)
{
  const cJSON *item;
  cJSON_ArrayForEach (item, array)
  {
    if (!cJSON_IsString (item))
      return bl_json_fail (reader->json, item, error, "a phrase must be a string");
    if (!add_phrase (reader, item, item->valuestring, code, 0, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_list (const Reader *reader, const cJSON *list, GError **error)
{
  if (cJSON_IsArray (list))
    return read_phrases (reader, list, "", error);
  if (!cJSON_IsObject (list))
    return bl_json_fail (reader->json, list, error, "a list must be an array or an object");

  const cJSON *item;
  cJSON_ArrayForEach (item, list)
  {
    if (cJSON_IsNumber (item))
      {
        if (!add_phrase (reader, item, item->string, "", item->valuedouble, error))
          return FALSE;
      }
    else if (!cJSON_IsArray (item))
      return bl_json_fail (reader->json, item, error, "must be a number, or an array of phrases");
    else if (!read_phrases (reader, item, item->string, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_file (BlLexicon *lexicon, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return FALSE;

  const char *known[G_N_ELEMENTS (list_keys) + 2] = { "format" };
  for (guint i = 0, n = 1; i < G_N_ELEMENTS (list_keys); i++)
    if (strcmp (list_keys[i].file, name) == 0)
      known[n++] = list_keys[i].key;
  if (!bl_json_check_keys (json, bl_json_root (json), known, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (list_keys); i++)
    {
      const cJSON *list = cJSON_GetObjectItemCaseSensitive (bl_json_root (json), list_keys[i].key);
      Reader reader = { .lexicon = lexicon, .json = json, .kind = list_keys[i].kind };
      if (list != NULL && strcmp (list_keys[i].file, name) == 0 && !read_list (&reader, list, error))
        return FALSE;
    }
  return TRUE;
}

/* {"name": "Kharkiv", "names": ["Kharkov"], "country": "ua"}; the id is the folded name with hyphens. */
static gboolean
read_place (const Reader *reader, const BlKnowledge *kb, const cJSON *place, GError **error)
{
  static const char *const known[] = { "name", "names", "country", NULL };
  if (!cJSON_IsObject (place))
    return bl_json_fail (reader->json, place, error, "a place must be an object");
  if (!bl_json_check_keys (reader->json, place, known, error))
    return FALSE;
  const char *name = bl_json_need_string (reader->json, place, "name", error);
  if (name == NULL)
    return FALSE;
  const char *country_id = NULL;
  if (!bl_json_get_string (reader->json, place, "country", &country_id, error))
    return FALSE;
  g_autofree const char **names = bl_json_get_strings (reader->json, place, "names", error);
  if (names == NULL)
    return FALSE;

  g_autofree char *id = bl_fold_letters (name, -1);
  g_strdelimit (id, " ", '-');
  const BlCountry *country = country_id == NULL ? NULL : bl_knowledge_country (kb, country_id);
  for (guint i = 0; i == 0 || names[i - 1] != NULL; i++)
    {
      BlPhrase *phrase = bl_lexicon_add (reader->lexicon, BL_LEX_PLACE, i == 0 ? name : names[i - 1], id, 0);
      if (phrase == NULL)
        return bl_json_fail (reader->json, place, error, "“%s”: a name has one to %d words", name, BL_PHRASE_WORDS);
      phrase->country = country;
    }
  return TRUE;
}

static gboolean
read_places (BlLexicon *lexicon, const BlKnowledge *kb, const char *folder, GError **error)
{
  static const char *const known[] = { "format", "places", NULL };
  g_autofree char *path = g_build_filename (folder, "places.json", NULL);
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL || !bl_json_check_keys (json, bl_json_root (json), known, error))
    return FALSE;
  const cJSON *places = bl_json_need_array (json, bl_json_root (json), "places", error);
  if (places == NULL)
    return FALSE;
  Reader reader = { .lexicon = lexicon, .json = json, .kind = BL_LEX_PLACE };
  const cJSON *place;
  cJSON_ArrayForEach (place, places)
  {
    if (!read_place (&reader, kb, place, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
bl_lexicon_read (BlLexicon *lexicon, const BlKnowledge *kb, const char *folder, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    if (!read_file (lexicon, folder, file_names[i], error))
      return FALSE;
  return read_places (lexicon, kb, folder, error);
}
