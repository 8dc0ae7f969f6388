#include "fixture.h"

#define CHECK(rows) fixture_check (rows, G_N_ELEMENTS (rows), TYPE (PERSON))

static void
test_same_sentence (void)
{
  static const Row rows[] = {
    { "Merz said he was ill.", "2025-08-01", "“Merz” person/friedrich-merz part; “he” person/friedrich-merz pronoun → “Merz”" },
    { "Angela Merkel lost her seat.", "2025-08-01",
      "“Angela Merkel” person/angela-merkel exact; “her” person/angela-merkel pronoun → “Angela Merkel”" },
    { "Angela Merkel thanked Emmanuel Macron before she left.", "2025-08-01",
      "“Angela Merkel” person/angela-merkel exact; “Emmanuel Macron” person/emmanuel-macron exact; “she” person/angela-merkel "
      "pronoun → “Angela Merkel”" },
    { "In her speech, Angela Merkel praised Macron.", "2025-08-01",
      "“her” person/angela-merkel pronoun → “Angela Merkel”; “Angela Merkel” person/angela-merkel exact; “Macron” "
      "person/emmanuel-macron part" },
    { "Macron told Merz that he was right.", "2025-08-01",
      "“Macron” person/emmanuel-macron part; “Merz” person/friedrich-merz part; “he” person/friedrich-merz pronoun → “Merz” "
      "ambiguous" },
  };
  CHECK (rows);
}

static void
test_sentences_before (void)
{
  static const Row rows[] = {
    { "Macron spoke first. He was late. He left early.", "2025-08-01",
      "“Macron” person/emmanuel-macron part; “He” person/emmanuel-macron pronoun → “Macron”; “He” person/emmanuel-macron "
      "pronoun → "
      "“Macron”" },
    { "Macron met Angela Merkel. He was late.", "2025-08-01",
      "“Macron” person/emmanuel-macron part; “Angela Merkel” person/angela-merkel exact; “He” person/emmanuel-macron pronoun → "
      "“Macron”" },
    { "Macron met Angela Merkel. She was late.", "2025-08-01",
      "“Macron” person/emmanuel-macron part; “Angela Merkel” person/angela-merkel exact; “She” person/angela-merkel pronoun → "
      "“Angela Merkel”" },
    /* too far away */
    { "Macron spoke. It rained. The roads flooded. He left.", "2025-08-01", "“Macron” person/emmanuel-macron part" },
  };
  CHECK (rows);
}

/* A pronoun that does not fit the only person there is must stay: it may be the slip that is looked for. */
static void
test_wrong_gender (void)
{
  static const Row rows[] = {
    { "Kaja Kallas spoke for an hour. He praised the allies.", "2025-08-01",
      "“Kaja Kallas” person/kaja-kallas exact; “He” person/kaja-kallas pronoun → “Kaja Kallas”" },
    { "“We hold the line,” Angela Merkel said. “And we win,” he added.", "2025-08-01",
      "“Angela Merkel” person/angela-merkel exact; “he” person/angela-merkel pronoun → “Angela Merkel”" },
    { "Kaja Kallas, who met an official, said it was late. “Good night,” he added.", "2025-08-01",
      "“Kaja Kallas” person/kaja-kallas exact; “he” person/kaja-kallas pronoun → “Kaja Kallas”" },
    { "Angela Merkel met Kaja Kallas. He left.", "2025-08-01",
      "“Angela Merkel” person/angela-merkel exact; “Kaja Kallas” person/kaja-kallas exact; “He” person/angela-merkel pronoun → "
      "“Angela "
      "Merkel” ambiguous" },
  };
  CHECK (rows);
}

static void
test_unnamed (void)
{
  static const Row rows[] = {
    { "Merz left. A Western official stayed. He was tired.", "2025-08-01", "“Merz” person/friedrich-merz part" },
    { "Kaja Kallas left. “No,” the official said. But he smiled.", "2025-08-01", "“Kaja Kallas” person/kaja-kallas exact" },
    { "Angela Merkel’s spokesman said he knew nothing.", "2025-08-01", "“Angela Merkel” person/angela-merkel exact" },
    { "Macron praised a country doctor. She had come by train.", "2025-08-01", "“Macron” person/emmanuel-macron part" },
    { "Merz thanked his wife. She smiled.", "2025-08-01",
      "“Merz” person/friedrich-merz part; “his” person/friedrich-merz pronoun → “Merz”" },
    { "Angela Merkel met a florist who lost his shop.", "2025-08-01", "“Angela Merkel” person/angela-merkel exact" },
    { "“It was he who fell,” Merz said.", "2025-08-01", "“Merz” person/friedrich-merz part" },
    /* of a person who is named */
    { "Kaja Kallas, a lawyer, said she knew.", "2025-08-01",
      "“Kaja Kallas” person/kaja-kallas exact; “she” person/kaja-kallas pronoun → “Kaja Kallas”" },
    { "Kaja Kallas made an official visit. She spoke.", "2025-08-01",
      "“Kaja Kallas” person/kaja-kallas exact; “She” person/kaja-kallas pronoun → “Kaja Kallas”" },
  };
  CHECK (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentions/pronouns/same-sentence", test_same_sentence);
  g_test_add_func ("/mentions/pronouns/sentences-before", test_sentences_before);
  g_test_add_func ("/mentions/pronouns/wrong-gender", test_wrong_gender);
  g_test_add_func ("/mentions/pronouns/unnamed", test_unnamed);
  return g_test_run ();
}
