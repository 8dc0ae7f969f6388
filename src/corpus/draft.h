/* What is checked before it is published: files of drafts, and a text in memory. */
#pragma once

#include "corpus/corpus.h"
#include "corpus/roots.h"

/* A text in memory as an input. */
typedef struct
{
  BlInput *input;
  BlRoot *root; /* that the input is of: one of the roots, or own */
  BlRoot *own;  /* made for a text that lies in no root, or NULL */
  BlConfigArticle *entry;
} BlDraft;

BlDraft *bl_draft_new (const BlCorpusDraft *draft, const GPtrArray *roots);
void bl_draft_free (BlDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlDraft, bl_draft_free)

/* TRUE when file (absolute, links resolved) is one of the PATHs or lies in one. NULL paths cover nothing. */
gboolean bl_draft_covers (const char *const *paths, const char *file);
