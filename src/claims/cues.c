#include "claims/cues.h"

#include <string.h>

struct BlCues
{
  GStringChunk *names;                    /* of levels of certainty */
  GPtrArray *list;                        /* BlCue *, owned */
  GHashTable *by_first;                   /* first word → First */
  GHashTable *stop;                       /* words of “stop”, owned by the table */
  GHashTable *hypothetical;               /* of “hypothetical” */
  GHashTable *parties;                    /* of “parties” */
  GHashTable *classes[BL_N_WORD_CLASSES]; /* of “attribution” */
  GStrv second_hand;                      /* texts of “second_hand” */
  BlTimeWords *times;
  BlFigureWords *figures;
  BlSourcingWords *sourcing;
};

/* The cues that begin with one word. */
typedef struct
{
  BlCue *alone;          /* of this word only, or NULL */
  GHashTable *by_second; /* second word → GPtrArray of BlCue *, longest first; NULL for none */
} First;

static void
first_free (gpointer data)
{
  First *first = data;
  if (first->by_second != NULL)
    g_hash_table_unref (first->by_second);
  g_free (first);
}

static void
cue_free (gpointer data)
{
  BlCue *cue = data;
  g_free ((char *) cue->text);
  g_strfreev (cue->words);
  g_free (cue);
}

static int
longest_first (gconstpointer a, gconstpointer b)
{
  const BlCue *x = *(BlCue *const *) a, *y = *(BlCue *const *) b;
  if (x->n_words != y->n_words)
    return x->n_words > y->n_words ? -1 : 1;
  return strcmp (x->text, y->text);
}

/* Another sense of words that are listed already, or NULL. */
static BlCue *
find_same (const GPtrArray *same, const BlCue *cue)
{
  for (guint i = 0; i < same->len; i++)
    if (strcmp (((BlCue *) same->pdata[i])->text, cue->text) == 0)
      return same->pdata[i];
  return NULL;
}

/* Lists a cue, unless its words are listed: then the cue that has them. */
static BlCue *
enter (BlCues *cues, BlCue *cue)
{
  First *first = g_hash_table_lookup (cues->by_first, cue->words[0]);
  if (first == NULL)
    {
      first = g_new0 (First, 1);
      g_hash_table_insert (cues->by_first, cue->words[0], first);
    }
  if (cue->n_words == 1)
    {
      BlCue *other = first->alone;
      first->alone = other != NULL ? other : cue;
      return other;
    }
  if (first->by_second == NULL)
    first->by_second = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *same = g_hash_table_lookup (first->by_second, cue->words[1]);
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (first->by_second, cue->words[1], same);
    }
  BlCue *other = find_same (same, cue);
  if (other == NULL)
    g_ptr_array_add (same, cue);
  return other;
}

static void
add_cue (BlCues *cues, const BlCue *like, const char *text)
{
  BlCue *cue = g_new0 (BlCue, 1);
  *cue = *like;
  cue->text = g_strdup (text);
  cue->words = g_strsplit (text, " ", -1);
  cue->n_words = g_strv_length (cue->words);
  g_ptr_array_add (cues->list, cue);
  BlCue *other = enter (cues, cue);
  if (other == NULL)
    return;
  for (const BlCue *sense = other; sense != NULL; sense = sense->next)
    if (sense->kind == cue->kind && sense->sides == cue->sides && sense->word == cue->word)
      return; /* two lists of alternatives may share a form, which counts once */
  cue->next = other->next;
  other->next = cue;
}

/* "is|are not? settled" stands for four cues: words with alternatives, and words that may be left out. */
static void
add_forms (BlCues *cues, const BlCue *like, const char *done, char *const *left)
{
  if (left[0] == NULL)
    {
      if (done[0] != '\0')
        add_cue (cues, like, done);
      return;
    }
  const gsize length = strlen (left[0]);
  const gboolean optional = length > 1 && left[0][length - 1] == '?';
  g_autofree char *bare = g_strndup (left[0], optional ? length - 1 : length);
  g_auto (GStrv) words = g_strsplit (bare, "|", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *more = g_strconcat (done, done[0] != '\0' ? " " : "", words[i], NULL);
      add_forms (cues, like, more, left + 1);
    }
  if (optional)
    add_forms (cues, like, done, left + 1);
}

