/* Each gate, once stopping a pair and once letting it pass. The claims are made by hand, so that no change of rules or of the
 * readers can make a test void; their articles are read, since gates ask what an article names and whom it copied. */
#include "judge/gates.h"

#include <math.h>

#include "../origins/newsroom.h"

static Newsroom room;

/* Two articles of different sources and words: the first names Ukraine and Lithuania, the second only Ukraine. */
#define FIRST                                                                                                                  \
  "The cabinet met in Warsaw. Ukraine and Lithuania were on the agenda, and the session ended before noon. Two ministers "     \
  "left by the side door, a third stayed to sign letters, and the clerks carried eleven boxes of paper down to the cellar."
#define SECOND "Rain fell on the square. A delegation from Ukraine waited for two hours under the arcades of the old ministry."
/* The first with one word more: the same origin. */
#define COPY FIRST " Sources say."

typedef struct
{
  Edition edition;
  BlOrigins *origins;
  BlCompareInput input;
  BlCompareState state;
  BlRule rule;
  BlArgument keys[2][2];
  BlClaim a, b;
} Pair;

static void
claim_init (Pair *pair, BlClaim *claim, guint which)
{
  BlArgument *key = pair->keys[which];
  key[0] = (BlArgument){ .name = "sender", .value = "country/pl", .surface = "Poland" };
  key[1] = (BlArgument){ .name = "place", .value = "country/ua", .surface = "Ukraine" };
  const BlArticle *article = &pair->edition.articles[which];
  *claim = (BlClaim){ .predicate = "sends-troops",
                      .maker = "test",
                      .rule = &pair->rule,
                      .key = key,
                      .n_key = 2,
                      .value = { .kind = BL_VALUE_POLARITY },
                      .polarity = which == 0 ? BL_POLARITY_POSITIVE : BL_POLARITY_NEGATIVE,
                      .certainty = &bl_certainty_plain,
                      .time = bl_date_range (article->published),
                      .at = { .article = article, .text = "", .sentence = "" } };
}

/* Opposite claims of two articles that pass every gate: each test spoils one thing. */
static void
pair_init (Pair *pair, const char *second, const char *date)
{
  memset (pair, 0, sizeof *pair);
  edition_add (&pair->edition, &room, "a", "2025-08-20", FIRST);
  edition_add (&pair->edition, &room, "b", date, second);
  pair->origins = bl_origins_find (pair->edition.claims);
  pair->input = (BlCompareInput){ .kb = room.kb, .article_claims = pair->edition.claims, .origins = pair->origins };
  pair->state.input = &pair->input;
  pair->rule = (BlRule){ .id = "test/rule", .kind = BL_RULE_CLAIM, .window = 60, .functional = TRUE, .confidence = 0.8 };
  claim_init (pair, &pair->a, 0);
  claim_init (pair, &pair->b, 1);
}

static void
pair_clear (Pair *pair)
{
  bl_origins_free (pair->origins);
  edition_clear (&pair->edition);
}

/* The verdict is the same from both sides. */
static void
assert_verdict (Pair *pair, BlRelation relation, BlGate gate)
{
  const BlVerdict forth = bl_gates_judge (&pair->state, &pair->a, &pair->b);
  const BlVerdict back = bl_gates_judge (&pair->state, &pair->b, &pair->a);
  g_assert_cmpint (forth.relation, ==, relation);
  g_assert_cmpint (forth.gate, ==, gate);
  g_assert_cmpint (back.relation, ==, relation);
  g_assert_cmpint (back.gate, ==, gate);
}

static void
test_polarity (void)
{
  Pair pair;
  pair_init (&pair, SECOND, "2025-08-21");
  assert_verdict (&pair, BL_RELATION_CONTRADICTION, BL_GATE_NONE);
  pair.b.polarity = BL_POLARITY_POSITIVE;
  assert_verdict (&pair, BL_RELATION_AGREES, BL_GATE_NONE);
  pair.b.polarity = BL_POLARITY_OPEN;
  assert_verdict (&pair, BL_RELATION_DIFFERS, BL_GATE_NONE);
  /* "It is not settled whether" and "may" say the same. */
  pair.a.certainty = &(const BlCertainty){ .low = 0.2, .high = 0.6, .cue = "may" };
  assert_verdict (&pair, BL_RELATION_AGREES, BL_GATE_NONE);
  pair_clear (&pair);
}

