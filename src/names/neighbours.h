/* What the articles of the corpus write beside a word, for words that nothing knows.
 *
 * Of each article's capitalised words (mentions/proper_words.h) those that are odd ask: what stands elsewhere behind "Capitol", or
 * before "Obama"? Only the places asked about are gathered, so the memory follows the odd words and not the corpus. */
#pragma once

#include "judge/judge.h"

/* Other articles are context only when they are about the same days, or share enough names. */
#define BL_NEIGHBOUR_WINDOW_DAYS 14

#define BL_NEIGHBOUR_KEY_BYTES 160

/* What the places of a word are looked up by: the word beside it on one side (-1, 1) and its own first letter, "<capitol p". FALSE: none. */
gboolean bl_neighbour_key (const BlProperWord *words, guint n, guint at, int side, char key[BL_NEIGHBOUR_KEY_BYTES]);

typedef struct BlNeighbours BlNeighbours;

/* An odd word of an article, at its first place. */
typedef struct
{
  const BlArticle *article;
  const BlProperWord *words; /* of the article */
  guint n_words;
  guint at;
} BlOddWord;

/* What others write in its place. */
typedef struct
{
  const char *word;          /* folded */
  const BlArticle *article;  /* a witness */
  const BlProperWord *words; /* of the witness */
  guint at;                  /* there */
  int side;                  /* -1: the word before is the same, 1: the one behind */
  guint n_articles;          /* that write so, beside the odd word's own */
  guint n_origins;           /* that write so, beside the article's own */
  gboolean same_article;     /* the article itself writes so elsewhere */
  gboolean known;            /* a word of the lexicons or the base */
  gboolean person;           /* there it stands in a person's name */
  gboolean odd;              /* nothing knows it either */
} BlRival;

BlNeighbours *bl_neighbours_new (const BlCompareInput *input);
void bl_neighbours_free (BlNeighbours *neighbours);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlNeighbours, bl_neighbours_free)

/* BlOddWord, by article and place; each word of an article once. */
const GArray *bl_neighbours_odd_words (const BlNeighbours *neighbours);

/* Origins that write this odd word anywhere. */
guint bl_neighbours_n_origins (const BlNeighbours *neighbours, const char *word);

/* Articles that do. */
guint bl_neighbours_n_articles (const BlNeighbours *neighbours, const char *word);

/* Appends a BlRival for each likely spelling of the odd word; most origins first. */
void bl_neighbours_rivals (const BlNeighbours *neighbours, const BlOddWord *odd, GArray *rivals);

/* How many pairs of neighbouring words two articles have in common. */
guint bl_neighbours_common (const BlNeighbours *neighbours, const BlArticle *a, const BlArticle *b);
