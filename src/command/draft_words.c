#include "command/draft_words.h"

#include "command/command.h"
#include "pipeline/standard_input.h"

#include <string.h>

void
bl_draft_words_clear (BlDraftWords *words)
{
  g_free (words->name);
  g_free (words->source);
  g_free (words->date);
  g_free (words->text);
  memset (words, 0, sizeof *words);
}

/* NULL when the options fit each other; else what is wrong. */
static const char *
mismatch (const BlDraftWords *words, const BlOptions *options, gboolean input)
{
  const guint n = options->paths != NULL ? g_strv_length (options->paths) : 0;
  const gboolean said = words->source != NULL || words->date != NULL;
  if (options->pipeline.against == NULL)
    return input || said || words->name != NULL ? "“-”, --stdin-filename, --source and --date go together with --against CORPUS"
                                                : NULL;
  if (n == 0)
    return "--against CORPUS needs a DRAFT: a file, or “-” for standard input";
  if (words->name != NULL && !input)
    return "--stdin-filename names what “-” reads";
  if (said && n > 1)
    return "--source and --date are of one DRAFT";
  return NULL;
}

gboolean
bl_draft_words_read (BlDraftWords *words, BlOptions *options, const char *verb)
{
  char **paths = options->paths;
  const gboolean input = paths != NULL && g_strv_contains ((const char *const *) paths, "-");
  const char *wrong = mismatch (words, options, input);
  BlCorpusDraft *draft = &options->pipeline.draft;
  if (wrong == NULL && words->date != NULL && !bl_date_parse (words->date, &draft->published))
    wrong = "--date is a day like 2026-03-30";
  if (wrong != NULL)
    {
      bl_usage_error (verb, "%s", wrong);
      return FALSE;
    }
  if (!input && words->source == NULL && words->date == NULL)
    return TRUE;
  g_autoptr (GError) error = NULL;
  words->text = input ? bl_standard_input (BL_LIMIT_ARTICLE_BYTES, &draft->length, &error)
                      : bl_file_read (paths[0], BL_LIMIT_ARTICLE_BYTES, &draft->length, &error);
  if (words->text == NULL)
    {
      bl_usage_error (verb, "%s", error->message);
      return FALSE;
    }
  draft->text = words->text;
  draft->name = !input ? paths[0] : words->name != NULL ? words->name : "draft.txt";
  draft->source = words->source;
  return TRUE;
}
