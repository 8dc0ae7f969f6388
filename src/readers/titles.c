/* holds-office: a title beside its holder. */
#include "readers/makers.h"
#include "readers/readers.h"

#include <string.h>

/* The title and the name as one stretch, in whichever order they stand. */
static BlSpan
join (BlSpan a, BlSpan b)
{
  return bl_span (MIN (a.start, b.start), MAX (a.end, b.end));
}

/* A date in the sentence that is well before the article: the sentence tells of earlier days. */
#define EARLIER_DAYS 60

static gboolean
tells_of_the_past (const BlExtraction *extraction, guint sentence, BlDateRange today)
{
  guint first, n;
  bl_mentions_in_sentence (extraction->mentions, sentence, &first, &n);
  for (guint i = first; i < first + n && today.known; i++)
    {
      const BlMention *mention = bl_mentions_get (extraction->mentions, i);
      if (mention->type == BL_MENTION_DATE && mention->date.range.known
          && mention->date.range.last + EARLIER_DAYS < today.first)
        return TRUE;
    }
  return FALSE;
}

void
bl_read_titles (BlExtraction *extraction)
{
  guint n;
  const BlMention *mentions = bl_mentions_list (extraction->mentions, &n);
  for (guint i = 0; i < n; i++)
    {
      const BlMention *title = &mentions[i];
      if (title->type != BL_MENTION_OFFICE || title->title.holder == G_MAXUINT || title->title.role == NULL)
        continue;
      const BlMention *holder = &mentions[title->title.holder];
      if (holder->person.surface == NULL || holder->how == BL_HOW_PRONOUN)
        continue;

      BlSpan span = join (title->span, holder->span);
      if (title->title.tenure != NULL)
        span = join (span, title->title.tenure->span);
      BlClaim *claim = bl_extraction_add (extraction, "holds-office", "reader/titles", span);
      const char *office = title->id != NULL ? title->id : title->title.role->id;
      const BlArgument key[] = { { .name = "person", .value = holder->id, .surface = holder->person.surface } };
      bl_claim_set_key (extraction, claim, key, G_N_ELEMENTS (key));
      claim->value
          = (BlValue){ .kind = BL_VALUE_ENTITY, .text = office, .surface = bl_extraction_text (extraction, title->span) };
      if (tells_of_the_past (extraction, title->sentence, claim->time))
        claim->voice |= BL_VOICE_PAST;
      BlTitleDetail *detail = bl_arena_new0 (extraction->arena, BlTitleDetail);
      *detail
          = (BlTitleDetail){ .title_mention = i,
                             .person_mention = title->title.holder,
                             .title = &title->title,
                             .person = holder->ambiguous ? NULL : holder->person.known,
                             .in_full = strchr (holder->person.surface, ' ') != NULL || holder->person.antecedent != G_MAXUINT,
                             .how = holder->how,
                             .score = holder->score };
      claim->detail = detail;
    }
}
