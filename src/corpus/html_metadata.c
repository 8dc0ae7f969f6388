#include "corpus/html_metadata.h"

#include <cjson/cJSON.h>
#include <string.h>

#include "corpus/html_page.h"

/* JSON-LD nests articles in graphs in lists; deeper than this nobody goes. */
#define LD_DEPTH 8

typedef struct
{
  BlMetadata *metadata;
  char **bad_date;
} Target;

static void
set_date (const Target *target, const char *text)
{
  if (text == NULL || *text == '\0' || target->metadata->published.precision != BL_DATE_UNKNOWN)
    return;
  if (!bl_metadata_read_date (text, &target->metadata->published))
    bl_metadata_set (target->bad_date, text);
}

static const char *
ld_string (const cJSON *object, const char *key)
{
  return cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (object, key));
}

/* The name or names of persons or organisations: strings, objects with "name", or arrays of these. Owned, or NULL. */
static char *
ld_names (const cJSON *value)
{
  if (cJSON_IsString (value))
    return g_strdup (value->valuestring);
  if (cJSON_IsObject (value))
    return g_strdup (ld_string (value, "name"));
  if (!cJSON_IsArray (value))
    return NULL;
  GString *list = g_string_new (NULL);
  const cJSON *item = NULL;
  cJSON_ArrayForEach (item, value)
  {
    const char *name = cJSON_IsString (item) ? item->valuestring : ld_string (item, "name");
    if (name != NULL && *name != '\0')
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
  }
  return g_string_free (list, list->len == 0);
}

/* What an article is based on: an address, or an object with one or with a name; of several the first. Owned, or NULL. */
static char *
ld_based_on (const cJSON *value)
{
  if (cJSON_IsArray (value))
    value = cJSON_GetArrayItem (value, 0);
  if (cJSON_IsString (value))
    return g_strdup (value->valuestring);
  static const char *const keys[] = { "url", "@id", "name", NULL };
  for (guint i = 0; cJSON_IsObject (value) && keys[i] != NULL; i++)
    if (ld_string (value, keys[i]) != NULL)
      return g_strdup (ld_string (value, keys[i]));
  return NULL;
}

static gboolean
is_article_type (const char *type)
{
  static const char *const others[] = { "BlogPosting", "LiveBlogPosting", "Report", NULL };
  return type != NULL && (g_str_has_suffix (type, "Article") || g_strv_contains (others, type));
}

static gboolean
is_ld_article (const cJSON *object)
{
  const cJSON *type = cJSON_GetObjectItemCaseSensitive (object, "@type");
  if (cJSON_IsString (type))
    return is_article_type (type->valuestring);
  const cJSON *item = NULL;
  cJSON_ArrayForEach (item, type)
  {
    if (is_article_type (cJSON_GetStringValue (item)))
      return TRUE;
  }
  return FALSE;
}

static void
read_ld_article (const Target *target, const cJSON *object)
{
  BlMetadata *metadata = target->metadata;
  const cJSON *page = cJSON_GetObjectItemCaseSensitive (object, "mainEntityOfPage");
  g_autofree char *author = ld_names (cJSON_GetObjectItemCaseSensitive (object, "author"));
  g_autofree char *publisher = ld_names (cJSON_GetObjectItemCaseSensitive (object, "publisher"));
  g_autofree char *origin = ld_names (cJSON_GetObjectItemCaseSensitive (object, "sourceOrganization"));
  bl_metadata_set (&metadata->title, ld_string (object, "headline"));
  bl_metadata_set (&metadata->author, author);
  bl_metadata_set (&metadata->source, publisher);
  g_autofree char *based_on = ld_based_on (cJSON_GetObjectItemCaseSensitive (object, "isBasedOn"));
  bl_metadata_set (&metadata->origin, origin);
  bl_metadata_set (&metadata->origin, based_on);
  bl_metadata_set (&metadata->language, ld_string (object, "inLanguage"));
  bl_metadata_set (&metadata->url, ld_string (object, "url"));
  bl_metadata_set (&metadata->url, cJSON_IsString (page) ? page->valuestring : ld_string (page, "@id"));
  set_date (target, ld_string (object, "datePublished"));
}

static void
read_ld (const Target *target, const cJSON *value, guint depth)
{
  if (depth > LD_DEPTH)
    return;
  if (cJSON_IsArray (value))
    {
      const cJSON *item = NULL;
      cJSON_ArrayForEach (item, value)
      {
        read_ld (target, item, depth + 1);
      }
      return;
    }
  if (!cJSON_IsObject (value))
    return;
  if (is_ld_article (value))
    read_ld_article (target, value);
  read_ld (target, cJSON_GetObjectItemCaseSensitive (value, "@graph"), depth + 1);
  read_ld (target, cJSON_GetObjectItemCaseSensitive (value, "mainEntity"), depth + 1);
}

static void
read_script (const Target *target, xmlNode *node)
{
  g_autofree char *type = bl_page_attribute (node, "type");
  if (type == NULL || g_ascii_strncasecmp (type, "application/ld+json", 19) != 0)
    return;
  g_autofree char *text = bl_page_text (node);
  cJSON *json = cJSON_Parse (text);
  read_ld (target, json, 0);
  cJSON_Delete (json);
}

