/* The index of names: what it finds is what a comparison with everybody finds, and several words at a time are compared as one is. */
#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "knowledge/name_blocks.h"
#include "knowledge/tables.h"

#define FAIR 0.17 /* a name below is somebody else's more often than not */

enum
{
  N_PERSONS = 1500,
  N_SPELLINGS = 1000,
  ASKED = 8
};

/* Two or three syllables; sounds that are written in several ways, and letters beyond ASCII. */
static void
append_word (GRand *random, GString *name)
{
  static const char *const starts[]
      = { "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "sh", "t", "v", "kh", "z", "ch", "w", "" };
  static const char *const middles[] = { "a", "e", "i", "o", "u", "ie", "ou", "y", "ü", "ey" };
  static const char *const ends[] = { "", "", "n", "r", "l", "s", "m", "tz", "rd", "ll" };
  const guint n = (guint) g_rand_int_range (random, 2, 4);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (name, starts[g_rand_int_range (random, 0, G_N_ELEMENTS (starts))]);
      g_string_append (name, middles[g_rand_int_range (random, 0, G_N_ELEMENTS (middles))]);
      g_string_append (name, ends[g_rand_int_range (random, 0, G_N_ELEMENTS (ends))]);
    }
}

/* One to three words, some of them particles, initials and given names that everybody knows. */
static char *
make_name (GRand *random)
{
  static const char *const given[] = { "Sergei", "Serhiy", "William", "Bill", "Grace", "J." };
  GString *name = g_string_new (NULL);
  const guint kind = (guint) g_rand_int_range (random, 0, 10);
  if (kind < 4)
    g_string_append (name, given[g_rand_int_range (random, 0, G_N_ELEMENTS (given))]);
  else
    append_word (random, name);
  if (kind % 5 == 0)
    g_string_append (name, kind == 0 ? " al" : " van");
  for (guint i = 0; i < (kind == 9 ? 2u : 1u); i++)
    {
      g_string_append_c (name, kind == 8 ? '-' : ' ');
      append_word (random, name);
    }
  return g_string_free (name, FALSE);
}

static void
spoil (GRand *random, GString *name)
{
  const gssize at = g_rand_int_range (random, 0, (gint32) name->len);
  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      name->str[at] = (char) g_rand_int_range (random, 'a', 'z');
      break;
    case 1:
      g_string_erase (name, at, 1);
      break;
    case 2:
      g_string_insert_c (name, at, name->str[at]);
      break;
    case 3:
      g_string_truncate (name, (gsize) at + 1);
      break;
    default:
      break;
    }
}

/* A base of persons of these names, from a table in a folder of its own. */
static BlKnowledge *
make_base (const GPtrArray *names)
{
  g_autofree char *folder = g_dir_make_tmp ("belie-names-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "persons.csv", NULL);
  g_autoptr (GString) table = g_string_new ("person,name,native\n");
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (table, "p%u,%s,%s\n", i, (const char *) names->pdata[i], i % 3 == 0 ? "Имя" : "");
  g_autoptr (GError) error = NULL;
  g_file_set_contents (path, table->str, -1, &error);
  g_assert_no_error (error);
  const char *const paths[] = { FIXTURES "good/knowledge", path, BL_RULES_DIR "/lexicon/name-costs.json", NULL };
  BlKnowledge *kb = bl_knowledge_load (paths, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
  return kb;
}

typedef struct
{
  const BlPerson *person;
  double probability;
  BlNameRelation relation;
  guint place;
} Compared;

static int
compare_results (const void *left, const void *right)
{
  const Compared *a = left;
  const Compared *b = right;
  if (a->relation != b->relation)
    return a->relation < b->relation ? -1 : 1;
  if (a->probability != b->probability)
    return a->probability > b->probability ? -1 : 1;
  return a->place < b->place ? -1 : a->place > b->place;
}

/* All persons, compared one by one, in the order in which a search gives them. */
static GArray *
compare_with_all (const BlKnowledge *kb, const char *spelling)
{
  const GPtrArray *persons = bl_knowledge_persons (kb);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Compared));
  for (guint i = 0; i < persons->len; i++)
    {
      Compared one = { .person = persons->pdata[i], .place = i };
      one.relation = bl_name_compare (kb, spelling, one.person, &one.probability);
      if (one.relation != BL_NAME_OTHER)
        g_array_append_val (all, one);
    }
  g_array_sort (all, compare_results);
  return all;
}

