/* Who is meant by a name: the surest way first.
 *
 *   1. names in full: word for word in the base, else an accepted variant
 *   2. single names: somebody whom this article names in full; else the one person of that family name who is in office or
 *      has something to do with what stands beside
 *   3. misspellings: the holder of the office beside the name, when the spelling is near; then any person it is near to, when
 *      a second signal (office, organisation, country, article) speaks for them
 *   4. the rest: a name nobody bears, when something shows that it is a name at all */
#include <string.h>

#include "knowledge/names.h"
#include "mentions/persons.h"

enum
{
  MAX_CANDIDATES = BL_SEARCH_CANDIDATES,
  YEAR_DAYS = 366,
  RECENT_DAYS = 4 * YEAR_DAYS /* a surname alone still means somebody who left office that long ago */
};

static const double CONTEXT_SCORE = 0.62; /* beside an office, on the holder */
static const double ALONE_SCORE = 0.97;   /* with nothing else to speak for it */
static const double SAME_UNKNOWN = 0.85;  /* of two unknown names with one family name in an article */
static const double TIE = 0.03;           /* scores closer than this do not decide */

typedef struct
{
  BlScan *scan;
  GHashTable *families; /* folded family name → GPtrArray of BlDraft: names in full of this article */
  GHashTable *evident;  /* folded name → BlDraft: where it was shown to be somebody unknown, or a misspelling */
} Resolver;

typedef struct
{
  const BlPerson *person;
  double score;
  guint signals;
} Candidate;

static gboolean
is_whole (const BlDraft *name)
{
  return name->end - name->first > 1;
}

/* --- setting the result -------------------------------------------------------------------------------------------- */

static void
settle (BlScan *scan, BlDraft *name, const BlPerson *person, BlHow how, double score)
{
  name->mention.how = how;
  name->mention.score = score;
  name->mention.person.known = person;
  name->mention.person.gender = person->gender;
  name->mention.id = bl_arena_printf (scan->arena, "person/%s", person->id);
  name->name->settled = TRUE;
}

static void
settle_unknown (BlScan *scan, BlDraft *name, gboolean ambiguous)
{
  g_autofree char *folded = bl_fold_letters (name->mention.person.surface, -1);
  name->mention.how = BL_HOW_UNKNOWN;
  name->mention.ambiguous = ambiguous;
  name->mention.id = bl_arena_printf (scan->arena, "name/%s", folded);
  name->mention.person.gender = name->honorific;
  if (is_whole (name) && name->honorific == 0)
    name->likely_gender
        = (char) GPOINTER_TO_INT (g_hash_table_lookup (scan->finder->given_genders, bl_scan_token (scan, name->first)->folded));
  name->name->settled = TRUE;
}

static void
settle_part (BlScan *scan, BlDraft *name, const BlDraft *whole)
{
  name->mention.how = BL_HOW_PART;
  name->mention.id = whole->mention.id;
  name->mention.score = whole->mention.score;
  name->mention.ambiguous = whole->mention.ambiguous;
  name->mention.person.known = whole->mention.person.known;
  name->mention.person.gender = whole->mention.person.gender;
  name->mention.person.antecedent = bl_scan_token (scan, whole->first)->mention;
  name->likely_gender = whole->likely_gender;
  name->name->settled = TRUE;
}

/* Not in any office yet on the article's day: a surname alone means somebody else. */
static gboolean
comes_later (const BlScan *scan, const BlPerson *person)
{
  if (!scan->day.known || person->n_terms == 0)
    return FALSE;
  for (guint i = 0; i < person->n_terms; i++)
    if (person->terms[i]->when.first - 2 * YEAR_DAYS <= scan->day.last)
      return FALSE;
  return TRUE;
}

/* Somewhere in the article the surname stands behind another given name than this person's: "Tara Reid" in the headline. */
static gboolean
is_led_by_other (const BlScan *scan, const BlDraft *name, const BlPerson *person)
{
  const char *before = g_hash_table_lookup (scan->led, bl_scan_token (scan, name->end - 1)->folded);
  if (before == NULL)
    return FALSE;
  g_autofree char *own = bl_fold_letters (person->name, -1);
  const char *at = strstr (own, before);
  gsize length = strlen (before);
  return at == NULL || (at != own && at[-1] != ' ') || (at[length] != ' ' && at[length] != '\0');
}

