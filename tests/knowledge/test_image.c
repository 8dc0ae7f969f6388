/* A base from its image says what the base from its sources says, and no file in the cache makes it say anything else. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fixture.h"
#include "knowledge/image.h"
#include "text/fold.h"

typedef struct
{
  char *folder;  /* the cache */
  char *sources; /* an empty folder */
  char *bytes;   /* set_up_image(): of the one image in the cache, length of them */
  gsize length;
  char *wanted; /* and what its base says */
} World;

static const char *const good[] = { FIXTURES "good/knowledge", FIXTURES "nearer", NULL };

static void
set_up (World *world, gconstpointer data)
{
  (void) data;
  world->folder = g_dir_make_tmp ("belie-image-XXXXXX", NULL);
  world->sources = g_dir_make_tmp ("belie-source-XXXXXX", NULL);
  g_assert_true (world->folder != NULL && world->sources != NULL);
}

static void
empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
tear_down (World *world, gconstpointer data)
{
  (void) data;
  g_chmod (world->folder, 0700);
  char *const folders[] = { world->folder, world->sources };
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      empty (folders[i]);
      g_rmdir (folders[i]);
      g_free (folders[i]);
    }
  g_free (world->bytes);
  g_free (world->wanted);
}

static BlKnowledge *
open_paths (const World *world, const char *const *paths, BlProblems *problems, char **remark)
{
  g_autoptr (GError) error = NULL;
  BlKnowledge *kb = bl_knowledge_open (paths, world->folder, problems, remark, &error);
  g_assert_no_error (error);
  return kb;
}

/* The one image of the folder; NULL when there is none. */
static char *
image_path (const World *world)
{
  char *path = NULL;
  g_autoptr (GDir) dir = g_dir_open (world->folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".kb"))
      {
        g_assert_null (path);
        path = g_build_filename (world->folder, name, NULL);
      }
  return path;
}

/* --- everything that a base says ---------------------------------------------------------------------------------- */

static void
tell_texts (GString *out, const char *const *texts)
{
  for (; texts != NULL && *texts != NULL; texts++)
    g_string_append_printf (out, " “%s”", *texts);
}

static void
tell_reference (GString *out, const BlReference *reference)
{
  g_string_append_printf (out, " [%s %s %s %d]\n", reference->file, reference->entry, reference->source,
                          reference->low_confidence);
}

static void
tell_persons (GString *out, const BlKnowledge *kb)
{
  const GPtrArray *all = bl_knowledge_persons (kb);
  for (guint i = 0; i < all->len; i++)
    {
      const BlPerson *person = all->pdata[i];
      g_assert_true (bl_knowledge_person (kb, person->id) == person);
      g_string_append_printf (out, "%s %s %s %s %c %s", person->id, person->name, person->native, person->family,
                              person->gender != 0 ? person->gender : '-', person->country != NULL ? person->country->id : "");
      tell_texts (out, person->aliases);
      tell_reference (out, &person->reference);
      for (guint k = 0; k < person->n_terms; k++)
        {
          const BlTerm *term = person->terms[k];
          g_assert_true (term->person == person);
          g_assert_true (term->office == bl_knowledge_office (kb, term->office->id));
          g_string_append_printf (out, "  %s %s %d/%d %d %d", term->office->id, term->office->role->id, term->when.first,
                                  term->when.last, term->open, term->acting);
          tell_reference (out, &term->reference);
        }
      g_autofree char *folded = bl_fold_letters (person->name, -1);
      const GPtrArray *named = bl_knowledge_persons_named (kb, folded);
      for (guint k = 0; named != NULL && k < named->len; k++)
        g_string_append_printf (out, "  named %s\n", ((const BlPerson *) named->pdata[k])->id);
      g_autofree char *family = bl_fold_letters (person->family, -1);
      const GPtrArray *families = bl_knowledge_persons_by_family (kb, family);
      for (guint k = 0; families != NULL && k < families->len; k++)
        g_string_append_printf (out, "  family %s\n", ((const BlPerson *) families->pdata[k])->id);
      g_autofree char *name_class = bl_name_class (person->family);
      const GPtrArray *alike = bl_knowledge_persons_by_family_class (kb, name_class);
      g_string_append_printf (out, "  %s %u %s\n", name_class, alike->len, ((const BlPerson *) alike->pdata[0])->id);
      BlNameCandidate found[3];
      const guint n = i % 16 == 0 ? bl_name_search (kb, person->name + 1, found, G_N_ELEMENTS (found)) : 0;
      for (guint k = 0; k < n; k++)
        g_string_append_printf (out, "  near %s %.6f\n", found[k].person->id, found[k].probability);
    }
}

