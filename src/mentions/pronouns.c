/* Whom "he", "she", "his", "her" and "him" mean.
 *
 * Actors are the persons of a sentence and those it does not name: "a Western official", "the spokesman", "his wife". A pronoun means
 * the last actor before it in its sentence, else the subject of the sentence before, else of the one before that. When that is
 * somebody without a name, nothing is said. An actor whose gender does not fit gives way to another that does fit; when there is
 * no other, it stays: a wrong pronoun is what the reader of pronouns looks for. Inside a quotation only its own actors count. */
#include <string.h>

#include "mentions/persons.h"

typedef struct
{
  BlDraft *person; /* NULL: somebody without a name */
  guint token;
  char gender; /* m, f or 0 */
  gboolean quoted;
  gboolean speaks;   /* beside a verb of saying */
  gboolean governed; /* behind a preposition, or a possessive */
} Actor;

typedef struct
{
  BlScan *scan;
  GArray *actors;    /* of Actor, in order of the text */
  guint32 *first;    /* n_sentences + 1: where each sentence's actors begin */
  guint8 *skipped;   /* a sentence each: heading, caption, byline, or all inside a quotation */
  GHashTable *seats; /* BlOffice → BlDraft: the person whom the article calls its holder */
} Pronouns;

static Actor *
actor_at (const Pronouns *pronouns, guint index)
{
  return &g_array_index (pronouns->actors, Actor, index);
}

static gboolean
is_quoted (const Pronouns *pronouns, guint at)
{
  return bl_document_quote_at (pronouns->scan->document, bl_scan_token (pronouns->scan, at)->start) != NULL;
}

/* --- actors ---------------------------------------------------------------------------------------------------------- */

static gboolean
is_speech (const BlToken *token)
{
  return bl_token_is (token, BL_LEX_SPEECH) && (token->shape & BL_TOKEN_UPPER) == 0;
}

static gboolean
speaks_at (const BlScan *scan, guint first, guint end, guint sentence)
{
  if (end < bl_scan_end (scan, sentence) && is_speech (bl_scan_token (scan, end))
      && (bl_scan_token (scan, end)->gap & ~(guint) (BL_GAP_SPACE | BL_GAP_COMMA)) == 0)
    return TRUE;
  return first > bl_scan_first (scan, sentence) && bl_token_follows (bl_scan_token (scan, first))
         && is_speech (bl_scan_token (scan, first - 1));
}

static gboolean
is_governed (const BlScan *scan, guint first, guint begin)
{
  static const char *const prepositions[]
      = { "of",    "with",   "to",     "for",     "by",     "from", "at",      "against",   "between",
          "about", "on",     "in",     "than",    "under",  "over", "after",   "before",    "and",
          "like",  "unlike", "toward", "towards", "behind", "via",  "without", "including", NULL };
  static const char *const determiners[] = { "the", "a", "an", "his", "her", "its", "their", NULL };
  if (first > begin && bl_token_among (bl_scan_token (scan, first - 1), determiners))
    first--;
  return first > begin && bl_token_joins (bl_scan_token (scan, first))
         && bl_token_among (bl_scan_token (scan, first - 1), prepositions);
}

static void
add_actor (const Pronouns *pronouns, guint sentence, BlDraft *person, guint first, guint end, char gender)
{
  const BlScan *scan = pronouns->scan;
  Actor actor = { .person = person, .token = first, .gender = gender, .quoted = is_quoted (pronouns, first) };
  guint begin = bl_scan_first (scan, sentence);
  const BlDraft *title
      = person == NULL || person->title_index == BL_NO_MENTION ? NULL : bl_scan_draft (scan, person->title_index);
  guint start = title != NULL && title->first < first ? title->first : first;
  actor.speaks = speaks_at (scan, start, end, sentence);
  actor.governed = is_governed (scan, start, begin) || (bl_scan_token (scan, end - 1)->shape & BL_TOKEN_POSSESSIVE) != 0;
  g_array_append_val (pronouns->actors, actor);
}