/* "Mrs. Clinton" is not Bill. */
static gboolean
contradicts_honorific (const BlDraft *name, const BlPerson *person)
{
  return name->honorific != 0 && (person->gender == 'm' || person->gender == 'f') && person->gender != name->honorific;
}

/* "Reid, 33, said" is not a senator of 70. */
static gboolean
contradicts_age (const BlScan *scan, const BlDraft *name, const BlPerson *person)
{
  if (name->name->age == 0 || person->born.precision == BL_DATE_UNKNOWN || !scan->day.known)
    return FALSE;
  int age = bl_date_from_julian (scan->day.first).year - person->born.year;
  return ABS (age - (int) name->name->age) > 2;
}

/* A surname cannot mean this person here. */
static gboolean
is_impossible (const BlScan *scan, const BlDraft *name, const BlPerson *person)
{
  return contradicts_honorific (name, person) || contradicts_age (scan, name, person) || comes_later (scan, person)
         || is_led_by_other (scan, name, person);
}

/* --- choosing between several persons ------------------------------------------------------------------------------- */

static gboolean
in_office (const BlScan *scan, const BlPerson *person, gint32 slack)
{
  for (guint i = 0; i < person->n_terms && scan->day.known; i++)
    if (person->terms[i]->when.first - slack <= scan->day.last && person->terms[i]->when.last + slack >= scan->day.first)
      return TRUE;
  return FALSE;
}

static const BlPerson *
only_with (const Candidate *candidates, guint n, guint signals)
{
  const BlPerson *found = NULL;
  for (guint i = 0; i < n; i++)
    if ((candidates[i].signals & signals) != 0)
      {
        if (found != NULL)
          return NULL;
        found = candidates[i].person;
      }
  return found;
}

static gboolean
ever_fits (const BlScan *scan, const BlDraft *name, const BlPerson *person)
{
  for (guint i = 0; i < person->n_terms && name->title_index != BL_NO_MENTION; i++)
    if (bl_title_fits_term (bl_scan_draft (scan, name->title_index), person->terms[i]))
      return TRUE;
  return FALSE;
}

/* The one of them who ever held what the title beside the name says: "President Clinton". */
static const BlPerson *
only_titled (const BlScan *scan, const BlDraft *name, const Candidate *candidates, guint n)
{
  const BlPerson *found = NULL;
  for (guint i = 0; i < n; i++)
    if (ever_fits (scan, name, candidates[i].person))
      {
        if (found != NULL)
          return NULL;
        found = candidates[i].person;
      }
  return found;
}

/* How well known an office makes its holder: whom a bare "Trump" or "Bush" means. */
static guint
prominence_of (const BlTerm *term)
{
  static const char *const first[]
      = { "president", "prime-minister",    "chancellor",           "monarch",           "supreme-leader",
          "pope",      "secretary-general", "commission-president", "council-president", "general-secretary" };
  static const char *const second[] = { "vice-president",
                                        "foreign-minister",
                                        "secretary-of-state",
                                        "defence-minister",
                                        "secretary-of-defense",
                                        "deputy-prime-minister",
                                        "finance-minister",
                                        "treasury-secretary",
                                        "high-representative",
                                        "speaker",
                                        "fed-chair",
                                        "commander-in-chief",
                                        "opposition-leader",
                                        "central-bank-governor",
                                        "interior-minister" };
  const char *role = term->office->role->id;
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (strcmp (role, first[i]) == 0)
      return 4;
  for (guint i = 0; i < G_N_ELEMENTS (second); i++)
    if (strcmp (role, second[i]) == 0)
      return 3;
  if (strcmp (role, "first-lady") == 0 || strcmp (role, "second-lady") == 0)
    return 0;
  return term->office->seats == 1 ? 2 : 1;
}