/* Words with one blank between and alternatives with one bar, in small letters: what a text cannot have is never met. */
static gboolean
is_cue (const char *text)
{
  char before = ' ';
  for (const char *at = text; *at != '\0'; before = *at++)
    {
      const gboolean parts = *at == ' ' || *at == '|' || *at == '?';
      if (g_ascii_isupper (*at) || (g_ascii_isspace (*at) && *at != ' '))
        return FALSE;
      if ((parts && (before == ' ' || before == '|')) || (before == '?' && *at != ' '))
        return FALSE;
    }
  return before != ' ' && before != '|';
}

static gboolean
add_list (BlCues *cues, const BlJson *json, const cJSON *object, const char *key, const BlCue *like, GError **error)
{
  g_autofree const char **texts = bl_json_get_strings (json, object, key, error);
  if (texts == NULL)
    return FALSE;
  const cJSON *list = cJSON_GetObjectItemCaseSensitive (object, key);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (!is_cue (texts[i]))
        return bl_json_fail (json, cJSON_IsArray (list) ? cJSON_GetArrayItem (list, (int) i) : list, error,
                             "“%s” is no cue; write one or more words in small letters, one blank between", texts[i]);
      g_auto (GStrv) words = g_strsplit (texts[i], " ", -1);
      add_forms (cues, like, "", words);
    }
  return TRUE;
}