/* Nobody is found who is not there, nor otherwise than a comparison says, nor in another order. Of fair names few are missed: those whose
 * skeletons differ by more than one consonant. */
static void
check_search (const BlKnowledge *kb, const char *spelling, guint *wanted, guint *missed)
{
  g_autoptr (GArray) all = compare_with_all (kb, spelling);
  BlNameCandidate found[ASKED];
  const guint n = bl_name_search (kb, spelling, found, ASKED);
  guint at = 0;
  for (guint i = 0; i < all->len && i < ASKED; i++)
    {
      const Compared *one = &g_array_index (all, Compared, i);
      const gboolean is_there = at < n && found[at].person == one->person;
      *wanted += one->probability >= FAIR;
      *missed += one->probability >= FAIR && !is_there;
      if (!is_there)
        continue;
      g_assert_cmpint (found[at].relation, ==, one->relation);
      g_assert_cmpfloat (found[at].probability, ==, one->probability);
      at++;
    }
  if (all->len <= ASKED)
    g_assert_cmpuint (at, ==, n);
}

static void
test_search_like_comparing (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_PERSONS; i++)
    g_ptr_array_add (names, make_name (random));
  g_autoptr (BlKnowledge) kb = make_base (names);
  guint wanted = 0;
  guint missed = 0;
  for (guint i = 0; i < N_SPELLINGS; i++)
    {
      g_autofree char *other = make_name (random);
      const guint of = (guint) g_rand_int_range (random, 0, N_PERSONS);
      g_autoptr (GString) spelling = g_string_new (i % 3 == 0 ? other : names->pdata[of]);
      spoil (random, spelling);
      if (g_utf8_validate (spelling->str, -1, NULL))
        check_search (kb, spelling->str, &wanted, &missed);
    }
  g_test_message ("%u wanted, %u missed", wanted, missed);
  g_assert_cmpuint (wanted, >, 500);
  g_assert_cmpuint (missed * 20, <=, wanted);
}

/* A slip makes a rare word of a given name that hundreds bear: who is meant is found by the family name. */
static void
test_search_common_given_name (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (21);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_PERSONS; i++)
    {
      GString *name = g_string_new ("Grace ");
      append_word (random, name);
      g_ptr_array_add (names, g_string_free (name, FALSE));
    }
  g_autoptr (BlKnowledge) kb = make_base (names);
  for (guint i = 0; i < N_PERSONS; i += 100)
    {
      const char *name = names->pdata[i];
      g_autofree char *spelling = g_strconcat ("Gracce", strchr (name, ' '), NULL);
      guint wanted = 0;
      guint missed = 0;
      check_search (kb, spelling, &wanted, &missed);
      BlNameCandidate found[ASKED];
      g_assert_cmpuint (bl_name_search (kb, spelling, found, ASKED), >=, 1);
      g_assert_cmpstr (found[0].person->name, ==, name);
    }
}

/* The blocks alone are the index. */
static void
test_blocks (void)
{
  g_autoptr (BlKnowledge) kb = load_good_with_costs ();
  const BlNameIndex *index = bl_name_index_get (kb);
  BlNameBlock blocks[BL_N_NAME_BLOCKS];
  memcpy (blocks, bl_name_index_blocks (index), sizeof blocks);
  for (guint i = 0; i < BL_N_NAME_BLOCKS; i++)
    blocks[i].items = g_memdup2 (blocks[i].items, (gsize) blocks[i].n * blocks[i].size);
  BlNameIndex *copy = bl_name_index_of_blocks (kb, blocks);
  g_assert_nonnull (copy);
  BlNameQuery query;
  bl_name_query_init (&query, copy, "Dominique Robb");
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  bl_name_index_candidates (copy, &query, found);
  g_assert_cmpuint (found->len, >=, 1);
  g_assert_true (bl_name_index_has_token (copy, "raab"));
  bl_name_query_clear (&query);
  bl_name_index_free (copy);
  for (guint i = 0; i < BL_N_NAME_BLOCKS; i++)
    g_free ((gpointer) blocks[i].items);
  blocks[BL_BLOCK_FORMS].size++;
  g_assert_null (bl_name_index_of_blocks (kb, blocks));
}