/* Of the day's offices; past ones count for half, as long as nobody is in office. */
static guint
prominence (const BlScan *scan, const BlPerson *person)
{
  guint best = 0;
  for (guint i = 0; i < person->n_terms; i++)
    {
      const BlTerm *term = person->terms[i];
      if (scan->day.known && term->when.first - 90 > scan->day.last)
        continue;
      gboolean now = scan->day.known && term->when.last + 7 >= scan->day.first;
      best = MAX (best, prominence_of (term) * (now ? 2u : 1u));
    }
  return best;
}

static const BlPerson *
most_prominent (const BlScan *scan, const Candidate *candidates, guint n)
{
  const BlPerson *found = NULL;
  guint best = 0;
  for (guint i = 0; i < n; i++)
    {
      guint own = prominence (scan, candidates[i].person);
      if (own == best)
        found = NULL;
      if (own > best)
        {
          best = own;
          found = candidates[i].person;
        }
    }
  return found;
}

/* Several persons bear the name: the title, the organisation, the state beside it decide, or who is in office. */
static const BlPerson *
choose (const BlScan *scan, const BlDraft *name, const Candidate *candidates, guint n)
{
  static const guint order[] = { BL_SIGNAL_OFFICE, BL_SIGNAL_ARTICLE, BL_SIGNAL_ORG, BL_SIGNAL_COUNTRY };
  if (n == 1)
    return candidates[0].person;
  if (n == 0)
    return NULL;
  const BlPerson *titled = only_titled (scan, name, candidates, n);
  if (titled != NULL && (only_with (candidates, n, BL_SIGNAL_OFFICE) == NULL))
    return titled;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const BlPerson *person = only_with (candidates, n, order[i]);
      if (person != NULL)
        return person;
    }
  return most_prominent (scan, candidates, n);
}

static guint
gather (const BlScan *scan, const BlDraft *name, const GPtrArray *persons, Candidate *candidates)
{
  guint n = 0;
  for (guint i = 0; persons != NULL && i < persons->len && n < MAX_CANDIDATES; i++)
    {
      const BlPerson *person = persons->pdata[i];
      if (!is_whole (name) && is_impossible (scan, name, person))
        continue;
      candidates[n++] = (Candidate){ .person = person, .score = 1, .signals = bl_name_signals (scan, name, person) };
    }
  return n;
}

/* --- 1. names in full ----------------------------------------------------------------------------------------------- */

static void
resolve_exact (BlScan *scan, BlDraft *name)
{
  Candidate candidates[MAX_CANDIDATES];
  guint n = gather (scan, name, name->name->known, candidates);
  const BlPerson *person = n == 0 ? NULL : choose (scan, name, candidates, n);
  if (person != NULL)
    settle (scan, name, person, BL_HOW_EXACT, 1);
  else
    settle_unknown (scan, name, TRUE);
}

static void
resolve_variant (Resolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  BlSearch search;
  bl_searches_find (scan->finder->searches, name->mention.person.surface, &search);
  const BlNameCandidate *found = search.found;
  Candidate candidates[MAX_CANDIDATES];
  guint kept = 0;
  for (guint i = 0; i < search.n; i++)
    if (found[i].relation == BL_NAME_SAME || found[i].relation == BL_NAME_VARIANT)
      candidates[kept++] = (Candidate){ .person = found[i].person,
                                        .score = found[i].score,
                                        .signals = bl_name_signals (scan, name, found[i].person) };
  const BlPerson *person = kept == 0 ? NULL : choose (scan, name, candidates, kept);
  if (person != NULL)
    settle (scan, name, person, BL_HOW_VARIANT, 1);
}

/* Without "Jr." */
static guint
name_end (const BlScan *scan, const BlDraft *name)
{
  guint end = name->end;
  while (end > name->first + 2 && bl_token_is (bl_scan_token (scan, end - 1), BL_LEX_SUFFIX))
    end--;
  return end;
}

/* The words of the family name of an unknown person: the last one, with what a hyphen or a particle ties to it. */
static guint
family_start (const BlScan *scan, const BlDraft *name)
{
  guint last = name_end (scan, name) - 1;
  while (last > name->first + 1
         && (bl_scan_token (scan, last)->gap == BL_GAP_HYPHEN || bl_token_is (bl_scan_token (scan, last - 1), BL_LEX_PARTICLE)))
    last--;
  return last;
}

