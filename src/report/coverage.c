#include "report/coverage.h"

#include "compare/witnesses.h"
#include "report/comparable.h"
#include "report/words_covered.h"

#include <string.h>

/* What is collected of an article before its spans are settled. */
typedef struct
{
  BlSpan span;
  const BlPlace *at;
  const BlClaim *claim;     /* or NULL */
  const BlFinding *finding; /* or NULL */
  BlCheckable kind;
} Entry;

typedef struct
{
  const BlRun *run;
  const BlWitnesses *witnesses;
  GHashTable *relays;   /* pairs of articles of which one has something from the other */
  GHashTable *dissents; /* const BlClaim * → the first claim that speakers have against it */
  const BlArticleClaims *article_claims;
  BlCoverage *coverage;
} Builder;

/* --- spans ----------------------------------------------------------------------------------------------------------- */

/* Where a place stands in the text of its document. FALSE when it does not stand there as it says. */
static gboolean
locate (const BlPlace *place, BlSpan *span)
{
  guint n;
  gsize length;
  const BlSentence *sentences = bl_document_sentences (place->article->document, &n);
  const char *text = bl_document_text (place->article->document, &length);
  if (place->text == NULL || place->text[0] == '\0' || place->sentence_index >= n)
    return FALSE;
  const gsize start = sentences[place->sentence_index].span.start + place->in_sentence.start, size = strlen (place->text);
  if (start > length || size > length - start || memcmp (text + start, place->text, size) != 0)
    return FALSE;
  *span = bl_span (start, start + size);
  return TRUE;
}

static gboolean
kind_of (const BlClaim *claim, BlCheckable *kind)
{
  static const struct
  {
    const char *predicate;
    BlCheckable kind;
  } kinds[] = {
    { "counts", BL_CHECKABLE_FIGURE },  { "is-aged", BL_CHECKABLE_FIGURE }, { "bears", BL_CHECKABLE_FIGURE },
    { "tallies", BL_CHECKABLE_FIGURE }, { "happens-on", BL_CHECKABLE_DAY }, { "holds-office", BL_CHECKABLE_OFFICE },
    { "says", BL_CHECKABLE_QUOTATION },
  };
  *kind = BL_CHECKABLE_STATEMENT;
  if (claim->rule != NULL)
    return claim->rule->kind == BL_RULE_CLAIM;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (claim->predicate, kinds[i].predicate) == 0)
      {
        *kind = kinds[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* TRUE for the first time that the article gives this office to this person. */
static gboolean
is_first (GHashTable *offices, const BlClaim *claim)
{
  return g_hash_table_add (offices, g_strconcat (claim->key[0].value, "\x1f", claim->value.text, NULL));
}

static GArray *
collect_claims (const BlArticleClaims *article_claims)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GHashTable) offices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *list = bl_article_claims_list (article_claims);
  for (guint i = 0; i < list->len; i++)
    {
      const BlClaim *claim = list->pdata[i];
      Entry entry = { .at = &claim->at, .claim = claim };
      if ((claim->voice & BL_VOICE_BOILERPLATE) == 0 && kind_of (claim, &entry.kind) && locate (entry.at, &entry.span)
          && (entry.kind != BL_CHECKABLE_OFFICE || is_first (offices, claim)))
        g_array_append_val (entries, entry);
    }
  return entries;
}

/* By place, the longer one first; of one span claims first, in their order, then findings, the worst first. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end ? -1 : 1;
  if ((x->finding == NULL) != (y->finding == NULL))
    return x->finding == NULL ? -1 : 1;
  if (x->finding == NULL)
    return 0;
  if (x->finding->severity != y->finding->severity)
    return x->finding->severity > y->finding->severity ? -1 : 1;
  return strcmp (x->finding->fingerprint, y->finding->fingerprint);
}

/* --- findings -------------------------------------------------------------------------------------------------------- */

static void
add_place (GHashTable *places, const gboolean *wanted, const BlFinding *finding, const BlPlace *at)
{
  Entry entry = { .at = at, .finding = finding, .kind = BL_CHECKABLE_OTHER };
  if (at == NULL || (wanted != NULL && !wanted[at->article->index]) || !locate (at, &entry.span))
    return;
  GArray *entries = g_hash_table_lookup (places, at->article);
  if (entries == NULL)
    {
      entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      g_hash_table_insert (places, (gpointer) at->article, entries);
    }
  g_array_append_val (entries, entry);
}

/* Where errors and warnings stand in each article, on either side: const BlArticle * → GArray of Entry. */
static GHashTable *
index_findings (const BlRun *run, const gboolean *wanted)
{
  GHashTable *places = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  const GPtrArray *list = bl_findings_list (run->findings);
  for (guint i = 0; i < list->len; i++)
    {
      const BlFinding *finding = list->pdata[i];
      if (finding->severity == BL_SEVERITY_NOTE)
        continue;
      add_place (places, wanted, finding, finding->at);
      for (guint k = 0; k < finding->evidence->len; k++)
        {
          const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, k);
          if (evidence->role == BL_ROLE_CONTRADICTS || evidence->role == BL_ROLE_DIFFERS)
            add_place (places, wanted, finding, evidence->place);
        }
    }
  return places;
}

