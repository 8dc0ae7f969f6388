/* Lines of JSON Lines: what the scanner takes must be what cJSON makes of it. */
#include <math.h>
#include <string.h>

#include "corpus/json_record.h"

/* Members, their words and numbers, and what is wrong, as text. Owned. */
static char *
describe (gboolean read, const BlJsonRecord *record)
{
  GString *text = g_string_new (NULL);
  if (!read)
    g_string_append_printf (text, "%" G_GSIZE_FORMAT ": %s", record->wrong_at, record->wrong);
  for (guint i = 0; read && i < record->members->len; i++)
    {
      const BlJsonMember *member = &g_array_index (record->members, BlJsonMember, i);
      double number;
      g_autofree char *words = bl_json_record_words (record, member, &number);
      g_string_append_printf (text, "%.*s [%u,%u) %d %s %g\n", (int) member->name_length, member->name, member->raw.start,
                              member->raw.end, bl_json_record_is_text (record, member), words, isnan (number) ? 0 : number);
    }
  return g_string_free (text, FALSE);
}

/* Returns whether the line was plain. */
static gboolean
assert_same (const char *line, gsize length)
{
  g_auto (BlJsonRecord) record;
  g_auto (BlJsonRecord) lax;
  const gboolean read = bl_json_record_read (&record, line, length);
  const gboolean read_lax = bl_json_record_read_lax (&lax, line, length);
  g_autofree char *got = describe (read, &record);
  g_autofree char *wanted = describe (read_lax, &lax);
  g_assert_cmpstr (got, ==, wanted);
  g_assert_cmpuint (record.n_lost, ==, lax.n_lost);
  return record.copy == NULL;
}

static const char *const plain[] = {
  "{}",
  " { \"id\" : \"a\" , \"text\" : \"The council met.\\n\\nIt voted.\" } \r",
  "{\"title\":\"“No”\",\"n\":-1.5e+10,\"z\":0,\"t\":true,\"f\":false,\"v\":null}",
  "{\"authors\":[\"Ann Lee\",{\"name\":\"Bo\"},[\"x\"],7],\"source\":{\"id\":\"wire\",\"deep\":[[[{}]]]}}",
  "{\"a\":\"\\u00e9\\ud83d\\ude00\\\"\\\\\\/\\b\\f\\r\\t\",\"a\":\"\",\"b\":\"  \\n \",\"c\":\" \\u0020x\"}",
};

static const char *const odd[] = {
  "",
  "{",
  "[]",
  "{} {}",
  "{\"a\":1}x",
  "{\"a\" 1}",
  "{\"a\":1,}",
  "{,\"a\":1}",
  "{\"a\":\"\\ud83d\"}",
  "{\"a\":\"x\\u0000y\"}",
  "{\"a\":\"\\q\"}",
  "{\"a\":\"\\u12G4\"}",
  "{\"a\\u0062\":\"x\"}",
  "{\"a\":\"tab\there\"}",
  "{\"a\":01}",
  "{\"a\":+1}",
  "{\"a\":1.}",
  "{\"a\":tru}",
  "{\"a\":\"open",
  "{\"a\":\"open\\",
  "\xEF\xBB\xBF{\"a\":\"mark\"}",
  "{\"a\":11111111111111111111111111111111111111111111111111111111111111111111111111111111111}",
  "{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}",
};

static void
test_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    g_assert_true (assert_same (plain[i], strlen (plain[i])));
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    g_assert_false (assert_same (odd[i], strlen (odd[i])));
}

/* Lines with bytes changed, taken out and doubled: mostly wrong, sometimes not. */
static void
test_damaged_property (void)
{
  static const char letters[] = "\"\\{}[],:0123456789.eE+-tfnu \t\n\x01\x7F";
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  for (guint round = 0; round < 40000; round++)
    {
      g_autoptr (GString) line = g_string_new (plain[round % G_N_ELEMENTS (plain)]);
      for (gint32 n = g_rand_int_range (random, 1, 3); n > 0 && line->len > 0; n--)
        {
          const gssize at = g_rand_int_range (random, 0, (gint32) line->len);
          const char letter = letters[g_rand_int_range (random, 0, sizeof letters - 1)];
          switch (g_rand_int_range (random, 0, 3))
            {
            case 0:
              line->str[at] = letter;
              break;
            case 1:
              g_string_erase (line, at, 1);
              break;
            default:
              g_string_insert_c (line, at, letter);
            }
        }
      if (g_utf8_validate (line->str, (gssize) line->len, NULL))
        assert_same (line->str, line->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-record/lines", test_lines);
  g_test_add_func ("/json-record/damaged/property", test_damaged_property);
  return g_test_run ();
}
