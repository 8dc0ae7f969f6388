#include "command/option_list.h"

#include "findings/findings.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  const char *verb;
  const char *form;
  const BlOptionTable *table; /* or NULL: only words are listed */
} List;

static gboolean
is_form (const List *list, const char *form)
{
  return strcmp (list->form, form) == 0;
}

gboolean
bl_option_list_asked (int argc, char **argv)
{
  static const char *const forms[] = { "bash", "zsh", "fish", "man", "plain", NULL };
  return argc == 3 && strcmp (argv[1], BL_LIST_OPTIONS) == 0 && g_strv_contains (forms, argv[2]);
}

/* --- what an option takes ----------------------------------------------------------------------------------------- */

static gboolean
takes_file (const GOptionEntry *entry)
{
  return entry->arg == G_OPTION_ARG_FILENAME || entry->arg == G_OPTION_ARG_FILENAME_ARRAY;
}

static gboolean
is_repeated (const GOptionEntry *entry)
{
  return entry->arg == G_OPTION_ARG_STRING_ARRAY || entry->arg == G_OPTION_ARG_FILENAME_ARRAY;
}

/* Several words with commas. */
static gboolean
takes_list (const GOptionEntry *entry)
{
  return g_strcmp0 (entry->arg_description, "ID") == 0 && is_repeated (entry);
}

static gboolean
is_one_word (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_islower (*at) && !g_ascii_isdigit (*at) && *at != '-')
      return FALSE;
  return *text != '\0';
}

static char *
ids_of_findings (void)
{
  GString *ids = g_string_new (NULL);
  const BlFindingKind *kind;
  for (guint i = 0; (kind = bl_finding_kind_at (i)) != NULL; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", kind->id);
  return g_string_free (ids, FALSE);
}

/* "text, json or tap (default: text)" → "text json tap"; NULL when it does not begin with such a list. Owned by the caller. */
static char *
words_of (const List *list, const GOptionEntry *entry)
{
  if (entry->arg == G_OPTION_ARG_NONE || takes_file (entry))
    return NULL;
  if (takes_list (entry))
    return ids_of_findings ();
  if (g_strcmp0 (list->table->choice, entry->long_name) == 0)
    return g_strjoinv (" ", (char **) list->table->choices);
  g_autofree char *begin = g_strndup (entry->description, strcspn (entry->description, "(:"));
  g_auto (GStrv) halves = g_strsplit (g_strchomp (begin), " or ", 2);
  if (halves[0] == NULL || halves[1] == NULL || !is_one_word (halves[1]))
    return NULL;
  g_auto (GStrv) words = g_strsplit (halves[0], ", ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (!is_one_word (words[i]))
      return NULL;
  g_autofree char *joined = g_strjoinv (" ", words);
  return g_strdup_printf ("%s %s", joined, halves[1]);
}

/* --- quoting ------------------------------------------------------------------------------------------------------ */

/* For single quotes of bash and zsh; in zsh what ends a description is escaped too. Owned by the caller. */
static char *
quote (const char *text, const char *escaped)
{
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\'')
        g_string_append (out, "'\\''");
      else
        {
          if (strchr (escaped, *at) != NULL)
            g_string_append_c (out, '\\');
          g_string_append_c (out, *at);
        }
    }
  return g_string_free (out, FALSE);
}

/* For single quotes of fish. Owned by the caller. */
static char *
quote_fish (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    g_string_append_printf (out, "%s%c", *at == '\'' || *at == '\\' ? "\\" : "", *at);
  return g_string_free (out, FALSE);
}

