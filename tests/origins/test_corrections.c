/* What an outlet takes back: pairs of a wrong and a right value, and sentences that look like one. */
#include "newsroom.h"

#include "claims/readers.h"

static Newsroom room;

/* The only correction of a text, or NULL. */
static const BlCorrectionDetail *
correction_of (const Edition *edition)
{
  const GPtrArray *claims = bl_article_claims_list (edition->claims->pdata[0]);
  const BlCorrectionDetail *found = NULL;
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      if (strcmp (claim->predicate, "corrects") != 0)
        continue;
      g_assert_null (found);
      found = claim->detail;
    }
  return found;
}

static void
test_pairs (void)
{
  static const struct
  {
    const char *text, *wrong, *right;
  } cases[] = {
    { "Correction: The bridge at Lumen opened in 1932, not 1923.", "1923", "1932" },
    { "CORRECTION — The number of people hurt in the market fire was 14, not 41.", "41", "14" },
    { "An earlier version of this article misstated the number of people hurt. It is 14, not 41.", "41", "14" },
    { "An earlier version of this article misspelled the surname of the mayor as Robb. It is Raab.", "Robb", "Raab" },
    { "An earlier version of this story misidentified the captain as Anne Reid. Her name is Anna Reed.", "Anne Reid",
      "Anna Reed" },
    { "An earlier version of this story incorrectly said that 12 people had died in the flood. The flood killed 10 people.",
      "12", "10" },
    { "This article was amended on Monday. The talks were held in Geneva, not Vienna.", "Vienna", "Geneva" },
    { "Editor's note: This story has been corrected to show that the mine closed in 1987, not 1978.", "1978", "1987" },
    { "Clarification: The company is owned by Lumen Steel rather than Northgate Iron.", "Northgate Iron", "Lumen Steel" },
    { "This report was corrected to say that the fine was $3 million, not $3 billion.", "3 billion", "3 million" },
    { "Correction\n\nThe deputy's name is Anna Reed, not Anne Reid.", "Anne Reid", "Anna Reed" },
    { "A previous version of this article wrongly gave the length of the tunnel as 12 km. It is 21 km long.", "12 km",
      "21 km" },
    { "Corrections and clarifications: the concert was on 4 May, not 5 May.", "5 May", "4 May" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Edition edition = { 0 };
      g_autofree char *text = g_strconcat ("The council met on Tuesday and sat until noon.\n\n", cases[i].text, "\n", NULL);
      edition_add (&edition, &room, "post", "2025-05-20", text);
      const BlCorrectionDetail *detail = correction_of (&edition);
      g_assert_nonnull (detail);
      g_assert_cmpstr (detail->wrong, ==, cases[i].wrong);
      g_assert_cmpstr (detail->right, ==, cases[i].right);
      edition_clear (&edition);
    }
}

/* A correction all the same; what was wrong is not said, or not so that it could be compared. */
static void
test_without_a_pair (void)
{
  static const char *const texts[] = {
    "Correction: An earlier version of this report gave the wrong age.",
    "This article has been amended to remove a reference to the mayor's family.",
    "Clarification: the headline of this piece has been changed.",
    "An earlier version of this story misstated the terms of the contract between the city and the port.",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Edition edition = { 0 };
      edition_add (&edition, &room, "post", "2025-05-20", texts[i]);
      const BlCorrectionDetail *detail = correction_of (&edition);
      g_assert_nonnull (detail);
      g_assert_null (detail->wrong);
      edition_clear (&edition);
    }
}

static void
test_innocent (void)
{
  static const char *const texts[] = {
    "It is a marathon, not a sprint, the coach said.",
    "The talks will be held in Geneva, not Vienna.",
    "The answer is diplomacy, not war.",
    "He was wrongly convicted of killing 12 people in 1987. He is free.",
    "The soldiers mistakenly fired at 3 cars. It was dark.",
    "A market correction of 10 percent is near, not a crash of 20 percent.",
    "Officers of the department of corrections counted 14, not 41, inmates.",
    "The law was amended in 1932, not repealed.",
    "The judge asked for a clarification, not an apology.",
    "An earlier version of the bridge collapsed.",
    "Politically correct speech, not free speech, is what they want.",
    "The teacher corrects 14 papers a day, not 41.",
    "The minister denied an earlier report by the commission.",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Edition edition = { 0 };
      edition_add (&edition, &room, "post", "2025-05-20", texts[i]);
      g_assert_null (correction_of (&edition));
      edition_clear (&edition);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/claims/corrections/pairs", test_pairs);
  g_test_add_func ("/claims/corrections/without-a-pair", test_without_a_pair);
  g_test_add_func ("/claims/corrections/innocent", test_innocent);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
