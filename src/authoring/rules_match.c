#include "authoring/rules_match.h"

#include <string.h>

const char *
bl_change_name (BlChangeKind kind)
{
  static const char *const names[] = { "gained", "lost", "changed" };
  return names[kind];
}

static void
change_clear (gpointer data)
{
  BlChange *change = data;
  g_clear_pointer (&change->what, g_ptr_array_unref);
}

static BlChanges *
changes_new (void)
{
  BlChanges *changes = g_new0 (BlChanges, 1);
  changes->list = g_array_new (FALSE, FALSE, sizeof (BlChange));
  g_array_set_clear_func (changes->list, change_clear);
  return changes;
}

void
bl_changes_free (BlChanges *changes)
{
  if (changes == NULL)
    return;
  g_array_unref (changes->list);
  g_free (changes);
}

static void
add_change (BlChanges *changes, BlChange change)
{
  changes->n[change.kind]++;
  g_array_append_val (changes->list, change);
}

/* --- names --------------------------------------------------------------------------------------------------------- */

/* Earlier ids of rules → their ids now. Borrowed strings. */
static GHashTable *
renamed_rules (const BlRuleSet *rules)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < bl_rule_set_n_rules (rules); i++)
    {
      const BlRule *rule = bl_rule_set_rule (rules, i);
      for (guint k = 0; rule->renamed_from[k] != NULL; k++)
        g_hash_table_insert (names, (gpointer) rule->renamed_from[k], (gpointer) rule->id);
    }
  return names;
}

static const char *
name_now (GHashTable *renamed, const char *maker)
{
  const char *name = g_hash_table_lookup (renamed, maker);
  return name != NULL ? name : maker;
}

/* --- pairing ------------------------------------------------------------------------------------------------------- */

/* Things that wait for their like, by a name of it: name → GQueue of thing. */
static GHashTable *
waiting_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);
}

/* Takes name. */
static void
wait_under (GHashTable *waiting, char *name, gpointer thing)
{
  GQueue *queue = g_hash_table_lookup (waiting, name);
  if (queue == NULL)
    g_hash_table_insert (waiting, name, queue = g_queue_new ());
  else
    g_free (name);
  g_queue_push_tail (queue, thing);
}

static gpointer
find_waiting (GHashTable *waiting, const char *name)
{
  GQueue *queue = g_hash_table_lookup (waiting, name);
  return queue != NULL ? g_queue_pop_head (queue) : NULL;
}

typedef char *(*NameFunc) (gconstpointer thing);
typedef void (*PairFunc) (gconstpointer now, gconstpointer was, gpointer user_data);

/* Pairs the members of now and before that have one name and calls paired for each; those that found none stay. */
static void
pair_by (NameFunc name_of, GPtrArray *now, GPtrArray *before, PairFunc paired, gpointer user_data)
{
  g_autoptr (GHashTable) waiting = waiting_new ();
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < before->len; i++)
    wait_under (waiting, name_of (before->pdata[i]), before->pdata[i]);
  guint n = 0;
  for (guint i = 0; i < now->len; i++)
    {
      g_autofree char *name = name_of (now->pdata[i]);
      gpointer was = find_waiting (waiting, name);
      if (was == NULL)
        now->pdata[n++] = now->pdata[i];
      else
        {
          g_hash_table_add (found, was);
          paired (now->pdata[i], was, user_data);
        }
    }
  g_ptr_array_set_size (now, (gint) n);
  n = 0;
  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (found, before->pdata[i]))
      before->pdata[n++] = before->pdata[i];
  g_ptr_array_set_size (before, (gint) n);
}

static int
compare_places (const BlPlace *a, const BlPlace *b)
{
  const int article = strcmp (a->article->id, b->article->id);
  if (article != 0)
    return article;
  if (a->location.offset != b->location.offset)
    return a->location.offset < b->location.offset ? -1 : 1;
  return 0;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const BlChange *x = a, *y = b;
  const int place
      = x->finding != NULL ? compare_places (x->finding->at, y->finding->at) : compare_places (&x->claim->at, &y->claim->at);
  if (place != 0)
    return place;
  const int maker = strcmp (x->maker, y->maker);
  if (maker != 0 || x->kind == y->kind)
    return maker;
  return x->kind < y->kind ? -1 : 1;
}

typedef struct
{
  BlChanges *changes;
  GHashTable *renamed;
} Matching;

/* --- findings ------------------------------------------------------------------------------------------------------ */

