#include "events/sentence_pairs.h"

#include "events/alignment.h"

/* Articles of unknown days: sentences with less in common may tell of two events of one kind. */
#define MIN_SHARED_UNDATED 7

/* The sentences of the corpus that are aligned. */
typedef struct
{
  GArray *alignable; /* BlAlignable */
  GArray *sides;     /* BlPairSide, by the same index */
} Sentences;

static void
collect_article (Sentences *sentences, const BlArticleClaims *claims, guint min_terms)
{
  const GPtrArray *list = bl_article_claims_list (claims);
  const BlArticle *article = bl_article_claims_article (claims);
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
      const BlAlignable sentence = { .terms = all[i].terms,
                                     .names = all[i].names,
                                     .article = article->index,
                                     .day = bl_date_first_day (article->published),
                                     .head = all[i].head };
      g_array_append_val (sentences->alignable, sentence);
      g_array_append_val (sentences->sides, side);
    }
}

static BlSentencePair
make_pair (const Sentences *sentences, const BlAligned *found, gboolean one_event)
{
  const BlPairSide *a = &g_array_index (sentences->sides, BlPairSide, found->a);
  const BlPairSide *b = &g_array_index (sentences->sides, BlPairSide, found->b);
  const gboolean known = g_array_index (sentences->alignable, BlAlignable, found->a).day != 0;
  return (BlSentencePair){ .a = *a,
                           .b = *b,
                           .overlap = found->overlap,
                           .dice = found->dice,
                           .n_shared = found->n_shared,
                           .dated = one_event || known || a->article == b->article };
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

GArray *
bl_pairs_align (BlCompareState *state)
{
  const GPtrArray *articles = state->input->article_claims;
  g_autoptr (GArray) alignable = g_array_new (FALSE, FALSE, sizeof (BlAlignable));
  g_autoptr (GArray) sides = g_array_new (FALSE, FALSE, sizeof (BlPairSide));
  Sentences sentences = { .alignable = alignable, .sides = sides };
  for (guint i = 0; i < articles->len; i++)
    collect_article (&sentences, articles->pdata[i], state->input->one_event ? 1 : BL_ALIGNABLE_TERMS);
  const BlWider *wider = state->input->wider;
  g_autoptr (BlCorpusTerms) corpus = bl_corpus_terms_new (alignable, wider != NULL ? wider->counts : NULL);
  guint64 n_cut = 0;
  g_autoptr (GArray) ties
      = wider != NULL ? take_ties (corpus, wider->ties) : bl_events_find (corpus, state->input->one_event, &n_cut);
  if (n_cut > 0)
    bl_compare_not_checked (state, "articles on one event beyond the likest " G_STRINGIFY (BL_EVENT_NEAREST));
  g_autoptr (GArray) aligned = bl_align (corpus, ties, state->input->one_event, state->input->jobs);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (BlSentencePair));
  for (guint i = 0; i < aligned->len; i++)
    {
      const BlSentencePair pair = make_pair (&sentences, &g_array_index (aligned, BlAligned, i), state->input->one_event);
      const gboolean stopped = !pair.dated && (pair.dice < BL_NEARLY_SAME || pair.n_shared < MIN_SHARED_UNDATED);
      if (state->input->log != NULL)
        log_pair (state->input->log, &pair, stopped ? "of unknown days, and not nearly the same" : NULL);
      if (stopped)
        state->gates[BL_GATE_TIME]++;
      else
        g_array_append_val (pairs, pair);
    }
  return pairs;
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
