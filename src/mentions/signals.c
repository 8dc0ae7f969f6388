/* What speaks for a person at a place of the text, beside the spelling. */
#include <string.h>

#include "mentions/persons.h"

enum
{
  SMALL = 20 /* persons of an organisation in the base, at most, for a name beside it to mean one of them */
};

static gboolean
belongs_to_organisation (const BlPerson *person, const BlOrganisation *organisation)
{
  for (guint i = 0; i < person->n_terms; i++)
    if (person->terms[i]->office->organisation == organisation)
      return TRUE;
  return FALSE;
}

static gboolean
belongs_to_country (const BlPerson *person, const BlCountry *country)
{
  if (country == NULL)
    return FALSE;
  if (person->country == country)
    return TRUE;
  for (guint i = 0; i < person->n_terms; i++)
    if (person->terms[i]->office->country == country)
      return TRUE;
  return FALSE;
}

/* Titles said of the name whose role the person has on the article's day (or had, when the title says "former"). */
static guint
title_signal (const BlScan *scan, const BlDraft *name, const BlPerson *person)
{
  if (name->title_index == BL_NO_MENTION)
    return 0;
  const BlDraft *title = bl_scan_draft (scan, name->title_index);
  guint signals = 0;
  gboolean former = (title->mention.title.modifiers & (BL_TITLE_FORMER | BL_TITLE_RETIRED)) != 0;
  for (guint i = 0; i < person->n_terms && !title->title->other_body; i++)
    {
      const BlTerm *term = person->terms[i];
      if (!bl_title_fits_term (title, term))
        continue;
      if (former
          || (scan->day.known && (gint64) term->when.first - 7 <= scan->day.last
              && (gint64) term->when.last + 7 >= scan->day.first))
        signals |= BL_SIGNAL_OFFICE;
    }
  if (title->title->beside && belongs_to_country (person, title->mention.title.country))
    signals |= BL_SIGNAL_COUNTRY;
  if (title->mention.title.organisation != NULL && belongs_to_organisation (person, title->mention.title.organisation))
    signals |= BL_SIGNAL_ORG;
  return signals;
}

gboolean
bl_name_country_beside (const BlScan *scan, const BlDraft *name, const BlPerson *person)
{
  if (name->title_index == BL_NO_MENTION)
    return FALSE;
  const BlDraft *title = bl_scan_draft (scan, name->title_index);
  return title->title->beside && belongs_to_country (person, title->mention.title.country);
}

/* States and organisations of a sentence and its neighbours: entries [*first, *end) of scan->entities. */
static void
entities_around (const BlScan *scan, guint sentence, guint *first, guint *end)
{
  *first = scan->first_entity[sentence == 0 ? 0 : sentence - 1];
  *end = scan->first_entity[MIN (sentence + 2, scan->tokens.n_sentences)];
}

static const BlMention *
entity (const BlScan *scan, guint index)
{
  return &bl_scan_draft (scan, g_array_index (scan->entities, guint32, index))->mention;
}

gboolean
bl_name_small_organisation (const BlScan *scan, const BlDraft *name, const BlPerson *person)
{
  guint first, end;
  entities_around (scan, name->mention.sentence, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const BlMention *mention = entity (scan, i);
      if (mention->type == BL_MENTION_ORG && belongs_to_organisation (person, mention->organisation)
          && bl_knowledge_n_terms_in (scan->kb, mention->organisation) <= SMALL)
        return TRUE;
    }
  return FALSE;
}

guint
bl_name_signals (const BlScan *scan, const BlDraft *name, const BlPerson *person)
{
  guint signals = title_signal (scan, name, person);
  guint first, end;
  entities_around (scan, name->mention.sentence, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const BlMention *mention = entity (scan, i);
      if (mention->type == BL_MENTION_ORG && belongs_to_organisation (person, mention->organisation))
        signals |= BL_SIGNAL_ORG;
      else if (mention->type == BL_MENTION_COUNTRY && !mention->ambiguous
               && belongs_to_country (person, mention->country.country))
        signals |= BL_SIGNAL_COUNTRY;
    }
  if (g_hash_table_contains (scan->named_rightly, person))
    signals |= BL_SIGNAL_ARTICLE;
  return signals;
}
