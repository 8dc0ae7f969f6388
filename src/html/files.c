/* A report in one file, or in several when it has grown: an index, and the findings of each source. */
#include "html/galley.h"
#include "html/html.h"
#include "html/page.h"

#include <string.h>

/* Findings of one file: as many as a browser opens at once without being felt. */
#define MAX_FINDINGS 500
#define PART "findings-"

void
bl_html_file_free (BlHtmlFile *file)
{
  if (file == NULL)
    return;
  g_free (file->name);
  g_string_free (file->text, TRUE);
  g_free (file);
}

gboolean
bl_html_is_file_name (const char *name)
{
  return strcmp (name, BL_HTML_INDEX) == 0 || (g_str_has_prefix (name, PART) && g_str_has_suffix (name, ".html"));
}

static void
add_file (GPtrArray *files, const char *name, const BlHtmlPage *page)
{
  BlHtmlFile *file = g_new0 (BlHtmlFile, 1);
  file->name = g_strdup (name);
  file->text = g_string_new (NULL);
  bl_html_page (page, file->text);
  g_ptr_array_add (files, file);
}

/* --- parts --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  char *name;
  const BlSource *source; /* or NULL */
  GPtrArray *findings;    /* BlFinding * */
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;
  g_free (part->name);
  g_ptr_array_unref (part->findings);
  g_free (part);
}

/* "findings-lumen-wire": of an id only what every file system and every link takes. Owned by the caller. */
static char *
stem_of (const BlSource *source)
{
  g_autoptr (GString) stem = g_string_new (PART);
  for (const char *p = source != NULL ? source->id : "no-source"; *p != '\0' && stem->len < 60; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (stem, g_ascii_tolower (*p));
    else if (stem->str[stem->len - 1] != '-')
      g_string_append_c (stem, '-');
  if (stem->str[stem->len - 1] == '-')
    g_string_append (stem, "source");
  return g_strdup (stem->str);
}

/* A part of its own for each source, and a further one when it is full. names: those that are taken. */
static Part *
part_for (GPtrArray *parts, GHashTable *open, GHashTable *names, const BlSource *source)
{
  Part *part = g_hash_table_lookup (open, source);
  if (part != NULL && part->findings->len < MAX_FINDINGS)
    return part;
  g_autofree char *stem = stem_of (source);
  g_autofree char *name = g_strconcat (stem, ".html", NULL);
  for (guint n = 2; g_hash_table_contains (names, name); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u.html", stem, n);
    }
  part = g_new0 (Part, 1);
  part->name = g_steal_pointer (&name);
  part->source = source;
  part->findings = g_ptr_array_new ();
  g_ptr_array_add (parts, part);
  g_hash_table_add (names, part->name);
  g_hash_table_insert (open, (gpointer) source, part);
  return part;
}

/* The findings by source, in the order in which they come. Part, owned. */
static GPtrArray *
split (const GPtrArray *findings)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  g_autoptr (GHashTable) open = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < findings->len; i++)
    {
      const BlFinding *finding = findings->pdata[i];
      g_ptr_array_add (part_for (parts, open, names, finding->at->article->source)->findings, findings->pdata[i]);
    }
  return parts;
}

static void
add_parts (GPtrArray *files, const BlHtmlCards *all, const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = parts->pdata[i];
      BlHtmlCards cards = *all;
      cards.shown = part->findings;
      cards.file = part->name;
      cards.brief = FALSE;
      const BlHtmlPage page = { .cards = &cards, .part = part->source != NULL ? part->source->name : "no source" };
      add_file (files, part->name, &page);
    }
}

GPtrArray *
bl_report_html_files (const BlRun *run, gsize limit)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_html_file_free);
  g_auto (BlHtmlCards) cards;
  g_auto (BlHtmlGalleys) galleys;
  bl_html_cards_init (&cards, run);
  bl_html_galleys_init (&galleys, run);
  cards.galleys = &galleys;
  const BlHtmlPage whole = { .cards = &cards };
  add_file (files, BL_HTML_INDEX, &whole);
  if (((const BlHtmlFile *) files->pdata[0])->text->len <= limit || cards.shown->len == 0)
    return files;

  g_ptr_array_set_size (files, 0);
  g_autoptr (GPtrArray) parts = split (cards.shown);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = parts->pdata[i];
      for (guint k = 0; k < part->findings->len; k++)
        g_hash_table_insert (places, part->findings->pdata[k], part->name);
    }
  cards.places = places;
  cards.file = BL_HTML_INDEX;
  const BlHtmlPage index = { .cards = &cards, .as_lines = TRUE };
  add_file (files, BL_HTML_INDEX, &index);
  add_parts (files, &cards, parts);
  return files;
}