static void
put_family (const Resolver *resolver, const char *key, BlDraft *name)
{
  GPtrArray *names = g_hash_table_lookup (resolver->families, key);
  if (names == NULL)
    {
      names = g_ptr_array_new ();
      g_hash_table_insert (resolver->families, g_strdup (key), names);
    }
  const BlDraft *last = names->len == 0 ? NULL : names->pdata[names->len - 1];
  if (last == NULL || last->mention.id == NULL || g_strcmp0 (last->mention.id, name->mention.id) != 0)
    g_ptr_array_add (names, name);
}

/* Files a name in full under the words that can stand for it alone. */
static void
file_name (const Resolver *resolver, BlDraft *name)
{
  const BlScan *scan = resolver->scan;
  char key[128];
  guint first = family_start (scan, name);
  if (bl_name_key (scan, first, name_end (scan, name), key, sizeof key) != NULL)
    put_family (resolver, key, name);
  const BlPerson *person = name->mention.person.known;
  if (person == NULL)
    return;
  g_autofree char *family = bl_fold_letters (person->family, -1);
  if (strcmp (family, key) != 0)
    put_family (resolver, family, name);
  char *space = strchr (family, ' ');
  if (space == NULL || space - family < 4)
    return;      /* not "al", "de" */
  *space = '\0'; /* "Peña" for Peña Nieto */
  put_family (resolver, family, name);
}

static gboolean
is_evident (const BlScan *scan, const BlDraft *name)
{
  if (name->name->ranked)
    return TRUE;
  if (!is_whole (name))
    return name->name->described; /* firms and peoples speak too: "Doctors said" */
  if (name->name->speaks || name->name->described)
    return TRUE;
  for (guint at = name->first + 1; at + 1 < name->end; at++)
    if ((bl_scan_token (scan, at)->shape & BL_TOKEN_INITIAL) != 0 && (bl_scan_token (scan, at)->shape & BL_TOKEN_DOTTED) != 0)
      return TRUE; /* "Regina M. Benjamin" */
  const BlToken *first = bl_scan_token (scan, name->first);
  const BlToken *second = bl_scan_token (scan, name->first + 1);
  return ((first->shape & BL_TOKEN_INITIAL) != 0 && bl_token_follows (second)
          && ((first->shape & BL_TOKEN_DOTTED) != 0 || first->end - first->start > 1))
         || (!bl_token_is (first, BL_LEX_COMMON) && bl_name_is_known_token (scan->kb, first->folded));
}

/* "Trump-Putin summit", "Merz-Macron": two persons in one run. */
static gboolean
split_pair (Resolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  if (name->end - name->first != 2 || bl_scan_token (scan, name->first + 1)->gap != BL_GAP_HYPHEN)
    return FALSE;
  const char *left = bl_scan_token (scan, name->first)->folded;
  const char *right = bl_scan_token (scan, name->first + 1)->folded;
  if (bl_knowledge_persons_by_family (scan->kb, left) == NULL || bl_knowledge_persons_by_family (scan->kb, right) == NULL)
    return FALSE;
  guint first = name->first;
  guint sentence = name->mention.sentence;
  bl_scan_drop (scan, name);
  bl_add_name (scan, sentence, first, first + 1);
  bl_add_name (scan, sentence, first + 1, first + 2);
  return TRUE;
}

/* One of its words is a family name of the base, in some transliteration: without that nobody can be meant by a variant. */
static gboolean
bears_family (const BlScan *scan, const BlDraft *name)
{
  for (guint at = name->first; at < name->end; at++)
    {
      g_autofree char *class = bl_name_class (bl_scan_token (scan, at)->folded);
      if (g_hash_table_contains (scan->finder->family_classes, class))
        return TRUE;
    }
  /* "Klympush-Tsintsadze", "Boric Font" */
  guint second = name->first + 1;
  g_autofree char *rest = bl_name_class (bl_name_fold (scan, second, name->end));
  return g_hash_table_contains (scan->finder->family_classes, rest);
}

