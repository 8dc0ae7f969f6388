#include "rules/keep.h"

#include <fcntl.h>
#include <pcre2.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/kept.h"

enum
{
  FORMAT = 1
};

/* Several programs and sets of packs. */
static const BlKeptFiles kept_files = { .ending = ".rules", .n = 8, .max_bytes = G_GUINT64_CONSTANT (256) << 20 };

/* The first bytes of the file. All parts begin at multiples of 8, in this order, directly behind each other. */
typedef struct
{
  char magic[8];
  guint64 body, texts, sources; /* their bytes */
  guint64 sum;                  /* of body and texts */
  guint64 head_sum;             /* of all above */
} Header;

/* --- the key ------------------------------------------------------------------------------------------------------ */

char *
bl_rules_key (const GPtrArray *files)
{
  char pcre2[64] = "";
  g_autoptr (GString) key = g_string_new (NULL);
  pcre2_config (PCRE2_CONFIG_VERSION, pcre2);
  g_string_printf (key, "rules %d, %zu bytes a pointer, GLib %u.%u.%u, PCRE2 %s\n", FORMAT, sizeof (gpointer),
                   glib_major_version, glib_minor_version, glib_micro_version, pcre2);
  if (!bl_kept_add_program (key))
    return NULL;
  for (guint i = 0; i < files->len; i++)
    {
      const BlJsonFile *file = g_ptr_array_index (files, i);
      if (file->bytes == NULL)
        return NULL;
      g_string_append_printf (key, "%u %d %s\n", file->layer, file->beside, file->path);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Relative paths are another's in another folder. */
static char *
name_of (const char *key)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *here = g_get_current_dir ();
  g_checksum_update (sum, (const guchar *) here, -1);
  g_checksum_update (sum, (const guchar *) key, -1);
  return g_strdup_printf ("%.24s%s", g_checksum_get_string (sum), kept_files.ending);
}

/* --- sources ------------------------------------------------------------------------------------------------------ */

static void
append_source (GByteArray *out, gconstpointer bytes, gsize length)
{
  const guint64 size = length;
  g_byte_array_append (out, (const guint8 *) &size, sizeof size);
  g_byte_array_append (out, bytes, (guint) length);
}

static gboolean
is_source (const char **at, const char *end, gconstpointer bytes, gsize length)
{
  guint64 size = 0;
  if ((gsize) (end - *at) < sizeof size || (gsize) (end - *at) - sizeof size < length)
    return FALSE;
  memcpy (&size, *at, sizeof size);
  *at += sizeof size;
  const gboolean equal = size == length && memcmp (*at, bytes, length) == 0;
  *at += length;
  return equal;
}

static gboolean
are_sources (const char *at, const char *end, const GPtrArray *files, const char *key)
{
  if (!is_source (&at, end, key, strlen (key)))
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      gsize length = 0;
      const char *bytes = g_bytes_get_data (((const BlJsonFile *) g_ptr_array_index (files, i))->bytes, &length);
      if (!is_source (&at, end, bytes, length))
        return FALSE;
    }
  return TRUE;
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

static gboolean
header_fits (const Header *header, gsize length)
{
  const guint64 most = length - sizeof *header;
  return memcmp (header->magic, "belierul", sizeof header->magic) == 0
         && header->head_sum == bl_kept_sum (header, offsetof (Header, head_sum)) && header->body % 8 == 0
         && header->texts % 8 == 0 && header->body <= most && header->texts <= most - header->body
         && header->sources <= most - header->body - header->texts
         && header->sum == bl_kept_sum (header + 1, header->body + header->texts);
}

/* The whole file, mapped; NULL when there is none to be trusted. */
static const Header *
map_file (const char *folder, const char *key, gsize *length)
{
  g_autofree char *unused = NULL;
  g_autofree char *name = name_of (key);
  struct stat status;
  const int at = bl_kept_open_folder (folder, &unused);
  const int file = at >= 0 ? openat (at, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) : -1;
  gpointer mapped = MAP_FAILED;
  if (file >= 0 && fstat (file, &status) == 0 && S_ISREG (status.st_mode) && bl_kept_is_ours (&status)
      && status.st_size >= (off_t) sizeof (Header))
    {
      *length = (gsize) status.st_size;
      mapped = mmap (NULL, *length, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    }
  if (file >= 0)
    close (file);
  if (at >= 0)
    close (at);
  return mapped != MAP_FAILED ? mapped : NULL;
}

/* NULL when less is there than was written. */
static BlRuleSet *
read_set (const GPtrArray *files, const Header *header)
{
  g_autoptr (BlRuleSet) set = bl_rule_set_new ();
  for (guint i = 0; i < files->len; i++)
    {
      const BlJsonFile *found = g_ptr_array_index (files, i);
      bl_rule_set_add_file (set, found, bl_json_new_folded (found->bytes, found->path));
    }
  BlArchive archive;
  bl_archive_init_read (&archive, set->arena);
  archive.at = (const char *) (header + 1);
  archive.end = archive.at + header->body;
  archive.all_texts = archive.end;
  archive.texts_length = header->texts;
  bl_rules_walk (&archive, set);
  const gboolean right = !archive.broken;
  bl_archive_clear (&archive);
  if (!right)
    return NULL;
  bl_word_forms_finish (set->forms);
  bl_rule_set_share_fragments (set);
  bl_rule_set_index (set);
  return g_steal_pointer (&set);
}

BlRuleSet *
bl_rules_take_kept (const GPtrArray *files, const char *folder, const char *key)
{
  gsize length = 0;
  const Header *header = map_file (folder, key, &length);
  if (header == NULL)
    return NULL;
  const char *sources = (const char *) (header + 1) + header->body + header->texts;
  const gboolean fits = header_fits (header, length) && are_sources (sources, sources + header->sources, files, key);
  BlRuleSet *set = fits ? read_set (files, header) : NULL;
  if (set == NULL)
    {
      munmap ((gpointer) header, length);
      return NULL;
    }
  set->kept = header;
  set->kept_length = length;
  return set;
}

/* --- writing ------------------------------------------------------------------------------------------------------ */

static void
append_aligned (GByteArray *out, const GByteArray *bytes, guint64 *size)
{
  static const guint8 zeros[8] = { 0 };
  const guint padding = -bytes->len & 7;
  *size = bytes->len + padding;
  g_byte_array_append (out, bytes->data, bytes->len);
  g_byte_array_append (out, zeros, padding);
}

static GByteArray *
make_file (const BlRuleSet *set, const GPtrArray *files, const char *key)
{
  Header header = { .magic = "belierul" };
  BlArchive archive;
  GByteArray *out = g_byte_array_new ();
  g_byte_array_set_size (out, sizeof header);
  bl_archive_init_written (&archive);
  bl_rules_walk (&archive, (BlRuleSet *) set);
  append_aligned (out, archive.body, &header.body);
  append_aligned (out, archive.texts, &header.texts);
  bl_archive_clear (&archive);

  const guint before = out->len;
  append_source (out, key, strlen (key));
  for (guint i = 0; i < files->len; i++)
    {
      gsize length = 0;
      const char *bytes = g_bytes_get_data (((const BlJsonFile *) g_ptr_array_index (files, i))->bytes, &length);
      append_source (out, bytes, length);
    }
  header.sources = out->len - before;
  header.sum = bl_kept_sum (out->data + sizeof header, header.body + header.texts);
  header.head_sum = bl_kept_sum (&header, offsetof (Header, head_sum));
  memcpy (out->data, &header, sizeof header);
  return out;
}

void
bl_rules_keep (const BlRuleSet *set, const GPtrArray *files, const char *folder, const char *key)
{
  g_autofree char *unused = NULL;
  const int at = bl_kept_open_folder (folder, &unused);
  if (at < 0)
    return;
  g_autofree char *name = name_of (key);
  g_autoptr (GByteArray) bytes = make_file (set, files, key);
  const int file = bl_kept_write (at, name, bytes->data, bytes->len);
  if (file >= 0)
    {
      close (file);
      bl_kept_tidy (at, folder, name, &kept_files);
    }
  close (at);
}
