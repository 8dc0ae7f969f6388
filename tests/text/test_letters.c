/* Letters for comparing. */
#include <string.h>

#include "text/fold.h"

static void
test_examples (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "Łukasz O’Neill-Şahin", "lukasz oneill sahin" },
    { "  The U.S., and — again – the  EU! ", "the u s and again the eu" },
    { "Zelenskyy's", "zelenskyys" },
    { "Kosovë, Île-de-France", "kosove ile de france" },
    { "Straße, Weiß", "strasse weiss" },
    { "Ærø Œuvre Þór Đorđe", "aero oeuvre thor dorde" },
    { "Ilham Əliyev", "ilham aliyev" },
    { "İstanbul ISPARTA ılık", "istanbul isparta ilik" },
    { "Nguyễn Phú Trọng", "nguyen phu trong" },
    { "Владимир Зеле́нский", "владимир зеленский" },
    { "Зеленський Йосип Ёлка Їжак", "зеленський йосип ёлка їжак" },
    { "и\u0306", "й" }, /* decomposed and composed meet */
    { "Ελλάδα", "ελλαδα" },
    { "ﬁnance ２０２２ Ⅳ x²", "finance 2022 iv x2" },
    { "٢٠٢٢", "2022" },
    { "soft\u00ADly zero\u200Bwidth", "softly zerowidth" },
    { "don't don’t donʼt", "dont dont dont" },
    { "3.5%", "3 5" },
    { "…", "" },
    { "北京", "北京" },
    { "हिन्दी", "हिन्दी" },
    { "\u0301a", "a" },
    { "Ħal Għaxaq", "hal ghaxaq" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = bl_fold_letters (cases[i][0], -1);
      g_assert_cmpstr (folded, ==, cases[i][1]);
    }
  g_autofree char *part = bl_fold_letters ("Bardo Tarrow", 5);
  g_assert_cmpstr (part, ==, "bardo");
}

/* For any text: UTF-8, single blanks inside only, and a fixed point. */
static void
test_every_code_point (void)
{
  for (gunichar c = 1; c < 0x30000; c++)
    {
      if (!g_unichar_validate (c))
        continue;
      char text[16] = "Be";
      gsize n = 2 + (gsize) g_unichar_to_utf8 (c, text + 2);
      text[n++] = 'C';
      g_autofree char *once = bl_fold_letters (text, (gssize) n);
      g_autofree char *twice = bl_fold_letters (once, -1);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_null (strstr (once, "  "));
      if (strcmp (once, twice) != 0)
        g_error ("U+%04X: %s, then %s", c, once, twice);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/letters/examples", test_examples);
  g_test_add_func ("/text/letters/every-code-point", test_every_code_point);
  return g_test_run ();
}
