#include "corpus/glob.h"

#include <string.h>

/* One name against one part of a pattern. The usual walk with one point to go back to: only the last star matters,
 * so hostile patterns cost at most the product of the lengths. */
static gboolean
name_matches (const char *pattern, const char *name)
{
  const char *star = NULL;
  const char *resume = NULL;
  while (*name != '\0')
    {
      if (*pattern == '*')
        {
          star = pattern++;
          resume = name;
        }
      else if (*pattern != '\0' && (*pattern == '?' || g_utf8_get_char (pattern) == g_utf8_get_char (name)))
        {
          pattern = g_utf8_next_char (pattern);
          name = g_utf8_next_char (name);
        }
      else if (star != NULL)
        {
          pattern = star + 1;
          resume = g_utf8_next_char (resume);
          name = resume;
        }
      else
        return FALSE;
    }
  while (*pattern == '*')
    pattern++;
  return *pattern == '\0';
}

/* The same walk over whole names, with "**" as the star. TRUE too when the pattern ends before the path does: the pattern
 * then names a folder above. */
static gboolean
parts_match (char **pattern, char **path)
{
  char **star = NULL;
  char **resume = NULL;
  while (*path != NULL)
    {
      if (*pattern != NULL && strcmp (*pattern, "**") == 0)
        {
          star = pattern++;
          resume = path;
          if (*pattern == NULL)
            return TRUE;
        }
      else if (*pattern != NULL && name_matches (*pattern, *path))
        {
          pattern++;
          path++;
          if (*pattern == NULL)
            return TRUE;
        }
      else if (star != NULL)
        {
          pattern = star + 1;
          path = ++resume;
        }
      else
        return FALSE;
    }
  return FALSE;
}

gboolean
bl_glob_covers (const char *pattern, const char *path)
{
  g_autofree char *trimmed = g_strdup (g_str_has_prefix (pattern, "./") ? pattern + 2 : pattern);
  gsize length = strlen (trimmed);
  while (length > 0 && trimmed[length - 1] == '/')
    trimmed[--length] = '\0';
  if (length == 0)
    return FALSE;

  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  if (strchr (trimmed, '/') != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (trimmed[0] == '/' ? trimmed + 1 : trimmed, "/", -1);
      return parts_match (parts, names);
    }
  for (char **name = names; *name != NULL; name++)
    if (name_matches (trimmed, *name))
      return TRUE;
  return FALSE;
}

gboolean
bl_glob_any_covers (const char *const *patterns, const char *path)
{
  for (; patterns != NULL && *patterns != NULL; patterns++)
    if (bl_glob_covers (*patterns, path))
      return TRUE;
  return FALSE;
}
