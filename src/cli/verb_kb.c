/* belie kb: look up, check, count. */
#include "authoring/kb_import.h"
#include "authoring/kb_match.h"
#include "cli/verbs.h"
#include "command/option_list.h"
#include "command/outputs.h"
#include "pipeline/data.h"

#include "knowledge/names.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  const BlKnowledge *kb;
  BlDateRange when; /* unknown: all terms */
} Lookup;

static void
print_term (const BlTerm *term)
{
  g_autofree char *from = bl_date_format (term->from);
  g_autofree char *to = bl_date_format (term->to);
  const char *end = to[0] != '\0' ? to : "open";
  printf ("  %s/%s  %s%s%s  [%s#%s]\n", from, end, term->office->id, term->acting ? " (acting)" : "",
          term->reference.low_confidence ? " (low confidence)" : "", term->reference.file, term->reference.entry);
}

static void
print_person (const Lookup *lookup, const BlPerson *person, double probability)
{
  printf ("%s  person/%s%s%s", person->name, person->id, person->native != NULL ? "  " : "",
          person->native != NULL ? person->native : "");
  if (probability < 1)
    printf ("  (near, %.2f)", probability);
  printf ("\n");
  for (guint i = 0; i < person->n_terms; i++)
    if (!lookup->when.known || !bl_date_range_disjoint (person->terms[i]->when, lookup->when))
      print_term (person->terms[i]);
}

static guint
lookup_persons (const Lookup *lookup, const char *name)
{
  g_autofree char *folded = bl_fold_letters (name, -1);
  const GPtrArray *exact = bl_knowledge_persons_named (lookup->kb, folded);
  if (exact == NULL)
    exact = bl_knowledge_persons_by_family (lookup->kb, folded);
  guint n = 0;
  for (; exact != NULL && n < exact->len; n++)
    print_person (lookup, exact->pdata[n], 1);
  return n;
}

static void
lookup_near (const Lookup *lookup, const char *name)
{
  BlNameCandidate found[5];
  const guint n = bl_name_search (lookup->kb, name, found, G_N_ELEMENTS (found));
  printf ("nothing known by the name of “%s”%s\n", name, n > 0 ? "; the nearest names of people:" : "");
  for (guint i = 0; i < n; i++)
    print_person (lookup, found[i].person, found[i].probability);
}

static void
print_country (const BlCountry *country)
{
  printf ("%s  country/%s%s%s\n", country->name, country->id, country->capital != NULL ? "  capital " : "",
          country->capital != NULL ? country->capital : "");
  for (guint i = 0; i < country->n_absent; i++)
    printf ("  has no %s  [%s]\n", country->absent[i].role, country->absent[i].reference.source);
}

static void
print_organisation (const Lookup *lookup, const BlOrganisation *organisation)
{
  guint n = 0;
  for (guint i = 0; i < organisation->n_members; i++)
    n += !lookup->when.known || !bl_date_range_disjoint (organisation->members[i].when, lookup->when);
  printf ("%s  org/%s  %s", organisation->name, organisation->id, organisation->kind);
  if (organisation->n_members > 0)
    printf ("  %u members%s", n, lookup->when.known ? " on that day" : " so far");
  printf ("  [%s#%s]\n", organisation->reference.file, organisation->reference.entry);
}

/* States, organisations and offices of that name. */
static guint
lookup_surfaces (const Lookup *lookup, const char *name)
{
  g_autofree char *folded = bl_fold_letters (name, -1);
  g_auto (GStrv) tokens = g_strsplit (folded, " ", -1);
  BlSurface found[8];
  guint n_found = 0;
  const guint n_tokens = g_strv_length (tokens);
  if (bl_knowledge_match_surface (lookup->kb, (const char *const *) tokens, n_tokens, found, G_N_ELEMENTS (found), &n_found)
      != n_tokens)
    return 0;
  for (guint i = 0; i < n_found; i++)
    switch (found[i].kind)
      {
      case BL_SURFACE_COUNTRY:
      case BL_SURFACE_DEMONYM:
      case BL_SURFACE_CAPITAL:
      case BL_SURFACE_METONYM:
        print_country (found[i].entity);
        break;
      case BL_SURFACE_ORGANISATION:
        print_organisation (lookup, found[i].entity);
        break;
      case BL_SURFACE_ROLE:
        printf ("%s  role\n", ((const BlRole *) found[i].entity)->id);
        break;
      case BL_SURFACE_OFFICE:
        printf ("%s  office\n", ((const BlOffice *) found[i].entity)->id);
        break;
      case BL_SURFACE_TREATY:
        printf ("%s  treaty/%s\n", ((const BlTreaty *) found[i].entity)->names[0], ((const BlTreaty *) found[i].entity)->id);
        break;
      }
  return n_found;
}

