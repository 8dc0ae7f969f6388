/* Private to src/knowledge: a base as a file that is mapped and not parsed.
 *
 * The form. A base that is to be kept is built in one region of memory (bl_arena_new_at()), at an address that depends on its key. When it
 * is finished and frozen, everything it needs stands in that region, and its pointers point into it. The file is the region, byte
 * for byte: a header, then whatever the arena holds. Mapped at the same address, read-only, it is the base: nothing is read but the pages that
 * are asked for, and all runs share them. When something else has that address, the file is mapped elsewhere, copy-on-write, and every
 * pointer is moved; a bit for each word of the region says which words are pointers. image_slots.c walks all structs to find them;
 * a pointer that leads out of the region means that the base is not kept. So there is no second set of structs, nothing to
 * translate, and a lookup in a mapped base is the same code as in one that was just read.
 *
 * The key. Which files, in which order, and for each its device, inode, size, time of modification and of change to the nanosecond; the program
 * file in the same way, and the versions of libraries that fold letters: another program may have other structs or rules. A key
 * stands in the file as text and must be equal. Sources that changed a moment ago are not kept: they may change again within one tick of
 * the clock.
 *
 * The trust is that of base/kept.h. The header has a checksum, and so has all that follows. The file is summed up when it is first mapped,
 * and a small file beside it remembers inode, size and times: the time of change is set by the system at every write and cannot be set
 * back, so a file whose times are the same has not been written to since. (A file that changed a moment ago is not remembered: it may
 * change again within one tick of the clock.) What that leaves, decay of the disk between two starts, is left to the disk, as it is for
 * programs. Whatever does not fit is made again. */
#pragma once

#include "base/kept.h"
#include "knowledge/tables.h"

enum
{
  BL_KB_IMAGE_FORMAT = 1,
  BL_KB_IMAGE_ORDER = 0x01020304,
};

/* The first bytes of the region. Places are bytes from its start. */
typedef struct
{
  char magic[8];
  guint32 format;
  guint32 order;    /* BL_KB_IMAGE_ORDER as this machine writes it */
  guint64 address;  /* where the region stood */
  guint64 size;     /* of the file */
  guint64 key;      /* NUL-terminated */
  guint64 root;     /* a BlKnowledge, the parts of it that are not in the region zero */
  guint64 problems; /* of BlProblem */
  guint64 n_problems;
  guint64 pointers;   /* of guint64: bit i of them all: word i of the region is a pointer */
  guint64 n_pointers; /* words that the bits speak of */
  guint64 sum;        /* of what follows the header */
  guint64 head_sum;   /* of all above */
} BlKbImageHeader;

/* What an image of these files is kept by; NULL, with a remark, when they cannot be known again. Owned by the caller. */
char *bl_kb_image_key (const GPtrArray *inputs, char **remark);

/* The name of its file. Owned by the caller. */
char *bl_kb_image_name (const char *key);

/* An arena for a base that is to be kept, the header taken from it. */
BlArena *bl_kb_image_arena (const char *key);

/* The base kept by key, what was said on reading it added to problems; NULL when there is none, or (with a remark) none to be trusted. */
BlKnowledge *bl_kb_image_map (const char *folder, const char *key, BlProblems *problems, char **remark);

/* Keeps a frozen base that was built in bl_kb_image_arena(), and removes old files. A remark says why it was not. */
void bl_kb_image_save (BlKnowledge *kb, const char *folder, const char *key, BlProblems *said, char **remark);

void bl_kb_repeat_problem (const BlProblem *problem, BlProblems *problems);

/* --- parts -------------------------------------------------------------------------------------------------------- */

guint64 bl_kb_image_head_sum (const BlKbImageHeader *header);

/* Remembers that the file was summed up and is right, unless it changed a moment ago. */
void bl_kb_image_remember (int folder, const char *name, int file);
gboolean bl_kb_image_is_remembered (int folder, const char *name, int file);

/* Sets the bit of each word of the region that is a pointer which root or the problems lead to. FALSE when one leads out of it. */
typedef struct
{
  const char *base;
  gsize length;
  guint64 *bits;
} BlKbPointers;

gboolean bl_kb_image_find_pointers (const BlKbPointers *pointers, const BlKnowledge *root, const BlProblem *problems,
                                    guint n_problems);
