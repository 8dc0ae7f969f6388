/* Private to src/rules: a rule set as a file, for later runs over the same packs.
 *
 * The form. A header, what an archive holds of the set (rules/archive.h), and what it was made of: the key and the bytes of all files. The
 * file is mapped, read-only; texts and the vectors of the prefilter stay in it. Trees of fragments are there, since phrases that are asked
 * are read again (bl_phrase_read_again()); those of phrases are not, nor is anything of PCRE2.
 *
 * The key. The form, the program file and the versions of libraries that read patterns; paths and layers of the files. The bytes of the
 * files are compared one by one, so a kept set is that of exactly these packs.
 *
 * The trust is that of base/kept.h; header and archive are summed up at each start. Whatever does not fit is made again, without a word: the
 * images of knowledge bases, which stand in the same folder, say what is wrong with it. */
#pragma once

#include "rules/set.h"

/* What a set of these files (BlJsonFile, their bytes read) is kept by; NULL when it cannot be kept. Owned by the caller. */
char *bl_rules_key (const GPtrArray *files);

/* The set that is kept by key in the folder; NULL when there is none of use. */
BlRuleSet *bl_rules_take_kept (const GPtrArray *files, const char *folder, const char *key);

/* Keeps a set that was just made of the files, when that can be done. */
void bl_rules_keep (const BlRuleSet *set, const GPtrArray *files, const char *folder, const char *key);

/* --- parts -------------------------------------------------------------------------------------------------------- */

/* keep_walk.c: what a set holds beside its files, which must be there. */
void bl_rules_walk (BlArchive *archive, BlRuleSet *set);
