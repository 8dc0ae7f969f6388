#include "fixture.h"

#define CHECK(rows) fixture_check (rows, G_N_ELEMENTS (rows), TYPE (PERSON))

static void
test_exact (void)
{
  static const Row rows[] = {
    { "Emmanuel Macron met Friedrich Merz.", "2025-08-01",
      "“Emmanuel Macron” person/emmanuel-macron exact; “Friedrich Merz” person/friedrich-merz exact" },
    { "EMMANUEL MACRON MET FRIEDRICH MERZ.", "2025-08-01",
      "“EMMANUEL MACRON” person/emmanuel-macron exact; “FRIEDRICH MERZ” person/friedrich-merz exact" },
    { "Donald J. Trump’s plan failed.", "2025-08-01", "“Donald J. Trump” person/donald-trump exact" },
    { "Sergey Lavrov and Volodymyr Zelenskiy agreed.", "2025-08-01",
      "“Sergey Lavrov” person/sergei-lavrov variant; “Volodymyr Zelenskiy” person/volodymyr-zelensky variant" },
    /* somebody or something else */
    { "The Donald Trump Foundation closed.", "2025-08-01", "" },
    { "Donald Trump Jr. said so.", "2025-08-01", "“Donald Trump Jr.” name/donald trump jr unknown" },
    { "Ivan Lavrov said so.", "2025-08-01", "“Ivan Lavrov” name/ivan lavrov unknown" },
  };
  CHECK (rows);
}

static void
test_parts (void)
{
  static const Row rows[] = {
    { "Friedrich Merz came. Merz left.", "2025-08-01",
      "“Friedrich Merz” person/friedrich-merz exact; “Merz” person/friedrich-merz part → “Friedrich Merz”" },
    { "Putin called Zelensky.", "2025-08-01", "“Putin” person/vladimir-putin part; “Zelensky” person/volodymyr-zelensky part" },
    { "Zelenskyy thanked Mr. Trump.", "2025-08-01",
      "“Zelenskyy” person/volodymyr-zelensky variant; “Trump” person/donald-trump part" },
    { "Angela Merkel sang. Angela smiled.", "2025-08-01",
      "“Angela Merkel” person/angela-merkel exact; “Angela” person/angela-merkel part → “Angela Merkel”" },
    { "The Trump-Putin summit failed.", "2025-08-01", "“Trump” person/donald-trump part; “Putin” person/vladimir-putin part" },
    { "President Clinton signed it.", "1999-08-01", "“Clinton” person/bill-clinton part" },
    { "Mrs. Clinton signed it.", "2012-08-01", "“Clinton” person/hillary-clinton part" },
    { "Chilean President Gabriel Boric came. Boric left.", "2024-08-01",
      "“Gabriel Boric” person/gabriel-boric exact; “Boric” person/gabriel-boric part → “Gabriel Boric”" },
    /* a namesake in the article takes the surname */
    { "“No,” said Anna Merz, a teacher. Merz left.", "2025-08-01",
      "“Anna Merz” name/anna merz unknown; “Merz” name/anna merz part → “Anna Merz”" },
    { "The office named Zadie M. Kroft today. Zadie M. Kroft, Founder and Chief Health Officer of Rural Health Works, Ohio. "
      "Dr. "
      "Kroft smiled.",
      "2025-08-01",
      "“Zadie M. Kroft” name/zadie m kroft unknown; “Zadie M. Kroft” name/zadie m kroft unknown; “Kroft” name/zadie m kroft "
      "part → "
      "“Zadie M. Kroft”" },
    { "Tara Merz sings again. Merz, 33, was on tour.", "2025-08-01",
      "“Tara Merz” name/tara merz unknown; “Merz” name/tara merz part → “Tara Merz”" },
    { "The French president, Regina M. Macron, sang. Dr. Macron laughed.", "2025-08-01",
      "“Regina M. Macron” name/regina m macron unknown; “Macron” name/regina m macron part → “Regina M. Macron”" },
    /* out of office for long, and nothing speaks for them; words and months */
    { "May was cold. May I go?", "2025-08-01", "" },
    { "Raab closed at noon.", "2025-08-01", "" },
  };
  CHECK (rows);
}

static void
test_headlines (void)
{
  static const Row rows[] = {
    { "PUTIN SAYS RUSSIA READY FOR TALKS AS TRUMP WAITS", "2025-08-01",
      "“PUTIN” person/vladimir-putin part; “TRUMP” person/donald-trump part" },
    { "Macron Says France Will Wait While Germany Asks More Questions", "2025-08-01", "“Macron” person/emmanuel-macron part" },
    { "Olena Petrenko Asks More Questions While Security Council Waits", "2025-08-01", "" },
  };
  CHECK (rows);
}