static void
tell_beginnings (GString *out, const BlKnowledge *kb)
{
  guint n = 0;
  const BlNameBeginning *beginnings = bl_knowledge_name_beginnings (kb, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s %d %c\n", beginnings[i].word, beginnings[i].alone,
                            'a' + bl_knowledge_gender_of_given_name (kb, beginnings[i].word) % 26);
}

static void
tell_first_words (GString *out, const BlKnowledge *kb)
{
  guint n = 0;
  const BlFirstWord *words = bl_knowledge_first_words (kb, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s %d %d\n", words[i].word, words[i].begins, words[i].alone);
}

static void
tell_offices (GString *out, const BlKnowledge *kb)
{
  const GPtrArray *all = bl_knowledge_offices (kb);
  for (guint i = 0; i < all->len; i++)
    {
      const BlOffice *office = all->pdata[i];
      g_string_append_printf (out, "%s %s %s %s %u", office->id, office->jurisdiction,
                              office->country != NULL ? office->country->name : "",
                              office->organisation != NULL ? office->organisation->name : "", office->seats);
      tell_texts (out, office->labels);
      g_autoptr (GPtrArray) terms = bl_knowledge_terms_of_office (kb, office, (BlDateRange){ 0 });
      for (guint k = 0; k < terms->len; k++)
        g_string_append_printf (out, " %s", ((const BlTerm *) terms->pdata[k])->person->id);
      g_string_append_c (out, '\n');
    }
  all = bl_knowledge_roles (kb);
  for (guint i = 0; i < all->len; i++)
    {
      const BlRole *role = all->pdata[i];
      g_string_append_printf (out, "%s %u %d %d", role->id, role->seats, role->national, role->courtesy);
      tell_texts (out, role->labels);
      tell_texts (out, role->excludes);
      g_string_append_c (out, '\n');
    }
}

/* Which entries a name has. */
static void
tell_surface (GString *out, const BlKnowledge *kb, const char *name)
{
  BlSurface found[8];
  guint n = 0;
  g_autofree char *folded = bl_fold_letters (name, -1);
  g_auto (GStrv) tokens = g_strsplit (folded, " ", -1);
  const guint used
      = bl_knowledge_match_surface (kb, (const char *const *) tokens, g_strv_length (tokens), found, G_N_ELEMENTS (found), &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, " %u:%d %s %s %d", used, found[i].kind, found[i].written, *(char *const *) found[i].entity,
                            found[i].ambiguous);
  g_string_append_c (out, '\n');
}

static void
tell_places (GString *out, const BlKnowledge *kb)
{
  const GPtrArray *all = bl_knowledge_countries (kb);
  for (guint i = 0; i < all->len; i++)
    {
      const BlCountry *country = all->pdata[i];
      g_string_append_printf (out, "%s %s %s", country->id, country->name, country->capital);
      tell_texts (out, country->names);
      tell_texts (out, country->demonyms);
      tell_texts (out, country->metonyms);
      tell_reference (out, &country->reference);
      for (guint k = 0; k < country->n_absent; k++)
        {
          g_string_append (out, country->absent[k].role);
          tell_reference (out, &country->absent[k].reference);
        }
      tell_surface (out, kb, country->name);
      if (country->capital != NULL)
        tell_surface (out, kb, country->capital);
    }
  all = bl_knowledge_organisations (kb);
  for (guint i = 0; i < all->len; i++)
    {
      const BlOrganisation *organisation = all->pdata[i];
      g_string_append_printf (out, "%s %s %s %s", organisation->id, organisation->name, organisation->kind,
                              organisation->country != NULL ? organisation->country->id : "");
      g_string_append_printf (out, " %u", bl_knowledge_n_terms_in (kb, organisation));
      tell_texts (out, organisation->names);
      tell_reference (out, &organisation->reference);
      for (guint k = 0; k < organisation->n_members; k++)
        {
          const BlMembership *member = &organisation->members[k];
          g_string_append_printf (out, "  %s %d/%d %s", member->country->id, member->when.first, member->when.last,
                                  member->seat);
          tell_reference (out, &member->reference);
        }
      tell_surface (out, kb, organisation->name);
    }
}

static void
tell_records (GString *out, const BlKnowledge *kb)
{
  const GPtrArray *all = bl_knowledge_treaties (kb);
  for (guint i = 0; i < all->len; i++)
    {
      const BlTreaty *treaty = all->pdata[i];
      g_string_append_printf (out, "%s %s %d", treaty->id, treaty->place, treaty->signed_on.year);
      tell_texts (out, treaty->names);
      for (guint k = 0; k < treaty->n_parties; k++)
        g_string_append_printf (out, " %s", treaty->parties[k]->id);
      for (guint k = 0; k < treaty->n_organisations; k++)
        g_string_append_printf (out, " %s", treaty->organisations[k]->id);
      tell_reference (out, &treaty->reference);
    }
  g_autoptr (GPtrArray) facts = bl_knowledge_facts (kb, "country/fi", "active-military", (BlDateRange){ 0 });
  for (guint i = 0; i < facts->len; i++)
    {
      const BlFact *fact = facts->pdata[i];
      g_string_append_printf (out, "%s %s %g %g %s", fact->subject, fact->attribute, fact->low, fact->high, fact->unit);
      tell_reference (out, &fact->reference);
    }
}

/* Owned by the caller. */
static char *
tell (const BlKnowledge *kb)
{
  GString *out = g_string_new (bl_knowledge_hash (kb));
  g_string_append_printf (out, "\n%u %u\n", bl_knowledge_n_terms (kb), bl_knowledge_n_facts (kb));
  tell_places (out, kb);
  tell_offices (out, kb);
  tell_records (out, kb);
  tell_persons (out, kb);
  tell_beginnings (out, kb);
  tell_first_words (out, kb);
  g_string_append_printf (out, "%.9f\n", bl_name_probability (kb, "Bill Smith", "William Smyth", NULL));
  g_autoptr (BlProblems) problems = bl_problems_new ();
  bl_knowledge_check (kb, problems);
  g_autofree char *notes = list_problems (problems, "");
  g_string_append (out, notes);
  return g_string_free (out, FALSE);
}

static void
assert_says (const BlKnowledge *kb, const char *wanted)
{
  g_autofree char *said = tell (kb);
  g_assert_cmpstr (said, ==, wanted);
}

static gboolean
is_mapped (const BlKnowledge *kb)
{
  return kb->image != NULL;
}

/* --- tests -------------------------------------------------------------------------------------------------------- */

static void
same_answers (const World *world, const char *const *paths)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlKnowledge) read = bl_knowledge_load (paths, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *wanted = tell (read);
  g_autofree char *remark = NULL;

  /* Freed before the next: then each stands where the one before did. */
  for (guint run = 0; run < 3; run++)
    {
      g_autoptr (BlKnowledge) kb = open_paths (world, paths, NULL, &remark);
      g_assert_cmpstr (remark, ==, NULL);
      g_assert_cmpint (is_mapped (kb), ==, run > 0);
      assert_says (kb, wanted);
    }
  /* Its address is taken by the first: every pointer of the second moves. */
  BlKnowledge *first = open_paths (world, paths, NULL, &remark);
  g_autoptr (BlKnowledge) second = open_paths (world, paths, NULL, &remark);
  g_assert_true (is_mapped (first) && is_mapped (second) && first->image != second->image);
  bl_knowledge_free (first);
  assert_says (second, wanted);
}