char *
bl_roff_escape (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    {
      const gboolean first = at == text || at[-1] == '\n';
      if (first && (*at == '.' || *at == '\''))
        g_string_append (out, "\\&");
      if (*at == '\\')
        g_string_append (out, "\\e");
      else if (*at == '-')
        g_string_append (out, "\\-");
      else if (*at == '`' || *at == '\'' || *at == '^' || *at == '~' || *at == '"')
        g_string_append (out, *at == '`'    ? "\\(ga"
                              : *at == '\'' ? "\\(aq"
                              : *at == '^'  ? "\\(ha"
                              : *at == '~'  ? "\\(ti"
                                            : "\\(dq");
      else
        g_string_append_c (out, *at);
    }
  return g_string_free (out, FALSE);
}

/* --- one option --------------------------------------------------------------------------------------------------- */

static void
print_bash (const List *list, const GOptionEntry *entry)
{
  if (entry->short_name != 0)
    printf ("      options+=' -%c'\n", entry->short_name);
  printf ("      options+=' --%s'\n", entry->long_name);
  if (entry->arg == G_OPTION_ARG_NONE)
    return;
  g_autofree char *words = words_of (list, entry);
  g_autofree char *both = entry->short_name != 0 ? g_strdup_printf ("-%c | ", entry->short_name) : g_strdup ("");
  printf ("      case $previous in %s--%s) takes=%s words='%s' ;; esac\n", both, entry->long_name,
          takes_list (entry)   ? "list"
          : words != NULL      ? "word"
          : takes_file (entry) ? "file"
                               : "other",
          words != NULL ? words : "");
}

static void
print_zsh (const List *list, const GOptionEntry *entry)
{
  g_autofree char *words = words_of (list, entry);
  g_autofree char *described = quote (entry->description, "[]\\");
  const gboolean argument = entry->arg != G_OPTION_ARG_NONE;
  const char *star = is_repeated (entry) ? "*" : "";
  g_autofree char *name = entry->short_name != 0 ? g_strdup_printf ("'%s'{-%c,--%s%s}'", star, entry->short_name,
                                                                    entry->long_name, argument ? "=" : "")
                                                 : g_strdup_printf ("'%s--%s%s", star, entry->long_name, argument ? "=" : "");
  printf ("    %s[%s]", name, described);
  if (argument)
    {
      g_autofree char *what = quote (entry->arg_description != NULL ? entry->arg_description : "VALUE", ":\\");
      if (takes_list (entry))
        printf (":%s:_values -s , %s %s", what, what, words);
      else if (words != NULL)
        printf (":%s:(%s)", what, words);
      else
        printf (":%s:%s", what, takes_file (entry) ? "_files" : " ");
    }
  puts ("' \\");
}

static void
print_fish (const List *list, const GOptionEntry *entry)
{
  g_autofree char *words = words_of (list, entry);
  g_autofree char *described = quote_fish (entry->description);
  printf ("complete -c belie -n '__fish_seen_subcommand_from %s' -l %s", list->verb, entry->long_name);
  if (entry->short_name != 0)
    printf (" -s %c", entry->short_name);
  if (takes_file (entry))
    fputs (" -r -F", stdout);
  else if (entry->arg != G_OPTION_ARG_NONE)
    fputs (" -x", stdout);
  if (takes_list (entry))
    {
      g_auto (GStrv) one = g_strsplit (words, " ", -1);
      g_autofree char *joined = g_strjoinv (",", one);
      printf (" -a '(__fish_complete_list , \"string split , %s\")'", joined);
    }
  else if (words != NULL)
    printf (" -a '%s'", words);
  printf (" -d '%s'\n", described);
}

static void
print_man (const GOptionEntry *entry)
{
  g_autofree char *name = bl_roff_escape (entry->long_name);
  g_autofree char *described = bl_roff_escape (entry->description);
  g_autofree char *what = bl_roff_escape (entry->arg_description != NULL ? entry->arg_description : "");
  puts (".TP");
  if (entry->short_name != 0)
    printf ("\\fB\\-%c\\fR, ", entry->short_name);
  printf ("\\fB\\-\\-%s\\fR", name);
  if (*what != '\0')
    printf ("=\\fI%s\\fR", what);
  printf ("\n%s.\n", described);
}

