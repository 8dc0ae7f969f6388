/* belie check --show-config: what a run would go by, and who said so. */
#include "command/use_settings.h"

#include "pipeline/data.h"

/* The option of each setting, and what holds when nobody says anything, as JSON; NULL: nothing. */
static const struct
{
  const char *option;
  const char *standard;
} usual[BL_N_SETTINGS] = {
  [BL_SETTING_RULES] = { "--rules", "[]" },
  [BL_SETTING_DEFAULT_RULES] = { "--no-default-rules", "true" },
  [BL_SETTING_KNOWLEDGE] = { "--kb", "[]" },
  [BL_SETTING_ONLY] = { "--only", "[]" },
  [BL_SETTING_SKIP] = { "--skip", "[]" },
  [BL_SETTING_MIN_SEVERITY] = { "--min-severity", "\"note\"" },
  [BL_SETTING_MIN_CONFIDENCE] = { "--min-confidence", "0" },
  [BL_SETTING_FAIL_ON] = { "--fail-on", "\"error\"" },
  [BL_SETTING_BASELINE] = { "--baseline", NULL },
  [BL_SETTING_BASELINE_LENIENT] = { "--baseline-lenient", "false" },
  [BL_SETTING_VERDICTS] = { "--verdicts", NULL },
  [BL_SETTING_JOBS] = { "--jobs", "0" },
  [BL_SETTING_CACHE] = { "--no-cache", "true" },
  [BL_SETTING_CACHE_DIR] = { "--cache-dir", NULL },
};

/* Where remarks begin when the line is not longer. */
#define REMARK_COLUMN 40

/* One member of an object, with a remark behind it. */
static void
put_member (GString *out, const char *member, gboolean last, const char *remark)
{
  const gsize begin = out->len;
  g_string_append_printf (out, "%s%s", member, last ? "" : ",");
  const glong width = g_utf8_strlen (out->str + begin, -1);
  g_string_append_printf (out, "%*s// %s\n", width < REMARK_COLUMN ? (int) (REMARK_COLUMN - width) : 1, "", remark);
}

static void
put_list (GString *out, const char *const *list)
{
  g_string_append_c (out, '[');
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      bl_json_write_string (out, list[i]);
    }
  g_string_append_c (out, ']');
}

static void
put_value (GString *out, const BlOptions *options, BlSetting setting)
{
  const gconstpointer member = bl_settings_member (options, setting);
  switch (bl_setting_kind (setting))
    {
    case BL_SETTING_FLAG:
      g_string_append (out, bl_settings_flag (options, setting) ? "true" : "false");
      break;
    case BL_SETTING_COUNT:
      g_string_append_printf (out, "%d", *(const int *) member);
      break;
    case BL_SETTING_PORTION:
      bl_json_write_number (out, *(const double *) member);
      break;
    case BL_SETTING_FILES:
    case BL_SETTING_IDS:
      put_list (out, *(const char *const *const *) member);
      break;
    case BL_SETTING_WORD:
    case BL_SETTING_FILE:
      bl_json_write_string (out, *(const char *const *) member);
      break;
    }
}

/* What the file says of it, when that is what counts; else NULL. */
static const BlSettingValue *
of_file (const BlOptions *options, BlSetting setting)
{
  if (options->said[setting] || options->settings == NULL || !options->settings->values[setting].is_set)
    return NULL;
  return &options->settings->values[setting];
}

static void
put_setting (GString *out, const BlOptions *options, BlSetting setting)
{
  const BlSettingValue *value = of_file (options, setting);
  g_autoptr (GString) member = g_string_new (NULL);
  g_autofree char *remark = NULL;
  g_string_append_printf (member, "  \"%s\": ", bl_setting_name (setting));
  if (options->said[setting])
    remark = g_strdup_printf ("command line: %s", usual[setting].option);
  else if (value != NULL)
    remark = g_strdup_printf ("%s:%u:%u", value->file, value->line, value->column);
  if (remark != NULL)
    put_value (member, options, setting);
  else
    g_string_append (member, usual[setting].standard);
  put_member (out, member->str, FALSE, remark != NULL ? remark : "default");
}

static gboolean
has_value (const BlOptions *options, BlSetting setting)
{
  return options->said[setting] || of_file (options, setting) != NULL || usual[setting].standard != NULL;
}