/* "the official said", not "the official visit": no noun follows that the word would describe. */
static gboolean
stands_alone (const BlScan *scan, guint at, guint end)
{
  if (at + 1 >= end)
    return TRUE;
  const BlToken *next = bl_scan_token (scan, at + 1);
  if (!bl_token_joins (next) || (bl_scan_token (scan, at)->shape & BL_TOKEN_POSSESSIVE) != 0)
    return TRUE;
  if (bl_scan_at (scan, at + 1, BL_MENTION_PERSON) != NULL)
    return FALSE;
  gsize length = strlen (next->folded);
  return bl_token_is (next, BL_LEX_FUNCTION) || bl_token_is (next, BL_LEX_SPEECH) || next->mention != BL_NO_MENTION
         || (length > 4 && g_str_has_suffix (next->folded, "ed"));
}

/* "Ann Lee, a retired teacher": the noun is said of a person who is named. */
static gboolean
describes_name (const BlScan *scan, guint at, guint begin)
{
  for (guint steps = 0; at > begin && steps < 6; at--, steps++)
    {
      guint gap = bl_scan_token (scan, at)->gap;
      if (gap == (BL_GAP_COMMA | BL_GAP_SPACE))
        return bl_scan_at (scan, at - 1, BL_MENTION_PERSON) != NULL || bl_scan_title_at (scan, at - 1) != NULL;
      if ((gap & ~(guint) (BL_GAP_SPACE | BL_GAP_HYPHEN)) != 0)
        return FALSE;
      const BlToken *before = bl_scan_token (scan, at - 1);
      if (bl_token_equals (before, "is") || bl_token_equals (before, "was") || bl_token_equals (before, "as"))
        return TRUE;
    }
  return FALSE;
}

static void
read_noun (const Pronouns *pronouns, guint sentence, guint at)
{
  const BlScan *scan = pronouns->scan;
  const BlPhrase *phrase = bl_word_phrase (bl_scan_token (scan, at)->word, BL_LEX_PERSON_NOUN);
  if (phrase == NULL || !stands_alone (scan, at, bl_scan_end (scan, sentence))
      || describes_name (scan, at, bl_scan_first (scan, sentence)))
    return;
  add_actor (pronouns, sentence, NULL, at, at + 1, phrase->code[0]);
}

/* "a florist who": whoever that is, it is somebody. */
static void
read_relative (const Pronouns *pronouns, guint sentence, guint at)
{
  const BlScan *scan = pronouns->scan;
  if (at == bl_scan_first (scan, sentence) || !bl_token_follows (bl_scan_token (scan, at)))
    return;
  const BlToken *noun = bl_scan_token (scan, at - 1);
  gsize length = strlen (noun->folded);
  if (noun->mention != BL_NO_MENTION || noun->title != BL_NO_MENTION || (noun->shape & BL_TOKEN_UPPER) != 0 || length < 3
      || noun->folded[length - 1] == 's' || bl_token_is (noun, BL_LEX_FUNCTION) || bl_token_is (noun, BL_LEX_PERSON_NOUN)
      || bl_token_is (noun, BL_LEX_PLURAL) || describes_name (scan, at - 1, bl_scan_first (scan, sentence)))
    return;
  add_actor (pronouns, sentence, NULL, at - 1, at, 0);
}

/* A title without a name: the person whom the article calls so elsewhere, else somebody unknown. */
static void
read_title (const Pronouns *pronouns, guint sentence, const BlDraft *title)
{
  const BlTitleMention *mention = &title->mention.title;
  if (mention->holder != G_MAXUINT)
    return;
  BlDraft *person = NULL;
  if (mention->office != NULL && !mention->indefinite && mention->modifiers == 0)
    person = g_hash_table_lookup (pronouns->seats, mention->office);
  add_actor (pronouns, sentence, person, title->first, title->end, person == NULL ? 0 : person->mention.person.gender);
}

static gboolean
is_heading (const Pronouns *pronouns, guint sentence)
{
  return pronouns->scan->title_case[sentence] != 0;
}

static guint
read_actor (const Pronouns *pronouns, guint sentence, guint at)
{
  const BlScan *scan = pronouns->scan;
  BlDraft *person = bl_scan_at (scan, at, BL_MENTION_PERSON);
  if (person != NULL)
    {
      char gender = person->mention.person.gender != 0 ? person->mention.person.gender : person->likely_gender;
      gboolean somebody = !person->dropped || (!is_heading (pronouns, sentence) && person->name->speaks);
      if (somebody)
        add_actor (pronouns, sentence, person->dropped ? NULL : person, person->first, person->end, gender == 'x' ? 0 : gender);
      return person->end;
    }
  const BlDraft *title = bl_scan_title_at (scan, at);
  if (title != NULL)
    {
      read_title (pronouns, sentence, title);
      return MAX (title->end, at + 1);
    }
  if (bl_token_is (bl_scan_token (scan, at), BL_LEX_PERSON_NOUN) && bl_scan_token (scan, at)->mention == BL_NO_MENTION)
    read_noun (pronouns, sentence, at);
  else if ((bl_scan_token (scan, at)->marks & BL_MARK_WHO) != 0)
    read_relative (pronouns, sentence, at);
  return at + 1;
}

