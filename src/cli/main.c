/* belie: finds what cannot all be true in a corpus of news articles. This file only dispatches. */
#include "cli/verbs.h"

#include "base/base.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static void
print_help (FILE *out)
{
  fputs ("usage: belie VERB [OPTION…] [PATH…]\n\nbelie finds what cannot all be true in a corpus of news articles.\n\n", out);
  for (const BlVerb *verb = bl_verbs (); verb->name != NULL; verb++)
    fprintf (out, "  %-10s %s\n", verb->name, verb->summary);
  fputs ("\n`belie help VERB` tells more. Exit: 0 nothing found, 1 findings, 2 usage or configuration, 3 partial, 4 stale "
         "baseline.\n",
         out);
}

static const BlVerb *
find_verb (const char *name)
{
  for (const BlVerb *verb = bl_verbs (); verb->name != NULL; verb++)
    if (strcmp (name, verb->name) == 0)
      return verb;
  return NULL;
}

static int
no_verb (const char *word)
{
  if (*word == '-')
    {
      fprintf (stderr, "belie: a verb stands first, and options such as %s behind it; see `belie help`\n", word);
      return BL_EXIT_USAGE;
    }
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (const BlVerb *verb = bl_verbs (); verb->name != NULL; verb++)
    g_ptr_array_add (names, (gpointer) verb->name);
  g_ptr_array_add (names, NULL);
  const char *near = bl_nearest_word (word, (const char *const *) names->pdata);
  g_autofree char *hint = near != NULL                             ? g_strdup_printf ("; did you mean “%s”?", near)
                          : g_file_test (word, G_FILE_TEST_EXISTS) ? g_strdup_printf ("; did you mean `belie check %s`?", word)
                                                                   : g_strdup ("; see `belie help`");
  fprintf (stderr, "belie: there is no verb “%s”%s\n", word, hint);
  return BL_EXIT_USAGE;
}

/* What printf left in its buffer: a full disk must not pass for success. */
static int
finish (int code)
{
  if (fflush (stdout) == 0 || errno == EPIPE)
    return code;
  fprintf (stderr, "belie: standard output: %s\n", g_strerror (errno));
  return BL_EXIT_PARTIAL;
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "");
  signal (SIGPIPE, SIG_IGN); /* `| head` ends our writing, not our exit code */
  if (argc < 2)
    {
      print_help (stderr);
      return BL_EXIT_USAGE;
    }
  if (g_strv_contains ((const char *const[]){ "--help", "-h", "help", NULL }, argv[1]))
    {
      if (argc > 3)
        return bl_usage_error ("help", "takes one verb, “%s” is one more word", argv[3]);
      /* `belie help VERB` is `belie VERB --help`. */
      const BlVerb *verb = argc == 3 ? find_verb (argv[2]) : NULL;
      if (verb != NULL)
        return finish (verb->run (2, (char *[]){ argv[2], (char *) "--help", NULL }));
      if (argc == 3)
        return no_verb (argv[2]);
      print_help (stdout);
      return finish (BL_EXIT_CLEAN);
    }
  if (strcmp (argv[1], "--version") == 0)
    return finish (bl_verb_version (1, argv + 1));

  const BlVerb *verb = find_verb (argv[1]);
  return verb != NULL ? finish (verb->run (argc - 1, argv + 1)) : no_verb (argv[1]);
}
