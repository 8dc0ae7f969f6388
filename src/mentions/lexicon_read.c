/* A lexicon file is an object of lists. A list is an array of phrases, or an object whose keys are phrases with a number as value,
 * or codes with an array of phrases as value:
 *
 *   { "format": 1, "ranks": ["general", "lt gen"], "months": { "january": 1 }, "honorifics": { "m": ["Mr"] } } */
#include "mentions/lexicon_read.h"

#include <math.h>
#include <string.h>

#include "text/text.h"

typedef enum
{
  PHRASES,       /* ["general", "lt gen"] */
  NUMBERS,       /* { "dozen": 12 } */
  WHOLE_NUMBERS, /* { "january": 1 } */
  CODES,         /* { "m": ["Mr"] } */
  MEASURES,      /* { "length": { "km": 1000 } } */
} ListForm;

typedef struct
{
  const char *file;
  const char *key;
  BlLexKind kind;
  ListForm form;
  double low, high;         /* of numbers */
  const char *const *codes; /* all there are; NULL: any */
} ListKey;

/* What the readers of these lists ask for. */
static const char *const modifiers[]
    = { "former", "then", "acting", "elect", "deputy", "retired", "outgoing", "would-be", NULL };
static const char *const sides[] = { "before", "after", NULL };
static const char *const links[] = { "now", "held", "started", "named", "ended", "over", "adverb", "time", NULL };
static const char *const determiners[] = { "definite", "pointing", "indefinite", "any", NULL };
static const char *const tenures[] = { "in", "since", "until", "between", "and", NULL };
static const char *const genders[] = { "m", "f", "", NULL };
static const char *const bounds[] = { "low", "above", "high", "below", "about", NULL };
static const char *const durations[]
    = { "second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade", "century", NULL };
static const char *const scopes[]
    = { "world",  "average", "opening",  "day",    "week",   "month",  "year", "new",   "active", "first", "second",
        "third",  "fourth",  "before",   "home",   "abroad", "plan",   "most", "least", "child",  "adult", "debt",
        "budget", "against", "half-way", "season", "part",   "during", "past", "now",   "area",   NULL };
static const char *const parts[] = { "%", "points", "basis", NULL };

