#include "claims/cues.h"

#include <string.h>

#include "base/string_map.h"

/* Longest word of a cue; a text's longer words belong to none. */
#define WORD_BYTES 48

/* Room for what the shipped lexicon has: a map that grows touches twice the memory. */
enum
{
  ROOM_ALONE = 1024,
  ROOM_LONGER = 3000
};

/* Sets of single words beside the classes of BlWordClass. */
enum
{
  WORDS_STOP = BL_N_WORD_CLASSES,
  WORDS_HYPOTHETICAL,
  WORDS_PARTY,
  N_WORD_SETS
};
G_STATIC_ASSERT (N_WORD_SETS <= 32);

/* Cues are some thousands once their alternatives are written out, and are read at every start: all that is kept of them stands in the
 * arena. */
struct BlCues
{
  BlArena *arena;
  BlStringMap alone;  /* a word → Beginning */
  BlStringMap longer; /* the first two words of a longer cue → BlCue, the longest first, linked by follower */
  BlStringMap words;  /* a word → bits of the sets that have it */
  GStrv second_hand;  /* texts of “second_hand” */
  BlTimeWords *times;
  BlFigureWords *figures;
  BlSourcingWords *sourcing;
  BlEventSlots *slots;
};

/* The cues that begin with one word. */
typedef struct
{
  BlCue *alone;     /* of this word only, or NULL */
  gboolean goes_on; /* begins longer ones */
} Beginning;

static gboolean
comes_before (const BlCue *a, const BlCue *b)
{
  return a->n_words != b->n_words ? a->n_words > b->n_words : strcmp (a->text, b->text) < 0;
}

/* Lists a cue, unless its words are listed: then the cue that has them. */
static BlCue *
enter (BlCues *cues, BlCue *cue)
{
  const gsize first = strcspn (cue->text, " ");
  Beginning **beginning = (Beginning **) bl_string_map_insert (&cues->alone, cue->text, first);
  if (*beginning == NULL)
    *beginning = bl_arena_new0 (cues->arena, Beginning);
  BlCue **place = &(*beginning)->alone;
  if (cue->n_words > 1)
    {
      (*beginning)->goes_on = TRUE;
      const gsize both = first + 1 + strcspn (cue->text + first + 1, " ");
      place = (BlCue **) bl_string_map_insert (&cues->longer, cue->text, both);
    }
  while (*place != NULL && comes_before (*place, cue))
    place = &(*place)->follower;
  if (*place != NULL && strcmp ((*place)->text, cue->text) == 0)
    return *place;
  cue->follower = *place;
  *place = cue;
  return NULL;
}

static void
add_cue (BlCues *cues, const BlCue *like, const GString *form, guint n_words)
{
  BlCue *cue = bl_arena_new0 (cues->arena, BlCue);
  *cue = *like;
  cue->text = bl_arena_strndup (cues->arena, form->str, form->len);
  cue->n_words = n_words;
  BlCue *other = enter (cues, cue);
  if (other == NULL)
    return;
  for (const BlCue *sense = other; sense != NULL; sense = sense->next)
    if (sense->kind == cue->kind && sense->sides == cue->sides && sense->word == cue->word)
      return; /* two lists of alternatives may share a form, which counts once */
  cue->next = other->next;
  other->next = cue;
}

/* "is|are not? settled" stands for four cues: words with alternatives, and words that may be left out. form has n_words words, left is
 * what is to follow them. */
static void
add_forms (BlCues *cues, const BlCue *like, GString *form, guint n_words, const char *left)
{
  if (*left == '\0')
    {
      if (n_words > 0)
        add_cue (cues, like, form, n_words);
      return;
    }
  const gsize done = form->len;
  const char *end = left + strcspn (left, " ");
  const char *rest = *end == ' ' ? end + 1 : end;
  const gboolean optional = end - left > 1 && end[-1] == '?';
  for (const char *word = left, *next; word < end; word = next + 1)
    {
      next = word + strcspn (word, "|? ");
      if (n_words > 0)
        g_string_append_c (form, ' ');
      g_string_append_len (form, word, next - word);
      add_forms (cues, like, form, n_words + 1, rest);
      g_string_truncate (form, done);
      if (*next == '?')
        break;
    }
  if (optional)
    add_forms (cues, like, form, n_words, rest);
}