/* What holds for a file that nobody names. */
static const char *
unset_word (BlSetting setting)
{
  return setting == BL_SETTING_BASELINE   ? "belie-baseline.jsonl beside corpus.json, when it is there"
         : setting == BL_SETTING_VERDICTS ? "belie-verdicts.jsonl beside corpus.json, when it is there"
                                          : "$XDG_CACHE_HOME/belie, or ~/.cache/belie";
}

static void
put_entry (GString *out, const BlPolicyEntry *entry, gboolean last)
{
  g_autoptr (GString) member = g_string_new ("      ");
  bl_json_write_string (member, entry->id);
  g_string_append (member, ": { ");
  if (entry->state != BL_POLICY_UNSAID)
    g_string_append_printf (member, "\"severity\": \"%s\"%s",
                            entry->state == BL_POLICY_OFF  ? "off"
                            : entry->state == BL_POLICY_ON ? "on"
                                                           : bl_severity_name (entry->severity),
                            entry->min_confidence >= 0 ? ", " : "");
  if (entry->min_confidence >= 0)
    {
      g_string_append (member, "\"min-confidence\": ");
      bl_json_write_number (member, entry->min_confidence);
    }
  g_string_append (member, " }");
  g_autofree char *remark = g_strdup_printf ("%s:%u:%u", entry->file, entry->line, entry->column);
  put_member (out, member->str, last, remark);
}

/* Blocks in the order in which the later beats the earlier; one without paths is of all articles. */
static void
put_policy (GString *out, const BlPolicy *policy)
{
  static const char *const everywhere[] = { "**", NULL };
  const GPtrArray *entries = bl_policy_entries (policy);
  g_string_append (out, "  \"overrides\": [");
  for (guint i = 0; i < entries->len; i++)
    {
      const BlPolicyEntry *entry = entries->pdata[i];
      const BlPolicyEntry *before = i > 0 ? entries->pdata[i - 1] : NULL;
      const BlPolicyEntry *next = i + 1 < entries->len ? entries->pdata[i + 1] : NULL;
      if (before == NULL || before->block != entry->block)
        {
          g_string_append (out, "\n    { \"paths\": ");
          put_list (out, entry->paths != NULL ? (const char *const *) entry->paths : everywhere);
          g_string_append (out, ", \"findings\": {\n");
        }
      const gboolean last = next == NULL || next->block != entry->block;
      put_entry (out, entry, last);
      if (last)
        g_string_append (out, next != NULL ? "    } }," : "    } }\n  ");
    }
  g_string_append (out, "]\n");
}

/* What is not in a file: where rules come from, and variables that change what is done. */
static void
put_surroundings (GString *out, const BlOptions *options)
{
  static const char *const variables[]
      = { "BELIE_DATA", "SOURCE_DATE_EPOCH", "XDG_CACHE_HOME", "NO_COLOR", "FORCE_COLOR", NULL };
  for (guint i = 0; variables[i] != NULL; i++)
    if (g_getenv (variables[i]) != NULL)
      g_string_append_printf (out, "// environment: %s=%s\n", variables[i], g_getenv (variables[i]));
  g_autofree char *data = bl_data_dir (NULL);
  if (data != NULL)
    g_string_append_printf (out, "// what ships: %s\n", data);
  const GPtrArray *files = options->settings != NULL ? options->settings->files : NULL;
  if (files == NULL)
    g_string_append (out,
                     options->no_config ? "// settings: none, --no-config\n" : "// settings: there is no belie.json upward\n");
  for (guint i = files != NULL ? files->len : 0; i > 0; i--)
    g_string_append_printf (out, "// settings: %s%s\n", (const char *) files->pdata[i - 1],
                            i < files->len ? ", which is extended" : "");
}

GString *
bl_settings_show (const BlOptions *options)
{
  GString *out = g_string_new (NULL);
  put_surroundings (out, options);
  g_string_append (out, "{\n");
  for (guint i = 0; i < BL_N_SETTINGS; i++)
    if (has_value (options, (BlSetting) i))
      put_setting (out, options, (BlSetting) i);
  for (guint i = 0; i < BL_N_SETTINGS; i++)
    if (!has_value (options, (BlSetting) i))
      g_string_append_printf (out, "  // \"%s\": %s\n", bl_setting_name ((BlSetting) i), unset_word ((BlSetting) i));
  g_autoptr (BlPolicy) none = bl_policy_new ();
  put_policy (out, options->settings != NULL ? options->settings->policy : none);
  g_string_append (out, "}\n");
  return out;
}
