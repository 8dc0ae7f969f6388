/* belie manual [VERB]: a manual page, made from the tables of verbs and options and the prose of packaging/program. */
#include "cli/assets.h"
#include "cli/verbs.h"
#include "command/option_list.h"
#include "command/options.h"

#include <stdio.h>
#include <string.h>

/* The day of SOURCE_DATE_EPOCH, so that a build may be repeated; else today. Owned by the caller. */
static char *
day_of_page (void)
{
  const gint64 when = bl_pipeline_when ();
  g_autoptr (GDateTime) time = when >= 0 ? g_date_time_new_from_unix_utc (when) : g_date_time_new_now_utc ();
  return time != NULL ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");
}

static void
print_head (const char *name, const char *summary)
{
  g_autofree char *day = day_of_page ();
  g_autofree char *title = g_ascii_strup (name, -1);
  g_autofree char *escaped_title = bl_roff_escape (title);
  g_autofree char *escaped_name = bl_roff_escape (name);
  g_autofree char *escaped = bl_roff_escape (summary);
  printf (".\\\" made by `belie manual`\n.TH %s 1 \"%s\" \"belie %s\" \"User Commands\"\n.SH NAME\n%s \\- %s\n", escaped_title,
          day, BL_VERSION, escaped_name, escaped);
}

/* Prose under this name, when there is any. */
static void
print_prose (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".roff", NULL);
  g_autofree char *prose = bl_cli_asset (file);
  if (prose != NULL)
    fputs (prose, stdout);
}

static void
print_verb_page (const BlVerb *verb)
{
  char *words[] = { (char *) verb->name, (char *) BL_LIST_OPTIONS, (char *) "man", NULL };
  g_autofree char *name = g_strconcat ("belie-", verb->name, NULL);
  print_head (name, verb->summary);
  verb->run (3, words);
  print_prose (name);
  puts (".SH SEE ALSO\n.BR belie (1)");
}

static void
print_main_page (void)
{
  print_head ("belie", "show what cannot all be true in a corpus of news articles");
  puts (".SH SYNOPSIS\n\\fBbelie\\fR \\fIVERB\\fR [\\fIOPTION\\fR…] [\\fIPATH\\fR…]");
  print_prose ("belie");
  puts (".SH VERBS");
  for (const BlVerb *verb = bl_verbs (); verb->name != NULL; verb++)
    {
      g_autofree char *summary = bl_roff_escape (verb->summary);
      printf (".TP\n.BR belie\\-%s (1)\n%s.\n", verb->name, summary);
    }
  print_prose ("surroundings");
}

int
bl_verb_manual (int argc, char **argv)
{
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &words, NULL, "[VERB]" },
    { 0 },
  };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (const BlVerb *verb = bl_verbs (); verb->name != NULL; verb++)
    g_ptr_array_add (names, (gpointer) verb->name);
  g_ptr_array_add (names, NULL);
  bl_option_list_words (argc, argv, (const char *const *) names->pdata);
  if (!bl_options_parse_only (argc, argv,
                              &(BlOptionTable){ .summary = "Prints a manual page: that of belie, or of one verb.\n"
                                                           "\n"
                                                           "  belie manual check | man -l -",
                                                .own = entries }))
    return BL_EXIT_USAGE;
  if (words == NULL || words[0] == NULL)
    {
      print_main_page ();
      return BL_EXIT_CLEAN;
    }
  for (const BlVerb *verb = bl_verbs (); verb->name != NULL; verb++)
    if (strcmp (words[0], verb->name) == 0 && words[1] == NULL)
      {
        print_verb_page (verb);
        return BL_EXIT_CLEAN;
      }
  g_autofree char *what = bl_unknown_word ("verb", words[0], (const char *const *) names->pdata);
  return bl_usage_error ("manual", "%s", words[1] != NULL ? "takes one verb" : what);
}