/* --- choosing -------------------------------------------------------------------------------------------------------- */

enum
{
  MAX_CANDIDATES = 24,
  MAX_ACTORS = 48, /* of a sentence before; only a list has more */
  MAX_AHEAD = 60,  /* words to look ahead */
  MAX_BACK = 8     /* sentences to look back over, when those between are inside quotations */
};

typedef struct
{
  const Actor *list[MAX_CANDIDATES]; /* the likeliest first */
  guint n;
  guint same_sentence;     /* how many of them stand in the pronoun's sentence */
  gboolean pronoun_speaks; /* "he added" */
  guint near;              /* and in that or the one before */
} Candidates;

static void
put_candidate (Candidates *candidates, const Actor *actor)
{
  if (candidates->n < MAX_CANDIDATES)
    candidates->list[candidates->n++] = actor;
}

/* Of a sentence before: who speaks, then who stands first and is not governed by a preposition, then the others, last first. */
static void
put_sentence (const Pronouns *pronouns, guint first, guint end, Candidates *candidates)
{
  const Actor *subject = NULL;
  end = MIN (end, first + MAX_ACTORS);
  for (guint i = first; i < end; i++)
    {
      const Actor *actor = actor_at (pronouns, i);
      if (actor->quoted)
        continue;
      if (actor->speaks && (subject == NULL || !subject->speaks))
        subject = actor;
      else if (subject == NULL && !actor->governed)
        subject = actor;
    }
  if (subject != NULL)
    put_candidate (candidates, subject);
  for (guint i = end; i > first; i--)
    {
      const Actor *actor = actor_at (pronouns, i - 1);
      if (actor != subject && !actor->quoted)
        put_candidate (candidates, actor);
    }
}

static void
gather (const Pronouns *pronouns, guint sentence, gboolean quoted, Candidates *candidates)
{
  guint end = pronouns->actors->len;
  for (guint i = end; i > pronouns->first[sentence] && candidates->n < MAX_CANDIDATES; i--)
    {
      const Actor *actor = actor_at (pronouns, i - 1);
      if (actor->quoted == quoted)
        put_candidate (candidates, actor);
    }
  candidates->same_sentence = candidates->near = candidates->n;
  if (quoted)
    return;
  guint counted = 0;
  for (guint back = 1; back <= MAX_BACK && back <= sentence && counted < 2; back++)
    {
      guint before = sentence - back;
      if (pronouns->skipped[before])
        continue;
      counted++;
      put_sentence (pronouns, pronouns->first[before], pronouns->first[before + 1], candidates);
      if (counted == 1)
        candidates->near = candidates->n;
    }
}

static gboolean
fits (const Actor *actor, char gender)
{
  return actor->gender == 0 || actor->gender == gender;
}

static gboolean
same_actor (const Actor *a, const Actor *b)
{
  return a->person != NULL && b->person != NULL && g_strcmp0 (a->person->mention.id, b->person->mention.id) == 0;
}

/* Somebody unnamed takes the pronoun from a person it does not fit only from this sentence or the one before. And not when who
 * spoke in that one goes on speaking: in "Ann Lee, who met an official, said … “…,” he added" the official is no speaker. */
static gboolean
may_replace (const Candidates *candidates, guint i)
{
  const Actor *actor = candidates->list[i];
  if (actor->person != NULL || i < candidates->same_sentence)
    return TRUE;
  gboolean goes_on = candidates->pronoun_speaks && candidates->list[0]->speaks;
  return i < candidates->near && (actor->speaks || actor->gender != 0 || !goes_on);
}