static void
test_garbled_beside_office (void)
{
  static const Row rows[] = {
    { "Estonian Prime Minister Mihail said so.", "2025-08-21", "“Mihail” person/kristen-michal context by office country" },
    { "“No,” said Dominique Robb, Britain’s deputy prime minister.", "2022-03-30",
      "“Dominique Robb” person/dominic-raab context by office country" },
    { "French President Emanuel Makron said so.", "2025-08-21",
      "“Emanuel Makron” person/emmanuel-macron context by office country" },
    { "Chancellor Mertz said so.", "2025-08-21", "“Mertz” person/friedrich-merz near by office" },
    /* another person, known or not, and another day */
    { "Estonian Prime Minister Kaja Kallas said so.", "2025-08-21", "“Kaja Kallas” person/kaja-kallas exact" },
    { "Estonian Prime Minister Juhan Parts said so.", "2025-08-21", "“Juhan Parts” name/juhan parts unknown" },
    { "Estonian Prime Minister Mihail said so.", "2022-08-21", "“Mihail” name/mihail unknown" },
  };
  CHECK (rows);
}

static void
test_garbled_with_signal (void)
{
  static const Row rows[] = {
    { "Mertz supports it, and the CDU, which he leads, agrees.", "2025-08-21",
      "“Mertz” person/friedrich-merz near by org; “he” person/friedrich-merz pronoun → “Mertz”" },
    { "Ukraine’s Vice President David Arakamiya said so.", "2022-03-30",
      "“David Arakamiya” person/davyd-arakhamia near by country" },
    { "Ukrainian lawmaker Ivana Klimpush-Tsinzadse said so.", "2022-03-30",
      "“Ivana Klimpush-Tsinzadse” person/ivanna-klympush-tsintsadze context by office country" },
    { "— Harbor News’ Kevin Liptok contributed to this report.", "2022-03-30",
      "“Kevin Liptok” person/kevin-liptak near by org" },
    /* nothing speaks for them */
    { "Mertz closed the shop at noon.", "2025-08-21", "" },
    { "“Good bread,” said Kevin Liptok, a baker.", "2022-03-30", "“Kevin Liptok” name/kevin liptok unknown" },
    { "The French baker Emanuel Makrov slept.", "2025-08-21", "" },
  };
  CHECK (rows);
}

static void
test_unknown (void)
{
  static const Row rows[] = {
    { "“We left,” said Olena Petrenko. Petrenko is 40.", "2025-08-21",
      "“Olena Petrenko” name/olena petrenko unknown; “Petrenko” name/olena petrenko part → “Olena Petrenko”" },
    { "Mr. Okafor slept.", "2025-08-21", "“Okafor” name/okafor unknown" },
    { "Korean singer Park Bo-ram said so.", "2025-08-21", "“Park Bo-ram” name/park bo ram unknown" },
    { "The Ostrow-led talks ended.", "2025-08-21", "" },
    { "Retired Lt. Gen. Walter Quill agreed.", "2025-08-21", "“Walter Quill” name/walter quill unknown" },
    { "Zora Quimby, 45, agreed.", "2025-08-21", "“Zora Quimby” name/zora quimby unknown" },
    { "Jan van der Berg said so.", "2025-08-21", "“Jan van der Berg” name/jan van der berg unknown" },
    { "Amy O’Rourke-Şahin said so.", "2025-08-21", "“Amy O’Rourke-Şahin” name/amy orourke sahin unknown" },
    /* no persons */
    { "The Ministry of Defence said so.", "2025-08-21", "" },
    { "Black Friday came early.", "2025-08-21", "" },
    { "However Rain fell.", "2025-08-21", "" },
    { "The Iron Bridge fell on Tuesday.", "2025-08-21", "" },
    { "Doctors said so. Officials agreed.", "2025-08-21", "" },
    { "Sen. Mark Kimble (R-Ohio) agreed.", "2025-08-21", "“Mark Kimble” name/mark kimble unknown" },
  };
  CHECK (rows);
}

static void
test_families (void)
{
  static const Row rows[] = {
    { "Melania Trump came. President Trump left. Trump spoke.", "2025-08-21",
      "“Melania Trump” person/melania-trump exact; “Trump” person/donald-trump part; “Trump” person/donald-trump part" },
    { "Melania Trump came. Trump spoke.", "2025-08-21",
      "“Melania Trump” person/melania-trump exact; “Trump” person/donald-trump part ambiguous" },
    { "Bill Clinton and Hillary Clinton came. Mrs. Clinton left.", "2012-08-21",
      "“Bill Clinton” person/bill-clinton exact; “Hillary Clinton” person/hillary-clinton exact; “Clinton” "
      "person/hillary-clinton part → “Hillary Clinton”" },
  };
  CHECK (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentions/persons/exact", test_exact);
  g_test_add_func ("/mentions/persons/parts", test_parts);
  g_test_add_func ("/mentions/persons/headlines", test_headlines);
  g_test_add_func ("/mentions/persons/garbled-beside-office", test_garbled_beside_office);
  g_test_add_func ("/mentions/persons/garbled-with-signal", test_garbled_with_signal);
  g_test_add_func ("/mentions/persons/unknown", test_unknown);
  g_test_add_func ("/mentions/persons/families", test_families);
  return g_test_run ();
}