static void
print_entry (const List *list, const GOptionEntry *entry)
{
  if (is_form (list, "bash"))
    print_bash (list, entry);
  else if (is_form (list, "zsh"))
    print_zsh (list, entry);
  else if (is_form (list, "fish"))
    print_fish (list, entry);
  else if (is_form (list, "man"))
    print_man (entry);
  else
    {
      g_autofree char *words = words_of (list, entry);
      printf ("--%s\t%s\t%s\n", entry->long_name, entry->arg_description != NULL ? entry->arg_description : "",
              words != NULL ? words : "");
    }
}

/* --- all of them -------------------------------------------------------------------------------------------------- */

void
bl_option_list_words (int argc, char **argv, const char *const *words)
{
  if (!bl_option_list_asked (argc, argv))
    return;
  const List list = { .verb = argv[0], .form = argv[2] };
  g_autofree char *joined = g_strjoinv (" ", (char **) words);
  if (is_form (&list, "bash"))
    printf ("      actions='%s'\n", joined);
  else if (is_form (&list, "zsh"))
    printf ("    '1:action:(%s)' \\\n", joined);
  else if (is_form (&list, "fish"))
    printf ("complete -c belie -n '__fish_seen_subcommand_from %s; and not __fish_seen_subcommand_from %s' -a '%s'\n",
            list.verb, joined, joined);
  else if (is_form (&list, "plain"))
    printf ("%s\n", joined);
}

/* A line that is set out in columns is left as it is; others are paragraphs. */
static void
print_section (const char *title, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  printf (".SH %s\n", title);
  gboolean columns = FALSE;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = bl_roff_escape (lines[i]);
      const gboolean set = strstr (lines[i], "  ") != NULL || (columns && *lines[i] != '\0');
      if (set != columns)
        puts (set ? ".nf" : ".fi");
      columns = set;
      if (*line == '\0')
        puts (".PP");
      else
        puts (line);
      if (!set && *line != '\0' && lines[i + 1] != NULL && *lines[i + 1] != '\0')
        puts (".br");
    }
  if (columns)
    puts (".fi");
}

static const GOptionEntry *
remaining_of (const GOptionEntry *entries)
{
  for (; entries != NULL && entries->long_name != NULL; entries++)
    if (*entries->long_name == '\0')
      return entries;
  return NULL;
}

static void
print_table (const List *list, const GOptionEntry *entries)
{
  for (; entries != NULL && entries->long_name != NULL; entries++)
    if (*entries->long_name != '\0' && (entries->flags & G_OPTION_FLAG_HIDDEN) == 0)
      print_entry (list, entries);
}

gboolean
bl_option_list_print (int argc, char **argv, const BlOptionTable *table)
{
  static const GOptionEntry help
      = { "help", 'h', 0, G_OPTION_ARG_NONE, NULL, "Tell what the verb does, and its options", NULL };
  if (!bl_option_list_asked (argc, argv))
    return FALSE;
  const List list = { .verb = argv[0], .form = argv[2], .table = table };
  const GOptionEntry *own = remaining_of (table->own);
  const GOptionEntry *remaining = own != NULL ? own : remaining_of (table->common);
  if (is_form (&list, "man"))
    {
      g_autofree char *words = bl_roff_escape (remaining != NULL ? remaining->arg_description : "");
      printf (".SH SYNOPSIS\n\\fBbelie %s\\fR [\\fIOPTION\\fR…] %s\n", list.verb, words);
      print_section ("DESCRIPTION", table->summary);
      puts (".SH OPTIONS");
    }
  print_table (&list, table->own);
  print_table (&list, table->common);
  print_entry (&list, &help);
  if (is_form (&list, "man") && table->description != NULL)
    print_section ("NOTES", table->description);
  if (remaining != NULL && is_form (&list, "zsh"))
    puts ("    '*:path:_files' \\");
  return TRUE;
}
