#include "origins/shingles.h"

#include <string.h>

static BlTextLexicon *lexicon;

static GArray *
shingles_of (const char *text)
{
  g_autoptr (BlDocument) document = bl_document_new (lexicon, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
  return bl_shingles_new (document);
}

static double
containment (const char *a, const char *b)
{
  g_autoptr (GArray) x = shingles_of (a);
  g_autoptr (GArray) y = shingles_of (b);
  const double forth = bl_shingles_containment (x, y);
  g_assert_cmpfloat (forth, ==, bl_shingles_containment (y, x));
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GError) error = NULL;
  lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
  g_test_add_func ("/origins/shingles", test_containment);
  const int code = g_test_run ();
  bl_text_lexicon_free (lexicon);
  return code;
}
