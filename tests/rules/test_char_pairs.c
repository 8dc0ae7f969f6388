/* The pairs of neighbours of a text. */
#include "rules/char_pairs.h"

#include <string.h>

#include "mentions/shadow.h"

static void
read_plainly (const char *text, BlCharPairs *pairs)
{
  *pairs = (BlCharPairs){ 0 };
  BlCharClass left = BL_CHAR_EDGE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      BlCharClass class = bl_char_class (g_utf8_get_char (text));
      pairs->right[left] |= BL_CHAR_BIT (class);
      left = class;
    }
  pairs->right[left] |= BL_CHAR_BIT (BL_CHAR_EDGE);
}

static gboolean
has_pair (const char *text, BlCharClass left, BlCharClass right)
{
  BlCharPairs pairs;
  bl_char_pairs_read (text, strlen (text), &pairs);
  return (pairs.right[left] & BL_CHAR_BIT (right)) != 0;
}

static void
test_classes (void)
{
  static const struct
  {
    gunichar c;
    BlCharClass class;
  } table[] = {
    { ' ', BL_CHAR_SPACE },       { '\n', BL_CHAR_SPACE },       { 0xA0, BL_CHAR_SPACE },    { 'a', BL_CHAR_SMALL },
    { 'z', BL_CHAR_SMALL },       { 'A', BL_CHAR_CAPITAL },      { 'Z', BL_CHAR_CAPITAL },   { '0', BL_CHAR_DIGIT },
    { '9', BL_CHAR_DIGIT },       { 0xE9, BL_CHAR_LETTER },      { 0x212A, BL_CHAR_LETTER }, { 0x0301, BL_CHAR_LETTER },
    { 0x20AC, BL_CHAR_OTHER },    { 0x1, BL_CHAR_OTHER },        { 0x7F, BL_CHAR_OTHER },    { 0xE000, BL_CHAR_MENTION },
    { 0xF0000, BL_CHAR_MENTION }, { 0x10FFFD, BL_CHAR_MENTION }, { 0xFFFD, BL_CHAR_OTHER },  { '!', BL_CHAR_SIGNS },
    { '~', BL_CHAR_AGAIN - 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpuint (bl_char_class (table[i].c), ==, table[i].class);
  guint64 signs = 0;
  for (gunichar c = 0; c < 0x80; c++)
    if (g_ascii_ispunct ((char) c))
      signs |= BL_CHAR_BIT (bl_char_class (c));
  g_assert_cmphex (signs, ==, (BL_CHAR_BIT (32) - 1) << BL_CHAR_SIGNS);
}

static void
test_pairs (void)
{
  g_assert_true (has_pair ("the endBut", BL_CHAR_SMALL, BL_CHAR_CAPITAL));
  g_assert_false (has_pair ("The end. But", BL_CHAR_SMALL, BL_CHAR_CAPITAL));
  g_assert_true (has_pair ("a,b", bl_char_class (','), BL_CHAR_SMALL));
  g_assert_true (has_pair ("a.", BL_CHAR_EDGE, BL_CHAR_SMALL));
  g_assert_true (has_pair ("a.", bl_char_class ('.'), BL_CHAR_EDGE));
  g_assert_false (has_pair ("a.", BL_CHAR_SMALL, BL_CHAR_EDGE));
  g_assert_true (has_pair ("", BL_CHAR_EDGE, BL_CHAR_EDGE));
  g_assert_false (has_pair ("a", BL_CHAR_EDGE, BL_CHAR_EDGE));
}

/* Only the bytes that are given are read. */
static void
test_length (void)
{
  BlCharPairs pairs;
  bl_char_pairs_read ("ab,", 2, &pairs);
  g_assert_true (pairs.right[BL_CHAR_SMALL] == (BL_CHAR_BIT (BL_CHAR_SMALL) | BL_CHAR_BIT (BL_CHAR_EDGE)));
}

static void
test_random (void)
{
  static const gunichar wide[] = { 0xE9,   0x17F,  0x212A,  0x20AC,  0x2028,  0xD7FF,  0xE000,   0xF8FF,
                                   0xF900, 0xFFFD, 0x10000, 0xEFFFF, 0xF0000, 0xFFFFD, 0x100000, 0x10FFFD };
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint round = 0; round < 2000; round++)
    {
      g_string_truncate (text, 0);
      for (gint n = g_test_rand_int_range (0, 40); n > 0; n--)
        if (g_test_rand_int_range (0, 4) > 0)
          g_string_append_c (text, (char) g_test_rand_int_range (1, 0x80));
        else if (g_test_rand_bit ())
          g_string_append_unichar (text, wide[g_test_rand_int_range (0, G_N_ELEMENTS (wide))]);
        else
          g_string_append_unichar (text, bl_shadow_code (BL_MENTION_PLACE, (guint) g_test_rand_int_range (0, 4096)));
      BlCharPairs plain;
      BlCharPairs pairs;
      read_plainly (text->str, &plain);
      bl_char_pairs_read (text->str, text->len, &pairs);
      pairs.right[BL_CHAR_AGAIN] = 0;
      g_assert_cmpmem (&plain, sizeof plain, &pairs, sizeof pairs);
    }
}

static void
test_again (void)
{
  static const struct
  {
    const char *text;
    gboolean again;
  } table[] = {
    { "He opened the the door.", TRUE },
    { "The the", TRUE },
    { "over-the THE, again", TRUE },
    { "of a_1 a_1", TRUE },
    { "He opened the  the door.", FALSE },
    { "He opened the, the door.", FALSE },
    { "the other", FALSE },
    { "other the", FALSE },
    { "bathe the", FALSE },
    { "the them", FALSE },
    { "  ,, ;;  ", FALSE },
    { "\U000F1001 \U000F1001", FALSE },
    { "", FALSE },
    { "hi\u017F his", TRUE },
    { "caf\u00E9", TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (has_pair (table[i].text, BL_CHAR_AGAIN, BL_CHAR_AGAIN) != table[i].again)
      {
        g_test_message ("%s", table[i].text);
        g_test_fail ();
      }
}

static void
test_meet (void)
{
  BlCharPairs need = { 0 };
  BlCharPairs pairs;
  bl_char_pairs_add (&need, BL_CHAR_BIT (BL_CHAR_SMALL) | BL_CHAR_BIT (BL_CHAR_MENTION), BL_CHAR_BIT (BL_CHAR_CAPITAL));
  bl_char_pairs_read ("endBut", 6, &pairs);
  g_assert_true (bl_char_pairs_meet (&need, &pairs));
  bl_char_pairs_read ("end But", 7, &pairs);
  g_assert_false (bl_char_pairs_meet (&need, &pairs));
}

static void
test_append (void)
{
  BlCharPairs pairs = { 0 };
  bl_char_pairs_add (&pairs, BL_CHAR_BIT (BL_CHAR_SMALL) | BL_CHAR_BIT (BL_CHAR_MENTION),
                     BL_CHAR_BIT (bl_char_class (',')) | BL_CHAR_BIT (bl_char_class (';')));
  bl_char_pairs_add (&pairs, BL_CHAR_BIT (bl_char_class ('.')), BL_CHAR_BIT (BL_CHAR_EDGE));
  bl_char_pairs_add (&pairs, BL_CHAR_BIT (BL_CHAR_EDGE), BL_CHAR_BIT (BL_CHAR_AGAIN) - 1);
  g_autoptr (GString) out = g_string_new (NULL);
  bl_char_pairs_append (&pairs, out);
  g_assert_cmpstr (out->str, ==, "[edge][any] [a⟨⟩][,;] [.][edge]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/char-pairs/classes", test_classes);
  g_test_add_func ("/rules/char-pairs/pairs", test_pairs);
  g_test_add_func ("/rules/char-pairs/length", test_length);
  g_test_add_func ("/rules/char-pairs/random", test_random);
  g_test_add_func ("/rules/char-pairs/again", test_again);
  g_test_add_func ("/rules/char-pairs/meet", test_meet);
  g_test_add_func ("/rules/char-pairs/append", test_append);
  return g_test_run ();
}