/* {"before": [...], "after": [...]} */
static gboolean
read_sides (BlCues *cues, const BlJson *json, const cJSON *object, BlCue like, GError **error)
{
  static const struct
  {
    const char *key;
    guint sides;
  } lists[] = { { "before", BL_SIDE_BEFORE | BL_SIDE_INSIDE },
                { "beside", BL_SIDE_BESIDE | BL_SIDE_INSIDE },
                { "after", BL_SIDE_AFTER | BL_SIDE_INSIDE },
                { "around", BL_SIDE_BEFORE | BL_SIDE_INSIDE | BL_SIDE_AFTER },
                { "ahead", BL_SIDE_BEFORE },
                { "outside", BL_SIDE_BEFORE | BL_SIDE_AFTER },
                { "opening", BL_SIDE_OPENING },
                { "negated", BL_SIDE_BEFORE | BL_SIDE_AFTER | BL_SIDE_NEGATED } };
  static const char *const of_levels[] = { "low", "high", "word" };
  static const char *const keys[]
      = { "before", "beside", "after", "around", "ahead", "outside", "opening", "negated", "low", "high", "word", NULL };
  if (!bl_json_check_keys (json, object, keys, error))
    return FALSE;
  for (guint i = 0; like.kind != BL_CUE_CERTAINTY && i < G_N_ELEMENTS (of_levels); i++)
    if (cJSON_HasObjectItem (object, of_levels[i]))
      return bl_json_fail (json, cJSON_GetObjectItemCaseSensitive (object, of_levels[i]), error,
                           "“%s” belongs to a level of “certainty” only", of_levels[i]);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      like.sides = lists[i].sides;
      if (!add_list (cues, json, object, lists[i].key, &like, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_certainty (BlCues *cues, const BlJson *json, const cJSON *root, GError **error)
{
  const cJSON *levels = bl_json_need_array (json, root, "certainty", error);
  if (levels == NULL)
    return FALSE;
  const cJSON *level;
  cJSON_ArrayForEach (level, levels)
  {
    const char *word = "";
    BlCue like = { .kind = BL_CUE_CERTAINTY, .low = -1, .high = -1 };
    if (!bl_json_get_string (json, level, "word", &word, error))
      return FALSE;
    like.word = g_string_chunk_insert_const (cues->names, word);
    if (!bl_json_get_number (json, level, "low", &like.low, error)
        || !bl_json_get_number (json, level, "high", &like.high, error))
      return FALSE;
    if (like.low < 0 || like.high > 1 || like.low > like.high)
      return bl_json_fail (json, level, error, "a level of certainty has “low” and “high”, with 0 <= low <= high <= 1");
    if (!read_sides (cues, json, level, like, error))
      return FALSE;
  }
  return TRUE;
}

typedef struct
{
  const char *key;
  BlCueKind kind;
  gboolean may_lack;
} Section;

static gboolean
read_sections (BlCues *cues, const BlJson *json, const cJSON *root, GError **error)
{
  static const Section sections[] = {
    { "negation", BL_CUE_NEGATION, FALSE }, { "denial", BL_CUE_DENIAL, TRUE },     { "attitude", BL_CUE_ATTITUDE, FALSE },
    { "open", BL_CUE_OPEN, FALSE },         { "prospect", BL_CUE_PROSPECT, TRUE }, { "condition", BL_CUE_CONDITION, FALSE },
    { "wish", BL_CUE_WISH, FALSE },         { "past", BL_CUE_PAST, TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (sections[i].may_lack && !cJSON_HasObjectItem (root, sections[i].key))
        continue;
      const cJSON *object = bl_json_need_object (json, root, sections[i].key, error);
      if (object == NULL || !read_sides (cues, json, object, (BlCue){ .kind = sections[i].kind }, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_lists (BlCues *cues, const BlJson *json, const cJSON *root, GError **error)
{
  static const Section lists[] = { { "pseudo", BL_CUE_PSEUDO, TRUE },
                                   { "terminators", BL_CUE_TERMINATOR, TRUE },
                                   { "speech", BL_CUE_SPEECH, TRUE },
                                   { "sources", BL_CUE_SOURCE, TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const BlCue like = { .kind = lists[i].kind, .sides = BL_SIDE_BEFORE };
      if (!add_list (cues, json, root, lists[i].key, &like, error))
        return FALSE;
    }
  return TRUE;
}

/* Single words, which are no cues: they are looked up and not matched. */
static gboolean
read_words (GHashTable *words, const BlJson *json, const cJSON *root, const char *key, GError **error)
{
  g_autofree const char **texts = bl_json_get_strings (json, root, key, error);
  if (texts == NULL)
    return FALSE;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (!is_cue (texts[i]) || strpbrk (texts[i], " |?") != NULL)
        return bl_json_fail (json, cJSON_GetObjectItemCaseSensitive (root, key), error,
                             "“%s” is no single word in small letters", texts[i]);
      g_hash_table_add (words, g_strdup (texts[i]));
    }
  return TRUE;
}

/* “attribution”: a list of words for each class. */
static gboolean
read_classes (BlCues *cues, const BlJson *json, const cJSON *root, GError **error)
{
  static const char *const keys[BL_N_WORD_CLASSES + 1] = {
    [BL_WORDS_INSERTION_ENDS] = "ends_insertion",
    [BL_WORDS_CIRCUMSTANCE] = "circumstance",
    [BL_WORDS_PROMISE] = "promise",
    [BL_WORDS_REPORTED] = "reported",
    [BL_WORDS_DIRECT] = "direct",
    [BL_WORDS_PARENTHESIS_ENDS] = "ends_parenthesis",
    [BL_WORDS_CLAUSE_JOIN] = "joins",
    [BL_WORDS_FIRST_PERSON] = "first_person",
    [BL_WORDS_REPORT] = "report",
    [BL_WORDS_SEGMENT_OPENER] = "opens_segment",
    [BL_WORDS_RELATIVE] = "relative",
    [BL_WORDS_SUBJECT] = "subject",
    [BL_WORDS_ASKING] = "asking",
    [BL_WORDS_MANNER] = "manner",
    [BL_WORDS_VIEW] = "view",
    [BL_WORDS_SUBORDINATOR] = "subordinator",
    [BL_WORDS_CITED] = "cited",
    [BL_WORDS_PREPOSITION] = "preposition",
    [BL_WORDS_ARTICLE] = "article",
    [BL_WORDS_FORM_OF_ADDRESS] = "form_of_address",
    [BL_WORDS_PRONOUN] = "pronoun",
    [BL_WORDS_NO_SPEAKER] = "no_speaker",
    [BL_WORDS_AUXILIARY] = "auxiliary",
    [BL_WORDS_BODY] = "body",
    [BL_WORDS_CLOSE_TO] = "close_to",
    [BL_WORDS_SPEAKER_RELATIVE] = "speaker_relative",
    [BL_WORDS_SPEAKER_ENDS] = "ends_speaker",
  };
  for (guint i = 0; i < BL_N_WORD_CLASSES; i++)
    cues->classes[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!cJSON_HasObjectItem (root, "attribution"))
    return TRUE;
  const cJSON *object = bl_json_need_object (json, root, "attribution", error);
  if (object == NULL || !bl_json_check_keys (json, object, keys, error))
    return FALSE;
  for (guint i = 0; i < BL_N_WORD_CLASSES; i++)
    if (!read_words (cues->classes[i], json, object, keys[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
is_small (const char *text)
{
  gboolean small = text[0] != '\0';
  for (; *text != '\0'; text++)
    small = small && !g_ascii_isupper (*text);
  return small;
}

/* Parts of words, which may end with a blank. */
static gboolean
read_second_hand (BlCues *cues, const BlJson *json, const cJSON *root, GError **error)
{
  g_autofree const char **texts = bl_json_get_strings (json, root, "second_hand", error);
  if (texts == NULL)
    return FALSE;
  for (guint i = 0; texts[i] != NULL; i++)
    if (!is_small (texts[i]))
      return bl_json_fail (json, cJSON_GetObjectItemCaseSensitive (root, "second_hand"), error,
                           "“%s” is not a text in small letters", texts[i]);
  cues->second_hand = g_strdupv ((char **) texts);
  return TRUE;
}

static gboolean
read_all (BlCues *cues, const BlJson *json, GError **error)
{
  static const char *const keys[]
      = { "format",    "negation",     "denial",  "attitude",    "pseudo",      "open",   "prospect",
          "certainty", "condition",    "wish",    "past",        "terminators", "speech", "sources",
          "stop",      "hypothetical", "parties", "attribution", "second_hand", NULL };
  const cJSON *root = bl_json_root (json);
  return bl_json_check_keys (json, root, keys, error) && bl_json_check_format (json, error)
         && read_sections (cues, json, root, error) && read_lists (cues, json, root, error)
         && read_certainty (cues, json, root, error) && read_words (cues->stop, json, root, "stop", error)
         && read_words (cues->hypothetical, json, root, "hypothetical", error)
         && read_words (cues->parties, json, root, "parties", error) && read_classes (cues, json, root, error)
         && read_second_hand (cues, json, root, error);
}

static void
sort_lists (GHashTable *lists)
{
  GHashTableIter iter;
  gpointer same;
  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, NULL, &same))
    g_ptr_array_sort (same, longest_first);
}

BlCues *
bl_cues_load (const char *lexicon_dir, GError **error)
{
  g_autofree char *path = g_build_filename (lexicon_dir, "cues.json", NULL);
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return NULL;
  g_autoptr (BlCues) cues = g_new0 (BlCues, 1);
  cues->names = g_string_chunk_new (64);
  cues->list = g_ptr_array_new_with_free_func (cue_free);
  cues->by_first = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, first_free);
  cues->stop = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  cues->hypothetical = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  cues->parties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_all (cues, json, error))
    return NULL;
  cues->times = bl_time_words_load (lexicon_dir, error);
  cues->sourcing = cues->times != NULL ? bl_sourcing_words_load (lexicon_dir, error) : NULL;
  if (cues->sourcing == NULL)
    return NULL;
  cues->figures = bl_figure_words_load (lexicon_dir, error);
  if (cues->figures == NULL)
    return NULL;
  GHashTableIter iter;
  gpointer first;
  g_hash_table_iter_init (&iter, cues->by_first);
  while (g_hash_table_iter_next (&iter, NULL, &first))
    if (((First *) first)->by_second != NULL)
      sort_lists (((First *) first)->by_second);
  return g_steal_pointer (&cues);
}

void
bl_cues_free (BlCues *cues)
{
  if (cues == NULL)
    return;
  g_hash_table_unref (cues->by_first);
  g_hash_table_unref (cues->stop);
  g_hash_table_unref (cues->hypothetical);
  for (guint i = 0; i < BL_N_WORD_CLASSES; i++)
    g_clear_pointer (&cues->classes[i], g_hash_table_unref);
  g_strfreev (cues->second_hand);
  g_hash_table_unref (cues->parties);
  g_ptr_array_unref (cues->list);
  g_string_chunk_free (cues->names);
  bl_time_words_free (cues->times);
  bl_figure_words_free (cues->figures);
  bl_sourcing_words_free (cues->sourcing);
  g_free (cues);
}

gboolean
bl_cues_is_stop_word (const BlCues *cues, const char *word)
{
  return g_hash_table_contains (cues->stop, word);
}

gboolean
bl_cues_is_hypothetical (const BlCues *cues, const char *word)
{
  return g_hash_table_contains (cues->hypothetical, word);
}

gboolean
bl_cues_is_party (const BlCues *cues, const char *word)
{
  return g_hash_table_contains (cues->parties, word);
}

gboolean
bl_cues_is_of (const BlCues *cues, const char *word, BlWordClass class)
{
  return g_hash_table_contains (cues->classes[class], word);
}

gboolean
bl_cues_is_second_hand (const BlCues *cues, const char *text)
{
  for (guint i = 0; cues->second_hand[i] != NULL; i++)
    if (strstr (text, cues->second_hand[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Words [at, …) go on with the cue from its third word; its first two were met. */
static gboolean
goes_on (const BlCue *cue, const BlWords *words, guint at)
{
  for (guint k = 2; k < cue->n_words; k++, at++)
    if (at >= words->words->len || (bl_words_get (words, at)->breaks & ~BL_BREAK_QUOTE) != 0
        || strcmp (bl_words_get (words, at)->text, cue->words[k]) != 0)
      return FALSE;
  return TRUE;
}

const BlCue *
bl_cues_match (const BlCues *cues, const BlWords *words, guint index, guint from, guint to)
{
  const First *first = g_hash_table_lookup (cues->by_first, bl_words_get (words, index)->text);
  if (first == NULL)
    return NULL;
  const guint second = index + 1 == from ? to : index + 1;
  if (first->by_second == NULL || second >= words->words->len || (bl_words_get (words, second)->breaks & ~BL_BREAK_QUOTE) != 0)
    return first->alone;
  const GPtrArray *same = g_hash_table_lookup (first->by_second, bl_words_get (words, second)->text);
  for (guint i = 0; same != NULL && i < same->len; i++)
    if (goes_on (same->pdata[i], words, second + 1))
      return same->pdata[i];
  return first->alone;
}

const BlTimeWords *
bl_cues_time_words (const BlCues *cues)
{
  return cues->times;
}

const BlFigureWords *
bl_cues_figure_words (const BlCues *cues)
{
  return cues->figures;
}

const BlSourcingWords *
bl_cues_sourcing_words (const BlCues *cues)
{
  return cues->sourcing;
}