static void
test_quantity (void)
{
  static const struct
  {
    BlQuantity a, b;
    BlRelation relation;
  } cases[] = {
    { { .low = 6500, .high = 6500 }, { .low = 6500, .high = 6500 }, BL_RELATION_AGREES },
    { { .low = 6500, .high = 6500 }, { .low = 6600, .high = 6600 }, BL_RELATION_AGREES }, /* rounding */
    { { .low = 6500, .high = 6500 }, { .low = 7000, .high = 7000 }, BL_RELATION_CONTRADICTION },
    { { .low = 6500, .high = 6500, .approximate = TRUE }, { .low = 7000, .high = 7000 }, BL_RELATION_AGREES },
    { { .low = 6500, .high = 6500, .approximate = TRUE }, { .low = 9000, .high = 9000 }, BL_RELATION_CONTRADICTION },
    { { .low = 5000, .high = HUGE_VAL }, { .low = 9000, .high = 9000 }, BL_RELATION_AGREES }, /* "at least" */
    { { .low = 5000, .high = HUGE_VAL }, { .low = 900, .high = 900 }, BL_RELATION_CONTRADICTION },
    { { .low = 50, .high = 60 }, { .low = 58, .high = 70 }, BL_RELATION_AGREES }, /* ranges that meet */
  };
  Pair pair;
  pair_init (&pair, SECOND, "2025-08-21");
  pair.b.polarity = pair.a.polarity;
  pair.a.value.kind = pair.b.value.kind = BL_VALUE_QUANTITY;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pair.a.value.quantity = &cases[i].a;
      pair.b.value.quantity = &cases[i].b;
      assert_verdict (&pair, cases[i].relation, BL_GATE_NONE);
    }
  /* What the rule allows. */
  pair.rule.tolerance = 0.2;
  pair.a.value.quantity = &cases[2].a;
  pair.b.value.quantity = &cases[2].b;
  assert_verdict (&pair, BL_RELATION_AGREES, BL_GATE_NONE);
  BlQuantity first = cases[2].a, second = { .low = 9000, .high = 9000 };
  pair.b.value.quantity = &second;
  assert_verdict (&pair, BL_RELATION_CONTRADICTION, BL_GATE_NONE);
  /* Miles are no kilometres. */
  first.unit = "km";
  second.unit = "mile";
  pair.a.value.quantity = &first;
  assert_verdict (&pair, BL_RELATION_AGREES, BL_GATE_NONE);
  /* A subject that may have several values at once. */
  pair.rule.functional = FALSE;
  pair.a.value.quantity = &cases[2].a;
  pair.b.value.quantity = &cases[2].b;
  assert_verdict (&pair, BL_RELATION_AGREES, BL_GATE_NONE);
  pair_clear (&pair);
}

static BlDateRange
days_of (const char *text)
{
  BlDate date;
  g_assert_true (bl_date_parse (text, &date));
  return bl_date_range (date);
}

static void
test_dates_and_words (void)
{
  Pair pair;
  pair_init (&pair, SECOND, "2025-08-21");
  pair.b.polarity = pair.a.polarity;
  pair.a.value = (BlValue){ .kind = BL_VALUE_DATE, .date = days_of ("2025-09") };
  pair.b.value = (BlValue){ .kind = BL_VALUE_DATE, .date = days_of ("2025-09-03") };
  assert_verdict (&pair, BL_RELATION_AGREES, BL_GATE_NONE);
  pair.b.value.date = days_of ("2025-10-03");
  assert_verdict (&pair, BL_RELATION_CONTRADICTION, BL_GATE_NONE);

  pair.a.value = (BlValue){ .kind = BL_VALUE_ENUM, .text = "agreed" };
  pair.b.value = (BlValue){ .kind = BL_VALUE_ENUM, .text = "agreed" };
  assert_verdict (&pair, BL_RELATION_AGREES, BL_GATE_NONE);
  pair.b.value.text = "open";
  assert_verdict (&pair, BL_RELATION_CONTRADICTION, BL_GATE_NONE);
  pair_clear (&pair);
}