/* What a <meta> is called: property for OpenGraph, name for the rest, itemprop for microdata. */
static void
read_meta (xmlNode *node, GHashTable *said)
{
  static const char *const keys[] = { "property", "name", "itemprop" };
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = bl_page_attribute (node, keys[i]);
      g_autofree char *content = bl_page_attribute (node, "content");
      if (name == NULL || content == NULL || *content == '\0')
        continue;
      g_autofree char *key = g_ascii_strdown (name, -1);
      if (!g_hash_table_contains (said, key))
        g_hash_table_insert (said, g_steal_pointer (&key), g_steal_pointer (&content));
    }
}

static void
read_link (xmlNode *node, GHashTable *said)
{
  g_autofree char *rel = bl_page_attribute (node, "rel");
  char *href = bl_page_attribute (node, "href");
  if (rel != NULL && href != NULL && g_ascii_strcasecmp (rel, "canonical") == 0 && !g_hash_table_contains (said, "canonical"))
    g_hash_table_insert (said, g_strdup ("canonical"), href);
  else
    g_free (href);
}

static void
read_time (xmlNode *node, GHashTable *said)
{
  char *when = bl_page_attribute (node, "datetime");
  if (when != NULL && !g_hash_table_contains (said, "<time>"))
    g_hash_table_insert (said, g_strdup ("<time>"), when);
  else
    g_free (when);
}

/* Visits every element once; scripts are read at once, the rest is kept by name in said. */
static void
gather (const Target *target, xmlNode *node, GHashTable *said, guint depth)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (bl_page_is (node, "script"))
        read_script (target, node);
      else if (bl_page_is (node, "meta"))
        read_meta (node, said);
      else if (bl_page_is (node, "link"))
        read_link (node, said);
      else if (bl_page_is (node, "time"))
        read_time (node, said);
      else if (bl_page_is (node, "title") && !g_hash_table_contains (said, "<title>"))
        g_hash_table_insert (said, g_strdup ("<title>"), bl_page_text (node));
      if (depth < BL_HTML_DEPTH)
        gather (target, node->children, said, depth + 1);
    }
}

static void
set_first (char **field, GHashTable *said, const char *const *names)
{
  for (; *names != NULL; names++)
    bl_metadata_set (field, g_hash_table_lookup (said, *names));
}

/* "Ferry stops – The Herald" → "Ferry stops": the name of the source at the end is no part of the title. */
static void
trim_title (BlMetadata *metadata)
{
  static const char *const marks[] = { " | ", " - ", " – ", " — ", " :: ", " · " };
  for (gsize i = 0; metadata->title != NULL && metadata->source != NULL && i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *end = g_strconcat (marks[i], metadata->source, NULL);
      if (g_str_has_suffix (metadata->title, end) && strlen (metadata->title) > strlen (end))
        metadata->title[strlen (metadata->title) - strlen (end)] = '\0';
    }
}

static void
set_from_page (const Target *target, xmlNode *root, GHashTable *said)
{
  static const char *const titles[] = { "og:title", "twitter:title", "dc.title", "headline", "<title>", NULL };
  static const char *const authors[] = { "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", NULL };
  static const char *const sources[] = { "og:site_name", "application-name", "dc.publisher", NULL };
  static const char *const urls[] = { "canonical", "og:url", NULL };
  static const char *const languages[] = { "og:locale", "dc.language", NULL };
  static const char *const dates[] = { "article:published_time",
                                       "datepublished",
                                       "og:published_time",
                                       "parsely-pub-date",
                                       "sailthru.date",
                                       "dc.date.issued",
                                       "dcterms.date",
                                       "dc.date",
                                       "pubdate",
                                       "publishdate",
                                       "publish-date",
                                       "date",
                                       "<time>",
                                       NULL };
  BlMetadata *metadata = target->metadata;
  g_autofree char *language = bl_page_attribute (root, "lang");
  set_first (&metadata->title, said, titles);
  set_first (&metadata->author, said, authors);
  set_first (&metadata->source, said, sources);
  set_first (&metadata->url, said, urls);
  bl_metadata_set (&metadata->language, language);
  set_first (&metadata->language, said, languages);
  for (const char *const *name = dates; *name != NULL; name++)
    set_date (target, g_hash_table_lookup (said, *name));
  if (metadata->source == NULL)
    metadata->source = bl_metadata_host (metadata->url);
  trim_title (metadata);
}

gboolean
bl_page_metadata_read (xmlDoc *document, BlMetadata *metadata, char **bad_date)
{
  const Target target = { metadata, bad_date };
  xmlNode *root = xmlDocGetRootElement (document);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gather (&target, root, said, 0);
  set_from_page (&target, root, said);
  if (metadata->published.precision != BL_DATE_UNKNOWN)
    g_clear_pointer (bad_date, g_free);
  const char *generator = g_hash_table_lookup (said, "generator");
  return generator == NULL || !g_str_has_prefix (generator, "belie");
}
