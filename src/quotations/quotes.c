/* quote/altered and quote/speaker: one quotation in two places.
 *
 * Quotations of equal words are one text; distinct texts that share rare runs of three words are laid side by side. The index
 * holds each run at most MAX_WITNESSES times, so the work is linear in the words of the quotations. What differs after folding is
 * judged in quote_judge.c. Of two wordings the one that contradicts more others is asked about, then the one with fewer origins,
 * then the later one. */
#include "judge/saying.h"
#include "quotations/quotations.h"
#include "quotations/quote_judge.h"
#include "quotations/quote_texts.h"

#include "knowledge/names.h"

#include <string.h>

#define WINDOW_DAYS 30

/* What one person says twice in so few days is one statement. */
#define SPEECH_DAYS 3

/* Inside one article people repeat themselves in other words; a pull quote of the article repeats so many. */
#define REPEATED_WORDS 16

/* The same words must be this many before two speakers of them are a conflict. */
#define SPEAKER_WORDS 10

#define MAX_WITNESSES 4

/* Names this alike are one name in two spellings. */
#define ONE_NAME 0.72

typedef struct
{
  BlQuoteText *a, *b;
  BlQuoteVerdict verdict;
  guint equal; /* words */
} Pair;

typedef struct
{
  BlCompareState *state;
  BlQuoteTexts texts;
  GArray *pairs; /* Pair */
  BlQuoteJudge judge;
  GHashTable *repeated; /* "ARTICLE:WORD:WORD": the article itself has both wordings */
  GHashTable *told;     /* "ARTICLE:OFFSET" and the differing words: one finding each */
} Quotes;

static const BlQuoteDetail *
detail_of (const BlClaim *claim)
{
  return claim->detail;
}

/* --- which side, and what is said --------------------------------------------------------------------------------- */

static gboolean
in_window (const BlClaim *a, const BlClaim *b)
{
  return a->at.article == b->at.article || bl_date_range_days_apart (a->time, b->time) <= WINDOW_DAYS;
}

/* "Cheryl Boone Isaacs" and "Boone Isaacs", "Kempthorne" with and without an initial: one name in common, or nearly, is one
 * person. */
static gboolean
may_be_one_person (const BlKnowledge *kb, const char *a, const char *b)
{
  g_auto (GStrv) names_a = g_strsplit_set (strchr (a, '/') + 1, " -", -1);
  g_auto (GStrv) names_b = g_strsplit_set (strchr (b, '/') + 1, " -", -1);
  for (guint i = 0; names_a[i] != NULL; i++)
    for (guint k = 0; names_b[k] != NULL; k++)
      if (strlen (names_a[i]) > 2 && strlen (names_b[k]) > 2
          && bl_name_token_similarity (kb, names_a[i], names_b[k]) >= ONE_NAME)
        return TRUE;
  return FALSE;
}

/* Two people who may each have said it: a formula, or a dispute about who did. */
static gboolean
speakers_differ (const BlKnowledge *kb, const BlClaim *a, const BlClaim *b)
{
  return a->speaker != NULL && b->speaker != NULL && detail_of (a)->named && detail_of (b)->named
         && !may_be_one_person (kb, a->speaker, b->speaker);
}

static guint
count_origins (const Quotes *quotes, const BlQuoteText *text)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  for (guint i = 0; i < text->claims->len; i++)
    g_ptr_array_add (articles, (gpointer) ((const BlClaim *) text->claims->pdata[i])->at.article);
  return bl_origins_count (quotes->state->input->origins, articles);
}

/* TRUE when a is the side that is asked about. */
static gboolean
is_odd (const Quotes *quotes, const BlQuoteText *a, const BlQuoteText *b)
{
  if (a->n_against != b->n_against)
    return a->n_against > b->n_against;
  const guint origins_a = count_origins (quotes, a), origins_b = count_origins (quotes, b);
  if (origins_a != origins_b)
    return origins_a < origins_b;
  return bl_compare_is_later (a->claims->pdata[0], b->claims->pdata[0]);
}

