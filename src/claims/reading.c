#include "claims/reading.h"

#include <string.h>

void
bl_reading_init (BlReading *reading)
{
  bl_words_init (&reading->words);
  reading->hits = g_array_new (FALSE, FALSE, sizeof (BlCueHit));
  reading->hit_at = g_array_new (FALSE, FALSE, sizeof (guint));
  reading->mention_at = g_array_new (FALSE, FALSE, sizeof (guint));
  reading->sentence = G_MAXUINT;
  reading->cues = NULL;
}

void
bl_reading_clear (BlReading *reading)
{
  bl_words_clear (&reading->words);
  g_array_unref (reading->hits);
  g_array_unref (reading->hit_at);
  g_array_unref (reading->mention_at);
}

/* --- mentions ------------------------------------------------------------------------------------------------------ */

/* Of two mentions over one word the one that can speak is kept: "Kremlin spokesman Peskov" ends in a person. */
static int
rank (const BlMention *mention)
{
  switch (mention->type)
    {
    case BL_MENTION_PERSON:
      return 4;
    case BL_MENTION_OFFICE:
      return 3;
    case BL_MENTION_ORG:
    case BL_MENTION_COUNTRY:
      return 2;
    case BL_MENTION_PLACE:
    case BL_MENTION_TREATY:
    case BL_MENTION_DATE:
      return 1;
    default:
      return 0;
    }
}

static void
mark (BlReading *reading, const BlMentions *mentions, guint index)
{
  const BlMention *mention = bl_mentions_get (mentions, index);
  const guint last = bl_words_end (&reading->words, mention->span.end);
  for (guint i = bl_words_at (&reading->words, mention->span.start); i < last; i++)
    {
      guint *known = &g_array_index (reading->mention_at, guint, i);
      if (*known == G_MAXUINT || rank (mention) > rank (bl_mentions_get (mentions, *known)))
        *known = index;
    }
}

static void
fill (GArray *array, guint n)
{
  g_array_set_size (array, n);
  memset (array->data, 0xff, n * sizeof (guint));
}

static void
find_mentions (BlReading *reading, const BlMentions *mentions, guint sentence)
{
  guint first, n;
  bl_mentions_in_sentence (mentions, sentence, &first, &n);
  fill (reading->mention_at, bl_reading_count (reading));
  for (guint i = first; i < first + n; i++)
    if (rank (bl_mentions_get (mentions, i)) > 0)
      mark (reading, mentions, i);
}

guint
bl_reading_mention (const BlReading *reading, guint word)
{
  return word < reading->mention_at->len ? g_array_index (reading->mention_at, guint, word) : G_MAXUINT;
}

/* --- cues ---------------------------------------------------------------------------------------------------------- */

static gboolean
is_free (const BlReading *reading, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    if (bl_reading_mention (reading, i) != G_MAXUINT)
      return FALSE;
  return TRUE;
}

/* "Due to the war" and "promised to Ukraine" are no promises to do something: what follows the "to" is no verb. Who agrees to a
 * meeting has promised it all the same. */
static gboolean
has_its_verb (const BlReading *reading, const BlCue *cue, guint last)
{
  static const char *const determiners[] = { "the",   "a",   "an",  "this", "that", "these", "those", "any", "some", "its",
                                             "their", "his", "her", "our",  "all",  "both",  "such",  "no",  NULL };
  if (cue->kind != BL_CUE_CERTAINTY || !g_str_has_suffix (cue->text, " to") || g_str_has_prefix (cue->text, "agree"))
    return TRUE;
  return !bl_words_is_one (&reading->words, last, determiners) && bl_reading_mention (reading, last) == G_MAXUINT;
}

/* "Critics claim", "the media report": a verb; "the claim", "a report" are nouns. */
static gboolean
is_its_verb (const BlReading *reading, const BlCue *cue, guint word)
{
  static const char *const either[] = { "claim", "report", "note", "state", "stress", NULL };
  static const char *const plural[] = { "people", "media", "police", "they", "we", "who", "to", NULL };
  static const char *const parenthetic[] = { "went on", "goes on", "continued", NULL };
  if (cue->kind != BL_CUE_SPEECH)
    return TRUE;
  static const char *const pronouns[] = { "he", "she", "they", NULL };
  /* "…, he went on, …"; not "as the killing goes on, …" */
  if (g_strv_contains (parenthetic, cue->text)
      && (word == 0
          || (bl_reading_mention (reading, word - 1) == G_MAXUINT && !bl_words_is_one (&reading->words, word - 1, pronouns))))
    return FALSE;
  if (g_strv_contains (parenthetic, cue->text))
    return word + cue->n_words >= bl_reading_count (reading) || bl_reading_breaks (reading, word + cue->n_words) != 0;
  if (cue->n_words > 1 || !g_strv_contains (either, cue->text))
    return TRUE;
  if (word == 0 || bl_reading_breaks (reading, word) != 0)
    return FALSE;
  const char *before = bl_reading_word (reading, word - 1)->text;
  const gsize length = strlen (before);
  return g_strv_contains (plural, before)
         || (length > 3 && before[length - 1] == 's' && before[length - 2] != 's'
             && bl_reading_mention (reading, word - 1) == G_MAXUINT && strcmp (before, "its") != 0
             && strcmp (before, "this") != 0 && strcmp (before, "his") != 0);
}

/* Words [*from, *to) behind a word that may stand inside a cue: a date with its preposition, or an adverb: "will decide next week
 * whether", "agreed on Monday to". FALSE for none. */
