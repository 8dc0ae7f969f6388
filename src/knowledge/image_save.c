/* Keeping a base as an image. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "knowledge/image.h"
#include "knowledge/name_blocks.h"

/* Several bases and programs, and what all their images may take. */
static const BlKeptFiles images = { .ending = ".kb", .n = 8, .max_bytes = G_GUINT64_CONSTANT (8) << 30 };

/* Room for bases of ten million persons, and for 512 of them side by side in the middle of the address space, far from where programs, heaps
 * and libraries are put (and from what AddressSanitizer takes for itself). */
static const gsize region_bytes = (gsize) (G_GUINT64_CONSTANT (64) << 30);

BlArena *
bl_kb_image_arena (const char *key)
{
  guint64 address = 0;
#if GLIB_SIZEOF_VOID_P >= 8
  address = (G_GUINT64_CONSTANT (1) << 45) + (guint64) (g_str_hash (key) % 512) * region_bytes;
#endif
  BlArena *arena = bl_arena_new_at ((gpointer) (guintptr) address, region_bytes);
  bl_arena_alloc (arena, sizeof (BlKbImageHeader));
  return arena;
}

/* --- the region --------------------------------------------------------------------------------------------------- */

static const char *
keep_text (BlArena *arena, const char *text)
{
  return text != NULL ? bl_arena_strndup (arena, text, strlen (text)) : NULL;
}

static BlProblem *
keep_problems (BlArena *arena, const GPtrArray *list)
{
  BlProblem *kept = bl_arena_alloc (arena, list->len * sizeof *kept);
  for (guint i = 0; i < list->len; i++)
    {
      kept[i] = *(const BlProblem *) g_ptr_array_index (list, i);
      kept[i].file = (char *) keep_text (arena, kept[i].file);
      kept[i].what = (char *) keep_text (arena, kept[i].what);
      kept[i].excerpt = (char *) keep_text (arena, kept[i].excerpt);
    }
  return kept;
}

/* The index of names: waits until it is built. */
static BlNameBlock *
keep_names (BlKnowledge *kb)
{
  BlNameBlock *kept = bl_arena_alloc (kb->arena, BL_N_NAME_BLOCKS * sizeof *kept);
  memcpy (kept, bl_name_index_blocks (bl_name_index_get (kb)), BL_N_NAME_BLOCKS * sizeof *kept);
  for (guint i = 0; i < BL_N_NAME_BLOCKS; i++)
    {
      const gsize size = (gsize) kept[i].n * kept[i].size;
      gpointer items = bl_arena_alloc (kb->arena, size);
      if (size > 0)
        memcpy (items, kept[i].items, size);
      kept[i].items = items;
    }
  return kept;
}

/* What a run makes for itself is left out. */
static BlKnowledge *
keep_root (BlKnowledge *kb)
{
  BlKnowledge *root = bl_arena_new0 (kb->arena, BlKnowledge);
  *root = *kb;
  root->hash = (char *) keep_text (kb->arena, bl_knowledge_hash (kb));
  root->hashed = 1;
  root->arena = NULL;
  root->bytes = NULL;
  root->indexer = NULL;
  root->indexed = 0;
  root->name_index = NULL;
  root->name_blocks = keep_names (kb);
  return root;
}

/* Completes the region and fills its header. NULL when the base does not stand in one. */
static BlKbImageHeader *
complete (BlKnowledge *kb, const char *key, BlProblems *said)
{
  const GPtrArray *list = bl_problems_list (said);
  const BlKnowledge *root = keep_root (kb);
  const BlProblem *problems = keep_problems (kb->arena, list);
  const char *kept_key = keep_text (kb->arena, key);
  bl_arena_alloc (kb->arena, sizeof (gpointer)); /* an aligned end */

  BlKbPointers pointers = { 0 };
  pointers.base = bl_arena_region (kb->arena, &pointers.length);
  if (pointers.base == NULL)
    return NULL;
  const gsize n_words = pointers.length / sizeof (gpointer);
  pointers.bits = bl_arena_alloc (kb->arena, (n_words / 64 + 1) * sizeof *pointers.bits);
  if (!bl_kb_image_find_pointers (&pointers, root, problems, list->len))
    return NULL;

  gsize size = 0;
  BlKbImageHeader *header = bl_arena_region (kb->arena, &size);
  if (header == NULL)
    return NULL;
  *header = (BlKbImageHeader){ .magic = "belie kb", .format = BL_KB_IMAGE_FORMAT, .order = BL_KB_IMAGE_ORDER };
  header->address = (guint64) (guintptr) header;
  header->size = size;
  header->key = (guint64) (kept_key - pointers.base);
  header->root = (guint64) ((const char *) root - pointers.base);
  header->problems = (guint64) ((const char *) problems - pointers.base);
  header->n_problems = list->len;
  header->pointers = (guint64) ((const char *) pointers.bits - pointers.base);
  header->n_pointers = n_words;
  header->sum = bl_kept_sum (header + 1, size - sizeof *header);
  header->head_sum = bl_kb_image_head_sum (header);
  return header;
}

/* --- the file ----------------------------------------------------------------------------------------------------- */

static gboolean
write_file (int folder, const char *name, const BlKbImageHeader *image)
{
  const int file = image != NULL ? bl_kept_write (folder, name, image, image->size) : -1;
  if (file < 0)
    return FALSE;
  close (file);
  return TRUE;
}

void
bl_kb_image_save (BlKnowledge *kb, const char *folder, const char *key, BlProblems *said, char **remark)
{
  g_autofree char *why = NULL;
  const int open_folder = bl_kept_open_folder (folder, &why);
  if (open_folder < 0)
    {
      if (*remark == NULL)
        *remark = g_steal_pointer (&why);
      return;
    }
  g_autofree char *name = bl_kb_image_name (key);
  const BlKbImageHeader *image = complete (kb, key, said);
  const gboolean kept = write_file (open_folder, name, image);
  const char *reason = image != NULL ? g_strerror (errno) : "there is no room for it in the address space";
  if (kept)
    bl_kept_tidy (open_folder, folder, name, &images);
  else
    {
      g_free (*remark);
      *remark = g_strdup_printf ("%s/%s: not kept: %s", folder, name, reason);
    }
  close (open_folder);
}