static void
resolve_whole (Resolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  if (name->name->known == NULL)
    name->name->known = bl_knowledge_persons_named (scan->kb, name->name->key);
  if (name->name->known != NULL)
    resolve_exact (scan, name);
  else if (split_pair (resolver, name))
    return;
  else if (bears_family (scan, name))
    resolve_variant (resolver, name);
  if (name->mention.person.known != NULL)
    g_hash_table_add (scan->named_rightly, (gpointer) name->mention.person.known);
}

/* --- 2. single names ------------------------------------------------------------------------------------------------ */

static guint
prominence_of_name (const BlScan *scan, const BlDraft *name)
{
  const BlPerson *person = name->mention.person.known;
  return person == NULL ? 0 : prominence (scan, person);
}

/* "Roy Moore" and "Roy S. Moore", "Joe" and "Joseph": two spellings of somebody unknown. */
static gboolean
may_be_one (const BlScan *scan, const BlDraft *a, const BlDraft *b)
{
  return a->mention.person.known == NULL && b->mention.person.known == NULL
         && bl_name_similarity (scan->kb, a->mention.person.surface, b->mention.person.surface) >= SAME_UNKNOWN;
}

/* Of the names in full that end so: the one; of several the most prominent, or the last before the single name. */
static BlDraft *
choose_whole (const BlScan *scan, const GPtrArray *names, const BlDraft *single, gboolean *several)
{
  BlDraft *chosen = NULL;
  guint best = 0;
  *several = FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      BlDraft *other = names->pdata[i];
      const BlPerson *person = other->mention.person.known;
      if (person != NULL && contradicts_honorific (single, person))
        continue;
      guint own = prominence_of_name (scan, other);
      if (chosen != NULL && g_strcmp0 (other->mention.id, chosen->mention.id) != 0 && !may_be_one (scan, other, chosen))
        *several = own == best;
      if (chosen == NULL || own > best || (own == best && other->mention.span.start < single->mention.span.start))
        chosen = other;
      best = MAX (best, own);
    }
  return chosen;
}

/* An article on somebody's wife or son says his surname of him: of the family, the one who is in a higher office on that day. */
static const BlPerson *
greater_relative (const BlScan *scan, const BlDraft *name, const BlDraft *whole)
{
  if (whole->mention.person.known == NULL)
    return NULL;
  const GPtrArray *family = bl_knowledge_persons_by_family (scan->kb, name->name->key);
  Candidate candidates[MAX_CANDIDATES];
  guint n = gather (scan, name, family, candidates);
  const BlPerson *titled = only_titled (scan, name, candidates, n);
  if (titled != NULL && titled != whole->mention.person.known)
    return titled;
  const BlPerson *person = n < 2 ? NULL : most_prominent (scan, candidates, n);
  if (person == NULL || person == whole->mention.person.known)
    return NULL;
  return prominence (scan, person) < 2 * MAX (prominence_of_name (scan, whole), 2) ? NULL : person;
}

static gboolean
resolve_by_article (Resolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  const GPtrArray *names = g_hash_table_lookup (resolver->families, name->name->key);
  if (names == NULL)
    return FALSE;
  gboolean several;
  BlDraft *whole = choose_whole (scan, names, name, &several);
  if (whole == NULL)
    return FALSE;
  const BlPerson *greater = greater_relative (scan, name, whole);
  if (greater != NULL)
    {
      settle (scan, name, greater, BL_HOW_PART, 1);
      if (bl_name_signals (scan, name, greater) & BL_SIGNAL_OFFICE)
        g_hash_table_add (scan->named_rightly, (gpointer) greater);
      name->mention.ambiguous = !g_hash_table_contains (scan->named_rightly, greater);
      return TRUE;
    }
  if (whole->mention.id == NULL && (name->name->ranked || name->name->speaks || name->name->described)
      && scan->title_case[whole->mention.sentence] == 0)
    settle_unknown (scan, whole, FALSE); /* "Boutrous said" shows what "Theodore Boutrous" is */
  if (whole->mention.id == NULL)
    {
      name->name->settled = TRUE; /* of a run that may be no name: nobody of the base either */
      return TRUE;
    }
  settle_part (scan, name, whole);
  if (several)
    name->mention.ambiguous = TRUE;
  return TRUE;
}

