/* Of what country a thing is said to be: "X is a Danish painter" and "X is an Irish painter" cannot both be true, unless either names
 * more than one country. */
#include "sentences/statement_match.h"

#include <string.h>

#define MOST_NATIONS 4

typedef struct
{
  const char *ids[MOST_NATIONS];
  guint n;
  gboolean bare;    /* nothing else is said: "is Danish" */
  gboolean unclear; /* a compound, or more than fit */
  guint head;       /* word */
} Nations;

/* The country that a word before a noun, or alone, is the adjective of; or NULL. */
static const char *
nation_of (const BlStated *stated, guint word)
{
  const BlMention *mention = bl_stated_mention (stated, word);
  return mention != NULL && mention->type == BL_MENTION_COUNTRY && mention->country.surface == BL_SURFACE_DEMONYM ? mention->id
                                                                                                                  : NULL;
}

static void
add_phrase (const BlStated *stated, const BlPhrase *phrase, Nations *nations)
{
  const BlPhrases *phrases = bl_stated_phrases (stated);
  for (guint i = phrase->first; i < phrase->last; i++)
    {
      const char *id = nation_of (stated, i);
      if (id == NULL)
        continue;
      const gboolean next = i + 1 < phrase->last;
      nations->unclear = nations->unclear || strchr (bl_phrases_word (phrases, i)->text, '-') != NULL
                         || nations->n == MOST_NATIONS
                         || (next && bl_syntax_has (phrases->syntax, BL_WORDS_LEARNED, bl_phrases_word (phrases, i + 1)->text));
      if (!nations->unclear)
        nations->ids[nations->n++] = id;
    }
}

/* What "be" says, with what is listed beside it. */
static gboolean
read_nations (const BlStated *stated, const BlStatement *statement, Nations *nations)
{
  *nations = (Nations){ 0 };
  if (strcmp (statement->lemma, "be") != 0 || statement->complement == BL_NO_PHRASE)
    return FALSE;
  const BlPhrases *phrases = bl_stated_phrases (stated);
  const BlPhrase *phrase = bl_phrases_get (phrases, statement->complement);
  nations->head = phrase->head;
  nations->bare = nation_of (stated, phrase->head) != NULL;
  add_phrase (stated, phrase, nations);
  for (guint i = 0; i < statement->n_adjuncts; i++)
    if (bl_adjunct_is_listed (stated, &statement->adjuncts[i]))
      add_phrase (stated, bl_phrases_get (phrases, statement->adjuncts[i].phrase), nations);
  const guint behind = statement->complement + 1;
  nations->unclear
      = nations->unclear || bl_syntax_has (phrases->syntax, BL_WORDS_LEARNED, phrase->lemma)
        || (phrase->kind == BL_PHRASE_NOUN && bl_phrases_word (phrases, phrase->head)->tag == BL_TAG_NAME && !nations->bare)
        || (bl_phrases_kind (phrases, behind) == BL_PHRASE_PREPOSITION && nations->bare);
  return nations->n > 0 && !nations->unclear;
}

/* Nouns of one sort, so that the country is of the same thing: two persons, two films, or the same word. */
static gboolean
same_sort (const BlStated *a, guint head_a, const BlStated *b, guint head_b)
{
  const BlPhrases *phrases_a = bl_stated_phrases (a), *phrases_b = bl_stated_phrases (b);
  const char *x = bl_phrases_word (phrases_a, head_a)->text, *y = bl_phrases_word (phrases_b, head_b)->text;
  if (strcmp (x, y) == 0)
    return TRUE;
  const char *nature_x = bl_syntax_nature (phrases_a->syntax, x), *nature_y = bl_syntax_nature (phrases_b->syntax, y);
  return nature_x != NULL && nature_y != NULL && strcmp (nature_x, nature_y) == 0;
}

gboolean
bl_stated_other_nation (const BlStated *a, const BlStatement *x, const BlStated *b, const BlStatement *y)
{
  Nations nations_x, nations_y;
  if (!read_nations (a, x, &nations_x) || !read_nations (b, y, &nations_y))
    return FALSE;
  if (!nations_x.bare && !nations_y.bare && !same_sort (a, nations_x.head, b, nations_y.head))
    return FALSE;
  for (guint i = 0; i < nations_x.n; i++)
    for (guint k = 0; k < nations_y.n; k++)
      if (strcmp (nations_x.ids[i], nations_y.ids[k]) == 0)
        return FALSE;
  return TRUE;
}