/* Index of the candidate meant, or G_MAXUINT; *ambiguous when two persons fit or none does. */
static guint
choose (const Candidates *candidates, char gender, gboolean quoted, gboolean *ambiguous)
{
  *ambiguous = FALSE;
  if (candidates->n == 0)
    return G_MAXUINT;
  if (fits (candidates->list[0], gender))
    {
      for (guint i = 1; i < candidates->same_sentence; i++)
        if (!same_actor (candidates->list[i], candidates->list[0]) && fits (candidates->list[i], gender))
          *ambiguous = TRUE;
      return 0;
    }
  if (quoted)
    return G_MAXUINT;
  guint others = 0;
  for (guint i = 1; i < candidates->n; i++)
    {
      if (same_actor (candidates->list[i], candidates->list[0]))
        continue;
      if (fits (candidates->list[i], gender) && may_replace (candidates, i))
        return i;
      others += candidates->list[i]->person != NULL;
    }
  *ambiguous = others > 0;
  return 0;
}

/* --- pronouns -------------------------------------------------------------------------------------------------------- */

static char
gender_of (const BlToken *token)
{
  if ((token->shape & BL_TOKEN_ALL_UPPER) != 0)
    return 0;
  return (token->marks & BL_MARK_HE) != 0 ? 'm' : (token->marks & BL_MARK_SHE) != 0 ? 'f' : 0;
}

/* "his" always; "her" before a word that it can own. */
static gboolean
is_possessive (const BlScan *scan, guint at, guint end)
{
  const BlToken *token = bl_scan_token (scan, at);
  if (bl_token_equals (token, "his") || bl_token_equals (token, "hers"))
    return TRUE;
  if (!bl_token_equals (token, "her") || at + 1 >= end)
    return FALSE;
  const BlToken *next = bl_scan_token (scan, at + 1);
  if (!bl_token_joins (next) || next->mention != BL_NO_MENTION)
    return next->mention != BL_NO_MENTION && bl_token_joins (next)
           && bl_scan_draft (scan, next->mention)->mention.type != BL_MENTION_DATE;
  return !bl_token_is (next, BL_LEX_FUNCTION) || bl_token_equals (next, "own") || bl_token_equals (next, "many");
}

/* "In her speech, Pelosi said": a person who comes later in the sentence, for a pronoun that fits nobody before it. */
static BlDraft *
person_ahead (const Pronouns *pronouns, guint sentence, guint at, char gender)
{
  const BlScan *scan = pronouns->scan;
  guint end = MIN (bl_scan_end (scan, sentence), at + MAX_AHEAD);
  for (guint i = at + 1; i < end; i++)
    {
      BlDraft *person = bl_scan_at (scan, i, BL_MENTION_PERSON);
      if (person == NULL || person->dropped || person->mention.how == BL_HOW_PRONOUN)
        continue;
      char own = person->mention.person.gender != 0 ? person->mention.person.gender : person->likely_gender;
      if (own == gender)
        return person;
    }
  return NULL;
}

/* "In her speech, …": the pronoun may come before its person. */
static gboolean
opens_with_phrase (const BlScan *scan, guint sentence, guint at)
{
  static const char *const words[]
      = { "in",      "with", "after", "as",       "while",  "during", "before", "at",         "on", "for",
          "despite", "when", "since", "although", "though", "by",     "upon",   "throughout", NULL };
  guint begin = bl_scan_first (scan, sentence);
  return at > begin && bl_token_among (bl_scan_token (scan, begin), words);
}