static char *
fingerprint_of (gconstpointer thing)
{
  return g_strdup (((const BlFinding *) thing)->fingerprint);
}

static char *
place_of_finding (gconstpointer thing)
{
  const BlFinding *finding = thing;
  return g_strdup_printf ("%s\x1f%" G_GSIZE_FORMAT "\x1f%" G_GSIZE_FORMAT "\x1f%s", finding->at->article->id,
                          finding->at->location.offset, finding->at->location.length, finding->id);
}

/* Where an entry stands in its file is not what it says. */
static gboolean
evidence_equal (const BlFindingEvidence *a, const BlFindingEvidence *b)
{
  if (a->role != b->role || (a->place == NULL) != (b->place == NULL) || g_strcmp0 (a->text, b->text) != 0
      || g_strcmp0 (a->note, b->note) != 0)
    return FALSE;
  return a->place == NULL || compare_places (a->place, b->place) == 0;
}

static gboolean
same_evidence (const BlFinding *a, const BlFinding *b)
{
  if (a->evidence->len != b->evidence->len || a->evidence_left_out != b->evidence_left_out)
    return FALSE;
  for (guint i = 0; i < a->evidence->len; i++)
    if (!evidence_equal (&g_array_index (a->evidence, BlFindingEvidence, i),
                         &g_array_index (b->evidence, BlFindingEvidence, i)))
      return FALSE;
  return TRUE;
}

static GPtrArray *
differences_of_findings (const BlFinding *now, const BlFinding *was)
{
  GPtrArray *what = g_ptr_array_new_with_free_func (g_free);
  if (now->severity != was->severity)
    g_ptr_array_add (what,
                     g_strdup_printf ("severity %s → %s", bl_severity_name (was->severity), bl_severity_name (now->severity)));
  if (now->confidence != was->confidence)
    g_ptr_array_add (what, g_strdup_printf ("confidence %.0f → %.0f %%", was->confidence * 100, now->confidence * 100));
  if (now->relation != was->relation)
    g_ptr_array_add (what, g_strdup_printf ("%s → %s", bl_relation_name (was->relation), bl_relation_name (now->relation)));
  if (strcmp (now->message, was->message) != 0)
    g_ptr_array_add (what, g_strdup ("wording"));
  if (g_strcmp0 (now->replace, was->replace) != 0)
    g_ptr_array_add (what, g_strdup ("suggestion"));
  if (!same_evidence (now, was))
    g_ptr_array_add (what, g_strdup ("evidence"));
  return what;
}

static void
pair_findings (gconstpointer now, gconstpointer was, gpointer user_data)
{
  Matching *matching = user_data;
  const BlFinding *finding = now, *finding_was = was;
  GPtrArray *what = differences_of_findings (finding, finding_was);
  const char *maker = name_now (matching->renamed, finding_was->claim->maker);
  if (strcmp (finding->claim->maker, maker) != 0 && what->len > 0)
    g_ptr_array_add (what, g_strdup_printf ("rule %s → %s", maker, finding->claim->maker));
  if (what->len == 0)
    {
      g_ptr_array_unref (what);
      matching->changes->n_unchanged++;
      return;
    }
  add_change (matching->changes, (BlChange){ .kind = BL_CHANGE_CHANGED,
                                             .maker = finding->claim->maker,
                                             .finding = finding,
                                             .finding_was = finding_was,
                                             .what = what });
}

static GPtrArray *
copy_list (const GPtrArray *list)
{
  GPtrArray *copy = g_ptr_array_sized_new (list->len);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (copy, list->pdata[i]);
  return copy;
}

BlChanges *
bl_changes_of_findings (const BlPipeline *now, const BlPipeline *before)
{
  g_autoptr (GHashTable) renamed = renamed_rules (now->rules);
  g_autoptr (GPtrArray) gained = copy_list (bl_findings_list (now->findings));
  g_autoptr (GPtrArray) lost = copy_list (bl_findings_list (before->findings));
  Matching matching = { .changes = changes_new (), .renamed = renamed };
  pair_by (fingerprint_of, gained, lost, pair_findings, &matching);
  pair_by (place_of_finding, gained, lost, pair_findings, &matching);
  for (guint i = 0; i < gained->len; i++)
    {
      const BlFinding *finding = gained->pdata[i];
      add_change (matching.changes, (BlChange){ .kind = BL_CHANGE_GAINED, .maker = finding->claim->maker, .finding = finding });
    }
  for (guint i = 0; i < lost->len; i++)
    {
      const BlFinding *finding = lost->pdata[i];
      add_change (matching.changes,
                  (BlChange){ .kind = BL_CHANGE_LOST, .maker = name_now (renamed, finding->claim->maker), .finding = finding });
    }
  g_array_sort (matching.changes->list, compare_changes);
  return matching.changes;
}

