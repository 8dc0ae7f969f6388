/* has-gender: he, she, his, her and the person they stand for. */
#include "readers/makers.h"
#include "readers/readers.h"

/* Other persons named between the antecedent and the pronoun. */
static guint
count_between (const BlExtraction *extraction, guint antecedent, guint pronoun)
{
  const BlMention *from = bl_mentions_get (extraction->mentions, antecedent);
  guint n = 0;
  for (guint i = antecedent + 1; i < pronoun; i++)
    {
      const BlMention *mention = bl_mentions_get (extraction->mentions, i);
      if (mention->type == BL_MENTION_PERSON && mention->how != BL_HOW_PRONOUN && g_strcmp0 (mention->id, from->id) != 0)
        n++;
    }
  return n;
}

void
bl_read_pronouns (BlExtraction *extraction)
{
  guint n;
  const BlMention *mentions = bl_mentions_list (extraction->mentions, &n);
  for (guint i = 0; i < n; i++)
    {
      const BlMention *pronoun = &mentions[i];
      if (pronoun->type != BL_MENTION_PERSON || pronoun->how != BL_HOW_PRONOUN || pronoun->person.antecedent == G_MAXUINT)
        continue;
      const BlMention *antecedent = &mentions[pronoun->person.antecedent];
      if (antecedent->person.known == NULL || antecedent->ambiguous)
        continue;

      BlClaim *claim = bl_extraction_add (extraction, "has-gender", "reader/pronouns", pronoun->span);
      const BlArgument person = { .name = "person", .value = antecedent->id, .surface = antecedent->person.surface };
      bl_claim_set_key (extraction, claim, &person, 1);
      claim->value = (BlValue){ .kind = BL_VALUE_ENUM,
                                .text = pronoun->person.gender == 'f' ? "f" : "m",
                                .surface = pronoun->person.surface };
      BlPronounDetail *detail = bl_arena_new0 (extraction->arena, BlPronounDetail);
      *detail = (BlPronounDetail){ .person = antecedent->person.known,
                                   .how = antecedent->how,
                                   .expected = antecedent->person.known->gender,
                                   .n_between = count_between (extraction, pronoun->person.antecedent, i),
                                   .antecedent_text = antecedent->person.surface };
      claim->detail = detail;
    }
}
