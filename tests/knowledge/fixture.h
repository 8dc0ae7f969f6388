/* What the tests of this room share. */
#pragma once

#include "knowledge/knowledge.h"
#include "knowledge/names.h"

#define FIXTURES BL_TESTS_DIR "/knowledge/fixtures/"

static inline BlKnowledge *
load_folders (const char *first, const char *second)
{
  const char *paths[] = { first, second, NULL };
  g_autoptr (GError) error = NULL;
  BlKnowledge *kb = bl_knowledge_load (paths, NULL, &error);
  g_assert_no_error (error);
  return kb;
}

static inline BlKnowledge *
load_good (void)
{
  return load_folders (FIXTURES "good/knowledge", NULL);
}

/* With the edit costs that are shipped. */
static inline BlKnowledge *
load_good_with_costs (void)
{
  return load_folders (FIXTURES "good/knowledge", BL_RULES_DIR "/lexicon/name-costs.json");
}

static inline BlDateRange
day (const char *text)
{
  BlDate date;
  g_assert_true (bl_date_parse (text, &date));
  return bl_date_range (date);
}

static inline BlDateRange
days (const char *from, const char *to)
{
  return (BlDateRange){ .first = day (from).first, .last = day (to).last, .known = TRUE };
}

/* All problems, one a line, with the folder cut off. */
static inline char *
list_problems (BlProblems *problems, const char *folder)
{
  GString *lines = g_string_new (NULL);
  const GPtrArray *list = bl_problems_list (problems);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *line = bl_problem_format (g_ptr_array_index (list, i));
      g_string_append (lines, g_str_has_prefix (line, folder) ? line + strlen (folder) : line);
      g_string_append_c (lines, '\n');
    }
  return g_string_free (lines, FALSE);
}
