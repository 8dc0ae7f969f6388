#include "index/store.h"

#include "index/bytes.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* "blie": files that do not have it are somebody else's and are left alone. */
#define APPLICATION 0x626c6965
#define VERSION 1

/* Milliseconds that a run waits for another one to write. Readers never wait: the log is written ahead (WAL). */
#define PATIENCE 200

/* Rows of a corpus that no article has any more are swept out when there are more than it has articles, and so many. */
#define SOME_DEAD 1000

#define DAY (24 * 60 * 60)

struct BlStore
{
  sqlite3 *db;
  char *path;
  gint64 corpus; /* id of the manifest, 0: none yet */
  gboolean damaged;
};

static void
remark_once (char **remark, const BlStore *store, const char *what)
{
  if (remark != NULL && *remark == NULL)
    *remark = g_strdup_printf ("%s: %s", store->path, what);
}

static gboolean
run (BlStore *store, const char *sql)
{
  return sqlite3_exec (store->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* The one number that a statement gives; -1 when it fails. */
static gint64
ask (BlStore *store, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 number = -1;
  if (sqlite3_prepare_v2 (store->db, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

/* --- opening ------------------------------------------------------------------------------------------------------- */

static gboolean
make_tables (BlStore *store)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION, VERSION);
  return run (store, "BEGIN IMMEDIATE; DROP TABLE IF EXISTS manifests; DROP TABLE IF EXISTS articles;"
                     "CREATE TABLE manifests (id INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE, used INTEGER NOT NULL, data "
                     "BLOB NOT NULL);"
                     "CREATE TABLE articles (id INTEGER PRIMARY KEY, corpus INTEGER NOT NULL, key BLOB NOT NULL UNIQUE, data "
                     "BLOB NOT NULL)")
         && run (store, marks) && run (store, "COMMIT");
}

/* NULL when the file is one of ours now; else why not. */
static const char *
claim_file (BlStore *store)
{
  const gint64 application = ask (store, "PRAGMA application_id"), version = ask (store, "PRAGMA user_version");
  const gint64 tables = ask (store, "SELECT count(*) FROM sqlite_master");
  if (application < 0 || tables < 0)
    return sqlite3_errmsg (store->db);
  if (application == 0 && tables == 0)
    run (store, "PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL");
  else if (application != APPLICATION)
    return "is the file of another program";
  /* The log is written ahead, so that one who writes never keeps another from reading. Nothing is synced: what the machine loses when it
   * falls over is made again, a torn page shows in a sum or as a database that is malformed, and a killed process tears nothing, since
   * what it has written is the kernel's. */
  if (!run (store, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY"))
    return sqlite3_errmsg (store->db);
  if (application == APPLICATION && version == VERSION)
    return NULL;
  if (make_tables (store))
    return NULL;
  static const char *const failed = "cannot be written";
  run (store, "ROLLBACK");
  return failed;
}

static gboolean
is_damaged (const BlStore *store)
{
  const int code = sqlite3_errcode (store->db) & 0xff;
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

/* The three files of a database of ours that is malformed. A run that has it open goes on with what it has. */
static void
remove_files (const char *path)
{
  static const char *const ends[] = { "-wal", "-shm", "-journal", "" };
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);
      g_unlink (name);
    }
}

/* The head of a database of ours, even when all else of it is malformed. */
static gboolean
looks_like_ours (const char *path)
{
  guint8 head[100];
  FILE *file = g_fopen (path, "rb");
  const gboolean whole = file != NULL && fread (head, sizeof head, 1, file) == 1;
  if (file != NULL)
    fclose (file);
  return whole && memcmp (head, "SQLite format 3", 16) == 0
         && ((guint32) head[68] << 24 | (guint32) head[69] << 16 | (guint32) head[70] << 8 | head[71]) == APPLICATION;
}

/* What SQLite said last. */
static void
remark_failure (char **remark, BlStore *store)
{
  store->damaged = store->damaged || is_damaged (store);
  remark_once (remark, store, sqlite3_errmsg (store->db));
}

BlStore *
bl_store_open (const char *folder, char **remark)
{
  BlStore *store = g_new0 (BlStore, 1);
  store->path = g_build_filename (folder, BL_STORE_NAME, NULL);
  for (guint attempt = 0; attempt < 2; attempt++)
    {
      const char *wrong = NULL;
      if (sqlite3_open_v2 (store->path, &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW, NULL)
          != SQLITE_OK)
        wrong = sqlite3_errmsg (store->db);
      sqlite3_busy_timeout (store->db, PATIENCE);
      if (wrong == NULL)
        wrong = claim_file (store);
      if (wrong == NULL)
        {
          g_chmod (store->path, 0600);
          return store;
        }
      const gboolean again = attempt == 0 && is_damaged (store) && looks_like_ours (store->path);
      g_autofree char *what = g_strdup_printf (again ? "%s; it is made again" : "%s; the run goes on without it", wrong);
      remark_once (remark, store, what);
      sqlite3_close (g_steal_pointer (&store->db));
      if (!again)
        break;
      remove_files (store->path);
    }
  bl_store_close (store);
  return NULL;
}

void
bl_store_close (BlStore *store)
{
  if (store == NULL)
    return;
  if (store->db != NULL)
    {
      sqlite3_close (store->db);
      if (store->damaged)
        remove_files (store->path);
    }
  g_free (store->path);
  g_free (store);
}

/* --- blobs --------------------------------------------------------------------------------------------------------- */

static guint64
sum_of (const void *key, gsize key_length, const void *bytes, gsize length)
{
  return bl_bytes_sum (bytes, length, bl_bytes_sum (key, key_length, APPLICATION));
}

/* The bytes of a column whose end is their sum; NULL when it is not. */
static GBytes *
checked (sqlite3_stmt *statement, int column, const void *key, gsize key_length)
{
  const char *bytes = sqlite3_column_blob (statement, column);
  const gsize length = (gsize) sqlite3_column_bytes (statement, column);
  guint64 sum;
  if (bytes == NULL || length < sizeof sum)
    return NULL;
  memcpy (&sum, bytes + length - sizeof sum, sizeof sum);
  if (sum != sum_of (key, key_length, bytes, length - sizeof sum))
    return NULL;
  return g_bytes_new (bytes, length - sizeof sum);
}

static void
bind_summed (sqlite3_stmt *statement, int index, GByteArray *room, const char *key, gsize key_length, const char *bytes,
             gsize length)
{
  const guint64 sum = sum_of (key, key_length, bytes, length);
  g_byte_array_set_size (room, 0);
  g_byte_array_append (room, (const guint8 *) bytes, (guint) length);
  g_byte_array_append (room, (const guint8 *) &sum, sizeof sum);
  sqlite3_bind_blob64 (statement, index, room->data, room->len, SQLITE_TRANSIENT);
}

/* --- reading ------------------------------------------------------------------------------------------------------- */

GBytes *
bl_store_manifest (BlStore *store, const char *name, char **remark)
{
  sqlite3_stmt *statement = NULL;
  GBytes *bytes = NULL;
  if (sqlite3_prepare_v2 (store->db, "SELECT id, data FROM manifests WHERE name = ?", -1, &statement, NULL) != SQLITE_OK)
    {
      remark_failure (remark, store);
      return NULL;
    }
  sqlite3_bind_blob (statement, 1, name, (int) strlen (name), SQLITE_STATIC);
  const int code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    {
      store->corpus = sqlite3_column_int64 (statement, 0);
      bytes = checked (statement, 1, name, strlen (name));
      if (bytes == NULL)
        remark_once (remark, store, "is damaged; what was kept is made again");
    }
  else if (code != SQLITE_DONE)
    remark_failure (remark, store);
  sqlite3_finalize (statement);
  return bytes;
}

static guint
hash_key (gconstpointer key)
{
  guint hash;
  memcpy (&hash, key, sizeof hash);
  return hash;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, BL_STORE_KEY_BYTES) == 0;
}

/* All rows of the corpus, as they lie in the file: an article's own lookup costs ten times as much. */
static void
scan_rows (BlStore *store, const guint8 *keys, guint n, GBytes **rows, char **remark)
{
  sqlite3_stmt *statement = NULL;
  g_autoptr (GHashTable) wanted = g_hash_table_new (hash_key, equal_keys);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (wanted, (gpointer) (keys + i * BL_STORE_KEY_BYTES), GUINT_TO_POINTER (i));
  if (sqlite3_prepare_v2 (store->db, "SELECT key, data FROM articles WHERE corpus = ?", -1, &statement, NULL) != SQLITE_OK)
    {
      remark_failure (remark, store);
      return;
    }
  sqlite3_bind_int64 (statement, 1, store->corpus);
  int code;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const void *key = sqlite3_column_blob (statement, 0);
      if (sqlite3_column_bytes (statement, 0) != BL_STORE_KEY_BYTES || !g_hash_table_contains (wanted, key))
        continue;
      GBytes **row = &rows[GPOINTER_TO_UINT (g_hash_table_lookup (wanted, key))];
      if (*row == NULL)
        *row = checked (statement, 1, key, BL_STORE_KEY_BYTES);
      if (*row == NULL)
        remark_once (remark, store, "is damaged; what was kept is made again");
    }
  if (code != SQLITE_DONE)
    remark_failure (remark, store);
  sqlite3_finalize (statement);
}

/* Rows that another corpus has: the same article in a larger or smaller folder. */
static void
look_up_rows (BlStore *store, const guint8 *keys, guint n, GBytes **rows)
{
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2 (store->db, "SELECT data FROM articles WHERE key = ?", -1, &statement, NULL) != SQLITE_OK)
    return;
  for (guint i = 0; i < n; i++)
    {
      if (rows[i] != NULL)
        continue;
      sqlite3_bind_blob (statement, 1, keys + i * BL_STORE_KEY_BYTES, BL_STORE_KEY_BYTES, SQLITE_STATIC);
      if (sqlite3_step (statement) == SQLITE_ROW)
        rows[i] = checked (statement, 0, keys + i * BL_STORE_KEY_BYTES, BL_STORE_KEY_BYTES);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
}

void
bl_store_rows (BlStore *store, const guint8 *keys, guint n, GBytes **rows, char **remark)
{
  if (store->corpus != 0)
    scan_rows (store, keys, n, rows, remark);
  look_up_rows (store, keys, n, rows);
}

/* --- writing ------------------------------------------------------------------------------------------------------- */

static gint64
today (void)
{
  return g_get_real_time () / G_USEC_PER_SEC / DAY;
}

static gboolean
step_once (sqlite3_stmt *statement)
{
  const int code = sqlite3_step (statement);
  sqlite3_reset (statement);
  return code == SQLITE_DONE;
}

static gboolean
write_manifest (BlStore *store, const BlStoreNews *news)
{
  sqlite3_stmt *statement = NULL;
  g_autoptr (GByteArray) room = g_byte_array_new ();
  if (sqlite3_prepare_v2 (store->db,
                          "INSERT INTO manifests (name, used, data) VALUES (?, ?, ?)"
                          " ON CONFLICT (name) DO UPDATE SET used = excluded.used, data = excluded.data RETURNING id",
                          -1, &statement, NULL)
      != SQLITE_OK)
    return FALSE;
  sqlite3_bind_blob (statement, 1, news->name, (int) strlen (news->name), SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, today ());
  bind_summed (statement, 3, room, news->name, strlen (news->name), news->manifest->str, news->manifest->len);
  const gboolean done = sqlite3_step (statement) == SQLITE_ROW;
  if (done)
    store->corpus = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return done;
}

static gboolean
write_rows (BlStore *store, const BlStoreNews *news)
{
  sqlite3_stmt *statement = NULL;
  g_autoptr (GByteArray) room = g_byte_array_new ();
  gboolean done = sqlite3_prepare_v2 (store->db, "INSERT OR REPLACE INTO articles (corpus, key, data) VALUES (?, ?, ?)", -1,
                                      &statement, NULL)
                  == SQLITE_OK;
  for (guint i = 0; done && i < news->n; i++)
    {
      if (!news->is_new[i] || news->rows[i] == NULL)
        continue;
      gsize length;
      const char *bytes = g_bytes_get_data (news->rows[i], &length);
      const char *key = (const char *) news->keys + i * BL_STORE_KEY_BYTES;
      sqlite3_bind_int64 (statement, 1, store->corpus);
      sqlite3_bind_blob (statement, 2, key, BL_STORE_KEY_BYTES, SQLITE_STATIC);
      bind_summed (statement, 3, room, key, BL_STORE_KEY_BYTES, bytes, length);
      done = step_once (statement);
    }
  sqlite3_finalize (statement);
  return done;
}

/* Rows of articles that are gone, or were made with other rules. */
static gboolean
sweep (BlStore *store, const BlStoreNews *news)
{
  g_autofree char *count = g_strdup_printf ("SELECT count(*) FROM articles WHERE corpus = %" G_GINT64_FORMAT, store->corpus);
  if (ask (store, count) <= 2 * (gint64) news->n + SOME_DEAD)
    return TRUE;
  sqlite3_stmt *statement = NULL;
  g_autoptr (GHashTable) live = g_hash_table_new (hash_key, equal_keys);
  g_autoptr (GArray) dead = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < news->n; i++)
    g_hash_table_add (live, (gpointer) (news->keys + i * BL_STORE_KEY_BYTES));
  if (sqlite3_prepare_v2 (store->db, "SELECT id, key FROM articles WHERE corpus = ?", -1, &statement, NULL) != SQLITE_OK)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, store->corpus);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const gint64 id = sqlite3_column_int64 (statement, 0);
      if (sqlite3_column_bytes (statement, 1) != BL_STORE_KEY_BYTES
          || !g_hash_table_contains (live, sqlite3_column_blob (statement, 1)))
        g_array_append_val (dead, id);
    }
  sqlite3_finalize (statement);
  if (sqlite3_prepare_v2 (store->db, "DELETE FROM articles WHERE id = ?", -1, &statement, NULL) != SQLITE_OK)
    return FALSE;
  for (guint i = 0; i < dead->len; i++)
    {
      sqlite3_bind_int64 (statement, 1, g_array_index (dead, gint64, i));
      step_once (statement);
    }
  sqlite3_finalize (statement);
  return TRUE;
}

