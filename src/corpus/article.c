#include "corpus/article.h"

#include <string.h>

void
bl_article_free (BlArticle *article)
{
  if (article == NULL)
    return;
  g_free (article->id);
  g_free (article->key);
  g_free (article->path);
  g_free (article->file);
  g_free (article->language);
  g_free (article->title);
  g_free (article->url);
  g_free (article->author);
  g_free (article->origin);
  bl_document_free ((BlDocument *) article->document);
  g_clear_pointer (&article->remarks, g_ptr_array_unref);
  g_free (article);
}

/* "en_US" → "en-US"; a tag is what later stages compare. Owned. */
static char *
clean_language (const char *language)
{
  if (language == NULL || language[0] == '\0' || g_ascii_strcasecmp (language, "english") == 0)
    return g_strdup ("en");
  char *tag = g_strdelimit (g_strdup (language), "_", '-');
  for (char *p = tag; *p != '\0' && *p != '-'; p++)
    *p = g_ascii_tolower (*p);
  return tag;
}

/* The folder that an article lies in: the first one below the root, else the root itself. Owned. */
static char *
folder_name (const BlRoot *root, const char *path)
{
  const char *slash = strchr (path, '/');
  g_autofree char *name = slash != NULL ? g_strndup (path, (gsize) (slash - path)) : g_path_get_basename (root->folder);
  return g_filename_display_name (name);
}

/* corpus.json says, or the file, or the folder; the last two are checked against what corpus.json declares. */
static const BlSource *
choose_source (const BlArticleMaker *maker, const BlRoot *root, const BlRecord *record)
{
  BlSources *sources = maker->sources;
  const BlConfigArticle *entry = record->input->entry;
  gboolean closed = root->config != NULL && root->config->sources->len > 0;
  if (entry != NULL && entry->source != NULL && root->config == NULL)
    return bl_sources_by_name (sources, NULL, entry->source); /* a draft from elsewhere, named by the caller */
  if (entry != NULL && entry->source != NULL)
    {
      const BlConfigSource *declared = bl_config_find_source (root->config, entry->source);
      return bl_sources_by_id (sources, declared != NULL ? declared->id : entry->source);
    }

  const BlMetadata *metadata = &record->metadata;
  g_autofree char *folder = folder_name (root, record->input->path);
  const char *said = metadata->source != NULL ? metadata->source : folder;
  if (closed && bl_config_find_source (root->config, said) == NULL)
    {
      g_autofree char *message = bl_config_unknown_source (root->config, said);
      guint line = metadata->source != NULL ? metadata->source_line : record->line;
      bl_problems_add (maker->problems, BL_PROBLEM_NOTE, record->input->shown, line,
                       metadata->source != NULL ? metadata->source_column : 0, "%s%s", message,
                       metadata->source != NULL ? ""
                                                : " (the name of the folder; list the file under “articles” in corpus.json)");
    }
  if (metadata->source != NULL)
    return bl_sources_by_name (sources, root->config, said);
  const BlConfigSource *declared = closed ? bl_config_find_source (root->config, folder) : NULL;
  return bl_sources_by_id (sources, declared != NULL ? declared->id : folder);
}

/* The first of the two that says something, taken out of metadata or copied from the entry. */
static char *
choose (const char *entry, char **metadata)
{
  return entry != NULL ? g_strdup (entry) : g_steal_pointer (metadata);
}

BlArticle *
bl_article_make (const BlArticleMaker *maker, const BlRoot *root, BlRecord *record)
{
  static const BlConfigArticle nothing = { 0 };
  const BlInput *input = record->input;
  const BlConfigArticle *entry = input->entry != NULL ? input->entry : &nothing;
  BlMetadata *metadata = &record->metadata;

  BlArticle *article = g_new0 (BlArticle, 1);
  article->id = metadata->id != NULL ? g_strconcat (root->prefix, input->path, "#", metadata->id, NULL)
                                     : g_strconcat (root->prefix, input->path, NULL);
  article->path = g_strconcat (root->prefix, input->path, NULL);
  article->key = entry->id != NULL ? g_strdup (entry->id) : g_strdup (metadata->key);
  article->file = g_strdup (input->shown);
  article->is_draft = input->is_draft;
  if (maker != NULL)
    article->source = choose_source (maker, root, record);
  g_autofree char *language = choose (entry->language, &metadata->language);
  article->language = clean_language (language);
  article->title = choose (entry->title, &metadata->title);
  article->url = choose (entry->url, &metadata->url);
  article->author = choose (entry->author, &metadata->author);
  article->origin = choose (entry->origin, &metadata->origin);
  article->published = entry->published.precision != BL_DATE_UNKNOWN ? entry->published : metadata->published;
  article->document = g_steal_pointer (&record->document);
  article->remarks = g_steal_pointer (&record->remarks);
  if (maker != NULL && article->published.precision == BL_DATE_UNKNOWN)
    bl_problems_add (
        maker->problems, BL_PROBLEM_NOTE, input->shown, record->line, 0,
        "no date of publication: what depends on the date is not checked; give “published” in corpus.json or in the file");
  return article;
}
