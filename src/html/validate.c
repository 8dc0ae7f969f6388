#include "html/validate.h"

#include <string.h>

/* One page: ids that it has, and where it leads. Strings as they stand in the markup: an id and a link to it are escaped alike. */
typedef struct
{
  const char *name;
  GHashTable *ids;  /* char * */
  GPtrArray *twice; /* char * */
  GPtrArray *links; /* char * */
} Anchors;

static void
anchors_free (gpointer data)
{
  Anchors *anchors = data;
  g_hash_table_unref (anchors->ids);
  g_ptr_array_unref (anchors->twice);
  g_ptr_array_unref (anchors->links);
  g_free (anchors);
}

static void
take_attribute (Anchors *anchors, const char *name, gsize length, const char *value, gsize size)
{
  if (length == 2 && strncmp (name, "id", 2) == 0)
    {
      char *id = g_strndup (value, size);
      if (g_hash_table_contains (anchors->ids, id))
        g_ptr_array_add (anchors->twice, g_strdup (id));
      g_hash_table_add (anchors->ids, id);
    }
  else if (length == 4 && strncmp (name, "href", 4) == 0)
    g_ptr_array_add (anchors->links, g_strndup (value, size));
}

/* The attributes of a tag, from behind its name. Returns its end. */
static const char *
read_attributes (Anchors *anchors, const char *p)
{
  while (*p == ' ')
    {
      const char *name = ++p;
      p += strcspn (p, "=> ");
      if (*p != '=')
        continue;
      const gsize length = (gsize) (p - name);
      const char *value = p + strlen ("=\"");
      const char *end = strchr (value, '"');
      if (end == NULL)
        return value + strlen (value);
      take_attribute (anchors, name, length, value, (gsize) (end - value));
      p = end + 1;
    }
  return p;
}

static Anchors *
read_page (const BlHtmlFile *file)
{
  Anchors *anchors = g_new0 (Anchors, 1);
  anchors->name = file->name;
  anchors->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  anchors->twice = g_ptr_array_new_with_free_func (g_free);
  anchors->links = g_ptr_array_new_with_free_func (g_free);
  const char *p = file->text->str;
  while ((p = strchr (p, '<')) != NULL)
    {
      const char *name = ++p;
      p += strcspn (p, " >");
      const gsize length = (gsize) (p - name);
      p = read_attributes (anchors, p);
      /* What stands in these is no markup. */
      if (length == 5 && strncmp (name, "style", 5) == 0)
        p = strstr (p, "</style");
      else if (length == 6 && strncmp (name, "script", 6) == 0)
        p = strstr (p, "</script");
      if (p == NULL)
        break;
    }
  return anchors;
}

static void
complain (GPtrArray *complaints, const char *name, const char *subject, const char *what)
{
  g_ptr_array_add (complaints, g_strdup_printf ("%s: %s %s", name, subject, what));
}

/* "#id", "FILE" or "FILE#id". */
static void
follow (const Anchors *from, const char *link, GHashTable *pages, GHashTable *reached, GPtrArray *complaints)
{
  if (g_str_has_prefix (link, "https:") || g_str_has_prefix (link, "http:"))
    return;
  const gsize length = strcspn (link, "#");
  g_autofree char *name = g_strndup (link, length);
  const Anchors *to = length == 0 ? from : g_hash_table_lookup (pages, name);
  if (to == NULL)
    {
      complain (complaints, from->name, link, "leads to no file of the report");
      return;
    }
  g_hash_table_add (reached, (gpointer) to);
  if (link[length] == '#' && !g_hash_table_contains (to->ids, link + length + 1))
    complain (complaints, from->name, link, "leads nowhere");
}

guint
bl_html_validate (const GPtrArray *files, GPtrArray *complaints)
{
  const guint before = complaints->len;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (anchors_free);
  g_autoptr (GHashTable) pages = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < files->len; i++)
    {
      Anchors *anchors = read_page (files->pdata[i]);
      g_ptr_array_add (list, anchors);
      g_hash_table_insert (pages, (gpointer) anchors->name, anchors);
    }
  for (guint i = 0; i < list->len; i++)
    {
      const Anchors *anchors = list->pdata[i];
      for (guint k = 0; k < anchors->twice->len; k++)
        complain (complaints, anchors->name, anchors->twice->pdata[k], "stands twice as an id");
      for (guint k = 0; k < anchors->links->len; k++)
        follow (anchors, anchors->links->pdata[k], pages, reached, complaints);
    }
  for (guint i = 1; i < list->len; i++)
    if (!g_hash_table_contains (reached, list->pdata[i]))
      complain (complaints, ((const Anchors *) list->pdata[i])->name, "is of no use:", "no page leads to it");
  return complaints->len - before;
}
