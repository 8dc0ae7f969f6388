/* What the clause around a match does to it: polarity, certainty, condition, wish, question.
 *
 * A cue before or behind a statement bears on it inside their clause (claims/clause.h), a condition also from its own clause
 * beside it. Words of denial deny once however many they are; a verb that denies ("ruled out") turns the statement each time, so
 * that two leave it open: "did not rule out sending" settles nothing. */
#pragma once

#include "claims/reading.h"

typedef struct
{
  BlPolarity polarity;
  BlCertainty certainty;
  guint voice; /* BL_VOICE_QUESTION, _CONDITION, _WISH */
} BlScope;

typedef struct
{
  BlSpan span;    /* in the document */
  const char *id; /* or NULL */
} BlScopeActor;

typedef struct
{
  const BlReading *reading;
  guint first, last;            /* the match is words [first, last) */
  const BlScopeActor *subjects; /* what the match captured */
  guint n_subjects;
  const BlScopeActor *actors; /* persons, states, organisations of the sentence */
  guint n_actors;
  gboolean lexical_negative; /* the phrase itself says the opposite ("ruled out …"): cues inside it are its own words */
  gboolean reported;         /* somebody is said to say it: "would" is then a "will" told later */
} BlScopeQuery;

BlScope bl_scope_read (const BlDocument *document, const BlScopeQuery *query);

/* BL_VOICE_CONDITION or 0; claims/conditions.c. */
guint bl_scope_condition (const BlScopeQuery *query, BlPolarity polarity);

/* BL_VOICE_QUESTION or 0; claims/conditions.c. */
guint bl_scope_question (const BlDocument *document, const BlScopeQuery *query);