static guint64
bytes_in_use (BlStore *store)
{
  return (guint64) (ask (store, "PRAGMA page_count") - ask (store, "PRAGMA freelist_count"))
         * (guint64) ask (store, "PRAGMA page_size");
}

/* Drops other corpora, the one that was not used for longest first, and at last this one. */
static gboolean
make_room (BlStore *store, guint64 most)
{
  while (bytes_in_use (store) > most)
    {
      g_autofree char *other
          = g_strdup_printf ("SELECT id FROM manifests ORDER BY id = %" G_GINT64_FORMAT ", used, id LIMIT 1", store->corpus);
      const gint64 oldest = ask (store, other);
      g_autofree char *drop = g_strdup_printf ("DELETE FROM articles WHERE corpus = %" G_GINT64_FORMAT
                                               "; DELETE FROM manifests WHERE id = %" G_GINT64_FORMAT,
                                               oldest, oldest);
      if (oldest < 0 || !run (store, drop))
        return oldest < 0;
    }
  return TRUE;
}

static gboolean
note_use (BlStore *store)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE manifests SET used = %" G_GINT64_FORMAT " WHERE id = %" G_GINT64_FORMAT
                                          " AND used <> %" G_GINT64_FORMAT,
                                          today (), store->corpus, today ());
  return run (store, sql);
}

void
bl_store_keep (BlStore *store, const BlStoreNews *news, char **remark)
{
  gboolean any = news->manifest != NULL;
  for (guint i = 0; i < news->n && !any; i++)
    any = news->is_new[i] && news->rows[i] != NULL;
  if (!any)
    {
      note_use (store);
      return;
    }
  const gboolean done = run (store, "BEGIN IMMEDIATE") && (news->manifest == NULL || write_manifest (store, news))
                        && write_rows (store, news) && sweep (store, news) && make_room (store, news->most)
                        && run (store, "COMMIT");
  if (done)
    {
      run (store, "PRAGMA incremental_vacuum");
      return;
    }
  /* Another run that writes at the same time writes the same. */
  if ((sqlite3_errcode (store->db) & 0xff) != SQLITE_BUSY)
    remark_failure (remark, store);
  run (store, "ROLLBACK");
}
