/* belie rules: reads the command line and dispatches; each action has a file of its own. */
#include "authoring/rules_verbs.h"
#include "cli/verbs.h"
#include "command/option_list.h"

#include <string.h>

/* Options that only some actions take, as bits. */
enum
{
  TAKES_FORMAT = 1 << 0,
  TAKES_TRACE = 1 << 1,
  TAKES_AGAINST = 1 << 2, /* with --claims and --all-data */
  TAKES_SORT = 1 << 3,
  TAKES_NEW = 1 << 4, /* --predicate and --value */
};

typedef struct
{
  const char *name;
  const char *usage; /* its arguments */
  const char *wants; /* the same for messages */
  guint least, most;
  guint takes;
  const char *formats; /* with commas, the first is the default */
  int (*run) (const BlRulesRequest *request);
  const char *help;
} Action;

static const Action actions[] = {
  { "list", "[ID…]", "ids or packs", 0, G_MAXUINT, TAKES_FORMAT, "text,json", bl_rules_list,
    "Lists the rules: id, predicate or finding, severity, title. ID is a rule or a pack.\n"
    "\n"
    "  belie rules list security" },
  { "check", "", "no more words", 0, 0, TAKES_FORMAT, "text,json", bl_rules_check,
    "Remarks on what loads and is probably not meant: fragments and captures that nobody uses, phrases with no\n"
    "rare word to look for, gap after gap, rules that can never be in conflict or repeat another, tests that are\n"
    "missing or there twice.\n"
    "\n"
    "  belie rules check --rules rules\n"
    "\n"
    "Exit: 0 no remarks, 1 remarks, 2 a pack cannot be read." },
  { "test", "[ID…|FILE…]", "ids, packs or files", 0, G_MAXUINT, TAKES_FORMAT, "text,json,tap", bl_rules_test,
    "Runs the tests that rules carry, and the examples of their fragments. ID is a rule or a pack; FILE a pack or\n"
    "a folder of packs, which is loaded too. A “yes” must give the claims it lists, a “no” none, a “conflict” must\n"
    "be found; a “todo” is listed, and fails once it passes. A rule needs a “yes” and a “no”. A failure shows the\n"
    "sentence as patterns read it, the phrase that came nearest and where it stopped, and the claims that were\n"
    "wanted (-) and that came (+).\n"
    "\n"
    "  belie rules test rules/harbour.json\n"
    "  belie rules test harbour/closes-port --rules rules\n"
    "\n"
    "Exit: 0 all passed, 1 some failed, 2 a pack cannot be read." },
  { "explain", "ID", "the id of one rule; `belie rules list` names all", 1, 1, TAKES_TRACE, NULL, bl_rules_explain,
    "What a rule became: its phrases, the PCRE2 they are made into, the words and mentions a sentence must have\n"
    "before it is asked, and how often that is. With --trace: for each sentence that begins on that line of an\n"
    "article, how far each phrase gets and at which element it stops, or what excludes the match.\n"
    "\n"
    "  belie rules explain security/troop-deployment\n"
    "  belie rules explain security/troop-deployment --trace corpus/lumen-wire/2025-08-20-defence-chiefs.txt:9" },
  { "profile", "[PATH…]", "paths", 0, G_MAXUINT, TAKES_FORMAT | TAKES_SORT, "text,json", bl_rules_profile,
    "What each rule costs on a corpus, and what it is good for: how often its phrases were asked about a sentence,\n"
    "how many of these matched, the mean time of a question that matched and of one that did not, the total, claims\n"
    "made, findings they are in. Patterns are compiled before the clock starts; one thread.\n"
    "\n"
    "  belie rules profile corpus --sort findings" },
  { "diff", "[PATH…] --against REV", "paths", 0, G_MAXUINT, TAKES_FORMAT | TAKES_AGAINST, "text,json", bl_rules_diff,
    "What a change of rules does to a corpus: findings that are gained (+), lost (-) and changed (~), each with the\n"
    "rule that did it, then a count. The corpus is the same on both sides, and so is the knowledge. REV is\n"
    "  a git revision  of the repository the nearest rules lie in: those of --rules, else those corpus.json names, else\n"
    "                  the shipped ones. All rules in use that lie there are as they were then; the working tree is\n"
    "                  not touched\n"
    "  a folder or file with packs, in place of the nearest rules\n"
    "  a folder that holds packs/, in place of the shipped rules\n"
    "A rule that was renamed (renamed_from) is no gain and no loss.\n"
    "\n"
    "  belie rules diff corpus --against HEAD\n"
    "  belie rules diff corpus --rules rules --against main --claims --format json\n"
    "\n"
    "Exit: 0 nothing changed, 1 something did, 2 usage, or rules that cannot be read, 3 some input was not read." },
  { "new", "ID [SLOT:TYPE…]", "an id, for example: belie rules new harbour/closes-port who:country place:place", 1, G_MAXUINT,
    TAKES_NEW, NULL, bl_rules_new,
    "Prints a pack to begin with: every key with a comment, and tests that pass. The first slot says who, the\n"
    "others what and where; without slots they are who:country and place:place. TYPE is one of the types of\n"
    "mentions in rules/README.md, or several with “|”. --predicate is what the rule is called in claims; by\n"
    "default the end of the id. --value names the slot that holds the value; by default it is the polarity,\n"
    "whether it is so or not.\n"
    "\n"
    "  belie rules new harbour/closes-port >rules/harbour.json\n"
    "  belie rules new rescue/evacuated who:country place:place count:quantity --value count >rules/rescue.json" },
};

