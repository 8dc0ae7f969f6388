/* Open alignment: which sentences of a corpus tell of the same thing. Inside of src/compare only. */
#pragma once

#include <glib.h>

/* Articles further apart than this do not report one event alike. */
#define BL_ALIGN_WINDOW_DAYS 7

typedef struct
{
  const char *const *terms; /* stems and ids (with a '/'): sorted, distinct, NULL-terminated; borrowed */
  guint article;
  gint32 day;    /* Julian day of the article; 0: unknown, compared only with other unknown ones */
  gboolean head; /* headline or deck: also aligned with the body of its own article */
} BlAlignable;

typedef struct
{
  guint a, b;     /* indices, a < b */
  double overlap; /* weight of what both share, of the lighter sentence: 0 to 1 */
  double dice;    /* the same of the mean of both: near 1 when they are nearly the same */
  guint n_shared;
} BlAligned;

/* Pairs of sentences (BlAlignable) that share rare terms, by a, b; the caller's array of BlAligned.
 *
 * The weight of a term is log (1 + N / n), N sentences of which n have it (inverse document frequency: Spärck Jones 1972). Each
 * sentence is filed under pairs of its rarest shared terms; under one pair it meets at most the 16 filed nearest before it in
 * order of days, so the cost is linear in the number of sentences. *n_cut: meetings that this cap left out. */
GArray *bl_align (const GArray *sentences, guint64 *n_cut);