static const ListKey list_keys[] = {
  { "titles.json", "modifiers", BL_LEX_MODIFIER, .form = CODES, .codes = modifiers },
  { "titles.json", "would_be", BL_LEX_WOULD_BE, .form = CODES, .codes = sides },
  { "titles.json", "linking", BL_LEX_LINKING, .form = CODES, .codes = links },
  { "titles.json", "epithets", BL_LEX_EPITHET, .form = PHRASES },
  { "titles.json", "inner", BL_LEX_INNER, .form = PHRASES },
  { "titles.json", "weak_roles", BL_LEX_WEAK_ROLE, .form = PHRASES },
  { "titles.json", "determiners", BL_LEX_DETERMINER, .form = CODES, .codes = determiners },
  { "titles.json", "state_nouns", BL_LEX_STATE_NOUN, .form = PHRASES },
  { "titles.json", "verb_leads", BL_LEX_VERB_LEAD, .form = PHRASES },
  { "titles.json", "counted", BL_LEX_COUNTED, .form = PHRASES },
  { "titles.json", "tenure", BL_LEX_TENURE, .form = CODES, .codes = tenures },
  { "titles.json", "short_words", BL_LEX_SHORT_WORD, .form = CODES },
  { "titles.json", "honorifics", BL_LEX_HONORIFIC, .form = CODES, .codes = genders },
  { "titles.json", "ranks", BL_LEX_RANK, .form = PHRASES },
  { "titles.json", "person_nouns", BL_LEX_PERSON_NOUN, .form = CODES, .codes = genders },
  { "names.json", "particles", BL_LEX_PARTICLE, .form = PHRASES },
  { "names.json", "suffixes", BL_LEX_SUFFIX, .form = PHRASES },
  { "names.json", "speech", BL_LEX_SPEECH, .form = PHRASES },
  { "names.json", "function_words", BL_LEX_FUNCTION, .form = PHRASES },
  { "names.json", "common_words", BL_LEX_COMMON, .form = PHRASES },
  { "names.json", "bodies", BL_LEX_BODY, .form = PHRASES },
  { "names.json", "no_persons", BL_LEX_NO_PERSON, .form = PHRASES },
  { "names.json", "abbreviations", BL_LEX_ABBREVIATION, .form = PHRASES },
  { "numbers.json", "cardinals", BL_LEX_NUMBER, .form = NUMBERS, .low = 0, .high = G_MAXDOUBLE },
  { "numbers.json", "magnitudes", BL_LEX_MAGNITUDE, .form = NUMBERS, .low = 0, .high = G_MAXDOUBLE },
  { "numbers.json", "collectives", BL_LEX_COLLECTIVE, .form = NUMBERS, .low = 0, .high = G_MAXDOUBLE },
  { "numbers.json", "vague", BL_LEX_VAGUE, .form = NUMBERS, .low = 0, .high = G_MAXDOUBLE },
  { "numbers.json", "bounds", BL_LEX_BOUND, .form = CODES, .codes = bounds },
  { "numbers.json", "bounds_after", BL_LEX_BOUND_AFTER, .form = CODES, .codes = bounds },
  { "numbers.json", "units", BL_LEX_UNIT, .form = CODES },
  { "numbers.json", "durations", BL_LEX_DURATION, .form = CODES, .codes = durations },
  { "numbers.json", "currencies", BL_LEX_CURRENCY, .form = CODES },
  { "numbers.json", "percent", BL_LEX_PERCENT, .form = CODES, .codes = parts },
  { "numbers.json", "groups", BL_LEX_GROUP, .form = CODES },
  { "numbers.json", "plurals", BL_LEX_PLURAL, .form = PHRASES },
  { "numbers.json", "labels", BL_LEX_LABEL, .form = PHRASES },
  { "numbers.json", "not_nouns", BL_LEX_NOT_NOUN, .form = PHRASES },
  { "numbers.json", "ordinals", BL_LEX_ORDINAL, .form = NUMBERS, .low = 0, .high = G_MAXDOUBLE },
  { "numbers.json", "fractions", BL_LEX_FRACTION, .form = NUMBERS, .low = 0, .high = 1 },
  { "numbers.json", "counted", BL_LEX_ALIKE, .form = CODES },
  { "numbers.json", "states", BL_LEX_STATE, .form = CODES },
  { "numbers.json", "scopes", BL_LEX_SCOPE, .form = CODES, .codes = scopes },
  { "numbers.json", "joining", BL_LEX_JOINING, .form = PHRASES },
  { "numbers.json", "riches", BL_LEX_RICHES, .form = CODES },
  { "numbers.json", "circumstances", BL_LEX_CIRCUMSTANCE, .form = PHRASES },
  { "numbers.json", "before_states", BL_LEX_STATE_BEFORE, .form = PHRASES },
  { "numbers.json", "after_states", BL_LEX_STATE_AFTER, .form = PHRASES },
  { "numbers.json", "wholes", BL_LEX_WHOLE, .form = PHRASES },
  { "numbers.json", "half_owners", BL_LEX_HALF_OWNER, .form = PHRASES },
  { "numbers.json", "amounting", BL_LEX_AMOUNTING, .form = PHRASES },
  { "numbers.json", "measures", BL_N_LEX, .form = MEASURES },
  { "dates.json", "months", BL_LEX_MONTH, .form = WHOLE_NUMBERS, .low = 1, .high = 12 },
  { "dates.json", "weekdays", BL_LEX_WEEKDAY, .form = WHOLE_NUMBERS, .low = 1, .high = 7 },
  { "dates.json", "days", BL_LEX_DAY, .form = WHOLE_NUMBERS, .low = -400, .high = 400 },
  { "dates.json", "periods", BL_LEX_PERIOD, .form = CODES },
  { "dates.json", "directions", BL_LEX_DIRECTION, .form = WHOLE_NUMBERS, .low = -1, .high = 1 },
  { "dates.json", "before_years", BL_LEX_DATE_WORD, .form = PHRASES },
  { "dates.json", "decades", BL_LEX_DECADE, .form = WHOLE_NUMBERS, .low = 1800, .high = 2090 },
  { "dates.json", "centuries", BL_LEX_CENTURY, .form = WHOLE_NUMBERS, .low = 2, .high = 21 },
  { "dates.json", "no_decades", BL_LEX_NO_DECADE, .form = PHRASES },
};