static void
test_same (World *world, gconstpointer data)
{
  (void) data;
  same_answers (world, good);
}

static void
test_shipped (World *world, gconstpointer data)
{
  (void) data;
  const char *paths[] = { BL_RULES_DIR "/knowledge", NULL };
  same_answers (world, paths);
}

/* Opens with a damaged image: the answers are right, and the next start has a right image again. */
static void
assert_repaired (const World *world)
{
  for (guint run = 0; run < 2; run++)
    {
      g_autofree char *remark = NULL;
      g_autoptr (BlKnowledge) kb = open_paths (world, good, NULL, &remark);
      g_assert_cmpint (is_mapped (kb), ==, run > 0);
      g_assert_cmpint (remark != NULL, ==, run == 0);
      if (run == 1)
        assert_says (kb, world->wanted);
    }
}

/* A world whose cache has the image of good. */
static void
set_up_image (World *world, gconstpointer data)
{
  set_up (world, data);
  g_autoptr (BlKnowledge) kb = open_paths (world, good, NULL, NULL);
  g_autofree char *path = image_path (world);
  g_assert_nonnull (path);
  g_assert_true (g_file_get_contents (path, &world->bytes, &world->length, NULL));
  world->wanted = tell (kb);
}

static void
write_image (const World *world, const char *bytes, gsize length)
{
  g_autofree char *path = image_path (world);
  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
}