static void
make_head (GRand *random, guint sounds, BlNameHead *head)
{
  *head = (BlNameHead){ .length = (guint8) g_rand_int_range (random, 1, BL_NAME_HEAD_SOUNDS + 1) };
  for (guint i = 0; i < head->length; i++)
    head->sounds[i] = (guint8) g_rand_int_range (random, 1, (gint32) sounds);
}

/* Costs that differ by place, and swaps: few sounds, so that there are many. */
static void
test_many_like_one (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  BlNameCosts costs;
  bl_name_costs_init (&costs);
  for (guint place = 0; place < BL_N_NAME_PLACES; place++)
    for (guint a = 1; a < BL_NAME_N_SOUNDS; a++)
      {
        costs.omit[place][a] = (guint8) g_rand_int_range (random, 20, 100);
        for (guint b = 1; b < a; b++)
          costs.exchange[place][a][b] = costs.exchange[place][b][a] = (guint8) g_rand_int_range (random, 20, 100);
      }
  costs.swap = 55;
  memset (costs.least_omit, 20, sizeof costs.least_omit);
  memset (costs.least_exchange, 20, sizeof costs.least_exchange);
  for (guint a = 0; a < BL_NAME_N_SOUNDS; a++)
    costs.least_exchange[a][a] = 0;
  for (guint round = 0; round < 2000; round++)
    {
      BlNameHead word;
      BlNameHead other_head;
      BlNameMany many;
      const guint sounds = round % 2 == 0 ? 4 : BL_NAME_N_SOUNDS;
      make_head (random, sounds, &word);
      guint8 least[BL_NAME_N_SOUNDS];
      const BlNameSounds one = { .list = word.sounds, .least = least, .length = word.length };
      bl_name_least_costs (&costs, word.sounds, word.length, least);
      g_assert_true (bl_name_many_init (&many, &costs, &one));
      for (guint i = 0; i < 8; i++)
        {
          make_head (random, sounds, &other_head);
          const guint distance = bl_name_many_distance (&many, &other_head, 0, 10000);
          const guint at_least = bl_name_many_least (&many, &other_head);
          g_assert_cmpuint (at_least, <=, distance);
          const guint budget = (guint) g_rand_int_range (random, 0, 900);
          const guint soon = bl_name_many_distance (&many, &other_head, MIN (at_least, budget), budget);
          g_assert_cmpuint (distance > budget ? MIN (soon, budget + 1) : soon, ==, MIN (distance, budget + 1));
          const BlNameSounds other = { .list = other_head.sounds, .length = other_head.length };
          const double alike = bl_name_sounds_similarity (&costs, &one, &other, -10);
          const gboolean comparable = bl_name_sounds_budget (one.length, other.length, -10) >= 0;
          g_assert_cmpfloat (comparable ? bl_name_sounds_alike (distance, MAX (one.length, other.length)) : 0, ==, alike);
        }
    }
  BlNameMany many;
  const guint8 least[BL_NAME_N_SOUNDS] = { 0 };
  g_assert_false (bl_name_many_init (&many, &costs, &(BlNameSounds){ .least = least, .length = 0 }));
  g_assert_false (bl_name_many_init (&many, &costs, &(BlNameSounds){ .least = least, .length = BL_NAME_HEAD_SOUNDS + 1 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/name-index/search-like-comparing", test_search_like_comparing);
  g_test_add_func ("/knowledge/name-index/common-given-name", test_search_common_given_name);
  g_test_add_func ("/knowledge/name-index/blocks", test_blocks);
  g_test_add_func ("/knowledge/name-index/many-like-one", test_many_like_one);
  return g_test_run ();
}
