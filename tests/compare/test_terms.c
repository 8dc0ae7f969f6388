/* Odd words: what a corpus of three small articles makes of a name that one of them writes otherwise. */
#include "compare/compare.h"

#include "../origins/newsroom.h"

static Newsroom room;

/* Each of its own words, so that nobody copies anybody; all on one event, whose names they share. */
#define FIRST "Rain fell over Castle Hill. Ferry Point stayed shut, and Otter Creek rose. "
#define SECOND "Boats lay idle on Monday. Near Castle Hill trucks waited, at Ferry Point nobody did; Otter Creek was brown. "
#define THIRD "Sirens woke families at dawn, who walked from Otter Creek to Ferry Point and up to Castle Hill. "

typedef struct
{
  const char *others[2]; /* what two outlets write; NULL: nothing */
  const char *odd;       /* and a third */
  const char *findings;  /* "ID “text”; …", and * behind the id of a note; "" for none */
} Case;

static char *
list_findings (const Edition *edition)
{
  g_autoptr (BlOrigins) origins = bl_origins_find (edition->claims);
  const BlCompareInput input = { .kb = room.kb, .article_claims = edition->claims, .origins = origins };
  g_autoptr (BlComparisons) comparisons = bl_compare (&input);
  const GPtrArray *list = bl_comparisons_list (comparisons);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < list->len; i++)
    {
      const BlComparison *comparison = list->pdata[i];
      if (!g_str_has_prefix (comparison->id, "term/") && !g_str_has_prefix (comparison->id, "name/"))
        continue;
      g_assert_cmpuint (comparison->evidence->len, >=, 1);
      g_string_append_printf (out, "%s%s%s “%s”", out->len > 0 ? "; " : "", comparison->id,
                              comparison->relation == BL_RELATION_VARIANT ? "*" : "", comparison->claim->at.text);
    }
  return g_string_free (out, FALSE);
}

static void
add (Edition *edition, const char *source, const char *start, const char *text)
{
  if (text == NULL)
    return;
  g_autofree char *whole = g_strconcat (start, text, NULL);
  edition_add (edition, &room, source, "2025-03-04", whole);
}

static void
check_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      Edition edition = { 0 };
      add (&edition, "a", FIRST, cases[i].others[0]);
      add (&edition, "b", SECOND, cases[i].others[1]);
      add (&edition, "c", THIRD, cases[i].odd);
      g_autofree char *found = list_findings (&edition);
      if (strcmp (found, cases[i].findings) != 0)
        {
          g_test_message ("%s: %s", cases[i].odd, found);
          g_test_fail ();
        }
      edition_clear (&edition);
    }
}

#define CHECK(cases) check_cases (cases, G_N_ELEMENTS (cases))

static void
test_terms (void)
{
  static const Case cases[] = {
    { { "The Harbor Police came late.", "The Harbor Police sent two boats." },
      "The Harbor Polike came.",
      "term/garbled “Harbor Polike”" },
    { { "The Marlow Enquirer wrote it.", "It stood in the Marlow Enquirer." },
      "He bought the Marlow Enquyrir there.",
      "term/garbled “Marlow Enquyrir”" },
    { { "The Coastal Industry Group agreed.", "A letter of the Coastal Industry Group said so." },
      "The Coastal Intuztry Group wrote.",
      "term/garbled “Coastal Intuztry Group”" },
    { { "The Wetland Service counted birds.", "Birds were counted by the Wetland Service." },
      "The Wetland Sirwice did not.",
      "term/garbled “Wetland Sirwice”" },
    { { "The Council of Reef Bishops met.", "Two Reef Bishops left." },
      "The Reef Byzhops wrote.",
      "name/inconsistent “Reef Byzhops”" },
    /* one other outlet: which of them is right stays open */
    { { "The Harbor Police came late." }, "The Harbor Polike came.", "name/inconsistent “Harbor Polike”" },
    { { "He lived in Cape Mallory then." }, "He lived in Cape Mollary then.", "name/inconsistent “Cape Mollary”" },
    /* within one article */
    { { NULL }, "The Harbor Police came. The Harbor Polike left.", "term/garbled “Harbor Polike”" },
    { { "Boats of Dockside Salvage came.", "They called Dockside Salvage." },
      "Dockside Salwage came.",
      "name/inconsistent “Dockside Salwage”" },
    { { "The Tidal Union struck.", "Two men of the Tidal Union spoke." },
      "The Tidal Unyon struck.",
      "term/garbled “Tidal Unyon”" },
    { { "The Quarry League won.", "So did the Quarry League." }, "The Quarry Liague lost.", "term/garbled “Quarry Liague”" },
  };
  CHECK (cases);
}