/* "gb/prime-minister": its holders. */
static guint
lookup_office (const Lookup *lookup, const char *id)
{
  const BlOffice *office = bl_knowledge_office (lookup->kb, id);
  if (office == NULL)
    return 0;
  g_autoptr (GPtrArray) terms = bl_knowledge_terms_of_office (lookup->kb, office, lookup->when);
  printf ("%s\n", office->id);
  for (guint i = 0; i < terms->len; i++)
    {
      const BlTerm *term = terms->pdata[i];
      printf ("  %s", term->person->name);
      print_term (term);
    }
  return 1;
}

static int
lookup_name (const BlKnowledge *kb, const char *name, const char *on)
{
  Lookup lookup = { .kb = kb };
  BlDate date;
  if (on != NULL && !bl_date_parse (on, &date))
    return bl_usage_error ("kb lookup", "--on takes YYYY, YYYY-MM or YYYY-MM-DD, not “%s”", on);
  if (on != NULL)
    lookup.when = bl_date_range (date);
  const guint n = lookup_office (&lookup, name) + lookup_persons (&lookup, name) + lookup_surfaces (&lookup, name);
  if (n > 0)
    return BL_EXIT_CLEAN;
  lookup_near (&lookup, name);
  return BL_EXIT_FINDINGS;
}

static int
stats (const BlKnowledge *kb)
{
  printf ("%u persons\n%u terms\n%u offices\n%u roles\n%u countries\n%u organisations\n%u treaties\n%u facts\n",
          bl_knowledge_persons (kb)->len, bl_knowledge_n_terms (kb), bl_knowledge_offices (kb)->len,
          bl_knowledge_roles (kb)->len, bl_knowledge_countries (kb)->len, bl_knowledge_organisations (kb)->len,
          bl_knowledge_treaties (kb)->len, bl_knowledge_n_facts (kb));
  return BL_EXIT_CLEAN;
}

static int
check (const BlKnowledge *kb, BlProblems *problems)
{
  const guint n = bl_knowledge_check (kb, problems);
  bl_outputs_problems (problems, FALSE);
  printf ("%u doubtful entries\n", n);
  return n > 0 ? BL_EXIT_FINDINGS : BL_EXIT_CLEAN;
}

static const char *const actions[] = { "lookup", "match", "import", "check", "stats", NULL };

/* FALSE: a usage error was printed. */
static gboolean
action_fits (const char *action, char **arguments)
{
  if (action == NULL || !g_strv_contains (actions, action))
    {
      bl_action_error ("kb", "takes lookup NAME, match, import FILE, check or stats", action, actions);
      return FALSE;
    }
  if (strcmp (action, "import") == 0)
    return TRUE; /* says itself what it takes */
  const gboolean lookup = strcmp (action, "lookup") == 0;
  if (lookup == (arguments[0] != NULL))
    return TRUE;
  if (lookup)
    bl_usage_error ("kb lookup", "takes a name, for example: belie kb lookup Raab --on 2022-04-01");
  else
    bl_usage_error ("kb", "%s takes no more words, “%s” is one", action, arguments[0]);
  return FALSE;
}

/* FALSE: a usage error was printed. */
static gboolean
import_options_fit (const BlKbImportOptions *import, const char *action, char **files)
{
  if (strcmp (action, "import") == 0)
    return bl_kb_import_check (import, files);
  const char *given = import->from != NULL      ? "--from"
                      : import->country != NULL ? "--country"
                      : import->as_of != NULL   ? "--as-of"
                      : import->output != NULL  ? "--output"
                                                : NULL;
  if (given != NULL)
    bl_usage_error ("kb", "%s belongs to `belie kb import FILE`", given);
  return given == NULL;
}

