#include "origins/shingles.h"

#include <string.h>

static BlTextLexicon *lexicon;

static BlShingles
shingles_of (const char *text)
{
  g_autoptr (BlDocument) document = bl_document_new (lexicon, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
  return bl_shingles_of_document (document);
}

static double
containment (const char *a, const char *b)
{
  BlShingles x = shingles_of (a), y = shingles_of (b);
  const double forth = bl_shingles_containment (&x, &y);
  g_assert_cmpfloat (forth, ==, bl_shingles_containment (&y, &x));
  bl_shingles_clear (&x);
  bl_shingles_clear (&y);
  return forth;
}

#define STORY "The harbour of Lumen was closed on Tuesday after a storm broke two of its three cranes, the port authority said."
#define OTHER                                                                                                                  \
  "Farmers in the north expect a good harvest this year because the spring was wet and the summer mild in most valleys."

static void
test_containment (void)
{
  g_assert_cmpfloat (containment (STORY, STORY), ==, 1);
  g_assert_cmpfloat (containment (STORY, OTHER), ==, 0);
  g_assert_cmpfloat (containment (STORY, STORY " " OTHER), ==, 1);
  g_assert_cmpfloat (containment (STORY, "Too short to say."), ==, 0);
  /* Case, quotes and dashes are no difference. */
  g_assert_cmpfloat (
      containment ("He said: “we’ll be back — soon” and he left.", "HE SAID: \"we'll be back - soon\" and he left."), ==, 1);
  const double edited = containment (
      STORY, "The harbour of Lumen was closed on Friday after a storm broke two of its three cranes, a spokesman said.");
  g_assert_cmpfloat (edited, >, 0.3);
  g_assert_cmpfloat (edited, <, 1);
}

/* Five words are one run; of seven words, by hand: runs 1-5, 2-6, 3-7. */
static void
test_counts (void)
{
  static const struct
  {
    const char *text;
    guint n_words, n;
  } cases[] = {
    { "", 0, 0 },
    { "one two three four", 4, 0 },
    { "one two three four five", 5, 1 },
    { "one two three four five six seven", 7, 3 },
    { "one one one one one one one", 7, 1 },
    { "  one,two;three... four\n\nfive's six ", 6, 2 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlShingles shingles = bl_shingles_of_text (cases[i].text, strlen (cases[i].text));
      g_assert_cmpuint (shingles.n_words, ==, cases[i].n_words);
      g_assert_cmpuint (shingles.n, ==, cases[i].n);
      for (guint k = 1; k < shingles.n; k++)
        g_assert_cmpuint (shingles.runs[k - 1], <, shingles.runs[k]);
      bl_shingles_clear (&shingles);
    }
}

/* Text without letters beyond ASCII is read without folding it: both ways must see the same words. A letter that only folding knows makes
 * the other way be taken; it is the last word of both. */
static void
test_ways_of_reading (void)
{
  static const char *const texts[] = { "Don’t stop — “he said” it’s over… now: 12,500 (or 13.5) of A-B's", "rock 'n' roll",
                                       "a`b c´d", "“One–two” three—four ‘five’ six" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *plain = g_strconcat (texts[i], " one two three four uber", NULL);
      g_autofree char *folded = g_strconcat (texts[i], " one two three four über", NULL);
      BlShingles x = bl_shingles_of_text (plain, strlen (plain)), y = bl_shingles_of_text (folded, strlen (folded));
      g_assert_cmpuint (x.n_words, ==, y.n_words);
      g_assert_true (x.text == y.text);
      g_assert_cmpuint (bl_shingles_shared (&x, &y), ==, x.n);
      bl_shingles_clear (&x);
      bl_shingles_clear (&y);
    }
}

static void
test_remove (void)
{
  BlShingles all = bl_shingles_of_text (STORY " " OTHER, strlen (STORY " " OTHER)),
             own = bl_shingles_of_text (OTHER, strlen (OTHER));
  BlShingles story = bl_shingles_of_text (STORY, strlen (STORY));
  g_autoptr (GArray) stock = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_vals (stock, story.runs, story.n);
  const guint before = all.n;
  bl_shingles_remove (&all, stock);
  g_assert_cmpuint (all.n, ==, before - story.n);
  g_assert_cmpuint (bl_shingles_shared (&all, &story), ==, 0);
  g_assert_cmpuint (bl_shingles_shared (&all, &own), ==, own.n);
  bl_shingles_clear (&all);
  bl_shingles_clear (&own);
  bl_shingles_clear (&story);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GError) error = NULL;
  lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
  g_test_add_func ("/origins/shingles/containment", test_containment);
  g_test_add_func ("/origins/shingles/counts", test_counts);
  g_test_add_func ("/origins/shingles/ways-of-reading", test_ways_of_reading);
  g_test_add_func ("/origins/shingles/remove", test_remove);
  const int code = g_test_run ();
  bl_text_lexicon_free (lexicon);
  return code;
}