static const Action *
action_named (const char *word)
{
  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (actions); i++)
    if (strcmp (word, actions[i].name) == 0)
      return &actions[i];
  return NULL;
}

static int
no_action (const char *word)
{
  const char *names[G_N_ELEMENTS (actions) + 1] = { NULL };
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    names[i] = actions[i].name;
  return bl_action_error ("rules", "takes list, check, test, explain, profile, diff or new", word, names);
}

static gboolean
format_fits (const char *verb, const Action *action, const char *format)
{
  if (format == NULL)
    return TRUE;
  g_auto (GStrv) formats = g_strsplit (action->formats, ",", -1);
  if (g_strv_contains ((const char *const *) formats, format))
    return TRUE;
  const guint n = g_strv_length (formats);
  g_autoptr (GString) list = g_string_new (formats[0]);
  for (guint i = 1; i < n; i++)
    g_string_append_printf (list, "%s%s", i + 1 < n ? ", " : " or ", formats[i]);
  bl_usage_error (verb, "--format is %s, not “%s”", list->str, format);
  return FALSE;
}

static gboolean
request_fits (const char *verb, const Action *action, const BlRulesRequest *request)
{
  const guint n = g_strv_length (request->words);
  if (n < action->least || n > action->most)
    bl_usage_error (verb, "takes %s", action->wants);
  else if (request->options->format != NULL && (action->takes & TAKES_FORMAT) == 0)
    bl_usage_error (verb, "--format belongs to list, check, test, profile and diff");
  else if (request->trace != NULL && (action->takes & TAKES_TRACE) == 0)
    bl_usage_error (verb, "--trace belongs to `belie rules explain ID`");
  else if (request->sort != NULL && (action->takes & TAKES_SORT) == 0)
    bl_usage_error (verb, "--sort belongs to `belie rules profile`");
  else if ((request->predicate != NULL || request->value != NULL) && (action->takes & TAKES_NEW) == 0)
    bl_usage_error (verb, "--predicate and --value belong to `belie rules new`");
  else if ((request->against != NULL || request->claims || request->all_data) && (action->takes & TAKES_AGAINST) == 0)
    bl_usage_error (verb, "--against, --claims and --all-data belong to `belie rules diff`");
  else
    return format_fits (verb, action, request->options->format);
  return FALSE;
}