/* Words with one blank between and alternatives with one bar, in small letters: what a text cannot have is never met. */
static gboolean
is_cue (const char *text)
{
  char before = ' ';
  guint length = 0;
  for (const char *at = text; *at != '\0'; before = *at++)
    {
      const gboolean parts = *at == ' ' || *at == '|' || *at == '?';
      length = parts ? 0 : length + 1;
      if (length > WORD_BYTES)
        return FALSE;
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
  g_autoptr (GString) form = g_string_new (NULL);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (!is_cue (texts[i]))
        return bl_json_fail (json, cJSON_IsArray (list) ? cJSON_GetArrayItem (list, (int) i) : list, error,
                             "“%s” is no cue; write one or more words in small letters, one blank between", texts[i]);
      add_forms (cues, like, form, 0, texts[i]);
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
    like.word = bl_arena_intern (cues->arena, word);
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

/* A set of single words, which are no cues: they are looked up and not matched. */
static gboolean
read_words (BlCues *cues, guint set, const BlJson *json, const cJSON *object, const char *key, GError **error)
{
  g_autofree const char **texts = bl_json_get_strings (json, object, key, error);
  if (texts == NULL)
    return FALSE;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (!is_cue (texts[i]) || strpbrk (texts[i], " |?") != NULL)
        return bl_json_fail (json, cJSON_GetObjectItemCaseSensitive (object, key), error,
                             "“%s” is no single word in small letters", texts[i]);
      const char *word = bl_arena_intern (cues->arena, texts[i]);
      gpointer *sets = bl_string_map_insert (&cues->words, word, strlen (word));
      *sets = GSIZE_TO_POINTER (GPOINTER_TO_SIZE (*sets) | (gsize) 1 << set);
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
  if (!cJSON_HasObjectItem (root, "attribution"))
    return TRUE;
  const cJSON *object = bl_json_need_object (json, root, "attribution", error);
  if (object == NULL || !bl_json_check_keys (json, object, keys, error))
    return FALSE;
  for (guint i = 0; i < BL_N_WORD_CLASSES; i++)
    if (!read_words (cues, i, json, object, keys[i], error))
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
         && read_certainty (cues, json, root, error) && read_words (cues, WORDS_STOP, json, root, "stop", error)
         && read_words (cues, WORDS_HYPOTHETICAL, json, root, "hypothetical", error)
         && read_words (cues, WORDS_PARTY, json, root, "parties", error) && read_classes (cues, json, root, error)
         && read_second_hand (cues, json, root, error);
}

BlCues *
bl_cues_load (const char *lexicon_dir, GError **error)
{
  g_autofree char *path = g_build_filename (lexicon_dir, "cues.json", NULL);
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return NULL;
  g_autoptr (BlCues) cues = g_new0 (BlCues, 1);
  cues->arena = bl_arena_new ();
  bl_string_map_reserve (&cues->alone, ROOM_ALONE);
  bl_string_map_reserve (&cues->longer, ROOM_LONGER);
  if (!read_all (cues, json, error))
    return NULL;
  cues->times = bl_time_words_load (lexicon_dir, error);
  cues->sourcing = cues->times != NULL ? bl_sourcing_words_load (lexicon_dir, error) : NULL;
  if (cues->sourcing == NULL)
    return NULL;
  cues->figures = bl_figure_words_load (lexicon_dir, error);
  cues->slots = cues->figures != NULL ? bl_event_slots_load (lexicon_dir, error) : NULL;
  if (cues->slots == NULL)
    return NULL;
  bl_arena_seal (cues->arena);
  return g_steal_pointer (&cues);
}

void
bl_cues_free (BlCues *cues)
{
  if (cues == NULL)
    return;
  bl_string_map_clear (&cues->alone);
  bl_string_map_clear (&cues->longer);
  bl_string_map_clear (&cues->words);
  g_strfreev (cues->second_hand);
  bl_arena_free (cues->arena);
  bl_time_words_free (cues->times);
  bl_figure_words_free (cues->figures);
  bl_sourcing_words_free (cues->sourcing);
  bl_event_slots_free (cues->slots);
  g_free (cues);
}

static gboolean
is_in (const BlCues *cues, const char *word, guint set)
{
  const gsize sets = GPOINTER_TO_SIZE (bl_string_map_get (&cues->words, word, strlen (word)));
  return (sets & (gsize) 1 << set) != 0;
}

gboolean
bl_cues_is_stop_word (const BlCues *cues, const char *word)
{
  return is_in (cues, word, WORDS_STOP);
}

gboolean
bl_cues_is_hypothetical (const BlCues *cues, const char *word)
{
  return is_in (cues, word, WORDS_HYPOTHETICAL);
}

gboolean
bl_cues_is_party (const BlCues *cues, const char *word)
{
  return is_in (cues, word, WORDS_PARTY);
}

gboolean
bl_cues_is_of (const BlCues *cues, const char *word, BlWordClass class)
{
  return is_in (cues, word, class);
}

gboolean
bl_cues_is_second_hand (const BlCues *cues, const char *text)
{
  for (guint i = 0; cues->second_hand[i] != NULL; i++)
    if (strstr (text, cues->second_hand[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A word that a cue may go on with: one that does not stand behind a comma or the like. NULL for none. */
static const char *
going_on (const BlWords *words, guint at)
{
  return at < words->words->len && (bl_words_get (words, at)->breaks & ~BL_BREAK_QUOTE) == 0 ? bl_words_get (words, at)->text
                                                                                             : NULL;
}

/* Words [at, …) are rest, what a cue has behind its first two words: " to be", or nothing. */
static gboolean
follows (const char *rest, const BlWords *words, guint at)
{
  for (; *rest != '\0'; at++)
    {
      const char *word = going_on (words, at);
      const gsize length = word != NULL ? strlen (word) : 0;
      if (word == NULL || strncmp (rest + 1, word, length) != 0 || (rest[1 + length] != ' ' && rest[1 + length] != '\0'))
        return FALSE;
      rest += 1 + length;
    }
  return TRUE;
}

/* The longest cue that begins with two words, of which the second stands at a place; NULL for none. */
static const BlCue *
match_longer (const BlCues *cues, const BlWords *words, const char *first, guint at)
{
  char both[2 * WORD_BYTES + 1];
  const char *second = going_on (words, at);
  const gsize length = strlen (first), more = second != NULL ? strlen (second) : 0;
  if (second == NULL || length > WORD_BYTES || more > WORD_BYTES)
    return NULL;
  memcpy (both, first, length);
  both[length] = ' ';
  memcpy (both + length + 1, second, more);
  const BlCue *cue = bl_string_map_get (&cues->longer, both, length + 1 + more);
  while (cue != NULL && !follows (cue->text + length + 1 + more, words, at + 1))
    cue = cue->follower;
  return cue;
}

const BlCue *
bl_cues_match (const BlCues *cues, const BlWords *words, guint index, guint from, guint to)
{
  const char *word = bl_words_get (words, index)->text;
  const Beginning *beginning = bl_string_map_get (&cues->alone, word, strlen (word));
  if (beginning == NULL)
    return NULL;
  const BlCue *longer = beginning->goes_on ? match_longer (cues, words, word, index + 1 == from ? to : index + 1) : NULL;
  return longer != NULL ? longer : beginning->alone;
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

const BlEventSlots *
bl_cues_event_slots (const BlCues *cues)
{
  return cues->slots;
}