static void
test_flipped (World *world, gconstpointer data)
{
  (void) data;
  /* Every byte of the header, and some hundred of what follows. */
  for (gsize at = 0; at < world->length; at += at < sizeof (BlKbImageHeader) ? 1 : world->length / 200)
    {
      const char bit = (char) (1 << (at % 8));
      world->bytes[at] ^= bit;
      write_image (world, world->bytes, world->length);
      world->bytes[at] ^= bit;
      assert_repaired (world);
    }
}

static void
test_truncated (World *world, gconstpointer data)
{
  (void) data;
  const gsize lengths[] = {
    0, 1, sizeof (BlKbImageHeader) - 1, sizeof (BlKbImageHeader), 4096, world->length / 2, world->length - 8, world->length - 1
  };
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      write_image (world, world->bytes, lengths[i]);
      assert_repaired (world);
    }
  g_autofree char *longer = g_malloc0 (world->length + 4096);
  memcpy (longer, world->bytes, world->length);
  write_image (world, longer, world->length + 4096);
  assert_repaired (world);
}

/* A header that is right in itself, and speaks of places that are not there. */
static void
test_foreign (World *world, gconstpointer data)
{
  (void) data;
  BlKbImageHeader *header = (BlKbImageHeader *) (void *) world->bytes;
  const BlKbImageHeader right = *header;
  guint64 *const places[] = { &header->size,       &header->key,      &header->root,       &header->problems,
                              &header->n_problems, &header->pointers, &header->n_pointers, &header->sum };
  const guint64 values[]
      = { 0, 1, 7, world->length, world->length - 8, world->length + 8, G_MAXUINT64, G_MAXUINT64 / 2, G_MAXUINT64 - 7 };
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint k = 0; k < G_N_ELEMENTS (values); k++)
      {
        *header = right;
        if (*places[i] == values[k])
          continue;
        /* What the header's own sum would find is let through; a damaged rest would be found by the other. */
        *places[i] = values[k];
        header->head_sum = bl_kb_image_head_sum (header);
        write_image (world, world->bytes, world->length);
        g_autoptr (BlKnowledge) kb = open_paths (world, good, NULL, NULL);
        g_assert_nonnull (kb);
      }
  *header = right;
  header->format++;
  header->head_sum = bl_kb_image_head_sum (header);
  write_image (world, world->bytes, world->length);
  assert_repaired (world);
}

static void
test_not_ours (World *world, gconstpointer data)
{
  (void) data;
  g_autofree char *path = image_path (world);
  g_assert_cmpint (g_chmod (path, 0620), ==, 0);
  assert_repaired (world);

  /* A link in its place is not followed, but replaced. */
  g_autofree char *elsewhere = g_build_filename (world->folder, "elsewhere", NULL);
  g_assert_cmpint (g_rename (path, elsewhere), ==, 0);
  g_assert_cmpint (symlink ("elsewhere", path), ==, 0);
  {
    g_autoptr (BlKnowledge) kb = open_paths (world, good, NULL, NULL);
    g_assert_false (is_mapped (kb));
  }
  g_assert_false (g_file_test (path, G_FILE_TEST_IS_SYMLINK));

  /* A folder where others may write. */
  g_assert_cmpint (g_chmod (world->folder, 0770), ==, 0);
  g_autofree char *remark = NULL;
  g_autoptr (BlKnowledge) kb = open_paths (world, good, NULL, &remark);
  g_assert_false (is_mapped (kb));
  g_assert_nonnull (strstr (remark, "others may write there"));
  assert_says (kb, world->wanted);
}