static void
test_sets (void)
{
  static const char *const all[] = { "country/gb", "country/ru", "country/us", NULL };
  static const char *const some[] = { "country/gb", "country/us", NULL };
  Pair pair;
  pair_init (&pair, SECOND, "2025-08-21");
  pair.b.polarity = pair.a.polarity;
  pair.a.value = (BlValue){ .kind = BL_VALUE_SET, .items = all };
  pair.b.value = (BlValue){ .kind = BL_VALUE_SET, .items = some };
  assert_verdict (&pair, BL_RELATION_DIFFERS, BL_GATE_NONE);
  pair.b.value.partial = TRUE;
  assert_verdict (&pair, BL_RELATION_AGREES, BL_GATE_NONE);
  pair.b.value = pair.a.value;
  assert_verdict (&pair, BL_RELATION_AGREES, BL_GATE_NONE);
  pair_clear (&pair);
}

static void
test_slot (void)
{
  Pair pair;
  pair_init (&pair, SECOND, "2025-08-21");
  pair.keys[0][1].value = "country/lt";
  assert_verdict (&pair, BL_RELATION_DIFFERS, BL_GATE_SLOT);
  /* A place left out fits what the article names, and Lithuania stands in the first only. */
  pair.b.n_key = 1;
  assert_verdict (&pair, BL_RELATION_DIFFERS, BL_GATE_SLOT);
  pair.keys[0][1].value = "country/ua";
  assert_verdict (&pair, BL_RELATION_CONTRADICTION, BL_GATE_NONE);
  pair.a.n_key = 1;
  assert_verdict (&pair, BL_RELATION_CONTRADICTION, BL_GATE_NONE);
  pair_clear (&pair);
}

static void
test_time (void)
{
  static const struct
  {
    const char *date;
    gboolean passes;
  } cases[]
      = { { "2025-08-20", TRUE }, { "2025-10-19", TRUE }, { "2025-10-20", FALSE }, { "2025-06-20", FALSE }, { "", FALSE } };
  Pair pair;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pair_init (&pair, SECOND, cases[i].date);
      if (cases[i].passes)
        assert_verdict (&pair, BL_RELATION_CONTRADICTION, BL_GATE_NONE);
      else
        assert_verdict (&pair, BL_RELATION_SUPERSEDED, BL_GATE_TIME);
      pair_clear (&pair);
    }
  pair_init (&pair, SECOND, "2025-10-20");
  pair.rule.window = 0; /* none */
  assert_verdict (&pair, BL_RELATION_CONTRADICTION, BL_GATE_NONE);
  pair.b.voice = BL_VOICE_PAST;
  assert_verdict (&pair, BL_RELATION_SUPERSEDED, BL_GATE_TIME);
  pair.a.voice = BL_VOICE_PAST;
  assert_verdict (&pair, BL_RELATION_CONTRADICTION, BL_GATE_NONE);
  pair_clear (&pair);
}

static void
test_speaker (void)
{
  Pair pair;
  pair_init (&pair, SECOND, "2025-08-21");
  pair.a.speaker = "name/anna reed";
  pair.b.speaker = "name/otto lang";
  assert_verdict (&pair, BL_RELATION_DISPUTED, BL_GATE_SPEAKER);
  /* One person who says both. */
  pair.b.speaker = pair.a.speaker;
  assert_verdict (&pair, BL_RELATION_CONTRADICTION, BL_GATE_NONE);
  /* Somebody's word against the outlet's. */
  pair.b.speaker = NULL;
  assert_verdict (&pair, BL_RELATION_DISPUTED, BL_GATE_SPEAKER);
  /* Poland speaks for Poland, and so does its prime minister; Russia's foreign minister does not. */
  pair.a.speaker = "country/pl";
  assert_verdict (&pair, BL_RELATION_DIFFERS, BL_GATE_NONE);
  pair.a.speaker = "person/donald-tusk";
  assert_verdict (&pair, BL_RELATION_DIFFERS, BL_GATE_NONE);
  pair.a.speaker = "person/sergei-lavrov";
  g_assert_nonnull (bl_knowledge_person (room.kb, "sergei-lavrov"));
  assert_verdict (&pair, BL_RELATION_DISPUTED, BL_GATE_SPEAKER);
  /* Inside one article it is a question all the same. */
  pair.b.at.article = pair.a.at.article;
  assert_verdict (&pair, BL_RELATION_DIFFERS, BL_GATE_NONE);
  pair_clear (&pair);
}

