/* Private to src/rules: reading packs into a rule set. */
#pragma once

#include "rules/set.h"

typedef struct
{
  BlReader base; /* its json is that of file */
  BlRuleSet *set;
  BlRuleFile *file; /* the one being read */
  BlArena *facts;   /* of phrases; goes when the prefilter is made */
} BlRuleReader;

/* From now on the file is the one being read. */
void bl_rules_enter (BlRuleReader *reader, BlRuleFile *file);

/* About a value, with a code of its own; about what a phrase has wrong, at its place inside of the string. Takes fault->what. */
void bl_rules_fail (BlRuleReader *reader, BlRulesErrorCode code, const cJSON *item, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void bl_rules_fail_inside (BlRuleReader *reader, const cJSON *string, BlPhraseFault *fault);

/* pack_read.c: the parts of a pack, in this order for all packs: names of packs and fragments, phrases of fragments, rules.
 * Rules are appended to rules (of BlRuleEntry). */
void bl_rules_read_pack (BlRuleReader *reader);
void bl_rules_read_fragments (BlRuleReader *reader);
void bl_rules_read_rules (BlRuleReader *reader, GPtrArray *rules);

/* rule_read.c. NULL when the entry has no id. */
BlRuleEntry *bl_rules_read_rule (BlRuleReader *reader, const cJSON *item);

/* claim_read.c: what a rule claims or reports; its phrases have been read. */
void bl_rules_read_claim (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *item);
void bl_rules_read_report (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *item);
void bl_rules_read_severity (BlRuleReader *reader, BlRule *rule, const cJSON *severity, const cJSON *confidence);

/* Whether text is "pack/rule": small letters, digits and "-", with a slash between. */
gboolean bl_rules_is_id (const char *text);

/* phrases_read.c: phrases, regex and unless of a rule. */
void bl_rules_read_phrases (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *list);
void bl_rules_read_regex (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *lines);
void bl_rules_read_unless (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *list);

/* test_read.c: appends to set->tests. */
void bl_rules_read_tests (BlRuleReader *reader, const BlRuleEntry *rule, const cJSON *list);
