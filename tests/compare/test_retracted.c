/* What one article takes back and another tells again. */
#include "compare/compare.h"

#include "../origins/newsroom.h"

static Newsroom room;

typedef struct
{
  const char *correction, *use; /* of two articles */
  const char *text;             /* what is told again, as it stands in the use; NULL: nothing is */
} Case;

/* Comparisons of the kind, as texts. The caller's array. */
static GPtrArray *
retracted_in (const Edition *edition)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BlOrigins) origins = bl_origins_find (edition->claims);
  const BlCompareInput input = { .kb = room.kb, .article_claims = edition->claims, .origins = origins, .cues = room.cues };
  g_autoptr (BlComparisons) comparisons = bl_compare (&input);
  const GPtrArray *list = bl_comparisons_list (comparisons);
  for (guint i = 0; i < list->len; i++)
    {
      const BlComparison *comparison = list->pdata[i];
      if (strcmp (comparison->id, "claim/retracted") != 0)
        continue;
      g_assert_cmpuint (comparison->evidence->len, >=, 1);
      g_assert_cmpstr (g_array_index (comparison->evidence, BlEvidence, 0).claim->predicate, ==, "corrects");
      g_ptr_array_add (found, g_strdup (comparison->claim->at.sentence));
    }
  return found;
}

static void
check_case (const Case *c, const char *date)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "post", "2025-05-20", c->correction);
  edition_add (&edition, &room, "herald", date, c->use);
  g_autoptr (GPtrArray) found = retracted_in (&edition);
  if ((found->len == 1) != (c->text != NULL))
    g_test_message ("%s / %s", c->correction, c->use);
  g_assert_cmpuint (found->len, ==, c->text != NULL ? 1 : 0);
  if (c->text != NULL)
    g_assert_nonnull (strstr (found->pdata[0], c->text));
  edition_clear (&edition);
}

#define HURT "Correction: The number of people hurt in the market fire at Lumen was 14, not 41."
#define BRIDGE "Correction: The stone bridge at Lumen opened in 1932, not 1923."
#define MAYOR "An earlier version of this article misspelled the surname of the mayor of Lumen as Robb. It is Raab."
#define TALKS                                                                                                                  \
  "This article was amended on Monday. The grain talks between the farmers and the millers were held in Geneva, not Vienna."

static const Case told[] = {
  { HURT, "Doctors said that 41 people were hurt in the fire at the Lumen market.", "41 people" },
  { HURT, "After the market fire in Lumen, in which 41 people were hurt, the stalls stayed closed.", "41 people" },
  { HURT, "The market fire hurt 41 people, the mayor said. Lumen mourns.", "41 people" },
  { BRIDGE, "The old stone bridge at Lumen opened in 1923 with a fair.", "1923" },
  { BRIDGE, "Lumen's bridge of stone, opened in 1923, is closed for the winter.", "1923" },
  { MAYOR, "The mayor of Lumen, Robb, opened the fair on Sunday.", "Robb" },
  { MAYOR, "In Lumen mayor Robb said that the well would be mended.", "Robb" },
  { TALKS, "Farmers and millers met for grain talks in Vienna last week.", "Vienna" },
  { TALKS, "The talks on grain between farmers and millers ended in Vienna.", "Vienna" },
  { "Correction: The company paid 3 million dollars for the harbour crane, not 3 billion dollars.",
    "For the harbour crane the company paid 3 billion dollars.", "3 billion" },
};

static const Case silent[] = {
  { HURT, "The market fire at Lumen hurt 14 people.", NULL },               /* the right figure */
  { HURT, "A storm at sea hurt 41 sailors off Northgate.", NULL },          /* another thing */
  { HURT, "The market fire at Lumen burned 41 stalls.", NULL },             /* another noun */
  { HURT, "Of the people of Lumen 41 percent buy at the market.", NULL },   /* another unit */
  { BRIDGE, "The theatre opened in 1923 with a play about ships.", NULL },  /* another house */
  { BRIDGE, "The mayor was born in 1923.", NULL },                          /* another event */
  { MAYOR, "The painter Robb shows his pictures in the town hall.", NULL }, /* somebody else */
  { MAYOR, "The mayor of Lumen, Raab, whom some call Robb, opened the fair.", NULL },
  { TALKS, "A ball in Vienna drew dancers from all over the country.", NULL },
  { TALKS, "The grain talks between farmers and millers were held in Geneva and not in Vienna.", NULL },
  { "The grain talks were held in Geneva, not Vienna.", "The grain talks were held in Vienna.", NULL }, /* no correction */
  { "Correction: It was 14, not 41.", "Of the cows 41 drowned in the flood.", NULL },                   /* of what? */
};

static void
test_told (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      check_case (&told[i], "2025-05-22");
      check_case (&told[i], "2025-05-20");
      const Case before = { told[i].correction, told[i].use, NULL };
      check_case (&before, "2025-05-18"); /* nobody can know yet */
    }
}

static void
test_silent (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    check_case (&silent[i], "2025-05-22");
}

/* The article that takes it back still has it further up; the correction itself is no use of it. */
static void
test_in_itself (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "post", "2025-05-20",
               "In the market fire at Lumen 41 people were hurt, doctors said.\n\n" HURT "\n");
  g_autoptr (GPtrArray) found = retracted_in (&edition);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (g_str_has_prefix (found->pdata[0], "In the market"));
  edition_clear (&edition);
}

/* Three corrections of one wrong figure and of one wrong name's first word: each is found where its own thing is told, whatever the others
 * have in common with it, and by each of two articles. */
static void
test_many (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "post", "2025-05-20",
               HURT "\n\nCorrection: The number of boats lost in the storm at Northgate was 14, not 41.\n\n" MAYOR "\n\n"
                    "Correction: The name of the captain of the grain ferry is Robb Hale, not Robb Hill.\n");
  edition_add (
      &edition, &room, "herald", "2025-05-21",
      "Doctors said that 41 people were hurt in the fire at the Lumen market.\n\nThe storm at Northgate sank 41 boats.\n");
  edition_add (&edition, &room, "times", "2025-05-21",
               "In the storm at Northgate 41 boats were lost.\n\nThe captain of the grain ferry, Robb Hill, is well.\n\n"
               "The mayor of Lumen, Robb, opened the fair on Sunday.\n");
  g_autoptr (GPtrArray) found = retracted_in (&edition);
  static const char *const expected[]
      = { "Doctors said", "The storm at Northgate", "In the storm", "The captain of", "The mayor of" };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint n = 0;
      for (guint k = 0; k < found->len; k++)
        n += g_str_has_prefix (found->pdata[k], expected[i]);
      if (n != 1)
        g_test_message ("%s: %u", expected[i], n);
      g_assert_cmpuint (n, ==, 1);
    }
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (expected));
  edition_clear (&edition);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/compare/retracted/told", test_told);
  g_test_add_func ("/compare/retracted/silent", test_silent);
  g_test_add_func ("/compare/retracted/in-itself", test_in_itself);
  g_test_add_func ("/compare/retracted/many", test_many);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