static void
test_modality (void)
{
  static const guint stopped[] = { BL_VOICE_QUESTION, BL_VOICE_CONDITION, BL_VOICE_WISH, BL_VOICE_BOILERPLATE };
  static const guint passed[] = { 0, BL_VOICE_HEADLINE, BL_VOICE_QUOTED };
  Pair pair;
  pair_init (&pair, SECOND, "2025-08-21");
  for (guint i = 0; i < G_N_ELEMENTS (stopped); i++)
    {
      pair.a.voice = stopped[i];
      assert_verdict (&pair, BL_RELATION_DIFFERS, BL_GATE_MODALITY);
    }
  for (guint i = 0; i < G_N_ELEMENTS (passed); i++)
    {
      pair.a.voice = passed[i];
      assert_verdict (&pair, BL_RELATION_CONTRADICTION, BL_GATE_NONE);
    }
  pair_clear (&pair);
}

static void
test_origin (void)
{
  Pair pair;
  pair_init (&pair, COPY, "2025-08-21");
  g_assert_cmpuint (bl_origins_n_clusters (pair.origins), ==, 1);
  /* What a copy left open is no news; what it turned is. */
  pair.b.polarity = BL_POLARITY_OPEN;
  assert_verdict (&pair, BL_RELATION_DIFFERS, BL_GATE_ORIGIN);
  pair.b.polarity = BL_POLARITY_NEGATIVE;
  assert_verdict (&pair, BL_RELATION_CONTRADICTION, BL_GATE_NONE);
  pair_clear (&pair);
  pair_init (&pair, SECOND, "2025-08-21");
  g_assert_cmpuint (bl_origins_n_clusters (pair.origins), ==, 2);
  pair.b.polarity = BL_POLARITY_OPEN;
  assert_verdict (&pair, BL_RELATION_DIFFERS, BL_GATE_NONE);
  pair_clear (&pair);
}

static void
test_certainty (void)
{
  Pair pair;
  pair_init (&pair, SECOND, "2025-08-21");
  pair.a.certainty = &(const BlCertainty){ .low = 0.2, .high = 0.6, .cue = "may" };
  assert_verdict (&pair, BL_RELATION_DIFFERS, BL_GATE_NONE);
  g_assert_true (bl_gates_certainty_differs (&pair.a, &pair.b));
  g_assert_true (bl_gates_certainty_differs (&pair.b, &pair.a));
  pair.a.certainty = &(const BlCertainty){ .low = 0.7, .high = 0.9, .cue = "plans to" }; /* the gap is too small to ask about */
  assert_verdict (&pair, BL_RELATION_CONTRADICTION, BL_GATE_NONE);
  g_assert_false (bl_gates_certainty_differs (&pair.a, &pair.b));
  pair_clear (&pair);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/judge/gates/polarity", test_polarity);
  g_test_add_func ("/judge/gates/quantity", test_quantity);
  g_test_add_func ("/judge/gates/dates-and-words", test_dates_and_words);
  g_test_add_func ("/judge/gates/sets", test_sets);
  g_test_add_func ("/judge/gates/slot", test_slot);
  g_test_add_func ("/judge/gates/time", test_time);
  g_test_add_func ("/judge/gates/speaker", test_speaker);
  g_test_add_func ("/judge/gates/modality", test_modality);
  g_test_add_func ("/judge/gates/origin", test_origin);
  g_test_add_func ("/judge/gates/certainty", test_certainty);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
