/* belie: finds what cannot all be true in a corpus of news articles. This file only dispatches. */
#include "cli/cli.h"

#include "base/base.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  const char *name;
  BlVerbFunc run;
  const char *summary;
} Verb;

static const Verb verbs[] = {
  { "check", bl_verb_check, "read articles, compare what they say, print findings" },
  { "report", bl_verb_report, "write the HTML report for editors" },
  { "baseline", bl_verb_baseline, "keep what was decided about findings: create, prune, diff, apply" },
  { "claims", bl_verb_claims, "print the claims of articles as JSON Lines" },
  { "pairs", bl_verb_pairs, "compare two texts a line, JSON Lines in and out" },
  { "explain", bl_verb_explain, "tell what a finding means, or what becomes of two statements" },
  { "sources", bl_verb_sources, "profile the sources: counts with intervals" },
  { "truth", bl_verb_truth, "any table of source, object, attribute, value: which values are probably true" },
  { "rules", bl_verb_rules, "list, check, test, explain, profile, compare or begin rules" },
  { "kb", bl_verb_kb, "look things up in the knowledge base, check it, count it" },
  { "cache", bl_verb_cache, "what is kept between runs: stats, clear" },
  { "version", bl_verb_version, "version and libraries" },
};

int
bl_usage_error (const char *verb, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "belie %s: %s\n", verb, message);
  return BL_EXIT_USAGE;
}

gboolean
bl_print (const char *text, gsize length)
{
  while (length > 0)
    {
      const ssize_t written = write (STDOUT_FILENO, text, length);
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0 && errno == EPIPE)
        return TRUE;
      if (written < 0)
        {
          fprintf (stderr, "belie: standard output: %s\n", g_strerror (errno));
          return FALSE;
        }
      text += written;
      length -= (gsize) written;
    }
  return TRUE;
}

static void
print_help (FILE *out)
{
  fputs ("usage: belie VERB [OPTION…] [PATH…]\n\nbelie finds what cannot all be true in a corpus of news articles.\n\n", out);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    fprintf (out, "  %-9s %s\n", verbs[i].name, verbs[i].summary);
  fputs ("\n`belie VERB --help` tells more. Exit: 0 nothing found, 1 findings, 2 usage or configuration, 3 partial, 4 stale "
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
      print_help (stdout);
      return finish (BL_EXIT_CLEAN);
    }
  if (strcmp (argv[1], "--version") == 0)
    return finish (bl_verb_version (1, argv + 1));

  const char *names[G_N_ELEMENTS (verbs) + 1] = { NULL };
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (strcmp (argv[1], verbs[i].name) == 0)
        return finish (verbs[i].run (argc - 1, argv + 1));
      names[i] = verbs[i].name;
    }
  const char *near = bl_nearest_word (argv[1], names);
  g_autofree char *hint = near != NULL ? g_strdup_printf ("; did you mean “%s”?", near) : g_strdup ("; see `belie help`");
  fprintf (stderr, "belie: there is no verb “%s”%s\n", argv[1], hint);
  return BL_EXIT_USAGE;
}