/* Persons whose family name this is, letter by letter or in another accepted transliteration. */
static guint
gather_family (const BlScan *scan, const BlDraft *name, Candidate *candidates, BlHow *how)
{
  *how = BL_HOW_PART;
  const GPtrArray *persons = bl_knowledge_persons_by_family (scan->kb, name->name->key);
  if (persons != NULL)
    return gather (scan, name, persons, candidates);
  const GPtrArray *alias = bl_knowledge_persons_named (scan->kb, name->name->key);
  if (alias != NULL)
    {
      *how = BL_HOW_EXACT;
      return gather (scan, name, alias, candidates);
    }
  *how = BL_HOW_VARIANT;
  g_autofree char *class = bl_name_class (name->name->key);
  persons = g_hash_table_lookup (scan->finder->family_classes, class);
  guint n = 0;
  for (guint i = 0; persons != NULL && i < persons->len && n < MAX_CANDIDATES; i++)
    {
      double score;
      const BlPerson *person = persons->pdata[i];
      BlNameRelation relation = bl_name_compare (scan->kb, name->mention.person.surface, person, &score);
      if (relation == BL_NAME_SAME || relation == BL_NAME_VARIANT)
        candidates[n++] = (Candidate){ .person = person, .score = score, .signals = bl_name_signals (scan, name, person) };
    }
  return n;
}

static gboolean
is_plain_word (const BlScan *scan, const BlDraft *name)
{
  const BlToken *token = bl_scan_token (scan, name->first);
  return !is_whole (name) && (bl_token_is (token, BL_LEX_COMMON) || g_hash_table_contains (scan->lower_words, token->folded));
}

/* Is a bare surname enough? For who is in a known office, or held one of the first; for others something must speak. */
static gboolean
is_expected (const BlScan *scan, const BlDraft *name, const BlPerson *person, guint signals)
{
  if (ever_fits (scan, name, person) || (signals & (BL_SIGNAL_OFFICE | BL_SIGNAL_ARTICLE)) != 0)
    return TRUE;
  guint own = prominence (scan, person);
  gboolean recent = in_office (scan, person, RECENT_DAYS);
  gboolean given = g_hash_table_contains (scan->finder->given_genders, name->name->key);
  if (given && !name->name->ranked)
    return FALSE; /* "Paul said" */
  if (own >= 4 && (recent || signals != 0))
    return TRUE;
  return recent && ((signals & BL_SIGNAL_ORG) != 0 || ((signals & BL_SIGNAL_COUNTRY) != 0 && own >= 2));
}

/* A surname that the article never completes: only for persons of the day, or with something that speaks for them. */
static void
resolve_by_base (Resolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  if (is_plain_word (scan, name) && !name->name->ranked)
    return;
  Candidate candidates[MAX_CANDIDATES];
  BlHow how;
  guint n = gather_family (scan, name, candidates, &how);
  if (n == 0)
    return;
  const BlPerson *person = choose (scan, name, candidates, n);
  if (person == NULL && how != BL_HOW_VARIANT)
    settle_unknown (scan, name, TRUE);
  if (person == NULL)
    return;
  guint signals = bl_name_signals (scan, name, person);
  if (!is_expected (scan, name, person, signals))
    return;
  settle (scan, name, person, how, 1);
  name->mention.person.signals = (guint8) signals;
}

/* --- 3. misspellings ------------------------------------------------------------------------------------------------ */