static const char *const file_names[] = { "titles.json", "names.json", "numbers.json", "dates.json" };

typedef struct
{
  BlReader base;
  BlLexicon *lexicon;
  BlLexKind kind;
} Reader;

static BlPhrase *
add_phrase (Reader *reader, const cJSON *item, const char *text, const char *code, double value)
{
  BlPhrase *phrase = bl_lexicon_add (reader->lexicon, reader->kind, text, code, value);
  if (phrase == NULL)
    bl_reader_fail_key (&reader->base, item, "“%s” is no phrase of one to %d words", text, BL_PHRASE_WORDS);
  return phrase;
}

static void
read_phrases (Reader *reader, const cJSON *array, const char *code, double value)
{
  if (bl_reader_array (&reader->base, array) == 0)
    return;
  for (const cJSON *item = array->child; item != NULL; item = item->next)
    {
      const char *text = bl_reader_text (&reader->base, item);
      if (text != NULL)
        add_phrase (reader, item, text, code, value);
    }
}

static void
read_number (Reader *reader, const ListKey *key, const cJSON *item)
{
  const double value = bl_reader_number (&reader->base, item);
  const gboolean whole = key->form == WHOLE_NUMBERS;
  if (value < key->low || value > key->high || (whole && value != floor (value)))
    {
      if (key->high < G_MAXDOUBLE)
        bl_reader_fail (&reader->base, item, "a %snumber from %g to %g is wanted here", whole ? "whole " : "", key->low,
                        key->high);
      else
        bl_reader_fail (&reader->base, item, "a number from %g on is wanted here", key->low);
    }
  add_phrase (reader, item, item->string, "", value);
}

static void
read_code (Reader *reader, const ListKey *key, const cJSON *item)
{
  guint place = 0;
  while (key->codes != NULL && key->codes[place] != NULL && strcmp (key->codes[place], item->string) != 0)
    place++;
  if (key->codes != NULL && key->codes[place] == NULL)
    {
      g_autofree char *what = bl_unknown_word ("kind", item->string, key->codes);
      bl_reader_fail_key (&reader->base, item, "%s", what);
    }
  read_phrases (reader, item, item->string, place);
}

/* { "km": 1000 } or, with an offset, { "fahrenheit": [0.5555555555555556, -17.77777777777778] } */
static void
read_measures (Reader *reader, const cJSON *units)
{
  BlLexicon *lexicon = reader->lexicon;
  if (!cJSON_IsObject (units))
    {
      bl_reader_fail (&reader->base, units, "an object { … } is wanted here");
      return;
    }
  for (const cJSON *item = units->child; item != NULL; item = item->next)
    {
      const gboolean both = cJSON_IsArray (item);
      if (both && cJSON_GetArraySize (item) != 2)
        {
          bl_reader_fail (&reader->base, item, "[factor, offset] is wanted here");
          continue;
        }
      BlMeasure *measure = bl_arena_new0 (lexicon->arena, BlMeasure);
      measure->dimension = bl_arena_intern (lexicon->arena, units->string);
      measure->factor = bl_reader_number (&reader->base, both ? item->child : item);
      measure->offset = both ? bl_reader_number (&reader->base, item->child->next) : 0;
      if (!(measure->factor > 0))
        bl_reader_fail (&reader->base, item, "a factor above 0 is wanted here");
      g_hash_table_insert (lexicon->measures, (gpointer) bl_arena_intern (lexicon->arena, item->string), measure);
    }
}

static void
read_list (Reader *reader, const ListKey *key, const cJSON *list)
{
  reader->kind = key->kind;
  if (key->form == PHRASES)
    read_phrases (reader, list, "", 0);
  else if (!cJSON_IsObject (list))
    bl_reader_fail (&reader->base, list, "an object { … } is wanted here");
  else
    for (const cJSON *item = list->child; item != NULL; item = item->next)
      if (key->form == CODES)
        read_code (reader, key, item);
      else if (key->form == MEASURES)
        read_measures (reader, item);
      else
        read_number (reader, key, item);
}

