/* Private to src/knowledge: transliteration classes of name tokens.
 *
 * A class is a short string over a-z and three codes: S for the sounds of "sh", C of "ch", Z of "zh". Two spellings with equal
 * classes write one name in two ways: Shchekochikhin, Schekotschichin; Yevgeny, Evgenii. */
#pragma once

#include <glib.h>

enum
{
  BL_NAME_CLASS_MAX = 40 /* longer tokens are cut; a German surname of 35 letters fits */
};

/* token is one word of bl_fold_letters(). out has room for BL_NAME_CLASS_MAX bytes, NUL included. Returns the length. */
guint bl_name_fold_class (const char *token, char *out);

/* Consonants in coarse groups (b with p, s with sh …), four bits each, at most 16: what stays of a name when it is misheard. */
guint64 bl_name_skeleton (const char *name_class);
guint bl_name_skeleton_length (guint64 skeleton);
/* Without its nth consonant. */
guint64 bl_name_skeleton_without (guint64 skeleton, guint nth);
