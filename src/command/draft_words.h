/* What the command line says of a draft that is checked against a corpus. */
#pragma once

#include "command/options.h"

typedef struct
{
  char *name;   /* --stdin-filename */
  char *source; /* --source */
  char *date;   /* --date */
  char *text;   /* of the draft, once read */
} BlDraftWords;

void bl_draft_words_clear (BlDraftWords *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlDraftWords, bl_draft_words_clear)

/* Puts the one draft that the words are about into options: standard input for "-", else the file. Nothing when no word is said and no "-"
 * is among the paths. FALSE after a usage error. words must outlive the options. */
gboolean bl_draft_words_read (BlDraftWords *words, BlOptions *options, const char *verb);