/* The holder of the office beside the name. */
static gboolean
resolve_by_office (Resolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  if (name->title_index == BL_NO_MENTION)
    return FALSE;
  g_autoptr (GPtrArray) terms = bl_title_terms (scan, bl_scan_draft (scan, name->title_index));
  const BlPerson *best = NULL;
  double best_score = 0;
  gboolean tie = FALSE;
  for (guint i = 0; i < terms->len; i++)
    {
      const BlPerson *person = ((const BlTerm *) terms->pdata[i])->person;
      double score = 0;
      BlNameRelation relation = bl_name_compare (scan->kb, name->mention.person.surface, person, &score);
      if (person == best || relation == BL_NAME_OTHER)
        continue;
      tie = best != NULL && score > best_score - TIE && score < best_score + TIE;
      if (score > best_score)
        {
          best = person;
          best_score = score;
        }
    }
  double needed = terms->len <= 3 ? CONTEXT_SCORE : terms->len <= 10 ? 0.72 : 0.82; /* many holders, many chances */
  if (best == NULL || best_score < needed || tie)
    return FALSE;
  settle (scan, name, best, BL_HOW_CONTEXT, best_score);
  name->mention.person.signals = (guint8) (bl_name_signals (scan, name, best) | BL_SIGNAL_OFFICE);
  return TRUE;
}

/* How near a spelling must be, for what speaks for the person. Measured on 9,283 politicians: 7 % of those whom the base does not
 * have are within .75 of somebody in it, 0.4 % within .88, 0.15 % within .92. So an office nobody else holds may be enough for a
 * coarse garbling, while a state or a large party says little: most people in an article about Ukraine are Ukrainians. */
static double
needed_score (const BlScan *scan, const BlDraft *name, const BlPerson *person, guint signals)
{
  double needed = is_whole (name) ? ALONE_SCORE : 2; /* a lone surname is never taken for another with nothing beside it */
  double single = is_whole (name) ? 0 : 0.06;
  gboolean acts = is_whole (name) || name->name->ranked || name->name->speaks;
  if ((signals & BL_SIGNAL_COUNTRY) != 0 && acts)
    needed = bl_name_country_beside (scan, name, person) ? 0.85 + single : MIN (0.92 + single, ALONE_SCORE);
  if ((signals & BL_SIGNAL_ARTICLE) != 0)
    needed = MIN (needed, 0.80 + single);
  if ((signals & BL_SIGNAL_ORG) != 0)
    needed = MIN (needed, (bl_name_small_organisation (scan, name, person) ? 0.72 : 0.88) + single);
  if ((signals & BL_SIGNAL_OFFICE) != 0)
    needed = MIN (needed, 0.82 + single);
  return needed;
}

static gboolean
is_alive (const BlScan *scan, const BlPerson *person)
{
  if (!scan->day.known)
    return TRUE;
  if (person->born.precision != BL_DATE_UNKNOWN && bl_date_first_day (person->born) + 16 * YEAR_DAYS > scan->day.last)
    return FALSE;
  return person->died.precision == BL_DATE_UNKNOWN || bl_date_last_day (person->died) + YEAR_DAYS >= scan->day.first;
}

static guint
gather_near (Resolver *resolver, const BlDraft *name, Candidate *candidates)
{
  const BlScan *scan = resolver->scan;
  BlSearch search;
  bl_searches_find (scan->finder->searches, name->mention.person.surface, &search);
  const BlNameCandidate *found = search.found;
  guint kept = 0;
  for (guint i = 0; i < search.n; i++)
    {
      if (found[i].relation != BL_NAME_NEAR || !is_alive (scan, found[i].person))
        continue;
      guint signals = bl_name_signals (scan, name, found[i].person);
      if (found[i].score >= needed_score (scan, name, found[i].person, signals))
        candidates[kept++] = (Candidate){ .person = found[i].person, .score = found[i].score, .signals = signals };
    }
  return kept;
}

static void
resolve_near (Resolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  if (is_plain_word (scan, name)
      || (!is_whole (name) && bl_scan_token (scan, name->first)->word != NULL && !name->name->ranked))
    return;
  Candidate candidates[MAX_CANDIDATES];
  guint n = gather_near (resolver, name, candidates);
  if (n == 0)
    return;
  const Candidate *best = &candidates[0];
  for (guint i = 1; i < n; i++)
    if (candidates[i].score > best->score)
      best = &candidates[i];
  for (guint i = 0; i < n; i++)
    if (&candidates[i] != best && candidates[i].score > best->score - TIE)
      {
        const BlPerson *person = only_with (candidates, n, BL_SIGNAL_OFFICE);
        if (person != best->person)
          {
            settle_unknown (scan, name, TRUE);
            return;
          }
      }
  settle (scan, name, best->person, BL_HOW_NEAR, best->score);
  name->mention.person.signals = (guint8) best->signals;
  g_hash_table_insert (resolver->evident, (gpointer) name->name->key, name);
}