/* The words of a run as written, with the word before where the run itself is empty ("will" against "will not"). */
static char *
surface_of (const BlQuoteWord *words, guint first, guint end, gboolean more)
{
  GString *text = g_string_new (NULL);
  for (guint i = more && first > 0 ? first - 1 : first; i < end; i++)
    {
      const gboolean repeated = i > 0 && text->len > 0 && words[i].surface == words[i - 1].surface;
      if (!repeated)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i].surface);
    }
  return g_string_free (text, FALSE);
}

static void
say_words (BlComparison *comparison, const Pair *pair, gboolean odd_is_a)
{
  const BlQuoteRun *run = &pair->verdict.run;
  const gboolean more = run->a_first == run->a_end || run->b_first == run->b_end;
  g_autofree char *a = surface_of (pair->a->words, run->a_first, run->a_end, more);
  g_autofree char *b = surface_of (pair->b->words, run->b_first, run->b_end, more);
  bl_comparison_say (comparison, "value", "%s", odd_is_a ? a : b);
  bl_comparison_say (comparison, "other", "%s", odd_is_a ? b : a);
}

static gboolean
is_copy (const Quotes *quotes, const BlClaim *a, const BlClaim *b)
{
  const BlOrigins *origins = quotes->state->input->origins;
  return a->at.article != b->at.article
         && bl_origins_cluster (origins, a->at.article) == bl_origins_cluster (origins, b->at.article);
}

static double
confidence_of (BlAltered kind, gboolean copy)
{
  const double base = kind == BL_ALTERED_WORD ? 0.75 : 0.85;
  return copy ? base + 0.1 : base;
}

/* TRUE the first time; a wording that two others contradict alike is told once. */
static gboolean
tell_once (Quotes *quotes, const BlClaim *claim, const char *what)
{
  return g_hash_table_add (
      quotes->told, g_strdup_printf ("%u:%" G_GSIZE_FORMAT ":%s", claim->at.article->index, claim->at.location.offset, what));
}

static char *
repetition_key (const Pair *pair, const BlArticle *article)
{
  const BlQuoteRun *run = &pair->verdict.run;
  const char *a = run->a_first < run->a_end ? pair->a->words[run->a_first].text : "";
  const char *b = run->b_first < run->b_end ? pair->b->words[run->b_first].text : "";
  const gboolean in_order = strcmp (a, b) < 0;
  return g_strdup_printf ("%u:%s:%s", article->index, in_order ? a : b, in_order ? b : a);
}

/* Both wordings stand in one article: they were said one after the other, wherever else only one of them is printed. */
static void
note_repetition (Quotes *quotes, const Pair *pair)
{
  if (pair->equal >= REPEATED_WORDS)
    return;
  for (guint i = 0; i < pair->a->claims->len; i++)
    for (guint k = 0; k < MIN (pair->b->claims->len, MAX_WITNESSES); k++)
      {
        const BlClaim *a = pair->a->claims->pdata[i], *b = pair->b->claims->pdata[k];
        if (a->at.article == b->at.article)
          g_hash_table_add (quotes->repeated, repetition_key (pair, a->at.article));
      }
}

static gboolean
is_repetition (const Quotes *quotes, const Pair *pair, const BlClaim *a, const BlClaim *b)
{
  g_autofree char *key_a = repetition_key (pair, a->at.article), *key_b = repetition_key (pair, b->at.article);
  return g_hash_table_contains (quotes->repeated, key_a) || g_hash_table_contains (quotes->repeated, key_b);
}

/* --- altered ------------------------------------------------------------------------------------------------------- */