/* Only the user's files, and the lexicons of names: how names are compared does not depend on whose base it is. */
static gboolean
load_own_knowledge (BlPipeline *pipeline, const BlPipelineOptions *options, GError **error)
{
  pipeline->data_dir = bl_data_dir (error);
  if (pipeline->data_dir == NULL)
    return FALSE;
  g_autofree char *given_names = g_build_filename (pipeline->data_dir, "lexicon", "given-names.json", NULL);
  g_autofree char *model = g_build_filename (pipeline->data_dir, "lexicon", "name-model.json", NULL);
  g_autofree char *costs = g_build_filename (pipeline->data_dir, "lexicon", "name-costs.json", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_ptr_array_add (paths, given_names);
  g_ptr_array_add (paths, model);
  g_ptr_array_add (paths, costs);
  for (guint i = 0; options->knowledge != NULL && options->knowledge[i] != NULL; i++)
    g_ptr_array_add (paths, options->knowledge[i]);
  g_ptr_array_add (paths, NULL);
  return bl_pipeline_open_knowledge (pipeline, (const char *const *) paths->pdata, options, error);
}

static int
match (const BlPipeline *pipeline, gboolean pairs, gboolean evidence)
{
  const int code = pairs ? bl_kb_match_pairs (pipeline->kb, evidence) : bl_kb_match (pipeline->kb, evidence);
  return bl_problems_any_partial (pipeline->problems) ? BL_EXIT_PARTIAL : code;
}

int
bl_verb_kb (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  g_autofree char *on = NULL;
  gboolean pairs = FALSE;
  gboolean evidence = FALSE;
  gboolean no_default = FALSE;
  g_auto (BlKbImportOptions) import = { 0 };
  const GOptionEntry own[] = {
    { "pairs", 0, 0, G_OPTION_ARG_NONE, &pairs, "match: how alike the two names of each line are", NULL },
    { "evidence", 0, 0, G_OPTION_ARG_NONE, &evidence, "match: also what the scores are made of", NULL },
    { "no-default-kb", 0, 0, G_OPTION_ARG_NONE, &no_default, "Only what --kb names, nothing that ships", NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, "lookup: what held on this day", "DATE" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &import.from, "import: ftm, wikidata, popolo or csv (default: by the content)",
      "FORM" },
    { "country", 0, 0, G_OPTION_ARG_STRING, &import.country, "import: the state of offices for which the files name none",
      "CODE" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &import.as_of, "import: to which day open ends hold (default: as the files say)",
      "DATE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &import.output, "import: where the base goes (default: standard output)",
      "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL,
      "lookup NAME…|match|import FILE…|check|stats" },
    { 0 },
  };
  bl_option_list_words (argc, argv, actions);
  if (!bl_options_parse (&options, argc, argv,
                         "lookup NAME…   persons with their offices, states, organisations, offices by id\n"
                         "match          candidates for each name on standard input, one JSON line a line\n"
                         "import FILE…   a base from FollowTheMoney, Wikidata, Popolo or a table; “-” is standard input\n"
                         "check          overlaps, impossible dates, shared aliases in the base\n"
                         "stats          how much is in the base",
                         own))
    return BL_EXIT_USAGE;
  const char *action = options.paths != NULL ? options.paths[0] : NULL;
  if (!action_fits (action, action != NULL ? options.paths + 1 : NULL))
    return BL_EXIT_USAGE;
  if (on != NULL && strcmp (action, "lookup") != 0)
    return bl_usage_error ("kb", "--on belongs to `belie kb lookup NAME`");

  if ((pairs || evidence) && strcmp (action, "match") != 0)
    return bl_usage_error ("kb", "%s belongs to `belie kb match`", pairs ? "--pairs" : "--evidence");

  if (!import_options_fit (&import, action, options.paths + 1))
    return BL_EXIT_USAGE;

  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  const gboolean loaded = no_default ? load_own_knowledge (pipeline, &options.pipeline, &error)
                                     : bl_pipeline_load_knowledge (pipeline, &options.pipeline, &error);
  if (!loaded)
    return bl_outputs_failure ("kb", pipeline->problems, error);
  if (strcmp (action, "import") == 0)
    return bl_kb_import (pipeline, &import, options.paths + 1);
  if (strcmp (action, "check") != 0)
    bl_outputs_problems (pipeline->problems, options.quiet);
  if (strcmp (action, "match") == 0)
    {
      if (!options.quiet)
        bl_say_waiting ("kb match", pairs ? "two names a line, with a tabulator between them," : "a name a line");
      return match (pipeline, pairs, evidence);
    }
  if (strcmp (action, "stats") == 0)
    return stats (pipeline->kb);
  if (strcmp (action, "check") == 0)
    return check (pipeline->kb, pipeline->problems);
  g_autofree char *name = g_strjoinv (" ", options.paths + 1);
  return lookup_name (pipeline->kb, name, on);
}
