#include "fixture.h"

#define CHECK(rows) fixture_check (rows, G_N_ELEMENTS (rows), TYPE (OFFICE))

static void
test_jurisdictions (void)
{
  static const Row rows[] = {
    { "The Estonian prime minister arrived in the morning.", "2025-02-03",
      "“Estonian prime minister” office/ee/prime-minister" },
    { "Italy’s defence minister resigned.", "2025-02-03", "“Italy’s defence minister” office/it/defence-minister unheld" },
    { "The president of the United States signed it.", "2025-02-03", "“president of the United States” office/us/president" },
    { "The U.S. special envoy to Ukraine left.", "2025-02-03", "“U.S. special envoy to Ukraine” office/us/special-envoy" },
    { "The NATO secretary general spoke.", "2025-02-03", "“NATO secretary general” office/nato/secretary-general" },
    { "The White House director of communications quit.", "2022-02-03",
      "“White House director of communications” office/us/communications-director" },
    { "Poland wants peace, the country’s foreign minister said.", "2022-02-03",
      "“country’s foreign minister” office/pl/foreign-minister unheld" },
    { "The deputy chairman of the Russian Security Council wrote it.", "2024-02-03",
      "“deputy chairman of the Russian Security Council” office/ru/security-council-deputy-chair" },
    { "The mayor of Kyiv opened a bridge.", "2024-02-03", "“mayor of Kyiv” office/ua/mayor-of-kyiv" },
    { "The deputy chairman of Russia’s security council wrote it.", "2024-02-03",
      "“deputy chairman of Russia’s security council” office/ru/security-council-deputy-chair" },
    /* of something else than the state */
    { "The president of the Ukrainian chess federation resigned.", "2024-02-03", "“president” role/president unheld" },
    { "The club president resigned.", "2024-02-03", "“president” role/president unheld" },
    { "Vice presidential ambitions are common.", "2024-02-03", "" },
    /* common words */
    { "She will head the delegation.", "2024-02-03", "" },
    { "The head of the queue moved.", "2024-02-03", "" },
    { "The train left at 5 pm sharp.", "2024-02-03", "" },
    { "Several presidents came.", "2024-02-03", "" },
  };
  CHECK (rows);
}

static void
test_holders_behind (void)
{
  static const Row rows[] = {
    { "Chancellor Merz agreed.", "2025-08-01", "“Chancellor” office/de/chancellor inferred of “Merz”" },
    { "Foreign Minister Sergei Lavrov agreed.", "2025-08-01",
      "“Foreign Minister” office/ru/foreign-minister inferred of “Sergei Lavrov”" },
    { "French President Emmanuel Macron agreed.", "2025-08-01", "“French President” office/fr/president of “Emmanuel Macron”" },
    { "President Macron of France agreed.", "2025-08-01", "“President” office/fr/president of “Macron”" },
    { "Secretary of State John Kerry agreed.", "2015-08-01",
      "“Secretary of State” office/us/secretary-of-state inferred of “John Kerry”" },
    { "NATO Secretary-General Mark Rutte agreed.", "2025-08-01",
      "“NATO Secretary-General” office/nato/secretary-general of “Mark Rutte”" },
    { "British Deputy Prime Minister and Justice Secretary Dominic Raab agreed.", "2022-03-01",
      "“British Deputy Prime Minister” office/gb/deputy-prime-minister of “Dominic Raab”; “Justice Secretary” "
      "office/gb/justice-secretary of “Dominic Raab”" },
    { "The President and Foreign Minister Sergei Lavrov met.", "2022-03-01",
      "“President” role/president unheld; “Foreign Minister” office/ru/foreign-minister inferred of “Sergei Lavrov”" },
    { "Ukraine’s president and Foreign Minister Sergei Lavrov met.", "2022-03-01",
      "“Ukraine’s president” office/ua/president; “Foreign Minister” office/ru/foreign-minister inferred of “Sergei Lavrov”" },
    { "President and Foreign Minister Sergei Lavrov met.", "2022-03-01",
      "“President” role/president unheld; “Foreign Minister” office/ru/foreign-minister inferred of “Sergei Lavrov”" },
    { "Presidents Emmanuel Macron and Donald Trump met.", "2025-08-01",
      "“Presidents” office/fr/president inferred of “Emmanuel Macron”; "
      "“Presidents” office/us/president inferred of “Donald Trump”" },
    { "The deputy chairman of the Russian Security Council, Medvedev, agreed.", "2024-02-03",
      "“deputy chairman of the Russian Security Council” office/ru/security-council-deputy-chair of “Medvedev”" },
    { "Ukraine’s Vice President Petro Ivanenko agreed.", "2024-02-03",
      "“Ukraine’s Vice President” office/ua/vice-president unheld of “Petro Ivanenko”" },
    /* "prime minister Monday" */
    { "He met the prime minister Monday.", "2024-02-03", "“prime minister” role/prime-minister unheld" },
    { "After meeting the chancellor, Macron flew home.", "2025-08-01", "“chancellor” office/de/chancellor inferred" },
  };
  CHECK (rows);
}

