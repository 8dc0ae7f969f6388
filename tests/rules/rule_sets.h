/* Rule sets for tests, from text. */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "rules/set.h"

/* Writes text to a file of its own and loads it. NULL with an error when it is wrong; problems may be NULL. */
static inline BlRuleSet *
load_text (const char *text, gsize length, BlProblems *problems, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("belie-rules-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pack.json", NULL);
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  const char *const paths[] = { path, NULL };
  BlRuleSet *set = bl_rule_set_load_with (BL_RULES_DIR, paths, problems, error);
  g_unlink (path);
  g_rmdir (folder);
  return set;
}

/* A pack of one rule "test/rule" with one phrase (or several, "a\", \"b"). */
static inline BlRuleSet *
load_phrase (const char *phrase, const char *more, GError **error)
{
  g_autofree char *text = g_strdup_printf ("{ \"format\": 1, \"pack\": \"test\", \"fragments\": { \"colour\": { \"enum\": { "
                                           "\"red\": [\"red\", \"crimson\"], \"blue\": [\"blue\"] } } },\n"
                                           "  \"rules\": [ { \"id\": \"test/rule\", \"title\": \"t\", \"report\": { "
                                           "\"finding\": \"text/test\", \"message\": \"m\" },\n"
                                           "                 \"phrases\": [\"%s\"] %s } ] }",
                                           phrase, more);
  return load_text (text, strlen (text), NULL, error);
}

/* The same with a regex of one line. */
static inline BlRuleSet *
load_regex (const char *regex, GError **error)
{
  g_autofree char *text = g_strdup_printf ("{ \"format\": 1, \"pack\": \"test\", \"fragments\": { \"colour\": { \"enum\": { "
                                           "\"red\": [\"red\", \"crimson\"], \"blue\": [\"blue\"] } } },\n"
                                           "  \"rules\": [ { \"id\": \"test/rule\", \"title\": \"t\", \"report\": { "
                                           "\"finding\": \"text/test\", \"message\": \"m\" },\n"
                                           "                 \"regex\": [\"%s\"], \"regex_why\": \"w\" } ] }",
                                           regex);
  return load_text (text, strlen (text), NULL, error);
}

/* What must stand in every match of a phrase; vectors in the arena. */
static inline BlFacts
facts_of (const BlPhrase *phrase, BlArena *arena)
{
  BlPhraseTree tree;
  BlFacts facts;
  bl_phrase_read_again (phrase, arena, &tree, &facts);
  return facts;
}

/* "<country> will" with each <type> as a code point of its own, as shadows have it. */
static inline char *
shadow_text (const char *text)
{
  static const char *const types[] = { "person", "country", "org",  "place",    "office", "quantity",
                                       "money",  "percent", "date", "duration", "quote",  "treaty" };
  GString *out = g_string_new (NULL);
  guint index = 0;
  for (; *text != '\0'; text++)
    {
      guint type = 0;
      while (*text == '<' && type < G_N_ELEMENTS (types)
             && !(g_str_has_prefix (text + 1, types[type]) && text[1 + strlen (types[type])] == '>'))
        type++;
      if (*text != '<' || type == G_N_ELEMENTS (types))
        {
          g_string_append_c (out, *text);
          continue;
        }
      g_string_append_unichar (out, bl_shadow_code ((BlMentionType) type, index++));
      text += strlen (types[type]) + 1;
    }
  return g_string_free (out, FALSE);
}
