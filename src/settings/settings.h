/* belie.json: how a repository wants to be checked.
 *
 *   { "extends": "../house.json", "fail-on": "warning", "rules": ["rules"],
 *     "findings": { "text": "off", "number/conflict": { "severity": "warning", "min-confidence": 0.8 } },
 *     "overrides": [ { "paths": ["archive/2019"], "findings": { "date": "off" } } ] }
 *
 * One file counts: the nearest upward. It takes over from another only what it names under "extends"; there a setting that both have
 * is that of the file that extends, lists too, and of entries on findings each says what the later one leaves unsaid. Paths are
 * relative to the folder of the file they stand in. */
#pragma once

#include "findings/policy.h"

#define BL_SETTINGS_NAME "belie.json"

typedef enum
{
  BL_SETTING_WORD,    /* one of some words */
  BL_SETTING_FLAG,    /* true or false */
  BL_SETTING_COUNT,   /* a whole number from 0 */
  BL_SETTING_PORTION, /* from 0 to 1 */
  BL_SETTING_FILE,
  BL_SETTING_FILES, /* a list of files and folders */
  BL_SETTING_IDS,   /* a list of findings or groups of them */
} BlSettingKind;

/* In the order in which --show-config prints them. */
typedef enum
{
  BL_SETTING_RULES,
  BL_SETTING_DEFAULT_RULES,
  BL_SETTING_KNOWLEDGE,
  BL_SETTING_ONLY,
  BL_SETTING_SKIP,
  BL_SETTING_MIN_SEVERITY,
  BL_SETTING_MIN_CONFIDENCE,
  BL_SETTING_FAIL_ON,
  BL_SETTING_BASELINE,
  BL_SETTING_BASELINE_LENIENT,
  BL_SETTING_VERDICTS,
  BL_SETTING_JOBS,
  BL_SETTING_CACHE,
  BL_SETTING_CACHE_DIR,
  BL_N_SETTINGS,
} BlSetting;

/* "fail-on": its key in the file. */
const char *bl_setting_name (BlSetting setting);
BlSettingKind bl_setting_kind (BlSetting setting);

/* What one is set to, and where. */
typedef struct
{
  gboolean is_set;
  char *word; /* of a word or file; files as the program may open them */
  GStrv list; /* of files and ids */
  double number;
  gboolean flag;
  char *file;
  guint line, column;
} BlSettingValue;

typedef struct
{
  BlSettingValue values[BL_N_SETTINGS];
  BlPolicy *policy;
  GPtrArray
      *files; /* char *: what was read, as the user knows it, what is extended first; the last is the one that was found */
} BlSettings;

/* The belie.json nearest to path upward (path need not exist), or NULL. Owned by the caller, as bl_file_take_near()
 * writes it. */
char *bl_settings_find_upward (const char *path);

/* Reads a file and what it extends. NULL and an error "FILE:LINE:COLUMN: what" when anything in it is wrong. Whether names of rules
 * exist is for bl_policy_check(). */
BlSettings *bl_settings_load (const char *path, GError **error);
void bl_settings_free (BlSettings *settings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlSettings, bl_settings_free)
