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
      /* `belie help VERB` is `belie VERB --help`. */
      for (const BlVerb *verb = bl_verbs (); argc == 3 && verb->name != NULL; verb++)
        if (strcmp (argv[2], verb->name) == 0)
          return finish (verb->run (2, (char *[]){ argv[2], (char *) "--help", NULL }));
      print_help (stdout);
      return finish (BL_EXIT_CLEAN);
    }
  if (strcmp (argv[1], "--version") == 0)
    return finish (bl_verb_version (1, argv + 1));

  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (const BlVerb *verb = bl_verbs (); verb->name != NULL; verb++)
    {
      if (strcmp (argv[1], verb->name) == 0)
        return finish (verb->run (argc - 1, argv + 1));
      g_ptr_array_add (names, (gpointer) verb->name);
    }
  g_ptr_array_add (names, NULL);
  const char *near = bl_nearest_word (argv[1], (const char *const *) names->pdata);
  g_autofree char *hint = near != NULL ? g_strdup_printf ("; did you mean “%s”?", near) : g_strdup ("; see `belie help`");
  fprintf (stderr, "belie: there is no verb “%s”%s\n", argv[1], hint);
  return BL_EXIT_USAGE;
}
