#include "fixture.h"
#include "knowledge/bit_set.h"
#include "knowledge/name_distance.h"
#include "knowledge/name_fold.h"
#include "knowledge/near_tokens.h"
#include "knowledge/tables.h"

static const char *const words[] = {
  "raab",      "robb",   "merkel", "merkle",   "zelenskyy", "selenski",  "klympush",  "klimbush", "tsintsadze",
  "sindzatse", "biden",  "trump",  "macron",   "makaron",   "li",        "lee",       "xi",       "ng",
  "tt",        "dd",     "hilary", "hillary",  "margaret",  "arakhamia", "arakamiya", "liptak",   "schwarzenegger",
  "o",         "lavrov", "lawrow", "baerbock", "bearbok",   "sunak",     "suank",     "nausėda",  "nauseda",
  "rasmussen", "stubb",  "tsai",   "cai",
};

typedef struct
{
  guint8 list[BL_NAME_CLASS_MAX];
  guint8 least[BL_NAME_N_SOUNDS];
  BlNameSounds plain; /* without least costs */
  BlNameSounds asking;
} Word;

static const BlNameCosts *costs; /* the shipped ones */

static void
read_word (Word *word, const char *text)
{
  char name_class[BL_NAME_CLASS_MAX];
  word->plain = (BlNameSounds){ .list = word->list, .length = bl_name_fold_class (text, name_class) };
  bl_name_sounds (name_class, word->plain.length, word->list);
  bl_name_least_costs (costs, word->list, word->plain.length, word->least);
  word->asking = word->plain;
  word->asking.least = word->least;
}

/* The bound only saves work: whatever is asked for, the answer is that of the plain distance, or 0 below what was asked for. */
static void
test_least_costs (void)
{
  static const double asked[] = { 0, 0.3, 0.6, 0.8, 0.95 };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint j = 0; j < G_N_ELEMENTS (words); j++)
      {
        Word a, b;
        read_word (&a, words[i]);
        read_word (&b, words[j]);
        const double whole = bl_name_sounds_similarity (costs, &a.plain, &b.plain, 0);
        for (guint k = 0; k < G_N_ELEMENTS (asked); k++)
          {
            const double there = bl_name_sounds_similarity (costs, &a.asking, &b.plain, asked[k]);
            g_assert_cmpfloat (there, ==, bl_name_sounds_similarity (costs, &a.plain, &b.plain, asked[k]));
            g_assert_true (there == 0 || there == whole);
            g_assert_true (there > 0 || whole <= asked[k] + 0.02); /* the budget is cut to whole hundredths of a letter */
          }
      }
}

static void
test_bit_set (void)
{
  static const guint numbers[] = { 0, 1, 63, 64, 127, 128, 300, 639 };
  g_auto (BlBitSet) set = bl_bit_set_new (640);
  g_assert_cmpuint (bl_bit_set_next (&set, 0), ==, G_MAXUINT);
  for (guint i = G_N_ELEMENTS (numbers); i > 0; i--)
    bl_bit_set_add (&set, numbers[i - 1]);
  bl_bit_set_add (&set, 64);
  guint n = 0;
  for (guint at = bl_bit_set_next (&set, 0); at != G_MAXUINT; at = bl_bit_set_next (&set, at + 1))
    g_assert_cmpuint (at, ==, numbers[n++]);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (numbers));
}

static BlNearTokens *
near_tokens (guint32 token)
{
  BlNearTokens *tokens = g_malloc (sizeof *tokens + sizeof (BlNearToken));
  tokens->n = 1;
  tokens->list[0] = (BlNearToken){ .token = token, .alike = 0.9 };
  return tokens;
}

/* What was remembered first stays, as others may be reading it. */
static void
test_near_memory (void)
{
  BlNearMemory *memory = bl_near_memory_new ();
  g_assert_null (bl_near_memory_get (memory, "raab"));
  BlNearTokens *first = near_tokens (1);
  bl_near_memory_put (memory, "raab", &first);
  g_assert_null (first);
  g_autofree BlNearTokens *second = near_tokens (2);
  bl_near_memory_put (memory, "raab", &second);
  g_assert_nonnull (second);
  g_assert_cmpuint (bl_near_memory_get (memory, "raab")->list[0].token, ==, 1);
  g_assert_null (bl_near_memory_get (memory, "robb"));
  bl_near_memory_free (memory);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (BlKnowledge) kb = load_good_with_costs ();
  costs = &kb->name_costs;
  g_test_add_func ("/knowledge/name_distance/least_costs", test_least_costs);
  g_test_add_func ("/knowledge/name_distance/bit_set", test_bit_set);
  g_test_add_func ("/knowledge/name_distance/near_memory", test_near_memory);
  return g_test_run ();
}