/* --- states ---------------------------------------------------------------------------------------------------------- */

/* A pair of articles, in either order; freed by g_free(). */
static gint64 *
pair_new (guint a, guint b)
{
  const gint64 pair = ((gint64) MIN (a, b) << 32) | MAX (a, b);
  return g_memdup2 (&pair, sizeof pair);
}

/* "The Times reported": for which of its statements is often not said, so what two such articles say alike is no agreement of two. */
static GHashTable *
index_relays (const BlOrigins *origins)
{
  GHashTable *relays = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const GArray *edges = bl_origins_edges (origins);
  for (guint i = 0; i < edges->len; i++)
    {
      const BlOriginEdge *edge = &g_array_index (edges, BlOriginEdge, i);
      if (edge->kind == BL_EDGE_RELAY)
        g_hash_table_add (relays, pair_new (edge->from, edge->to));
    }
  return relays;
}

static gboolean
is_independent (const Builder *builder, const BlArticle *here, const BlArticle *there)
{
  const BlOrigins *origins = builder->run->origins;
  g_autofree gint64 *pair = pair_new (here->index, there->index);
  return bl_origins_witness (origins, here) != bl_origins_witness (origins, there)
         && bl_origins_cluster (origins, here) != bl_origins_cluster (origins, there)
         && !g_hash_table_contains (builder->relays, pair);
}

static GHashTable *
index_dissents (const BlRun *run)
{
  GHashTable *dissents = g_hash_table_new (NULL, NULL);
  const GArray *related = bl_comparisons_related (run->comparisons);
  for (guint i = 0; i < related->len; i++)
    {
      const BlRelated *dispute = &g_array_index (related, BlRelated, i);
      if (dispute->relation != BL_RELATION_DISPUTED)
        continue;
      if (!g_hash_table_contains (dissents, dispute->a))
        g_hash_table_insert (dissents, (gpointer) dispute->a, (gpointer) dispute->b);
      if (!g_hash_table_contains (dissents, dispute->b))
        g_hash_table_insert (dissents, (gpointer) dispute->b, (gpointer) dispute->a);
    }
  return dissents;
}

static void
add_witnesses (const Builder *builder, BlCoverSpan *span, const BlClaim *claim)
{
  const GArray *list = bl_witnesses_of (builder->witnesses, claim);
  const BlOrigins *origins = builder->run->origins;
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const BlWitness *witness = &g_array_index (list, BlWitness, i);
      const guint origin = bl_origins_witness (origins, witness->claim->at.article);
      if (witness->same_words || !is_independent (builder, claim->at.article, witness->claim->at.article))
        span->n_copies++;
      else if (g_hash_table_add (told, GUINT_TO_POINTER (origin)))
        {
          if (span->witnesses == NULL)
            span->witnesses = g_ptr_array_new ();
          g_ptr_array_add (span->witnesses, (gpointer) witness->claim);
        }
    }
}

/* What one claim of a span makes of it; of several the one that could be compared counts. */
static void
take_claim (const Builder *builder, BlCoverSpan *span, const BlClaim *claim)
{
  const char *reason = bl_not_comparable (claim, builder->article_claims);
  if (!bl_is_not_asserted (claim) && span->witnesses == NULL)
    add_witnesses (builder, span, claim);
  if (span->dissent == NULL)
    span->dissent = g_hash_table_lookup (builder->dissents, claim);
  if (span->witnesses != NULL)
    span->state = BL_COVER_AGREES;
  else if (reason == NULL)
    span->state = BL_COVER_SINGLE;
  else if (span->state == BL_COVER_NOT_COMPARABLE && span->reason == NULL)
    span->reason = reason;
  if (span->state != BL_COVER_NOT_COMPARABLE)
    span->reason = NULL;
}

static void
take_finding (const Builder *builder, BlCoverSpan *span, const BlFinding *finding)
{
  const gboolean open = !bl_review_hides (builder->run->review, finding);
  if (span->findings == NULL)
    span->findings = g_ptr_array_new ();
  if (g_ptr_array_find (span->findings, finding, NULL))
    return;
  /* What is asked stands before what is decided. */
  guint at = span->findings->len;
  while (open && at > 0 && bl_review_hides (builder->run->review, span->findings->pdata[at - 1]))
    at--;
  g_ptr_array_insert (span->findings, (gint) at, (gpointer) finding);
  if (open)
    span->state = BL_COVER_QUERY;
  else if (span->state != BL_COVER_QUERY)
    span->state = BL_COVER_SET_ASIDE;
}

