#include "knowledge/name_fold.h"

#include <string.h>

#include "knowledge/names.h"
#include "text/fold.h"

/* One way to write a sound; "^" and "$" in from mean the ends of the token. */
typedef struct
{
  const char *from;
  const char *to;
} Spelling;

/* By first letter, longest first: what stands first wins. What has no line here stands for itself. */
static const Spelling *const spellings[26] = {
  ['b' - 'a'] = (const Spelling[]){ { "bh", "b" }, { 0 } },
  ['c' - 'a'] = (const Spelling[]){ { "chtch", "S" },
                                    { "cz", "C" },
                                    { "ch", "C" },
                                    { "ck", "k" },
                                    { "ce", "se" },
                                    { "ci", "si" },
                                    { "cy", "si" },
                                    { "c", "k" },
                                    { 0 } },
  ['d' - 'a'] = (const Spelling[]){ { "dzh", "Z" },
                                    { "dz", "z" },
                                    { "dj", "Z" },
                                    { "dgi", "Zi" },
                                    { "dge", "Ze" },
                                    { "dh", "d" },
                                    { "dt", "t" },
                                    { 0 } },
  ['g' - 'a'] = (const Spelling[]){ { "gue$", "g" }, { "gh", "g" }, { 0 } },
  ['j' - 'a'] = (const Spelling[]){ { "j", "i" }, { 0 } },
  ['k' - 'a'] = (const Spelling[]){ { "kh", "h" }, { 0 } },
  ['o' - 'a'] = (const Spelling[]){ { "ou", "u" }, { "oo", "u" }, { "oe", "o" }, { 0 } },
  ['p' - 'a'] = (const Spelling[]){ { "ph", "f" }, { 0 } },
  ['q' - 'a'] = (const Spelling[]){ { "que$", "k" }, { "qu", "k" }, { "q", "k" }, { 0 } },
  ['r' - 'a'] = (const Spelling[]){ { "rh", "r" }, { 0 } },
  ['s' - 'a'] = (const Spelling[]){ { "schtsch", "S" },
                                    { "shtch", "S" },
                                    { "stsch", "S" },
                                    { "shch", "S" },
                                    { "szcz", "S" },
                                    { "sch", "S" },
                                    { "sh", "S" },
                                    { "sz", "S" },
                                    { 0 } },
  ['t' - 'a'] = (const Spelling[]){ { "tsch", "C" }, { "tch", "C" }, { "tz", "z" }, { "ts", "z" }, { "th", "t" }, { 0 } },
  ['u' - 'a'] = (const Spelling[]){ { "ue", "u" }, { 0 } },
  ['w' - 'a'] = (const Spelling[]){ { "wh", "v" }, { "w", "v" }, { 0 } },
  ['x' - 'a'] = (const Spelling[]){ { "^x", "s" }, { "x", "ks" }, { 0 } },
  ['y' - 'a'] = (const Spelling[]){ { "y", "i" }, { 0 } },
  ['z' - 'a'] = (const Spelling[]){ { "zh", "Z" }, { 0 } },
};

/* How many letters of text the spelling takes; 0 when it is not there. */
static gsize
match (const char *text, const char *from, gboolean at_start)
{
  gsize i = 0;
  if (*from == '^' && !at_start)
    return 0;
  from += *from == '^';
  for (; from[i] != '\0' && from[i] != '$'; i++)
    if (text[i] != from[i])
      return 0;
  return from[i] == '$' && text[i] != '\0' ? 0 : i;
}

static gsize
sound_of (const char *text, gboolean at_start, const char **sound)
{
  const Spelling *spelling = *text >= 'a' && *text <= 'z' ? spellings[*text - 'a'] : NULL;
  for (; spelling != NULL && spelling->from != NULL; spelling++)
    {
      gsize taken = match (text, spelling->from, at_start);
      if (taken > 0)
        {
          *sound = spelling->to;
          return taken;
        }
    }
  *sound = NULL;
  return 1;
}

static gboolean
is_vowel (char c)
{
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* Doubled sounds once; "i" before another vowel is a glide that some spellings write and others do not (Fadzayev, Fadzaev,
 * Maria, Mariya), but at the start it stays before all but e (Yana is not Ana; Yelena is Elena). */
static guint
put (char *out, guint length, char sound)
{
  if (length > 0 && out[length - 1] == sound)
    return length;
  if (length > 0 && out[length - 1] == 'i' && is_vowel (sound) && (length > 1 || sound == 'e'))
    {
      length--;
      if (length > 0 && out[length - 1] == sound)
        return length;
    }
  if (length + 1 < BL_NAME_CLASS_MAX)
    out[length++] = sound;
  return length;
}

guint
bl_name_fold_class (const char *token, char *out)
{
  guint length = 0;
  while (*token != '\0')
    {
      const char *sound = NULL;
      gsize taken = sound_of (token, length == 0, &sound);
      if (sound == NULL)
        length = put (out, length, *token);
      for (; sound != NULL && *sound != '\0'; sound++)
        length = put (out, length, *sound);
      token += taken;
    }
  out[length] = '\0';
  return length;
}

char *
bl_name_class (const char *token)
{
  char name_class[BL_NAME_CLASS_MAX];
  g_autofree char *folded = bl_fold_letters (token, -1);
  bl_name_fold_class (folded, name_class);
  return g_strdup (name_class);
}

/* 0: not in the skeleton. h comes and goes; the glide is a vowel. */
static guint
group_of (char sound)
{
  switch (sound)
    {
    case 'b':
    case 'p':
      return 1;
    case 'd':
    case 't':
      return 2;
    case 'g':
    case 'k':
      return 3;
    case 'f':
    case 'v':
      return 4;
    case 's':
    case 'z':
    case 'S':
    case 'C':
    case 'Z':
      return 5;
    case 'm':
      return 6;
    case 'n':
      return 7;
    case 'l':
      return 8;
    case 'r':
      return 9;
    default:
      return 0;
    }
}

guint64
bl_name_skeleton (const char *name_class)
{
  guint64 skeleton = 0;
  guint last = 0;
  for (guint length = 0; *name_class != '\0' && length < 16; name_class++)
    {
      guint group = group_of (*name_class);
      if (group != 0 && group != last)
        {
          skeleton |= (guint64) group << (4 * length);
          length++;
        }
      last = group;
    }
  return skeleton;
}

guint
bl_name_skeleton_length (guint64 skeleton)
{
  guint length = 0;
  for (; skeleton != 0; skeleton >>= 4)
    length++;
  return length;
}

guint64
bl_name_skeleton_without (guint64 skeleton, guint nth)
{
  guint64 low = skeleton & (((guint64) 1 << (4 * nth)) - 1);
  guint64 high = nth >= 15 ? 0 : skeleton >> (4 * (nth + 1));
  return low | high << (4 * nth);
}
