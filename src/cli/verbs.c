#include "cli/verbs.h"

const BlVerb *
bl_verbs (void)
{
  static const BlVerb verbs[] = {
    { "check", bl_verb_check, "read articles, compare what they say, print findings" },
    { "report", bl_verb_report, "write the HTML report for editors" },
    { "init", bl_verb_init, "make a folder of articles ready to be checked: settings, a first rule, a workflow" },
    { "baseline", bl_verb_baseline, "keep what was decided about findings: create, prune, diff, apply" },
    { "claims", bl_verb_claims, "print the claims of articles as JSON Lines" },
    { "pairs", bl_verb_pairs, "compare two texts a line, JSON Lines in and out" },
    { "explain", bl_verb_explain, "tell what a finding means, or what becomes of two statements" },
    { "sources", bl_verb_sources, "profile the sources: counts with intervals" },
    { "truth", bl_verb_truth, "any table of source, object, attribute, value: which values are probably true" },
    { "rules", bl_verb_rules, "list, check, test, explain, profile, compare or begin rules" },
    { "kb", bl_verb_kb, "look things up in the knowledge base, check it, count it" },
    { "cache", bl_verb_cache, "what is kept between runs: stats, clear" },
    { "completion", bl_verb_completion, "print a script that completes the words of belie: bash, zsh, fish" },
    { "manual", bl_verb_manual, "print a manual page, for `man -l -`" },
    { "version", bl_verb_version, "version, libraries, and hashes of rules and knowledge" },
    { NULL, NULL, NULL },
  };
  return verbs;
}
