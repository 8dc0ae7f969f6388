#include "knowledge/image.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unicode/uversion.h>
#include <unistd.h>

#include "base/json_files.h"
#include "knowledge/name_blocks.h"

/* --- the key ------------------------------------------------------------------------------------------------------ */

/* A change within one tick of the clock of the file system would not be seen. Ticks are 10 ms at most where there are nanoseconds, and
 * whole seconds elsewhere. */
static gboolean
is_settled (const struct timespec *changed)
{
  const gint64 now = g_get_real_time ();
  const gint64 then = (gint64) changed->tv_sec * G_USEC_PER_SEC + changed->tv_nsec / 1000;
  return now - then > (changed->tv_nsec == 0 ? 2 * G_USEC_PER_SEC : G_USEC_PER_SEC / 10);
}

char *
bl_kb_image_key (const GPtrArray *inputs, char **remark)
{
  g_autoptr (GString) key = g_string_new (NULL);
  struct stat status;
  UVersionInfo icu;
  u_getVersion (icu);
  g_string_printf (key, "knowledge %d, %zu bytes a pointer, GLib %u.%u.%u, ICU %u.%u\n", BL_KB_IMAGE_FORMAT, sizeof (gpointer),
                   glib_major_version, glib_minor_version, glib_micro_version, icu[0], icu[1]);
  if (!bl_kept_add_program (key))
    {
      *remark = g_strdup ("the file of the running program is not to be seen, so nothing compiled is read or kept");
      return NULL;
    }

  for (guint i = 0; i < inputs->len; i++)
    {
      const BlJsonFile *input = g_ptr_array_index (inputs, i);
      if (input->error != NULL || stat (input->path, &status) != 0)
        return NULL;
      if (!is_settled (&status.st_mtim) || !is_settled (&status.st_ctim))
        {
          *remark = g_strdup_printf ("%s changed a moment ago, so nothing compiled is kept", input->path);
          return NULL;
        }
      g_string_append_printf (key, "%u %d %s ", input->layer, input->beside, input->path);
      bl_kept_add_identity (key, &status);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Files are known by their paths, so that the image of an older state is replaced; and by the program, of which there may be
 * several. Relative paths are another's in another folder. */
char *
bl_kb_image_name (const char *key)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *here = g_get_current_dir ();
  g_auto (GStrv) lines = g_strsplit (key, "\n", -1);
  g_checksum_update (sum, (const guchar *) here, -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* Two numbers and the path; of the program, device and inode. */
      const char *end = lines[i] + strlen (lines[i]);
      for (guint spaces = 0; i > 0 && end > lines[i] && spaces < (i == 1 ? 3 : 5); end--)
        spaces += end[-1] == ' ';
      g_checksum_update (sum, (const guchar *) lines[i], end - lines[i]);
    }
  return g_strdup_printf ("%.24s.kb", g_checksum_get_string (sum));
}

/* --- sums --------------------------------------------------------------------------------------------------------- */

guint64
bl_kb_image_head_sum (const BlKbImageHeader *header)
{
  return bl_kept_sum (header, offsetof (BlKbImageHeader, head_sum));
}

/* --- trust -------------------------------------------------------------------------------------------------------- */

/* NULL when it cannot be known again. */
static char *
identity_of (int file)
{
  struct stat status;
  g_autoptr (GString) identity = g_string_new (NULL);
  if (fstat (file, &status) != 0 || !is_settled (&status.st_mtim) || !is_settled (&status.st_ctim))
    return NULL;
  bl_kept_add_identity (identity, &status);
  return g_string_free (g_steal_pointer (&identity), FALSE);
}

/* The file beside an image. It is best effort: without it an image is summed up again. */
static char *
beside (const char *name)
{
  return g_strdup_printf ("%s.sum", name);
}

void
bl_kb_image_remember (int folder, const char *name, int file)
{
  g_autofree char *identity = identity_of (file);
  g_autofree char *path = beside (name);
  if (identity == NULL || (unlinkat (folder, path, 0) != 0 && errno != ENOENT))
    return;
  const int out = openat (folder, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (out < 0)
    return;
  const gsize length = strlen (identity);
  if (write (out, identity, length) != (gssize) length)
    unlinkat (folder, path, 0);
  close (out);
}

gboolean
bl_kb_image_is_remembered (int folder, const char *name, int file)
{
  char kept[256];
  struct stat status;
  g_autofree char *identity = identity_of (file);
  g_autofree char *path = beside (name);
  const int in = openat (folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (in < 0)
    return FALSE;
  const gssize length = fstat (in, &status) == 0 && bl_kept_is_ours (&status) ? read (in, kept, sizeof kept) : -1;
  close (in);
  return identity != NULL && length == (gssize) strlen (identity) && memcmp (kept, identity, (gsize) length) == 0;
}

/* --- mapping ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  int folder;
  const char *name;
  int file;
  BlKbImageHeader header;
  char *base; /* mapped; NULL: not yet */
} Image;

static gboolean
holds (const BlKbImageHeader *header, guint64 place, guint64 size, guint64 n)
{
  return place % 8 == 0 && place >= sizeof *header && place <= header->size && n <= (header->size - place) / size;
}

/* Is the header of this format, by this machine, and right? */
static gboolean
header_fits (const Image *image, const struct stat *status)
{
  const BlKbImageHeader *header = &image->header;
  return memcmp (header->magic, "belie kb", sizeof header->magic) == 0 && header->format == BL_KB_IMAGE_FORMAT
         && header->order == BL_KB_IMAGE_ORDER && header->head_sum == bl_kb_image_head_sum (header)
         && header->size == (guint64) status->st_size && header->size % 8 == 0 && header->key < header->size
         && holds (header, header->root, sizeof (BlKnowledge), 1)
         && holds (header, header->problems, sizeof (BlProblem), header->n_problems)
         && holds (header, header->pointers, 8, header->n_pointers / 64 + 1)
         && header->n_pointers <= header->size / sizeof (gpointer);
}

/* All that follows the header. */
static gboolean
body_fits (const Image *image)
{
  const BlKbImageHeader *header = &image->header;
  if (bl_kb_image_is_remembered (image->folder, image->name, image->file))
    return TRUE;
  if (bl_kept_sum (image->base + sizeof *header, header->size - sizeof *header) != header->sum)
    return FALSE;
  bl_kb_image_remember (image->folder, image->name, image->file);
  return TRUE;
}

static gboolean
key_fits (const Image *image, const char *key)
{
  const BlKbImageHeader *header = &image->header;
  const gsize length = strlen (key) + 1;
  return length <= header->size - header->key && memcmp (image->base + header->key, key, length) == 0;
}

/* The address was taken: moves every pointer by as much as the region. */
static gboolean
relocate (const Image *image)
{
  const BlKbImageHeader *header = &image->header;
  const guintptr moved = (guintptr) image->base - (guintptr) header->address;
  if (moved == 0)
    return TRUE;
  if (mprotect (image->base, header->size, PROT_READ | PROT_WRITE) != 0)
    return FALSE;
  const guint64 *bits = (const guint64 *) (const void *) (image->base + header->pointers);
  guintptr *words = (guintptr *) (void *) image->base;
  for (guint64 i = 0; i < header->n_pointers; i++)
    if (bits[i / 64] == 0)
      i |= 63;
    else if ((bits[i / 64] >> (i % 64) & 1) != 0)
      words[i] += moved;
  return mprotect (image->base, header->size, PROT_READ) == 0;
}

/* FALSE with a remark when the file is not to be trusted, and without when it is of another state of the sources. */
static gboolean
map_file (Image *image, const char *key, char **remark)
{
  struct stat status;
  BlKbImageHeader *header = &image->header;
  if (fstat (image->file, &status) != 0 || !S_ISREG (status.st_mode) || !bl_kept_is_ours (&status))
    {
      *remark = g_strdup_printf ("%s: others may write to it; it is made again", image->name);
      return FALSE;
    }
  gboolean right = read (image->file, header, sizeof *header) == sizeof *header && header_fits (image, &status);
  if (right)
    {
      image->base = mmap ((gpointer) (guintptr) header->address, header->size, PROT_READ, MAP_PRIVATE, image->file, 0);
      if (image->base == MAP_FAILED)
        {
          image->base = NULL;
          *remark = g_strdup_printf ("%s: %s", image->name, g_strerror (errno));
          return FALSE;
        }
      if (!key_fits (image, key))
        return FALSE;
      right = body_fits (image) && relocate (image);
    }
  if (!right)
    *remark = g_strdup_printf ("%s: damaged, or of another program; it is made again", image->name);
  return right;
}

static BlKnowledge *
base_of (const Image *image)
{
  const BlKbImageHeader *header = &image->header;
  BlKnowledge *kb = g_memdup2 (image->base + header->root, sizeof *kb);
  kb->image = image->base;
  kb->image_size = header->size;
  kb->name_index = bl_name_index_of_blocks (kb, kb->name_blocks);
  bl_name_index_start (kb);
  return kb;
}

void
bl_kb_repeat_problem (const BlProblem *problem, BlProblems *problems)
{
  const BlProblemPlace place
      = { .file = problem->file, .line = problem->line, .column = problem->column, .excerpt = problem->excerpt };
  bl_problems_add_at (problems, problem->level, &place, "%s", problem->what);
}

BlKnowledge *
bl_kb_image_map (const char *folder, const char *key, BlProblems *problems, char **remark)
{
  g_autofree char *name = bl_kb_image_name (key);
  Image image = { .folder = bl_kept_open_folder (folder, remark), .name = name, .file = -1 };
  if (image.folder < 0)
    return NULL;
  image.file = openat (image.folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  BlKnowledge *kb = NULL;
  if (image.file >= 0 && map_file (&image, key, remark))
    kb = base_of (&image);
  else if (image.base != NULL)
    munmap (image.base, image.header.size);
  if (image.file >= 0)
    close (image.file);
  close (image.folder);

  const BlProblem *said = kb != NULL ? (const BlProblem *) (const void *) (image.base + image.header.problems) : NULL;
  for (guint i = 0; said != NULL && problems != NULL && i < image.header.n_problems; i++)
    bl_kb_repeat_problem (&said[i], problems);
  return kb;
}