static gboolean
read_file (BlLexicon *lexicon, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return FALSE;

  const char *known[G_N_ELEMENTS (list_keys) + 2] = { "format" };
  const ListKey *keys[G_N_ELEMENTS (list_keys) + 1] = { NULL };
  const cJSON *fields[G_N_ELEMENTS (list_keys) + 1];
  guint n = 1;
  for (guint i = 0; i < G_N_ELEMENTS (list_keys); i++)
    if (strcmp (list_keys[i].file, name) == 0)
      {
        known[n] = list_keys[i].key;
        keys[n++] = &list_keys[i];
      }
  Reader reader = { .base = bl_reader_for (json, lexicon->arena), .lexicon = lexicon };
  if (bl_reader_fields (&reader.base, bl_json_root (json), known, fields))
    {
      bl_reader_check_format (&reader.base, fields[0]);
      for (guint i = 1; i < n; i++)
        if (fields[i] != NULL)
          read_list (&reader, keys[i], fields[i]);
    }
  return bl_reader_end (&reader.base, error);
}

static void
add_place (Reader *reader, const cJSON *name, const BlPhrase *like)
{
  BlPhrase *phrase = add_phrase (reader, name, name->valuestring, like->code, like->value);
  if (phrase == NULL)
    return;
  phrase->name = bl_arena_strndup (reader->lexicon->arena, name->valuestring, strlen (name->valuestring));
  phrase->country = like->country;
}

/* {"name": "Kharkiv", "names": ["Kharkov"], "country": "ua", "area": false}; the id is the folded name with hyphens. */
static void
read_place (Reader *reader, const BlKnowledge *kb, const cJSON *place)
{
  enum
  {
    NAME,
    NAMES,
    COUNTRY,
    AREA,
    N_KEYS
  };
  static const char *const known[] = { "name", "names", "country", "area", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_reader_fields (&reader->base, place, known, fields))
    return;
  const char *name = bl_reader_need_text (&reader->base, place, fields[NAME], "name");
  const char *country_id = bl_reader_text (&reader->base, fields[COUNTRY]);
  if (name == NULL)
    return;
  if (country_id != NULL && (strlen (country_id) != 2 || !g_ascii_islower (country_id[0]) || !g_ascii_islower (country_id[1])))
    bl_reader_fail (&reader->base, fields[COUNTRY], "“%s” is no country; write its code of two letters, as in “gb”",
                    country_id);
  g_autofree char *id = bl_fold_letters (name, -1);
  g_strdelimit (id, " ", '-');
  const BlCountry *country = country_id == NULL ? NULL : bl_knowledge_country (kb, country_id);
  const double area = fields[AREA] != NULL && bl_reader_truth (&reader->base, fields[AREA]) ? 1 : 0;
  add_place (reader, fields[NAME], &(BlPhrase){ .code = id, .value = area, .country = country });
  const cJSON *const *others = bl_reader_items (&reader->base, fields[NAMES]);
  for (guint i = 0; others[i] != NULL; i++)
    add_place (reader, others[i], &(BlPhrase){ .code = id, .value = area, .country = country });
}

static gboolean
read_places (BlLexicon *lexicon, const BlKnowledge *kb, const char *folder, GError **error)
{
  enum
  {
    FORMAT,
    PLACES,
    N_KEYS
  };
  static const char *const known[] = { "format", "places", NULL };
  g_autofree char *path = g_build_filename (folder, "places.json", NULL);
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return FALSE;
  const cJSON *fields[N_KEYS];
  const cJSON *root = bl_json_root (json);
  Reader reader = { .base = bl_reader_for (json, lexicon->arena), .lexicon = lexicon, .kind = BL_LEX_PLACE };
  if (bl_reader_fields (&reader.base, root, known, fields))
    {
      bl_reader_check_format (&reader.base, fields[FORMAT]);
      if (fields[PLACES] == NULL)
        bl_reader_fail (&reader.base, root, "“places” is missing");
      else if (bl_reader_array (&reader.base, fields[PLACES]) > 0)
        for (const cJSON *place = fields[PLACES]->child; place != NULL; place = place->next)
          read_place (&reader, kb, place);
    }
  return bl_reader_end (&reader.base, error);
}

gboolean
bl_lexicon_read (BlLexicon *lexicon, const BlKnowledge *kb, const char *folder, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    if (!read_file (lexicon, folder, file_names[i], error))
      return FALSE;
  return read_places (lexicon, kb, folder, error);
}
