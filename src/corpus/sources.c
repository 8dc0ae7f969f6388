#include "corpus/sources.h"

#include <string.h>

#include "corpus/metadata.h"

struct BlSources
{
  GPtrArray *list;   /* of owned BlSource */
  GHashTable *by_id; /* id → BlSource */
  GHashTable *said;  /* name, alias or host of a declared source, casefolded (owned) → BlSource; the first that has it */
};

static void
source_free (gpointer data)
{
  BlSource *source = data;
  g_free (source->id);
  g_free (source->name);
  g_free (source->url);
  g_free (source->kind);
  g_strfreev (source->aliases);
  g_free (source);
}

BlSources *
bl_sources_new (void)
{
  BlSources *sources = g_new0 (BlSources, 1);
  sources->list = g_ptr_array_new_with_free_func (source_free);
  sources->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  sources->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return sources;
}

void
bl_sources_free (BlSources *sources)
{
  if (sources == NULL)
    return;
  g_hash_table_unref (sources->by_id);
  g_hash_table_unref (sources->said);
  g_ptr_array_unref (sources->list);
  g_free (sources);
}

static BlSource *
add (BlSources *sources, const char *id, const char *name)
{
  BlSource *source = g_new0 (BlSource, 1);
  source->id = g_strdup (id);
  source->name = g_strdup (name);
  source->kind = g_strdup ("unknown");
  g_ptr_array_add (sources->list, source);
  g_hash_table_insert (sources->by_id, source->id, source);
  return source;
}

static void
enter_word (BlSources *sources, const char *word, BlSource *source)
{
  g_autofree char *key = word != NULL ? g_utf8_casefold (word, -1) : NULL;
  if (key != NULL && !g_hash_table_contains (sources->said, key))
    g_hash_table_insert (sources->said, g_steal_pointer (&key), source);
}

static void
enter_words (BlSources *sources, BlSource *source)
{
  g_autofree char *host = bl_metadata_host (source->url);
  enter_word (sources, source->id, source);
  enter_word (sources, source->name, source);
  enter_word (sources, host, source);
  for (guint i = 0; source->aliases[i] != NULL; i++)
    enter_word (sources, source->aliases[i], source);
}

static BlSource *
find_word (const BlSources *sources, const char *text)
{
  g_autofree char *host = bl_metadata_host (text);
  g_autofree char *key = g_utf8_casefold (host != NULL ? host : text, -1);
  return g_hash_table_lookup (sources->said, key);
}

void
bl_sources_declare (BlSources *sources, const BlConfig *config)
{
  for (guint i = 0; config != NULL && i < config->sources->len; i++)
    {
      const BlConfigSource *declared = config->sources->pdata[i];
      if (g_hash_table_contains (sources->by_id, declared->id))
        continue;
      BlSource *source = add (sources, declared->id, declared->name);
      source->url = g_strdup (declared->url);
      source->aliases = g_strdupv (declared->aliases);
      enter_words (sources, source);
      if (declared->kind != NULL)
        {
          g_free (source->kind);
          source->kind = g_strdup (declared->kind);
        }
    }
}

BlSource *
bl_sources_by_id (BlSources *sources, const char *id)
{
  BlSource *source = g_hash_table_lookup (sources->by_id, id);
  return source != NULL ? source : add (sources, id, id);
}

/* "The Herald" → "the-herald"; a host stays one. Text without any letter or digit is its own id. */
static char *
id_of_name (const char *text)
{
  char *host = bl_metadata_host (text);
  if (host != NULL)
    return host;
  char *id = bl_fold_letters (text, -1);
  g_strstrip (id);
  g_strdelimit (id, " ", '-');
  if (id[0] != '\0')
    return id;
  g_free (id);
  return g_strdup (text);
}

BlSource *
bl_sources_by_name (BlSources *sources, const BlConfig *config, const char *text)
{
  const BlConfigSource *declared = config != NULL ? bl_config_find_source (config, text) : NULL;
  if (declared != NULL)
    return bl_sources_by_id (sources, declared->id);
  BlSource *known = g_hash_table_lookup (sources->by_id, text);
  if (known == NULL)
    known = find_word (sources, text);
  if (known != NULL)
    return known;
  g_autofree char *id = id_of_name (text);
  BlSource *source = g_hash_table_lookup (sources->by_id, id);
  if (source != NULL)
    return source;
  g_autofree char *host = bl_metadata_host (text);
  return add (sources, id, host != NULL ? host : text);
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BlSource *const *) a)->id, (*(BlSource *const *) b)->id);
}

const GPtrArray *
bl_sources_sort (BlSources *sources)
{
  g_ptr_array_sort (sources->list, compare_sources);
  for (guint i = 0; i < sources->list->len; i++)
    {
      BlSource *source = sources->list->pdata[i];
      source->index = i;
      source->siblings = sources->list;
    }
  return sources->list;
}
