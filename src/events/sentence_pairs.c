#include "events/sentence_pairs.h"

#include "events/alignment.h"

/* Articles of unknown days: sentences with less in common may tell of two events of one kind. */
#define MIN_SHARED_UNDATED 7

struct BlPairs
{
  GArray *sides;   /* BlPairSide, of all sentences that are aligned */
  GArray *aligned; /* BlAligned, by index of side */
  gboolean one_event;
};

static void
collect_article (GArray *sides, const BlArticleClaims *claims, guint min_terms)
{
  const GPtrArray *list = bl_article_claims_list (claims);
  guint n;
  const BlClaimSentence *all = bl_article_claims_sentences (claims, &n);
  for (guint i = 0; i < n; i++)
    {
      if (all[i].n_terms < min_terms)
        continue;
      const BlPairSide side = { .article = claims,
                                .sentence = &all[i],
                                .claims = (const BlClaim *const *) list->pdata + all[i].first_claim,
                                .n_claims = all[i].n_claims };
      g_array_append_val (sides, side);
    }
}

static GArray *
list_alignable (const GArray *sides)
{
  GArray *alignable = g_array_sized_new (FALSE, FALSE, sizeof (BlAlignable), sides->len);
  for (guint i = 0; i < sides->len; i++)
    {
      const BlPairSide *side = &g_array_index (sides, BlPairSide, i);
      const BlArticle *article = bl_article_claims_article (side->article);
      const BlAlignable sentence = { .terms = side->sentence->terms,
                                     .names = side->sentence->names,
                                     .article = article->index,
                                     .day = bl_date_first_day (article->published),
                                     .head = side->sentence->head };
      g_array_append_val (alignable, sentence);
    }
  return alignable;
}

static void
log_pair (BlGateLog *log, const BlSentencePair *pair, const char *why)
{
  const BlGateSentences entry = { .article_a = bl_article_claims_article (pair->a.article)->index,
                                  .article_b = bl_article_claims_article (pair->b.article)->index,
                                  .sentence_a = pair->a.sentence->index,
                                  .sentence_b = pair->b.sentence->index,
                                  .overlap = pair->overlap,
                                  .dice = pair->dice,
                                  .n_shared = pair->n_shared,
                                  .why = why };
  bl_gate_log_add_sentences (log, &entry);
}

/* Ties of articles as ties of entries; the order stays. */
static GArray *
take_ties (const BlCorpusTerms *corpus, const GArray *wider)
{
  guint n;
  const BlArticleEntry *articles = bl_corpus_terms_articles (corpus, &n);
  g_autofree guint *entries = g_new0 (guint, (n > 0 ? articles[n - 1].article : 0) + 1); /* + 1; 0: none */
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (BlEventTie));
  for (guint i = 0; i < n; i++)
    entries[articles[i].article] = i + 1;
  for (guint i = 0; i < wider->len; i++)
    {
      BlEventTie tie = g_array_index (wider, BlEventTie, i);
      const guint last = n > 0 ? articles[n - 1].article : 0;
      if (tie.a > last || tie.b > last || entries[tie.a] == 0 || entries[tie.b] == 0)
        continue;
      tie.a = entries[tie.a] - 1;
      tie.b = entries[tie.b] - 1;
      g_array_append_val (ties, tie);
    }
  return ties;
}

/* Ties of entries as ties of articles, those of one event. */
static GArray *
tie_articles (const BlCorpusTerms *corpus, const GArray *ties)
{
  guint n;
  const BlArticleEntry *articles = bl_corpus_terms_articles (corpus, &n);
  GArray *tied = g_array_new (FALSE, FALSE, sizeof (BlEventTie));
  for (guint i = 0; i < ties->len; i++)
    {
      BlEventTie tie = g_array_index (ties, BlEventTie, i);
      tie.a = articles[tie.a].article;
      tie.b = articles[tie.b].article;
      if (tie.same_event)
        g_array_append_val (tied, tie);
    }
  return tied;
}