static void
test_innocent_terms (void)
{
  static const Case cases[] = {
    /* inflections and house style */
    { { "The Reef Bishop came.", "A Reef Bishop spoke." }, "Two Reef Bishops spoke.", "" },
    { { "The Tide Advisors met.", "He asked the Tide Advisors." }, "The Tide Advisers met.", "" },
    { { "The Reef Center closed.", "They closed the Reef Center." }, "The Reef Centre closed.", "" },
    { { "The Harbor Defense Board met.", "The Harbor Defense Board agreed." }, "The Harbor Defence Board met.", "" },
    { { "The Lagoon Program ended.", "He ran the Lagoon Program." }, "The Lagoon Programme ended.", "" },
    { { "The Marlovia Congressman came.", "A Marlovia Congressman spoke." }, "Two Marlovia Congressmen spoke.", "" },
    /* another thing beside the same word */
    { { "The Harbor Police came late.", "The Harbor Police sent boats." }, "The Harbor Palace burned.", "" },
    { { "The Quarry League won.", "So did the Quarry League." }, "The Quarry Ledge broke.", "" },
    /* another neighbour */
    { { "The Harbor Police came late.", "The Harbor Police sent boats." }, "The Tidal Polike came.", "" },
    /* who writes the word in lower case, or whom two outlets write so, writes a word */
    { { "The Reef Sander came.", "The Reef Sander left." }, "The Reef Zander swam; a zander does.", "" },
    { { "The Quarry League won.", "The Quarry Liague won." }, "The Quarry Liague lost.", "" },
  };
  CHECK (cases);
}

static void
test_titles (void)
{
  static const Case cases[] = {
    { { NULL }, "The talks in Saudi Arobya ended.", "term/garbled “Saudi Arobya”" },
    { { NULL }, "He flew to New Zealond on Friday.", "term/garbled “New Zealond”" },
    { { NULL }, "Foreign Minyster Joe Doe came.", "term/garbled “Foreign Minyster”" },
    { { NULL }, "The Deputy Prime Minyster left.", "term/garbled “Deputy Prime Minyster”" },
    { { NULL }, "The United Kingdum agreed.", "term/garbled “United Kingdum”" },
    { { NULL }, "The European Comission agreed.", "term/garbled “European Comission”" },
    { { NULL }, "The Czech Republik agreed.", "term/garbled “Czech Republik”" },
    { { NULL }, "The spokesman of Prezident Obama came.", "term/garbled “Prezident”" },
    { { NULL }, "Foreign Minyster Lavrov came.", "term/garbled “Foreign Minyster”" },
    { { NULL }, "He saw Chanzellor Merkel there.", "term/garbled “Chanzellor”" },
    /* right, or something else */
    { { NULL }, "The talks in Saudi Arabia ended.", "" },
    { { NULL }, "He flew to New Plymouth on Friday.", "" },
    { { NULL }, "The Foreign Ministry agreed with the Prime Ministers.", "" },
    { { NULL }, "The European Communities agreed.", "" },
    { { NULL }, "The Saudi Aramco board met.", "" },
    { { NULL }, "The United Kennels closed.", "" },
    { { NULL }, "The New Yorker wrote of New Yorkers.", "" },
    { { NULL }, "He saw Chandler Bing there.", "" },
    { { NULL }, "Presidio Garcia is a hamlet.", "" },
    { { NULL }, "Marshall Dillon and Mayer Brown came.", "" },
    { { NULL }, "The Foreign Ministerial ended.", "" },
  };
  CHECK (cases);
}