static void
read_pronoun (const Pronouns *pronouns, guint sentence, guint at, char gender)
{
  BlScan *scan = pronouns->scan;
  gboolean quoted = is_quoted (pronouns, at);
  Candidates candidates = { .pronoun_speaks = speaks_at (scan, at, at + 1, sentence) };
  gather (pronouns, sentence, quoted, &candidates);
  gboolean ambiguous;
  guint chosen = choose (&candidates, gender, quoted, &ambiguous);
  Actor actor = { .gender = gender };
  if (chosen != G_MAXUINT)
    actor = *candidates.list[chosen];
  gboolean none = chosen == G_MAXUINT && !quoted && opens_with_phrase (scan, sentence, at);
  if (none || (actor.person != NULL && !fits (&actor, gender)))
    {
      BlDraft *ahead = person_ahead (pronouns, sentence, at, gender);
      if (ahead != NULL)
        actor = (Actor){ .person = ahead, .gender = gender };
    }
  BlDraft *antecedent = actor.person;
  if (antecedent == NULL)
    {
      add_actor (pronouns, sentence, NULL, at, at + 1, gender); /* later pronouns do not reach past this one */
      return;
    }
  BlDraft *draft = bl_scan_add (scan, BL_MENTION_PERSON, sentence, at, at + 1);
  draft->mention.how = BL_HOW_PRONOUN;
  draft->mention.id = antecedent->mention.id;
  draft->mention.ambiguous = ambiguous || antecedent->mention.ambiguous;
  draft->mention.person = (BlPersonMention){ .known = antecedent->mention.person.known,
                                             .surface = bl_scan_token (scan, at)->folded,
                                             .antecedent = bl_scan_token (scan, antecedent->first)->mention,
                                             .gender = gender,
                                             .possessive = is_possessive (scan, at, bl_scan_end (scan, sentence)) };
  actor.token = at;
  actor.quoted = quoted;
  actor.speaks = speaks_at (scan, at, at + 1, sentence);
  actor.governed = draft->mention.person.possessive || is_governed (scan, at, bl_scan_first (scan, sentence));
  g_array_append_val (pronouns->actors, actor);
}

static void
read_sentence (const Pronouns *pronouns, guint sentence)
{
  const BlScan *scan = pronouns->scan;
  for (guint at = bl_scan_first (scan, sentence); at < bl_scan_end (scan, sentence);)
    {
      const BlToken *token = bl_scan_token (scan, at);
      char gender = token->mention == BL_NO_MENTION ? gender_of (token) : 0;
      if (gender != 0)
        read_pronoun (pronouns, sentence, at++, gender);
      else
        at = read_actor (pronouns, sentence, at);
    }
}

/* --- all of it ------------------------------------------------------------------------------------------------------- */

static gboolean
is_all_quoted (const Pronouns *pronouns, guint sentence)
{
  guint begin = bl_scan_first (pronouns->scan, sentence);
  guint end = bl_scan_end (pronouns->scan, sentence);
  return begin == end || (is_quoted (pronouns, begin) && is_quoted (pronouns, end - 1));
}

static void
mark_skipped (const Pronouns *pronouns)
{
  guint n, n_blocks;
  const BlSentence *sentences = bl_document_sentences (pronouns->scan->document, &n);
  const BlBlock *blocks = bl_document_blocks (pronouns->scan->document, &n_blocks);
  for (guint i = 0; i < n; i++)
    {
      BlBlockKind kind = sentences[i].block < n_blocks ? blocks[sentences[i].block].kind : BL_BLOCK_PARAGRAPH;
      pronouns->skipped[i]
          = (kind != BL_BLOCK_PARAGRAPH && kind != BL_BLOCK_LIST_ITEM && kind != BL_BLOCK_DECK) || is_all_quoted (pronouns, i);
    }
}

static void
fill_seats (const Pronouns *pronouns)
{
  const BlScan *scan = pronouns->scan;
  for (guint i = 0; i < scan->drafts->len; i++)
    {
      const BlDraft *title = bl_scan_draft (scan, i);
      if (title->dropped || title->title == NULL || title->mention.title.office == NULL
          || title->mention.title.holder == G_MAXUINT || title->mention.title.modifiers != 0)
        continue;
      BlDraft *holder = bl_scan_draft (scan, title->mention.title.holder);
      if (!holder->dropped)
        g_hash_table_insert (pronouns->seats, (gpointer) title->mention.title.office, holder);
    }
}

void
bl_find_pronouns (BlScan *scan)
{
  guint n = scan->tokens.n_sentences;
  Pronouns pronouns = { .scan = scan,
                        .actors = g_array_new (FALSE, FALSE, sizeof (Actor)),
                        .first = g_new0 (guint32, n + 1),
                        .skipped = g_new0 (guint8, n + 1),
                        .seats = g_hash_table_new (NULL, NULL) };
  mark_skipped (&pronouns);
  fill_seats (&pronouns);
  for (guint i = 0; i < n; i++)
    {
      pronouns.first[i] = pronouns.actors->len;
      read_sentence (&pronouns, i);
      pronouns.first[i + 1] = pronouns.actors->len;
    }
  g_array_unref (pronouns.actors);
  g_hash_table_unref (pronouns.seats);
  g_free (pronouns.first);
  g_free (pronouns.skipped);
}
