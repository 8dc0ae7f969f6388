/* What an outlet takes back: pairs of a wrong and a right value, and sentences that look like one. */
#include "newsroom.h"

#include "readers/readers.h"

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
    { "This report was corrected to say that the fine was $3 million, not $3 billion.", "$3 billion", "$3 million" },
    { "Correction\n\nThe deputy's name is Anna Reed, not Anne Reid.", "Anne Reid", "Anna Reed" },
    { "A previous version of this article wrongly gave the length of the tunnel as 12 km. It is 21 km long.", "12 km",
      "21 km" },
    { "Corrections and clarifications: the concert was on 4 May, not 5 May.", "5 May", "4 May" },
    { "An earlier version of this article misstated the debt of the town. It is $15.8 million, not $15.7 million.",
      "$15.7 million", "$15.8 million" },
    { "Correction (May 3): The article originally said that the mayor was 56. He is 65.", "56", "65" },
    { "(Corrects toll to 14 from 41 in paragraph 2)", "41", "14" },
    { "(This May 3 story has been corrected to say that 14 cranes fell, not 41, in paragraph 2)", "41", "14" },
    { "An earlier version of this article gave the number of boats as 38. There are 40.", "38", "40" },
    { "In an earlier version of this article the surname of the captain was given as Reid. It is Reed.", "Reid", "Reed" },
    { "This article was amended because an earlier version said that the ship was built in 1923. It was built in 1932.", "1923",
      "1932" },
    { "Because of an editing error, the year in which the ferry was built was wrong. It is 1998 and not 1989.", "1989",
      "1998" },
    { "Correction: The tunnel is 230 metres long and not 320 metres as stated in an earlier version.", "320 metres",
      "230 metres" },
    { "This story originally stated that the mill had 56 looms. The mill has 65 looms.", "56", "65" },
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
    "An earlier version of the bill set the fine at 300 dollars. It is 200 dollars now.",
    "The court corrected the sentence to 14 years from 41 years.",
    "The witness was identified as Reid. It is not his name.",
    "The story was 14 pages long and not 41.",
    "The paper of the town originally said that it would print 300 copies. It printed 200.",
    "In fact the bridge opened in 1932 and not in 1923, the historian said.",
    "The correct answer is 14, not 41, the teacher said.",
    "The army corrects its course (to 14 degrees from 41 degrees) at dawn.",
    "The price rose to 14 dollars from 11 dollars.",
    "The editing of the film took 14 months, not 41.",
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