/* Entries of one span, in their order. */
static void
add_span (const Builder *builder, BlSpan place, const Entry *entries, guint n)
{
  BlCoverSpan span = { .span = place, .at = entries->at, .kind = entries->kind, .state = BL_COVER_NOT_COMPARABLE };
  for (guint i = 0; i < n; i++)
    if (entries[i].claim != NULL)
      take_claim (builder, &span, entries[i].claim);
  for (guint i = 0; i < n; i++)
    if (entries[i].finding != NULL)
      take_finding (builder, &span, entries[i].finding);
  if (span.findings != NULL)
    span.reason = NULL;
  g_array_append_val (builder->coverage->spans, span);
  builder->coverage->counts[span.state]++;
}

/* Where a span ends that begins inside others: with the innermost of these. open are the ends of spans around, the innermost last. */
static gsize
cut_end (GArray *open, BlSpan span)
{
  while (open->len > 0 && g_array_index (open, gsize, open->len - 1) <= span.start)
    g_array_set_size (open, open->len - 1);
  const gsize end = open->len > 0 ? MIN (span.end, g_array_index (open, gsize, open->len - 1)) : span.end;
  g_array_append_val (open, end);
  return end;
}

static void
settle (const Builder *builder, GArray *entries)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_sort (entries, compare_entries);
  guint end;
  for (guint i = 0; i < entries->len; i = end)
    {
      const Entry *first = &g_array_index (entries, Entry, i);
      for (end = i + 1; end < entries->len; end++)
        {
          const Entry *next = &g_array_index (entries, Entry, end);
          if (next->span.start != first->span.start || next->span.end != first->span.end)
            break;
        }
      add_span (builder, bl_span (first->span.start, cut_end (open, first->span)), first, end - i);
    }
}

/* --- articles -------------------------------------------------------------------------------------------------------- */

static void
span_clear (gpointer data)
{
  BlCoverSpan *span = data;
  g_clear_pointer (&span->findings, g_ptr_array_unref);
  g_clear_pointer (&span->witnesses, g_ptr_array_unref);
}

static void
coverage_free (gpointer data)
{
  BlCoverage *coverage = data;
  g_array_unref (coverage->spans);
  g_free (coverage);
}

static BlCoverage *
cover (Builder builder, const BlArticleClaims *article_claims, GHashTable *findings)
{
  BlCoverage *coverage = g_new0 (BlCoverage, 1);
  coverage->article = bl_article_claims_article (article_claims);
  coverage->spans = g_array_new (FALSE, FALSE, sizeof (BlCoverSpan));
  g_array_set_clear_func (coverage->spans, span_clear);
  builder.article_claims = article_claims;
  builder.coverage = coverage;
  g_autoptr (GArray) entries = collect_claims (article_claims);
  const GArray *places = g_hash_table_lookup (findings, coverage->article);
  if (places != NULL)
    g_array_append_vals (entries, places->data, places->len);
  settle (&builder, entries);
  bl_words_covered (coverage);
  return coverage;
}

GPtrArray *
bl_coverage_new (const BlRun *run, const gboolean *wanted)
{
  GPtrArray *coverages = g_ptr_array_new_with_free_func (coverage_free);
  g_autoptr (BlWitnesses) witnesses = bl_witnesses_new (run->comparisons, run->article_claims, wanted);
  g_autoptr (GHashTable) findings = index_findings (run, wanted);
  g_autoptr (GHashTable) relays = index_relays (run->origins);
  g_autoptr (GHashTable) dissents = index_dissents (run);
  const Builder builder = { .run = run, .witnesses = witnesses, .relays = relays, .dissents = dissents };
  for (guint i = 0; i < run->article_claims->len; i++)
    if (wanted == NULL || wanted[i])
      g_ptr_array_add (coverages, cover (builder, run->article_claims->pdata[i], findings));
  return coverages;
}

GPtrArray *
bl_coverage_of_drafts (const BlRun *run)
{
  const guint n = bl_corpus_n_articles (run->corpus);
  g_autofree gboolean *wanted = g_new0 (gboolean, n + 1);
  gboolean any = FALSE;
  for (guint i = 0; i < n; i++)
    any |= wanted[i] = bl_corpus_article (run->corpus, i)->is_draft;
  return any ? bl_coverage_new (run, wanted) : NULL;
}

BlCoverage
bl_coverage_sum (const GPtrArray *coverages)
{
  BlCoverage sum = { 0 };
  for (guint i = 0; i < coverages->len; i++)
    {
      const BlCoverage *coverage = coverages->pdata[i];
      for (guint state = 0; state < BL_N_COVERS; state++)
        sum.counts[state] += coverage->counts[state];
      sum.n_words += coverage->n_words;
      sum.n_covered += coverage->n_covered;
    }
  return sum;
}