/* The general help, or that of one action. Owned by the caller. */
static char *
summary_of (const Action *action)
{
  if (action != NULL)
    return g_strdup_printf ("belie rules %s %s\n\n%s", action->name, action->usage, action->help);
  return g_strdup ("list [ID…]              all rules\n"
                   "check                   remarks on style: unused fragments, captures, missing tests\n"
                   "test [ID…|FILE…]        the tests that rules carry\n"
                   "explain ID              what a rule became: patterns, literals, cost; with --trace, where it stops\n"
                   "profile [PATH…]         what each rule costs on a corpus, the dearest first\n"
                   "diff [PATH…] --against REV\n"
                   "                        findings gained and lost by a change of rules\n"
                   "new ID [SLOT:TYPE…]     a pack to begin with, with comments and tests, on standard output\n"
                   "\n"
                   "`belie rules ACTION --help` tells more of each.");
}

/* Options of other actions are hidden in the help of one, but known: a message says where they belong. */
static void
hide_others (GOptionEntry *entries, guint n, const guint *belongs, const Action *action)
{
  for (guint i = 0; action != NULL && i < n; i++)
    if ((action->takes & belongs[i]) == 0)
      entries[i].flags |= G_OPTION_FLAG_HIDDEN;
}

/* argv[0] is "rules" or, with the action given, "rules ACTION". */
static int
run (const Action *action, int argc, char **argv)
{
  static char *none[] = { NULL };
  g_auto (BlOptions) options = { 0 };
  g_autofree char *trace = NULL;
  g_autofree char *against = NULL;
  g_autofree char *sort = NULL;
  g_autofree char *predicate = NULL;
  g_autofree char *value = NULL;
  BlRulesRequest request = { .options = &options };
  GOptionEntry own[] = {
    { "trace", 0, 0, G_OPTION_ARG_FILENAME, &trace, "explain: how far the rule gets in the sentences that begin there",
      "FILE:LINE" },
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &against, "diff: the rules as they were: a git revision, or a folder or file",
      "REV" },
    { "claims", 0, 0, G_OPTION_ARG_NONE, &request.claims, "diff: also claims that are gained, lost and changed", NULL },
    { "all-data", 0, 0, G_OPTION_ARG_NONE, &request.all_data, "diff: also the lexicons and the knowledge as they were", NULL },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &sort,
      "total, asked, matched, claims, findings or id: by what profile sorts (default: total)", "COLUMN" },
    { "predicate", 0, 0, G_OPTION_ARG_STRING, &predicate, "new: what claims of the rule are called", "WORD" },
    { "value", 0, 0, G_OPTION_ARG_STRING, &value, "new: the slot that holds the value", "SLOT" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, "text, json or tap (default: text; tap: of test)", "FORMAT" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, "" },
    { 0 },
  };
  static const guint belongs[]
      = { TAKES_TRACE, TAKES_AGAINST, TAKES_AGAINST, TAKES_AGAINST, TAKES_SORT, TAKES_NEW, TAKES_NEW, TAKES_FORMAT };
  own[G_N_ELEMENTS (own) - 2].arg_description = action != NULL ? action->usage : "list|check|test|explain|profile|diff|new …";
  hide_others (own, G_N_ELEMENTS (belongs), belongs, action);
  g_autofree char *summary = summary_of (action);
  if (!bl_options_parse (&options, argc, argv, summary, own))
    return BL_EXIT_USAGE;

  char **words = options.paths != NULL ? options.paths : none;
  if (action == NULL && (action = action_named (words[0])) == NULL)
    return no_action (words[0]);
  else if (strcmp (argv[0], "rules") == 0)
    words++;
  request.words = words;
  request.trace = trace;
  request.against = against;
  request.sort = sort;
  request.predicate = predicate;
  request.value = value;
  g_autofree char *verb = g_strdup_printf ("rules %s", action->name);
  return request_fits (verb, action, &request) ? action->run (&request) : BL_EXIT_USAGE;
}

int
bl_verb_rules (int argc, char **argv)
{
  const Action *action = argc > 1 ? action_named (argv[1]) : NULL;
  const char *names[G_N_ELEMENTS (actions) + 1] = { NULL };
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    names[i] = actions[i].name;
  bl_option_list_words (argc, argv, names);
  if (action == NULL)
    return run (NULL, argc, argv);
  g_autofree char *verb = g_strdup_printf ("rules %s", action->name);
  g_autofree char **words = g_memdup2 (argv + 1, (gsize) argc * sizeof *argv);
  words[0] = verb;
  return run (action, argc - 1, words);
}