static void
test_no_folder (World *world, gconstpointer data)
{
  const World nowhere = { .folder = "/dev/null/cache" };
  (void) world;
  (void) data;
  g_autofree char *remark = NULL;
  g_autoptr (BlKnowledge) kb = open_paths (&nowhere, good, NULL, &remark);
  g_assert_nonnull (kb);
  g_assert_nonnull (strstr (remark, "nothing compiled is read or kept"));
}

/* --- sources that change ------------------------------------------------------------------------------------------ */

static char *
write_source (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* Past the time in which a change may not be seen. */
static void
settle (void)
{
  g_usleep (250 * 1000);
}

static void
test_changed (World *world, gconstpointer data)
{
  (void) data;
  static const char *const form
      = "{\"format\": 1, \"source\": \"a gazette\", \"persons\": [{\"id\": \"ada\", \"name\": \"Ada %s\"}]}";
  g_autofree char *first = g_strdup_printf (form, "Oak");
  g_autofree char *path = write_source (world->sources, "own.json", first);
  const char *const paths[] = { path, NULL };
  g_autofree char *remark = NULL;
  {
    g_autoptr (BlKnowledge) kb = open_paths (world, paths, NULL, &remark);
    g_assert_false (is_mapped (kb));
    g_assert_nonnull (strstr (remark, "changed a moment ago"));
  }
  settle ();
  for (guint run = 0; run < 2; run++)
    {
      g_autoptr (BlKnowledge) kb = open_paths (world, paths, NULL, NULL);
      g_assert_cmpint (is_mapped (kb), ==, run > 0);
      g_assert_cmpstr (bl_knowledge_person (kb, "ada")->family, ==, "Oak");
    }
  /* Of the same size, and as old as before. */
  GStatBuf before;
  g_assert_cmpint (g_stat (path, &before), ==, 0);
  g_autofree char *second = g_strdup_printf (form, "Elm");
  g_free (write_source (world->sources, "own.json", second));
  const struct timespec times[2] = { before.st_atim, before.st_mtim };
  g_assert_cmpint (utimensat (-1, path, times, 0), ==, 0);
  settle ();
  for (guint run = 0; run < 2; run++)
    {
      g_autoptr (BlKnowledge) kb = open_paths (world, paths, NULL, NULL);
      g_assert_cmpint (is_mapped (kb), ==, run > 0);
      g_assert_cmpstr (bl_knowledge_person (kb, "ada")->family, ==, "Elm");
    }
  g_autofree char *one = image_path (world); /* the older one was replaced */
  g_assert_nonnull (one);
}

static void
test_problems (World *world, gconstpointer data)
{
  (void) data;
  g_autofree char *path
      = write_source (world->sources, "own.csv", "name,start,office,country\nAda Oak,soon,mayor,zz\nIda Elm,,,\n");
  const char *const paths[] = { path, NULL };
  g_autofree char *wanted = NULL;
  settle ();
  for (guint run = 0; run < 2; run++)
    {
      g_autoptr (BlProblems) problems = bl_problems_new ();
      g_autoptr (BlKnowledge) kb = open_paths (world, paths, problems, NULL);
      g_assert_cmpint (is_mapped (kb), ==, run > 0);
      g_autofree char *said = list_problems (problems, "");
      g_assert_cmpstr (said, !=, "");
      g_assert_true (bl_problems_any_partial (problems));
      if (run == 0)
        wanted = g_steal_pointer (&said);
      else
        g_assert_cmpstr (said, ==, wanted);
    }
}

/* What cannot be read is not kept. */
static void
test_bad (World *world, gconstpointer data)
{
  (void) data;
  const char *const paths[] = { FIXTURES "bad/knowledge", NULL };
  for (guint run = 0; run < 2; run++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (bl_knowledge_open (paths, world->folder, NULL, NULL, &error));
      g_assert_error (error, BL_KNOWLEDGE_ERROR, BL_KNOWLEDGE_ERROR_SCHEMA);
    }
  g_assert_null (image_path (world));
}

static void
test_old_ones_go (World *world, gconstpointer data)
{
  (void) data;
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02u.kb", i);
      g_autofree char *path = write_source (world->folder, name, "old");
      const struct timespec times[2] = { { .tv_sec = 1000 + i }, { .tv_sec = 1000 + i } };
      g_assert_cmpint (utimensat (-1, path, times, 0), ==, 0);
    }
  g_autoptr (BlKnowledge) kb = open_paths (world, good, NULL, NULL);
  g_assert_nonnull (kb);
  g_autofree char *last = g_build_filename (world->folder, "11.kb", NULL);
  g_autofree char *first = g_build_filename (world->folder, "00.kb", NULL);
  g_assert_true (g_file_test (last, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_autoptr (BlKnowledge) again = open_paths (world, good, NULL, NULL);
  g_assert_true (is_mapped (again));
}

/* A file is summed up once, when it has stood for a moment; whatever is done to it after that is seen. */
static void
test_remembered (World *world, gconstpointer data)
{
  (void) data;
  g_autofree char *path = write_source (world->folder, "kept.kb", "large");
  g_autofree char *unused = NULL;
  const int folder = bl_kept_open_folder (world->folder, &unused);
  const int file = g_open (path, O_RDWR | O_CLOEXEC, 0);
  g_assert_cmpint (folder, >=, 0);
  g_assert_cmpint (file, >=, 0);
  for (guint run = 0; run < 2; run++)
    {
      g_assert_false (bl_kb_image_is_remembered (folder, "kept.kb", file));
      bl_kb_image_remember (folder, "kept.kb", file);
      g_assert_cmpint (bl_kb_image_is_remembered (folder, "kept.kb", file), ==, run > 0);
      settle ();
    }

  /* Of the same size, and as old as before. */
  GStatBuf before;
  g_assert_cmpint (fstat (file, &before), ==, 0);
  g_assert_cmpint (write (file, "L", 1), ==, 1);
  const struct timespec times[2] = { before.st_atim, before.st_mtim };
  g_assert_cmpint (futimens (file, times), ==, 0);
  settle ();
  g_assert_false (bl_kb_image_is_remembered (folder, "kept.kb", file));
  bl_kb_image_remember (folder, "kept.kb", file);
  g_assert_true (bl_kb_image_is_remembered (folder, "kept.kb", file));
  g_close (file, NULL);
  g_close (folder, NULL);
}

/* --- sums --------------------------------------------------------------------------------------------------------- */

static void
test_sum (void)
{
  guint64 words[13] = { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    words[i] = i * G_GUINT64_CONSTANT (0x0123456789ABCDEF);
  const guint64 sum = bl_kept_sum (words, sizeof words);
  for (guint bit = 0; bit < 64 * G_N_ELEMENTS (words); bit++)
    {
      words[bit / 64] ^= G_GUINT64_CONSTANT (1) << (bit % 64);
      g_assert_cmpuint (bl_kept_sum (words, sizeof words), !=, sum);
      words[bit / 64] ^= G_GUINT64_CONSTANT (1) << (bit % 64);
    }
  g_assert_cmpuint (bl_kept_sum (words, sizeof words), ==, sum);
  g_assert_cmpuint (bl_kept_sum (words, sizeof words - 8), !=, sum);
}

#define ADD(name, test) g_test_add ("/knowledge/image/" name, World, NULL, set_up, test, tear_down)
#define ADD_OF_IMAGE(name, test) g_test_add ("/knowledge/image/" name, World, NULL, set_up_image, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("same", test_same);
  ADD ("shipped", test_shipped);
  ADD_OF_IMAGE ("flipped", test_flipped);
  ADD_OF_IMAGE ("truncated", test_truncated);
  ADD_OF_IMAGE ("foreign", test_foreign);
  ADD_OF_IMAGE ("not-ours", test_not_ours);
  ADD ("no-folder", test_no_folder);
  ADD ("changed", test_changed);
  ADD ("remembered", test_remembered);
  ADD ("problems", test_problems);
  ADD ("bad", test_bad);
  ADD ("old-ones-go", test_old_ones_go);
  g_test_add_func ("/knowledge/image/sum", test_sum);
  return g_test_run ();
}
