/* Comparing names: how likely do two spellings mean one person?
 *
 * A name is tokens; each is folded to transliteration classes (shch, sch, tsch, kh→h, ph→f, ts/tz/dz→z, c→k/s, w→v, y/j→i,
 * doubled letters once …), and tokens are aligned one to one with a weighted edit distance. What the alignment says a model weighs
 * into the probability that both mean one person; callers decide with context (office, country, co-mention). */
#pragma once

#include "knowledge/knowledge.h"

/* Similarity in [0, 1] of two single name tokens (already any spelling; folded inside), by the edit costs of the base. kb may be
 * NULL: every letter counts whole. */
double bl_name_token_similarity (const BlKnowledge *kb, const char *a, const char *b);

/* The transliteration class of a token: equal classes mean "same name, other transliteration". Owned by the caller. */
char *bl_name_class (const char *token);

/* Those of the words of a name in any script, with a space between. Owned by the caller. */
char *bl_name_classes (const char *name);

typedef enum
{
  BL_NAME_SAME,    /* equal after case, diacritics, apostrophes and hyphens; or an accepted alias */
  BL_NAME_VARIANT, /* another accepted transliteration, nickname, initial, or a subset (patronymic left out) */
  BL_NAME_NEAR,    /* every aligned token is near, at least one is not equal: a misspelling, or somebody else */
  BL_NAME_OTHER,
} BlNameRelation;

/* A person whom a spelling may mean. */
typedef struct
{
  const BlPerson *person;
  double probability; /* 0..1, see below; 1 for the same name */
  BlNameRelation relation;
} BlNameCandidate;

enum
{
  BL_NAME_FOUND_MAX = 64 /* more candidates than this nobody asks for at once */
};

/* How the spelling relates to this person; surname alone ("Mertz") is compared with the family name. Variants in transliteration are
 * accepted only for persons with a native (non-Latin) name: "Sergey Lavrov" is a variant, "Dominique Robb" and
 * "Beddingfield" are near. probability may be NULL. */
BlNameRelation bl_name_compare (const BlKnowledge *kb, const char *spelling, const BlPerson *person, double *probability);

/* The best candidates for a spelling among all persons: by relation, then by probability; at most max, which is at most
 * BL_NAME_FOUND_MAX. Returns the count. None of them is BL_NAME_OTHER; of equal ones the person who was loaded first stands first. Uses
 * the phonetic index; no linear scan. The first call may wait for it to be built. */
guint bl_name_search (const BlKnowledge *kb, const char *spelling, BlNameCandidate *found, guint max);

/* The same candidates by probability alone. "Family, Given" is read as "Given Family", other scripts in Latin letters. */
guint bl_name_rank (const BlKnowledge *kb, const char *spelling, BlNameCandidate *found, guint max);

/* --- how likely ------------------------------------------------------------------------------------------------------
 * A mean of the words by rarity ranks the candidates of one name; across names, 0.97 of "Mike Smith" says less than 0.93 of "Hryhoriy
 * Nemyria". A model learned from pairs of spellings (rules/lexicon/name-model.json) weighs what an alignment says into one probability; a
 * base without that file guesses it from the mean. */
typedef enum
{
  BL_EVIDENCE_DIFFERENCE,    /* of words that are only near: mean difference of sounds, by rarity */
  BL_EVIDENCE_WORST,         /* the largest */
  BL_EVIDENCE_WORST_SQUARE,  /* and its square */
  BL_EVIDENCE_GIVEN,         /* the largest in words that are no family name */
  BL_EVIDENCE_GIVEN_SQUARE,  /* and its square */
  BL_EVIDENCE_FAMILY_NEAR,   /* 1: a word of the family name is only near */
  BL_EVIDENCE_GIVEN_NEAR,    /* 1: another word is */
  BL_EVIDENCE_LETTERS,       /* log (1 + letters to change) in near words */
  BL_EVIDENCE_CLASS_SHARE,   /* of words that sound alike: mean share of letters written otherwise, by rarity */
  BL_EVIDENCE_CLASS_LETTERS, /* log (1 + letters to change) in them */
  BL_EVIDENCE_CLASS,         /* 1: there are such words */
  BL_EVIDENCE_NICKNAMES,     /* how many pairs */
  BL_EVIDENCE_LANGUAGES,     /* given names in two languages */
  BL_EVIDENCE_OVER_HERE,     /* 1: a word of the query has no partner */
  BL_EVIDENCE_OVER_THERE,    /* 1: one of the other side */
  BL_EVIDENCE_OVER_BOTH,     /* 1: one of either side */
  BL_EVIDENCE_OVER_WORDS,    /* how many words have none, on both */
  BL_EVIDENCE_LONE,          /* 1: one side is a single word */
  BL_EVIDENCE_LOOSE,         /* share of the letters, of the longer side, in words without a partner */
  BL_EVIDENCE_INITIALS,      /* 1: an initial has none */
  BL_EVIDENCE_ORDER,         /* 1: the words stand in another order */
  BL_EVIDENCE_TWO_GIVEN,     /* pairs of known given names that are not one */
  BL_EVIDENCE_RARITY,        /* log of the summed weights: how much the words say at all */
  BL_EVIDENCE_FAMILY_RARITY, /* weight of the family name */
  BL_EVIDENCE_LEAST_RARITY,  /* of the commonest word */
  BL_EVIDENCE_OVER_SHARE,    /* log (1 + weight of what has no partner, against what has) */
  BL_EVIDENCE_JOINED, /* difference of sounds of the names without spaces, when their words cannot be one person's: VladimirPutin */
  BL_EVIDENCE_GENERATION, /* 1: one is Jr. or Sr., the other is not */
  BL_EVIDENCE_IMPOSSIBLE, /* 1: the words cannot be one person's */
  BL_N_NAME_EVIDENCE,
} BlNameEvidenceKind;

typedef struct
{
  double value[BL_N_NAME_EVIDENCE];
} BlNameEvidence;

/* Their names in files, NULL-terminated. */
extern const char *const bl_name_evidence_words[];

/* What says so for one candidate of bl_name_rank(). Zero for the same name and for somebody else's. */
void bl_name_evidence (const BlKnowledge *kb, const char *spelling, const BlPerson *person, BlNameEvidence *evidence);

/* How likely two spellings, of which neither needs to be known, mean one person. evidence may be NULL. */
double bl_name_probability (const BlKnowledge *kb, const char *a, const char *b, BlNameEvidence *evidence);

/* TRUE when the token is a given name or family name somebody in the base bears, or a common given name. */
gboolean bl_name_is_known_token (const BlKnowledge *kb, const char *folded_token);
