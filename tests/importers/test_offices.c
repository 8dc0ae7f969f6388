/* Labels as other bases write them, against the base that ships. */
#include "importers/offices.h"

#define LEXICON BL_RULES_DIR "/lexicon/import.json"

typedef struct
{
  const char *label;
  const char *country; /* that the source names, or NULL */
  const char *office;  /* what is meant; a role that the base does not have has a “+” before it; NULL: of no known state */
} Row;

static const Row rows[] = {
  { "Prime Minister of Ukraine", NULL, "ua/prime-minister" },
  { "acting Prime Minister of Ukraine", NULL, "ua/prime-minister" },
  { "Ukrainian Minister of Foreign Affairs", NULL, "ua/foreign-minister" },
  { "member of the Verkhovna Rada", NULL, "ua/mp" },
  { "People's Deputy of Ukraine", NULL, "ua/mp" },
  { "President of the French Republic", NULL, "fr/president" },
  { "Minister for Europe and Foreign Affairs", "fr", "fr/foreign-minister" },
  { "Minister of Foreign Affairs (Poland)", NULL, "pl/foreign-minister" },
  { "Minister of Foreign Affairs, Trade and Culture", "pl", "pl/foreign-minister" },
  { "Secretary of State for Defence", "gb", "gb/defence-minister" },
  { "Secretary of State for European Affairs", "fr", "+fr/secretary-of-state-for-european-affairs" },
  { "Member of the 57th Parliament of the United Kingdom", NULL, "gb/mp" },
  { "Member of the House of Commons of Canada", NULL, "ca/mp" },
  { "member of the United States House of Representatives", NULL, "us/representative" },
  { "45th President of the United States", NULL, "us/president" },
  { "Deputy Secretary of Defence", "us", "us/deputy-secretary-of-defense" },
  { "Federal Minister of Defence", "de", "de/defence-minister" },
  { "Secretary-General of the United Nations", NULL, "un/secretary-general" },
  { "President of the People's Republic of China", NULL, "cn/president" },
  { "Prime Minister of the Republic of Korea", NULL, "kr/prime-minister" },
  { "President of Georgia", NULL, "ge/president" },
  { "Governor of Georgia", "us", "us/governor-of-georgia" },
  { "Deputy Minister of Foreign Affairs", "ua", "ua/deputy-foreign-minister" },
  /* not shortened until it fits, and not of the state that it is about */
  { "Prime Minister of Northern Ireland", "gb", "+gb/prime-minister-of-northern-ireland" },
  { "President of the Lighthouse Society", "pl", "+pl/president-of-the-lighthouse-society" },
  { "Ambassador to Ukraine", "fr", "fr/ambassador-to-ukraine" },
  { "Minister of Foreign Affairs of the Soviet Union", NULL, NULL },
  { "President", NULL, NULL },
};

typedef struct
{
  BlKnowledge *kb;
  BlImportForms *forms;
  BlOfficeLabels labels; /* of both */
} World;

static void
set_up (World *world, gconstpointer data)
{
  (void) data;
  const char *const paths[] = { BL_RULES_DIR "/knowledge", NULL };
  g_autoptr (GError) error = NULL;
  world->kb = bl_knowledge_load (paths, NULL, &error);
  g_assert_no_error (error);
  world->forms = bl_import_forms_load (LEXICON, &error);
  g_assert_no_error (error);
  world->labels = (BlOfficeLabels){ world->kb, world->forms };
}

static void
tear_down (World *world, gconstpointer data)
{
  (void) data;
  bl_import_forms_free (world->forms);
  bl_knowledge_free (world->kb);
}

static void
test_labels (World *world, gconstpointer data)
{
  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const countries[] = { rows[i].country, NULL };
      BlOfficeMatch match = bl_office_match (&world->labels, rows[i].label, countries);
      g_autofree char *office = match.jurisdiction == NULL
                                    ? NULL
                                    : g_strdup_printf ("%s%s/%s", match.known ? "" : "+", match.jurisdiction, match.role);
      if (g_strcmp0 (office, rows[i].office) != 0)
        g_test_message ("“%s”", rows[i].label);
      g_assert_cmpstr (office, ==, rows[i].office);
      g_assert_cmpint (match.acting, ==, g_str_has_prefix (rows[i].label, "acting"));
      bl_office_match_clear (&match);
    }
}

/* Every state of the table is one of the base. */
static void
test_states (World *world, gconstpointer data)
{
  (void) data;
  const BlImportForms *forms = world->forms;
  for (guint i = 0; i <= forms->states.mask; i++)
    if (forms->states.slots[i].key != NULL)
      g_assert_nonnull (bl_office_jurisdiction (&world->labels, forms->states.slots[i].value));
  g_assert_cmpstr (bl_office_jurisdiction (&world->labels, "gb-sct"), ==, "gb");
  g_assert_cmpstr (bl_office_jurisdiction (&world->labels, "Federal Republic of Germany"), ==, "de");
  g_assert_null (bl_office_jurisdiction (&world->labels, "zz"));
}

#define ADD(name, test) g_test_add ("/offices/" name, World, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("labels", test_labels);
  ADD ("states", test_states);
  return g_test_run ();
}
