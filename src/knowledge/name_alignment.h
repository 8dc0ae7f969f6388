/* Private to src/knowledge: the words of two names side by side.
 *
 * Words are paired one to one, the most alike first; what a pair is says more than a number: "Sergey" is "Sergei" otherwise written,
 * "Bill" is William, "Robb" is only near Raab. */
#pragma once

#include "knowledge/name_index.h"

typedef enum
{
  BL_PAIR_NONE,
  BL_PAIR_NEAR,
  BL_PAIR_CLASS,           /* one transliteration class, written otherwise */
  BL_PAIR_TRANSLITERATION, /* one given name in two languages */
  BL_PAIR_NICKNAME,
  BL_PAIR_INITIAL,
  BL_PAIR_EQUAL,
} BlNamePairKind;

typedef struct
{
  BlNamePairKind kind;
  double alike; /* 0..1 */
} BlNamePair;

/* One comparison. a is a query, b a form or the words of another query. */
typedef struct
{
  BlNameQuery *query;
  const BlNameToken *const *b;
  guint n_a;
  guint n_b;
  guint16 b_family; /* bit i: b[i] is part of a family name */
  BlNamePair pairs[BL_NAME_TOKENS_MAX][BL_NAME_TOKENS_MAX];
  gint8 partner_of_a[BL_NAME_TOKENS_MAX]; /* -1: none */
  gint8 partner_of_b[BL_NAME_TOKENS_MAX];
} BlNameAlignment;

/* What an alignment says in sum. */
typedef struct
{
  guint pairs;      /* of words and initials */
  guint words;      /* of words */
  gboolean family;  /* a word of the family name has a partner that is a word */
  gboolean first_a; /* the first word of a has a partner */
  gboolean first_b;
  guint over_a; /* words of a without a partner */
  guint over_b;
  gboolean initials_a; /* an initial of a has none */
  gboolean initials_b;
  guint fathers_a; /* patronymics without a partner; they are no words above when the other side has none */
  guint fathers_b;
  gboolean descends_otherwise; /* the child of one is the parent of the other: Ahmad bin Hasan, Hasan bin Ahmad */
  gboolean near;               /* some pair is near only */
  gboolean class_pairs;        /* some pair is of one class, or one name in two languages */
  double alike;                /* weighted sum of the pairs */
  double weight;               /* of the pairs */
  double over_weight;          /* of the words without a partner */
} BlNameSummary;

/* Compares all words and pairs them. b must live as long as the alignment. */
void bl_name_align (BlNameAlignment *alignment, BlNameQuery *query, const BlNameToken *const *b, guint n_b, guint16 b_family);

/* The same for a form; FALSE, half done, as soon as it is clear that bl_name_is_possible() will say no. */
gboolean bl_name_align_form (BlNameAlignment *alignment, BlNameQuery *query, const BlNameForm *form);

/* Could the word of the query be the partner of a token, be it in a family name or not? */
gboolean bl_name_may_pair (BlNameQuery *query, guint word, const BlNameToken *token);

BlNameSummary bl_name_sum_up (const BlNameAlignment *alignment);

/* Can they mean one person? Words may stay over on one side only (middle names, patronymics), never the first (a son bears his
 * father's name behind his own), never the family name. is_alone: one side is a family name, or one word. */
gboolean bl_name_is_possible (const BlNameSummary *summary, gboolean is_alone);

/* How much a word counts: IDF over persons, less for initials and particles. */
double bl_name_weight (const BlNameToken *token);

static inline gboolean
bl_name_is_family (const BlNameAlignment *alignment, guint j)
{
  return (alignment->b_family & 1u << j) != 0;
}

/* names.c: equal letters in equal order; spaces do not count: "Jin-ping", "Jinping". form has a word. */
gboolean bl_name_is_same (const BlNameQuery *query, const BlNameForm *form);

/* names.c: how the query relates to the form. A lone surname is compared with family forms only. alignment is filled unless the
 * result is BL_NAME_SAME or BL_NAME_OTHER. */
BlNameRelation bl_name_judge (BlNameQuery *query, const BlNameForm *form, BlNameAlignment *alignment, double *score);

/* names.c: the same, how likely the query means the form's person, and what says so; evidence stays as it is for a name that is the same or
 * somebody else's. */
BlNameRelation bl_name_weigh (const BlKnowledge *kb, BlNameQuery *query, const BlNameForm *form, BlNameEvidence *evidence,
                              double *probability);