static void
tell_altered (Quotes *quotes, const Pair *pair, gboolean odd_is_a, const BlClaim *claim)
{
  const BlQuoteText *usual = odd_is_a ? pair->b : pair->a;
  g_autoptr (BlComparison) comparison = NULL;
  for (guint i = 0, n = 0; i < usual->claims->len && n < MAX_WITNESSES; i++)
    {
      const BlClaim *other = usual->claims->pdata[i];
      if (!in_window (claim, other))
        {
          bl_compare_judged (quotes->state, claim, other, bl_stopped (BL_GATE_TIME, "the articles are too far apart"));
          continue;
        }
      if (speakers_differ (quotes->state->input->kb, claim, other))
        {
          bl_compare_judged (quotes->state, claim, other, bl_stopped (BL_GATE_SPEAKER, "the speakers differ"));
          continue;
        }
      if (is_repetition (quotes, pair, claim, other))
        {
          bl_compare_judged (quotes->state, claim, other, bl_stopped (BL_GATE_SPEAKER, "one article has both wordings"));
          continue;
        }
      const BlEvidence evidence = bl_evidence_claim (BL_ROLE_DIFFERS, other);
      n++;
      if (comparison != NULL)
        {
          bl_comparison_add_evidence (comparison, &evidence);
          continue;
        }
      /* Another word may be a slip of the ear, or said another time; a number, a name or a negation cannot be both ways. */
      const gboolean may_be = pair->verdict.worst == BL_ALTERED_WORD && !quotes->state->input->one_event;
      const BlRelation relation = may_be ? BL_RELATION_DIFFERS : BL_RELATION_CONTRADICTION;
      const gboolean copy = is_copy (quotes, claim, other);
      comparison = bl_comparison_new ("quote/altered", relation, claim, &evidence);
      comparison->confidence = confidence_of (pair->verdict.worst, copy);
      say_words (comparison, pair, odd_is_a);
      g_autofree char *where = bl_where_name (claim, other);
      bl_comparison_say (comparison, "where", "%s", where);
      if (copy)
        bl_comparison_say (comparison, "copy", "altered in the copy");
    }
  if (comparison == NULL)
    return;
  if (tell_once (quotes, claim, bl_comparison_word (comparison, "value")))
    bl_compare_add (quotes->state, g_steal_pointer (&comparison));
}

static void
tell_pair (Quotes *quotes, const Pair *pair)
{
  const gboolean odd_is_a = is_odd (quotes, pair->a, pair->b);
  const BlQuoteText *odd = odd_is_a ? pair->a : pair->b;
  for (guint i = 0; i < odd->claims->len; i++)
    tell_altered (quotes, pair, odd_is_a, odd->claims->pdata[i]);
}

/* --- speakers ------------------------------------------------------------------------------------------------------ */

/* One person is said to have said it, in so many words, and nobody else is near. */
static gboolean
is_surely_said (const BlClaim *claim)
{
  const BlQuoteDetail *detail = detail_of (claim);
  return claim->speaker != NULL && detail->named && detail->n_persons == 1 && !detail->second_hand;
}

static const char *
speaker_name (const Quotes *quotes, const BlClaim *claim)
{
  if (g_str_has_prefix (claim->speaker, "person/"))
    {
      const BlPerson *person = bl_knowledge_person (quotes->state->input->kb, claim->speaker + strlen ("person/"));
      if (person != NULL)
        return person->name;
    }
  return strchr (claim->speaker, '/') + 1;
}

static void
tell_speakers (Quotes *quotes, const BlClaim *a, const BlClaim *b)
{
  if (!is_surely_said (a) || !is_surely_said (b) || may_be_one_person (quotes->state->input->kb, a->speaker, b->speaker)
      || !in_window (a, b))
    return;
  const BlClaim *odd = bl_compare_is_later (a, b) ? a : b, *usual = odd == a ? b : a;
  if (!tell_once (quotes, odd, "speaker"))
    return;
  const BlEvidence evidence = bl_evidence_claim (BL_ROLE_DIFFERS, usual);
  BlComparison *comparison = bl_comparison_new ("quote/speaker", BL_RELATION_CONTRADICTION, odd, &evidence);
  comparison->confidence = is_copy (quotes, odd, usual) ? 0.9 : 0.75;
  g_autofree char *where = bl_where_name (odd, usual);
  bl_comparison_say (comparison, "speaker", "%s", speaker_name (quotes, odd));
  bl_comparison_say (comparison, "other-speaker", "%s", speaker_name (quotes, usual));
  bl_comparison_say (comparison, "where", "%s", where);
  bl_compare_add (quotes->state, comparison);
}

/* Each text has its first sure speaker; one claim a text stands for all that agree with it. */
static const BlClaim *
said_by (const BlQuoteText *text)
{
  for (guint i = 0; i < text->claims->len; i++)
    if (is_surely_said (text->claims->pdata[i]))
      return text->claims->pdata[i];
  return NULL;
}

