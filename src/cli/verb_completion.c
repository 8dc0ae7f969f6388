/* belie completion SHELL: a script made from the tables of verbs and options. */
#include "cli/verbs.h"
#include "command/option_list.h"
#include "command/options.h"

#include <stdio.h>
#include <string.h>

/* Lets a verb print its options. */
static void
print_options (const BlVerb *verb, const char *form)
{
  char *words[] = { (char *) verb->name, (char *) BL_LIST_OPTIONS, (char *) form, NULL };
  verb->run (3, words);
}

static void
print_bash (void)
{
  fputs ("# Bash completion of belie; `belie completion bash` made it.\n"
         "# shellcheck shell=bash disable=SC2207 # no word has a blank\n"
         "_belie ()\n{\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]}\n"
         "  local options='' actions='' words='' takes='' before='' given\n"
         "  COMPREPLY=()\n"
         "  # --format=json comes as three words.\n"
         "  if [[ $current == = ]]; then current=''; elif [[ $previous == = ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
         "  if ((COMP_CWORD == 1)); then\n"
         "    COMPREPLY=($(compgen -W '",
         stdout);
  for (const BlVerb *verb = bl_verbs (); verb->name != NULL; verb++)
    printf ("%s ", verb->name);
  fputs ("help --version' -- \"$current\"))\n    return\n  fi\n  case $verb in\n", stdout);
  for (const BlVerb *verb = bl_verbs (); verb->name != NULL; verb++)
    {
      printf ("    %s)\n", verb->name);
      print_options (verb, "bash");
      puts ("      ;;");
    }
  fputs ("  esac\n"
         "  # A file, or what nobody can guess, is left to the shell.\n"
         "  if [[ $takes == list ]]; then\n"
         "    # Behind the last comma stands one more, and none twice.\n"
         "    words=\" $words \"\n"
         "    if [[ $current == *,* ]]; then before=${current%,*},; fi\n"
         "    for given in ${before//,/ }; do words=${words/ $given / }; done\n"
         "    COMPREPLY=($(compgen -P \"$before\" -W \"$words\" -- \"${current##*,}\"))\n"
         "    compopt -o nospace 2>/dev/null # a comma may follow\n"
         "    return\n"
         "  elif [[ $takes == word ]]; then :\n"
         "  elif [[ -n $takes ]]; then return\n"
         "  elif [[ $current == -* ]]; then words=$options\n"
         "  elif ((COMP_CWORD == 2)); then words=$actions\n"
         "  fi\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "}\n"
         "complete -o bashdefault -o default -F _belie belie\n",
         stdout);
}

static void
print_zsh (void)
{
  fputs ("#compdef belie\n# Zsh completion of belie; `belie completion zsh` made it.\n"
         "_belie () {\n"
         "  local -a verbs\n"
         "  local verb\n"
         "  if ((CURRENT == 2)); then\n"
         "    verbs=(\n",
         stdout);
  for (const BlVerb *verb = bl_verbs (); verb->name != NULL; verb++)
    {
      g_autoptr (GString) summary = g_string_new (verb->summary);
      g_string_replace (summary, ":", "\\:", 0);
      g_string_replace (summary, "'", "'\\''", 0);
      printf ("      '%s:%s'\n", verb->name, summary->str);
    }
  fputs ("    )\n    _describe verb verbs\n    return\n  fi\n"
         "  verb=$words[2]\n"
         "  shift words\n"
         "  ((CURRENT--))\n"
         "  case $verb in\n",
         stdout);
  for (const BlVerb *verb = bl_verbs (); verb->name != NULL; verb++)
    {
      printf ("  %s)\n    _arguments -s \\\n", verb->name);
      print_options (verb, "zsh");
      puts ("    && return 0\n    ;;");
    }
  fputs ("  *) _files ;;\n  esac\n}\n\nif [ \"$funcstack[1]\" = _belie ]; then _belie \"$@\"; else compdef _belie belie; fi\n",
         stdout);
}

static void
print_fish (void)
{
  puts ("# Fish completion of belie; `belie completion fish` made it.");
  for (const BlVerb *verb = bl_verbs (); verb->name != NULL; verb++)
    {
      g_autoptr (GString) summary = g_string_new (verb->summary);
      g_string_replace (summary, "'", "\\'", 0);
      printf ("complete -c belie -n __fish_use_subcommand -f -a %s -d '%s'\n", verb->name, summary->str);
    }
  for (const BlVerb *verb = bl_verbs (); verb->name != NULL; verb++)
    print_options (verb, "fish");
}

int
bl_verb_completion (int argc, char **argv)
{
  static const char *const shells[] = { "bash", "zsh", "fish", NULL };
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &words, NULL, "bash|zsh|fish" },
    { 0 },
  };
  bl_option_list_words (argc, argv, shells);
  if (!bl_options_parse_only (
          argc, argv,
          &(BlOptionTable){
              .summary
              = "Prints a script by which a shell completes the words of belie: its verbs, options and what they take.\n"
                "\n"
                "  bash  source <(belie completion bash)\n"
                "  zsh   belie completion zsh >_belie, in a folder of $fpath\n"
                "  fish  belie completion fish >~/.config/fish/completions/belie.fish",
              .own = entries }))
    return BL_EXIT_USAGE;
  const char *shell = words != NULL && words[0] != NULL ? words[0] : "";
  if (*shell != '\0' && words[1] != NULL)
    return bl_usage_error ("completion", "takes one shell, “%s” is one more word", words[1]);
  if (strcmp (shell, "bash") == 0)
    print_bash ();
  else if (strcmp (shell, "zsh") == 0)
    print_zsh ();
  else if (strcmp (shell, "fish") == 0)
    print_fish ();
  else
    return bl_action_error ("completion", "say for which shell: bash, zsh or fish", shell, shells);
  return BL_EXIT_CLEAN;
}
