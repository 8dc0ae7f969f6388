#include "command/use_settings.h"

#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* Where the options keep each setting. */
static const struct
{
  gsize offset;
  gboolean reversed; /* a flag that says the opposite */
} places[BL_N_SETTINGS] = {
  [BL_SETTING_RULES] = { offsetof (BlOptions, pipeline.rules), FALSE },
  [BL_SETTING_DEFAULT_RULES] = { offsetof (BlOptions, pipeline.no_default_rules), TRUE },
  [BL_SETTING_KNOWLEDGE] = { offsetof (BlOptions, pipeline.knowledge), FALSE },
  [BL_SETTING_ONLY] = { offsetof (BlOptions, pipeline.only), FALSE },
  [BL_SETTING_SKIP] = { offsetof (BlOptions, pipeline.skip), FALSE },
  [BL_SETTING_MIN_SEVERITY] = { offsetof (BlOptions, min_severity), FALSE },
  [BL_SETTING_MIN_CONFIDENCE] = { offsetof (BlOptions, pipeline.min_confidence), FALSE },
  [BL_SETTING_FAIL_ON] = { offsetof (BlOptions, fail_on), FALSE },
  [BL_SETTING_BASELINE] = { offsetof (BlOptions, pipeline.baseline), FALSE },
  [BL_SETTING_BASELINE_LENIENT] = { offsetof (BlOptions, baseline_lenient), FALSE },
  [BL_SETTING_VERDICTS] = { offsetof (BlOptions, pipeline.verdicts), FALSE },
  [BL_SETTING_JOBS] = { offsetof (BlOptions, pipeline.jobs), FALSE },
  [BL_SETTING_CACHE] = { offsetof (BlOptions, pipeline.no_cache), TRUE },
  [BL_SETTING_CACHE_DIR] = { offsetof (BlOptions, pipeline.cache_dir), FALSE },
};

#define MEMBER(options, setting, type) (*(type *) ((char *) (options) + places[setting].offset))

/* No user can mean these. */
#define UNSAID_FLAG -1
#define UNSAID_COUNT G_MININT

static gboolean
is_said (const BlOptions *options, BlSetting setting)
{
  switch (bl_setting_kind (setting))
    {
    case BL_SETTING_FLAG:
      return MEMBER (options, setting, gboolean) != UNSAID_FLAG;
    case BL_SETTING_COUNT:
      return MEMBER (options, setting, int) != UNSAID_COUNT;
    case BL_SETTING_PORTION:
      return !isnan (MEMBER (options, setting, double));
    default:
      return MEMBER (options, setting, gpointer) != NULL;
    }
}

void
bl_settings_prepare (BlOptions *options)
{
  for (guint i = 0; i < BL_N_SETTINGS; i++)
    switch (bl_setting_kind ((BlSetting) i))
      {
      case BL_SETTING_FLAG:
        MEMBER (options, i, gboolean) = UNSAID_FLAG;
        break;
      case BL_SETTING_COUNT:
        MEMBER (options, i, int) = UNSAID_COUNT;
        break;
      case BL_SETTING_PORTION:
        MEMBER (options, i, double) = NAN;
        break;
      default:
        break;
      }
}

/* Gives an option that the command line left unsaid the value of the file, or without one (NULL) the usual one. */
static void
set (BlOptions *options, BlSetting setting, const BlSettingValue *value)
{
  switch (bl_setting_kind (setting))
    {
    case BL_SETTING_FLAG:
      MEMBER (options, setting, gboolean) = value != NULL && value->flag != places[setting].reversed;
      break;
    case BL_SETTING_COUNT:
      MEMBER (options, setting, int) = value != NULL ? (int) value->number : 0;
      break;
    case BL_SETTING_PORTION:
      MEMBER (options, setting, double) = value != NULL ? value->number : 0;
      break;
    case BL_SETTING_WORD:
    case BL_SETTING_FILE:
      MEMBER (options, setting, char *) = value != NULL ? g_strdup (value->word) : NULL;
      break;
    case BL_SETTING_FILES:
    case BL_SETTING_IDS:
      /* An empty list of --only would be one that nothing is in. */
      MEMBER (options, setting, GStrv) = value != NULL && value->list[0] != NULL ? g_strdupv (value->list) : NULL;
      break;
    }
}

/* Where the search for the file begins: at the corpus, with a draft too; words that are no path lead nowhere. */
static const char *
begin_of_search (const BlOptions *options)
{
  const guint n = options->paths != NULL ? g_strv_length (options->paths) : 0;
  const char *path = options->pipeline.against != NULL ? options->pipeline.against
                     : options->first_path < n         ? options->paths[options->first_path]
                                                       : ".";
  return g_file_test (path, G_FILE_TEST_EXISTS) ? path : ".";
}

static gboolean
load (BlOptions *options)
{
  g_autofree char *file = options->no_config        ? NULL
                          : options->config != NULL ? g_strdup (options->config)
                                                    : bl_settings_find_upward (begin_of_search (options));
  if (file == NULL)
    return TRUE;
  g_autoptr (GError) error = NULL;
  options->settings = bl_settings_load (file, &error);
  if (options->settings != NULL)
    return TRUE;
  const char *excerpt = bl_json_error_excerpt (error);
  fprintf (stderr, "%s%s%s\n", error->message, excerpt != NULL ? "\n" : "", excerpt != NULL ? excerpt : "");
  return FALSE;
}

gboolean
bl_settings_use (BlOptions *options)
{
  const gboolean loaded = load (options);
  for (guint i = 0; i < BL_N_SETTINGS; i++)
    {
      const BlSettingValue *value = options->settings != NULL ? &options->settings->values[i] : NULL;
      options->said[i] = is_said (options, (BlSetting) i);
      if (!options->said[i])
        set (options, (BlSetting) i, value != NULL && value->is_set ? value : NULL);
      else if (bl_setting_kind ((BlSetting) i) == BL_SETTING_FLAG)
        MEMBER (options, i, gboolean) = MEMBER (options, i, gboolean) != 0;
    }
  if (options->settings == NULL)
    return loaded;
  options->pipeline.policy = options->settings->policy;
  if (options->said[BL_SETTING_MIN_CONFIDENCE])
    bl_policy_drop_confidences (options->settings->policy);
  return TRUE;
}

gboolean
bl_settings_flag (const BlOptions *options, BlSetting setting)
{
  return MEMBER (options, setting, gboolean) != places[setting].reversed;
}

gconstpointer
bl_settings_member (const BlOptions *options, BlSetting setting)
{
  return (const char *) options + places[setting].offset;
}