static void
test_holders_before (void)
{
  static const Row rows[] = {
    { "“Yes,” said Dominic Raab, Britain’s deputy prime minister.", "2022-03-01",
      "“Britain’s deputy prime minister” office/gb/deputy-prime-minister of “Dominic Raab”" },
    { "Keith Kellogg, the U.S. special envoy to Ukraine, agreed.", "2025-08-01",
      "“U.S. special envoy to Ukraine” office/us/special-envoy of “Keith Kellogg”" },
    { "Davyd Arakhamia, the country's chief negotiator, left Ukraine.", "2022-04-01",
      "“country's chief negotiator” office/ua/chief-negotiator inferred of “Davyd Arakhamia”" },
    { "In Ukraine, Davyd Arakhamia, the country's chief negotiator, stayed.", "2022-04-01",
      "“country's chief negotiator” office/ua/chief-negotiator of “Davyd Arakhamia”" },
    { "Rose Gottemoeller, former NATO deputy secretary-general, agreed.", "2025-08-01",
      "“former NATO deputy secretary-general” office/nato/deputy-secretary-general former of “Rose Gottemoeller”" },
    { "Olena Petrenko, another Ukrainian MP, agreed.", "2024-02-03",
      "“Ukrainian MP” office/ua/mp indefinite of “Olena Petrenko”" },
    { "Dominic Raab, deputy prime minister and justice secretary, agreed.", "2022-03-01",
      "“deputy prime minister” office/gb/deputy-prime-minister inferred of “Dominic Raab”; “justice secretary” "
      "office/gb/justice-secretary inferred of “Dominic Raab”" },
    { "Jane Roe, Britain’s foreign minister and deputy prime minister, agreed.", "2022-03-01",
      "“Britain’s foreign minister” office/gb/foreign-minister unheld of “Jane Roe”; “deputy prime minister” "
      "office/gb/deputy-prime-minister of “Jane Roe”" },
    { "Emmanuel Macron is the president of France.", "2025-08-01",
      "“president of France” office/fr/president of “Emmanuel Macron”" },
    { "Dominic Raab, who is also the British justice secretary, agreed.", "2022-03-01",
      "“British justice secretary” office/gb/justice-secretary of “Dominic Raab”" },
    { "Theresa May was prime minister then.", "2025-08-01",
      "“prime minister” office/gb/prime-minister then inferred of “Theresa May”" },
    { "Dominic Raab, who currently serves as British justice secretary, agreed.", "2022-03-01",
      "“British justice secretary” office/gb/justice-secretary of “Dominic Raab”" },
    { "Dominic Raab was named deputy prime minister of the United Kingdom.", "2022-03-01",
      "“deputy prime minister of the United Kingdom” office/gb/deputy-prime-minister then of “Dominic Raab”" },
    /* not his */
    { "Unlike Macron, the German chancellor said no.", "2025-08-01", "“German chancellor” office/de/chancellor" },
    { "Asked about Macron, the German chancellor said no.", "2025-08-01", "“German chancellor” office/de/chancellor" },
    { "After talks with Putin, US President Donald Trump left.", "2025-08-01",
      "“US President” office/us/president of “Donald Trump”" },
    { "Macron, the Ukrainian president, and Merz met.", "2025-08-01", "“Ukrainian president” office/ua/president" },
    { "Macron’s prime minister resigned.", "2025-08-01", "“prime minister” role/prime-minister unheld" },
  };
  CHECK (rows);
}

static void
test_modifiers (void)
{
  static const Row rows[] = {
    { "Former US President Barack Obama spoke.", "2025-08-01",
      "“Former US President” office/us/president former of “Barack Obama”" },
    { "Ex-President Barack Obama spoke.", "2025-08-01",
      "“Ex-President” office/us/president former inferred of “Barack Obama”" },
    { "President-elect Donald Trump spoke.", "2024-12-01",
      "“President-elect” office/us/president elect inferred of “Donald Trump”" },
    { "In 2014 then-President Barack Obama spoke.", "2025-08-01",
      "“then-President” office/us/president then inferred of “Barack Obama”" },
    { "Ukraine’s acting president, Oleksandr Turchynov, spoke.", "2014-03-01",
      "“Ukraine’s acting president” office/ua/acting-president of “Oleksandr Turchynov”" },
    { "The longtime German chancellor retired.", "2025-08-01", "“longtime German chancellor” office/de/chancellor" },
    { "A former French president spoke.", "2025-08-01", "“former French president” office/fr/president former indefinite" },
    { "He was a candidate for president of France.", "2025-08-01", "“president of France” office/fr/president would-be" },
  };
  CHECK (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentions/titles/jurisdictions", test_jurisdictions);
  g_test_add_func ("/mentions/titles/holders-behind", test_holders_behind);
  g_test_add_func ("/mentions/titles/holders-before", test_holders_before);
  g_test_add_func ("/mentions/titles/modifiers", test_modifiers);
  return g_test_run ();
}
