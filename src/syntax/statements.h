/* Statements: who does what to whom, read from the syntax of one sentence, whatever it is about.
 *
 * A statement is a clause as a frame: its predicate (the lemma of its verb, or "be" with what it is said to be), subject, object and
 * phrases with a preposition, polarity, and how the sentence vouches for it. The passive is turned: "was bought by X" has X as its subject.
 * Reading is shallow and cautious: what it is not sure of is missing or marked. */
#pragma once

#include "syntax/phrases.h"

enum
{
  BL_STATED_QUESTION = 1 << 0,
  BL_STATED_CONDITION = 1 << 1, /* under "if", or beside it */
  BL_STATED_UNREAL = 1 << 2,    /* wanted, planned, possible */
  BL_STATED_QUOTED = 1 << 3,
  BL_STATED_REPORTED = 1 << 4, /* somebody is said to say it */
  BL_STATED_RELATIVE = 1 << 5, /* in a relative clause */
  BL_STATED_SUBORDINATE = 1 << 6,
  BL_STATED_PARTIAL = 1 << 7, /* it denies more than once, or some of what it names: "not without", "under no" */
  BL_STATED_EXISTS = 1 << 8,  /* "there is (no)" */
};

#define BL_NO_PHRASE G_MAXUINT
#define BL_MOST_ADJUNCTS 8

typedef struct
{
  guint preposition; /* word */
  guint phrase;      /* its noun phrase */
} BlAdjunct;

typedef struct
{
  guint verb;        /* phrase; of an apposition ("X, a surgeon,") its comma */
  const char *lemma; /* of its predicate, with the particle: "give up" */
  guint subject;     /* phrases, or BL_NO_PHRASE */
  guint object;
  guint complement; /* what "be", "become" or "remain" says: a noun phrase or adjective */
  BlAdjunct adjuncts[BL_MOST_ADJUNCTS];
  guint n_adjuncts;
  BlAdjunct of_subject[BL_MOST_ADJUNCTS]; /* what stands behind the subject's noun: "the driver of the lorry" */
  guint n_of_subject;
  gboolean negated;
  gboolean passive;
  guint flags;    /* BL_STATED_* */
  guint speaker;  /* phrase of who says it, or BL_NO_PHRASE */
  guint end;      /* first phrase behind its arguments */
  guint governor; /* statement this one depends on, or G_MAXUINT */
} BlStatement;

typedef struct
{
  BlPhrases phrases;
  GArray *list;         /* BlStatement, in order of their verbs; behind them appositions */
  gboolean conditional; /* "if" or "unless" stand somewhere */
} BlStatements;

/* Reads one sentence. The texts live in arena. */
void bl_statements_read (BlStatements *statements, const BlSyntax *syntax, const char *text, BlSpan sentence, BlArena *arena);
void bl_statements_clear (BlStatements *statements);

static inline const BlStatement *
bl_statements_get (const BlStatements *statements, guint index)
{
  return &g_array_index (statements->list, BlStatement, index);
}

/* One statement in a line, for tests and traces: "not(convict s:court o:minister of:fraud on:tuesday)". Owned by the caller. */
char *bl_statement_to_string (const BlStatements *statements, const BlStatement *statement);
