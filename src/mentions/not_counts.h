/* Numbers that count nothing. Private to src/mentions. */
#pragma once

#include "mentions/scan.h"

/* The sentence whose numbers are read. */
typedef struct
{
  BlScan *scan;
  guint sentence;
  guint begin, end; /* tokens */
} BlNumbers;

/* The token, or NULL behind the sentence. */
static inline const BlToken *
bl_numbers_token (const BlNumbers *numbers, guint at)
{
  return at < numbers->end ? bl_scan_token (numbers->scan, at) : NULL;
}

/* Is this word the next one, with a space or hyphen before it? */
static inline gboolean
bl_numbers_word (const BlNumbers *numbers, guint at, const char *word)
{
  const BlToken *token = bl_numbers_token (numbers, at);
  return token != NULL && bl_token_joins (token) && bl_token_equals (token, word);
}

/* A number that names or orders something: Article 5, Option Two, F-16, [3], 1:04, "one in four", "Ann Lee, 45,". */
gboolean bl_number_names (const BlNumbers *numbers, guint at);

/* "one" that is no number: "one of", "no one", "the one who". */
gboolean bl_number_is_pronoun (const BlNumbers *numbers, guint at);