/* The tables of terms are as large as what comes of them, and are gone when it is looked at. */
static GArray *
align (BlCompareState *state, const GArray *sides)
{
  const BlCompareInput *input = state->input;
  g_autoptr (GArray) alignable = list_alignable (sides);
  g_autoptr (BlCorpusTerms) corpus = bl_corpus_terms_new (alignable, input->wider != NULL ? input->wider->counts : NULL);
  guint64 n_cut = 0;
  g_autoptr (GArray) ties
      = input->wider != NULL ? take_ties (corpus, input->wider->ties) : bl_events_find (corpus, input->one_event, &n_cut);
  if (n_cut > 0)
    bl_compare_not_checked (state, "articles on one event beyond the likest " G_STRINGIFY (BL_EVENT_NEAREST));
  g_clear_pointer (&state->ties, g_array_unref);
  state->ties = tie_articles (corpus, ties);
  return bl_align (corpus, ties, input->one_event, input->jobs);
}

/* Of articles of unknown days only pairs that are nearly the same stay. */
static void
drop_undated (BlCompareState *state, BlPairs *pairs)
{
  guint n = 0;
  for (guint i = 0; i < pairs->aligned->len; i++)
    {
      const BlSentencePair pair = bl_pairs_get (pairs, i);
      const gboolean stopped = !pair.dated && (pair.dice < BL_NEARLY_SAME || pair.n_shared < MIN_SHARED_UNDATED);
      if (state->input->log != NULL)
        log_pair (state->input->log, &pair, stopped ? "of unknown days, and not nearly the same" : NULL);
      if (stopped)
        state->gates[BL_GATE_TIME]++;
      else
        g_array_index (pairs->aligned, BlAligned, n++) = g_array_index (pairs->aligned, BlAligned, i);
    }
  g_array_set_size (pairs->aligned, n);
}

BlPairs *
bl_pairs_align (BlCompareState *state)
{
  const GPtrArray *articles = state->input->article_claims;
  BlPairs *pairs = g_new0 (BlPairs, 1);
  pairs->one_event = state->input->one_event;
  pairs->sides = g_array_new (FALSE, FALSE, sizeof (BlPairSide));
  for (guint i = 0; i < articles->len; i++)
    collect_article (pairs->sides, articles->pdata[i], pairs->one_event ? 1 : BL_ALIGNABLE_TERMS);
  pairs->aligned = align (state, pairs->sides);
  drop_undated (state, pairs);
  return pairs;
}

void
bl_pairs_free (BlPairs *pairs)
{
  if (pairs == NULL)
    return;
  g_array_unref (pairs->sides);
  g_array_unref (pairs->aligned);
  g_free (pairs);
}

guint
bl_pairs_count (const BlPairs *pairs)
{
  return pairs->aligned->len;
}

BlSentencePair
bl_pairs_get (const BlPairs *pairs, guint index)
{
  const BlAligned *found = &g_array_index (pairs->aligned, BlAligned, index);
  const BlPairSide *a = &g_array_index (pairs->sides, BlPairSide, found->a);
  const BlPairSide *b = &g_array_index (pairs->sides, BlPairSide, found->b);
  return (BlSentencePair){ .a = *a,
                           .b = *b,
                           .overlap = found->overlap,
                           .dice = found->dice,
                           .n_shared = found->n_shared,
                           .dated = pairs->one_event || a->article == b->article
                                    || bl_date_first_day (bl_article_claims_article (a->article)->published) != 0 };
}

/* --- conflicts ----------------------------------------------------------------------------------------------------- */

gboolean
bl_pair_is_of_one_day (const BlCompareState *state, const BlSentencePair *pair)
{
  const BlArticle *a = bl_article_claims_article (pair->a.article), *b = bl_article_claims_article (pair->b.article);
  return state->input->one_event || bl_date_first_day (a->published) == bl_date_first_day (b->published);
}

void
bl_conflict_tell (BlCompareState *state, const BlConflict *conflict, BlVerdict verdict, GArray *conflicts)
{
  bl_compare_judged (state, conflict->a, conflict->b, verdict);
  if (verdict.gate != BL_GATE_NONE)
    return;
  BlConflict told = *conflict;
  told.relation = verdict.relation;
  g_array_append_val (conflicts, told);
}

void
bl_pair_tell (BlCompareState *state, const BlConflict *conflict, BlVerdict verdict, double sure, GArray *conflicts)
{
  BlConflict told = *conflict;
  told.id = conflict->a->at.article == conflict->b->at.article ? "claim/self" : "claim/contradiction";
  told.confidence = verdict.relation == BL_RELATION_CONTRADICTION ? sure : 0.6;
  bl_conflict_tell (state, &told, verdict, conflicts);
}