static void
test_persons (void)
{
  static const Case cases[] = {
    { { "Ed Murgoy is mayor.", "The mayor, Ed Murgoy, spoke." }, "The mayor is Ed Murgui.", "name/inconsistent “Ed Murgui”" },
    { { "Ayn Rolt wrote it.", "It was Ayn Rolt." }, "The book of Ayn Rult sold.", "name/inconsistent “Ayn Rult”" },
    { { "Dovid Lenning came.", "It was Dovid Lenning." }, "He saw Davud Lenning.", "name/inconsistent “Davud Lenning”" },
    { { "Theodore Bautrel spoke.", "They asked Theodore Bautrel." },
      "A lawyer, Theodore Boutrol, spoke.",
      "name/inconsistent “Theodore Boutrol”" },
    /* sound alike: a slip all the same where Mike is written in Latin letters at home */
    { { "Mike Cathoy sells pies." }, "Mike Cathoi sells pies.", "name/inconsistent “Mike Cathoi”" },
    { { "Mike Cathoy sells pies.", "A pie of Mike Cathoy sold." },
      "Mike Cathoi sells pies.",
      "name/inconsistent “Mike Cathoi”" },
    /* but where a name has no one spelling in Latin letters it is a choice */
    { { "Sergei Malenkow sells pies." }, "Sergei Malenkov sells pies.", "name/inconsistent* “Sergei Malenkov”" },
    { { "Sergei Malenkov sells pies.", "They asked Sergei Malenkov." },
      "Sergei Malenkow sells pies.",
      "name/inconsistent* “Sergei Malenkow”" },
    /* relatives and namesakes */
    { { "Charlie Lenning came.", "It was Charlie Lenning." }, "He saw Charlene Lenning.", "" },
    { { "Malcolm Lenning came.", "It was Malcolm Lenning." },
      "He saw Malcomm Lenning.",
      "name/inconsistent “Malcomm Lenning”" },
    { { NULL }, "Ilse Lorring came. Her son Illse Lorring left.", "" },
    { { "Anna Lindquist spoke.", "They asked Anna Lindquist." }, "Her son Karl Lindquist spoke.", "" },
    { { "Mike Harlan spoke.", "They asked Mike Harlan." }, "Mike Hartley spoke.", "" },
  };
  CHECK (cases);
}

/* Letters of another alphabet inside a word. */
static void
test_lookalikes (void)
{
  static const Case cases[] = {
    { { NULL }, "He saw Vladimir \u0420utin there.", "term/garbled “\u0420utin”" },
    { { NULL }, "The P\u043Elice came.", "term/garbled “P\u043Elice”" },
    { { NULL }, "It was a w\u043Erd.", "term/garbled “w\u043Erd”" },
    { { NULL }, "\u0391thens burned.", "term/garbled “\u0391thens”" },
    { { NULL }, "The M\u0430yor came.", "term/garbled “M\u0430yor”" },
    { { NULL }, "A grain of 5 \u03BCm, of 3 k\u03A9.", "" },
    { { NULL }, "The sign said \u041C\u043E\u0441\u043A\u0432\u0430.", "" },
    { { NULL }, "A na\u00EFve caf\u00E9 in \u0141\u00F3d\u017A.", "" },
    { { NULL }, "The \u03B1-Synuclein and the \u03B2eta test.", "" },
    { { NULL }, "The T-34 and the \u0422-34 stood there.", "" },
  };
  CHECK (cases);
}

/* Articles that share nothing else are no context. */
static void
test_context (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "a", "2025-03-04", "The Harbor Police of Oslo came late to the pier.");
  edition_add (&edition, &room, "b", "2025-03-04", "Nobody called the Harbor Police, said a clerk in Lima.");
  edition_add (&edition, &room, "c", "2025-03-04", "Fans of the Harbor Polike sang all night long.");
  g_autofree char *found = list_findings (&edition);
  g_assert_cmpstr (found, ==, "");
  edition_clear (&edition);
  /* nor articles of other weeks */
  edition_add (&edition, &room, "a", "2025-01-04", FIRST "The Harbor Police came late.");
  edition_add (&edition, &room, "b", "2025-01-04", SECOND "The Harbor Police sent boats.");
  edition_add (&edition, &room, "c", "2025-03-04", THIRD "The Harbor Polike came.");
  g_autofree char *later = list_findings (&edition);
  g_assert_cmpstr (later, ==, "");
  edition_clear (&edition);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/compare/terms/terms", test_terms);
  g_test_add_func ("/compare/terms/innocent", test_innocent_terms);
  g_test_add_func ("/compare/terms/titles", test_titles);
  g_test_add_func ("/compare/terms/persons", test_persons);
  g_test_add_func ("/compare/terms/lookalikes", test_lookalikes);
  g_test_add_func ("/compare/terms/context", test_context);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