static gboolean
find_insert (const BlReading *reading, const BlMentions *mentions, guint word, guint *from, guint *to)
{
  static const char *const before[] = { "on", "in", "late", "early", "earlier", "later", "by", NULL };
  static const char *const never[] = { "never", NULL };
  const guint n = bl_reading_count (reading);
  *from = *to = word + 1;
  if (word + 1 >= n || bl_reading_breaks (reading, word + 1) != 0)
    return FALSE;
  if (bl_words_is_one (&reading->words, *to, before))
    ++*to;
  const guint index = *to < n && bl_reading_breaks (reading, *to) == 0 ? bl_reading_mention (reading, *to) : G_MAXUINT;
  if (index != G_MAXUINT && bl_mentions_get (mentions, index)->type == BL_MENTION_DATE)
    {
      while (*to < n && bl_reading_mention (reading, *to) == index)
        ++*to;
      return TRUE;
    }
  *to = word + 2;
  return *to < n && bl_reading_mention (reading, word + 1) == G_MAXUINT
         && (g_str_has_suffix (bl_reading_word (reading, word + 1)->text, "ly")
             || bl_words_is_one (&reading->words, word + 1, never));
}

/* The cue that begins at a word; *last is one past its words. NULL for none. */
static const BlCue *
cue_at (const BlReading *reading, const BlCues *cues, const BlMentions *mentions, guint word, guint *last)
{
  const BlCue *cue = bl_cues_match (cues, &reading->words, word, 0, 0);
  *last = cue != NULL ? word + cue->n_words : word;
  if (cue != NULL && !is_free (reading, word, *last))
    cue = NULL;
  guint from, to;
  if (bl_reading_mention (reading, word) != G_MAXUINT || !find_insert (reading, mentions, word, &from, &to))
    return cue;
  const BlCue *longer = bl_cues_match (cues, &reading->words, word, from, to);
  if (longer == NULL || longer->n_words < 2 || (cue != NULL && cue->n_words >= longer->n_words)
      || !is_free (reading, to, to + longer->n_words - 1))
    return cue;
  *last = to + longer->n_words - 1;
  return longer;
}

static void
add_hits (BlReading *reading, const BlCue *cue, guint first, guint last)
{
  for (const BlCue *sense = cue; sense != NULL; sense = sense->next)
    {
      const BlCueHit hit = { .cue = sense, .first = first, .last = last };
      g_array_append_val (reading->hits, hit);
    }
}

static void
find_cues (BlReading *reading, const BlCues *cues, const BlMentions *mentions)
{
  const guint n = bl_reading_count (reading);
  g_array_set_size (reading->hits, 0);
  fill (reading->hit_at, n);
  for (guint i = 0; i < n;)
    {
      guint last;
      const BlCue *cue = cue_at (reading, cues, mentions, i, &last);
      if (cue == NULL || !has_its_verb (reading, cue, last) || !is_its_verb (reading, cue, i))
        {
          i++;
          continue;
        }
      for (guint k = i; k < last; k++)
        g_array_index (reading->hit_at, guint, k) = reading->hits->len;
      add_hits (reading, cue, i, last);
      /* "Vowed never to": what was stepped over bears on the statement too. */
      const BlCue *inner = last > i + cue->n_words ? bl_cues_match (cues, &reading->words, i + 1, 0, 0) : NULL;
      if (inner != NULL && inner->kind == BL_CUE_NEGATION && inner->n_words == 1)
        add_hits (reading, inner, i + 1, i + 2);
      i = last;
    }
}

const BlCueHit *
bl_reading_hit (const BlReading *reading, guint word, BlCueKind kind)
{
  if (word >= reading->hit_at->len)
    return NULL;
  for (guint i = g_array_index (reading->hit_at, guint, word); i < reading->hits->len; i++)
    {
      const BlCueHit *hit = &g_array_index (reading->hits, BlCueHit, i);
      if (hit->first > word)
        break;
      if (hit->cue->kind == kind)
        return hit;
    }
  return NULL;
}

gboolean
bl_reading_has (const BlReading *reading, guint from, guint to, BlCueKind kind)
{
  for (guint i = from; i < to; i++)
    if (bl_reading_hit (reading, i, kind) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
bl_reading_has_break (const BlReading *reading, guint from, guint to, guint8 breaks)
{
  for (guint i = from; i < to && i < bl_reading_count (reading); i++)
    if ((bl_reading_breaks (reading, i) & breaks) != 0)
      return TRUE;
  return FALSE;
}

guint
bl_reading_comma (const BlReading *reading, guint from, guint to)
{
  for (guint i = from; i <= to && i < bl_reading_count (reading); i++)
    if ((bl_reading_breaks (reading, i) & BL_BREAK_COMMA) != 0)
      return i;
  return G_MAXUINT;
}

/* --- reading ------------------------------------------------------------------------------------------------------- */

void
bl_reading_read (BlReading *reading, const BlCues *cues, const BlDocument *document, const BlMentions *mentions, guint sentence)
{
  if (reading->sentence == sentence)
    return;
  guint n;
  const BlSentence *sentences = bl_document_sentences (document, &n);
  reading->sentence = sentence;
  reading->cues = cues;
  bl_words_read (&reading->words, document, sentence < n ? sentences[sentence].span : bl_span (0, 0));
  find_mentions (reading, mentions, sentence);
  find_cues (reading, cues, mentions);
}