/* --- all of it ------------------------------------------------------------------------------------------------------ */

static gboolean
is_open (const BlDraft *draft)
{
  return !draft->dropped && draft->name != NULL && !draft->name->settled;
}

static void
for_open (Resolver *resolver, gboolean whole, void (*step) (Resolver *, BlDraft *))
{
  for (guint i = 0; i < resolver->scan->drafts->len; i++)
    {
      BlDraft *draft = bl_scan_draft (resolver->scan, i);
      if (is_open (draft) && is_whole (draft) == whole)
        step (resolver, draft);
    }
}

static void
resolve_misspelt (Resolver *resolver, BlDraft *name)
{
  if (resolve_by_office (resolver, name))
    return;
  if (is_evident (resolver->scan, name) || !is_whole (name))
    resolve_near (resolver, name);
}

static void
settle_evident (Resolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  gboolean headline = scan->title_case[name->mention.sentence] != 0;
  if (!is_evident (scan, name) || headline || (is_plain_word (scan, name) && !name->name->ranked))
    return;
  settle_unknown (scan, name, FALSE);
  g_hash_table_insert (resolver->evident, (gpointer) name->name->key, name);
}

/* A name that is evident once is a name wherever the article repeats it, and means whom it meant there. */
static void
settle_repeated (Resolver *resolver, BlDraft *name)
{
  const BlDraft *first = g_hash_table_lookup (resolver->evident, name->name->key);
  if (first == NULL)
    return;
  if (first->mention.person.known != NULL)
    {
      settle (resolver->scan, name, first->mention.person.known, BL_HOW_NEAR, first->mention.score);
      name->mention.person.signals = first->mention.person.signals | BL_SIGNAL_ARTICLE;
    }
  else
    settle_unknown (resolver->scan, name, first->mention.ambiguous);
}

static void
resolve_single (Resolver *resolver, BlDraft *name)
{
  if (!resolve_by_article (resolver, name))
    resolve_by_base (resolver, name);
}

/* "President Trump" first: it says who is meant by "Trump" elsewhere. */
static void
resolve_titled (Resolver *resolver, BlDraft *name)
{
  if (name->title_index != BL_NO_MENTION)
    resolve_single (resolver, name);
}

static void
file_all (Resolver *resolver)
{
  for (guint i = 0; i < resolver->scan->drafts->len; i++)
    {
      BlDraft *draft = bl_scan_draft (resolver->scan, i);
      if (!draft->dropped && draft->name != NULL && is_whole (draft))
        file_name (resolver, draft);
    }
}

void
bl_resolve_persons (BlScan *scan)
{
  Resolver resolver = { .scan = scan,
                        .families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref),
                        .evident = g_hash_table_new (g_str_hash, g_str_equal) };
  for_open (&resolver, TRUE, resolve_whole);
  for_open (&resolver, TRUE, resolve_misspelt);
  for_open (&resolver, TRUE, settle_repeated);
  for_open (&resolver, TRUE, settle_evident);
  for_open (&resolver, TRUE, settle_repeated);
  file_all (&resolver);
  for_open (&resolver, FALSE, resolve_titled);
  for_open (&resolver, FALSE, resolve_single);
  for_open (&resolver, FALSE, resolve_misspelt);
  for_open (&resolver, FALSE, settle_repeated);
  for_open (&resolver, FALSE, settle_evident);
  for_open (&resolver, FALSE, settle_repeated);
  g_hash_table_unref (resolver.families);
  g_hash_table_unref (resolver.evident);
  for (guint i = 0; i < scan->drafts->len; i++)
    {
      BlDraft *draft = bl_scan_draft (scan, i);
      if (!draft->dropped && draft->name != NULL && draft->mention.id == NULL)
        draft->dropped = TRUE; /* its tokens stay taken: pronouns.c sees somebody there */
    }
}