static void
check_speakers_inside (Quotes *quotes, const BlQuoteText *text)
{
  const BlClaim *first = said_by (text);
  if (first == NULL || bl_quote_words_count (text->words, text->n_words) < SPEAKER_WORDS)
    return;
  for (guint i = 0; i < text->claims->len; i++)
    tell_speakers (quotes, first, text->claims->pdata[i]);
}

/* One person, and not another speech weeks later. */
static gboolean
one_speaker (const BlClaim *a, const BlClaim *b)
{
  return a->speaker != NULL && b->speaker != NULL && strcmp (a->speaker, b->speaker) == 0
         && !g_str_has_prefix (a->speaker, "unnamed/") && bl_date_range_days_apart (a->time, b->time) <= SPEECH_DAYS;
}

/* --- the check ------------------------------------------------------------------------------------------------------ */

/* Nothing is told of quotations further apart, so they need not be laid side by side: in a corpus of years most texts of common words are. */
static gboolean
may_meet (const BlQuoteText *a, const BlQuoteText *b)
{
  return (gint64) a->first - b->last <= WINDOW_DAYS && (gint64) b->first - a->last <= WINDOW_DAYS;
}

static void
compare_texts (Quotes *quotes, BlQuoteText *a, BlQuoteText *b)
{
  if (!may_meet (a, b))
    {
      bl_compare_judged (quotes->state, a->claims->pdata[0], b->claims->pdata[0],
                         bl_stopped (BL_GATE_TIME, "the articles are too far apart"));
      return;
    }
  BlQuoteAlignment alignment;
  bl_quote_align (a->words, a->n_words, b->words, b->n_words, &alignment);
  const BlQuoteVerdict verdict
      = bl_quote_judge (a->words, b->words, &alignment, one_speaker (a->claims->pdata[0], b->claims->pdata[0]), &quotes->judge);
  const guint longest = alignment.longest, equal = alignment.equal;
  bl_quote_alignment_clear (&alignment);
  if (verdict.worst == BL_ALTERED_OTHER)
    {
      bl_compare_judged (quotes->state, a->claims->pdata[0], b->claims->pdata[0],
                         bl_stopped (BL_GATE_QUOTE, "the quotations are different ones"));
      return;
    }
  if (verdict.worst == BL_ALTERED_NOT && longest >= SPEAKER_WORDS)
    {
      const BlClaim *x = said_by (a), *y = said_by (b);
      if (x != NULL && y != NULL)
        tell_speakers (quotes, x, y);
    }
  if (verdict.worst < BL_ALTERED_WORD)
    return;
  const Pair pair = { .a = a, .b = b, .verdict = verdict, .equal = equal };
  note_repetition (quotes, &pair);
  g_array_append_val (quotes->pairs, pair);
  a->n_against++;
  b->n_against++;
}

static void
check_text (Quotes *quotes, guint index)
{
  BlQuoteText *text = bl_quote_texts_get (&quotes->texts, index);
  check_speakers_inside (quotes, text);
  if (text->n_words > BL_QUOTE_ALIGN_WORDS)
    bl_compare_not_checked (quotes->state, "quotations too long to compare to their end");
  g_autoptr (GArray) candidates = bl_quote_texts_candidates (&quotes->texts, index);
  for (guint k = 0; k < candidates->len; k++)
    compare_texts (quotes, bl_quote_texts_get (&quotes->texts, g_array_index (candidates, guint, k)), text);
}

void
bl_check_quotes (BlCompareState *state)
{
  g_autoptr (GPtrArray) claims = bl_compare_claims_of (state, "says");
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (BlStemmer) stemmer = bl_stemmer_new ();
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) repeated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Quotes quotes = { .state = state,
                    .pairs = pairs,
                    .judge = { .stemmer = stemmer, .kb = state->input->kb, .kinds = state->input->kinds },
                    .repeated = repeated,
                    .told = told };
  bl_quote_texts_init (&quotes.texts, claims);
  for (guint i = 0; i < quotes.texts.list->len; i++)
    check_text (&quotes, i);
  for (guint i = 0; i < pairs->len; i++)
    tell_pair (&quotes, &g_array_index (pairs, Pair, i));
  for (guint i = 0; i < quotes.texts.n_cut; i++)
    bl_compare_not_checked (state, "runs of words in too many quotations to compare them all");
  bl_quote_texts_clear (&quotes.texts);
}