/* --- claims -------------------------------------------------------------------------------------------------------- */

static char *
content_of_claim (gconstpointer thing)
{
  BlClaim claim = *(const BlClaim *) thing;
  claim.maker = NULL;
  GString *out = g_string_new (NULL);
  bl_claim_write_json (&claim, out);
  return g_string_free (out, FALSE);
}

static char *
place_of_claim (gconstpointer thing)
{
  const BlClaim *claim = thing;
  g_autofree char *key = bl_claim_key_string (claim);
  return g_strdup_printf ("%s\x1f%u\x1f%s", claim->at.article->id, claim->at.sentence_index, key);
}

static void
compare_texts (GPtrArray *what, const char *name, const char *was, const char *now)
{
  if (g_strcmp0 (was, now) != 0)
    g_ptr_array_add (what, g_strdup_printf ("%s %s → %s", name, was != NULL ? was : "none", now != NULL ? now : "none"));
}

static GPtrArray *
differences_of_claims (const BlClaim *now, const BlClaim *was)
{
  static const char *const polarities[] = { "-", "?", "+" };
  GPtrArray *what = g_ptr_array_new_with_free_func (g_free);
  compare_texts (what, "polarity", polarities[was->polarity + 1], polarities[now->polarity + 1]);
  if (now->value.kind != BL_VALUE_POLARITY || was->value.kind != BL_VALUE_POLARITY)
    compare_texts (what, "value", was->value.text, now->value.text);
  compare_texts (what, "certainty", was->certainty->cue, now->certainty->cue);
  compare_texts (what, "speaker", was->speaker, now->speaker);
  compare_texts (what, "text", was->at.text, now->at.text);
  if (what->len == 0)
    g_ptr_array_add (what, g_strdup ("time, voice or further slots"));
  return what;
}

static void
count_unchanged (gconstpointer now, gconstpointer was, gpointer user_data)
{
  (void) now;
  (void) was;
  ((Matching *) user_data)->changes->n_unchanged++;
}

static void
pair_claims (gconstpointer now, gconstpointer was, gpointer user_data)
{
  const Matching *matching = user_data;
  const BlClaim *claim = now;
  add_change (matching->changes, (BlChange){ .kind = BL_CHANGE_CHANGED,
                                             .maker = claim->maker,
                                             .claim = claim,
                                             .claim_was = was,
                                             .what = differences_of_claims (claim, was) });
}

static GPtrArray *
claims_of (const BlPipeline *pipeline)
{
  GPtrArray *claims = g_ptr_array_new ();
  for (guint i = 0; i < pipeline->article_claims->len; i++)
    {
      const GPtrArray *list = bl_article_claims_list (pipeline->article_claims->pdata[i]);
      for (guint k = 0; k < list->len; k++)
        g_ptr_array_add (claims, list->pdata[k]);
    }
  return claims;
}

BlChanges *
bl_changes_of_claims (const BlPipeline *now, const BlPipeline *before)
{
  g_autoptr (GHashTable) renamed = renamed_rules (now->rules);
  g_autoptr (GPtrArray) gained = claims_of (now);
  g_autoptr (GPtrArray) lost = claims_of (before);
  Matching matching = { .changes = changes_new (), .renamed = renamed };
  pair_by (content_of_claim, gained, lost, count_unchanged, &matching);
  pair_by (place_of_claim, gained, lost, pair_claims, &matching);
  for (guint i = 0; i < gained->len; i++)
    {
      const BlClaim *claim = gained->pdata[i];
      add_change (matching.changes, (BlChange){ .kind = BL_CHANGE_GAINED, .maker = claim->maker, .claim = claim });
    }
  for (guint i = 0; i < lost->len; i++)
    {
      const BlClaim *claim = lost->pdata[i];
      add_change (matching.changes,
                  (BlChange){ .kind = BL_CHANGE_LOST, .maker = name_now (renamed, claim->maker), .claim = claim });
    }
  g_array_sort (matching.changes->list, compare_changes);
  return matching.changes;
}
