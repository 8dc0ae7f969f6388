#include "corpus/draft.h"

#include <string.h>

gboolean
bl_draft_covers (const char *const *paths, const char *file)
{
  for (; paths != NULL && *paths != NULL; paths++)
    if (bl_file_is_inside (file, *paths))
      return TRUE;
  return FALSE;
}

/* The innermost root that the absolute path lies in, or NULL. */
static BlRoot *
find_root (const GPtrArray *roots, const char *path)
{
  BlRoot *best = NULL;
  for (guint i = 0; i < roots->len; i++)
    {
      BlRoot *root = roots->pdata[i];
      gsize length = strlen (root->folder);
      gboolean inside = strncmp (path, root->folder, length) == 0 && path[length] == '/';
      if (inside && (best == NULL || length > strlen (best->folder)))
        best = root;
    }
  return best;
}

/* What the caller says wins over what corpus.json says about the file that the text stands for. */
static BlConfigArticle *
make_entry (const BlCorpusDraft *draft, const BlConfigArticle *listed)
{
  static const BlConfigArticle nothing = { 0 };
  const BlConfigArticle *base = listed != NULL ? listed : &nothing;
  BlConfigArticle *entry = g_new0 (BlConfigArticle, 1);
  entry->source = g_strdup (draft->source != NULL ? draft->source : base->source);
  entry->title = g_strdup (base->title);
  entry->language = g_strdup (base->language);
  entry->url = g_strdup (base->url);
  entry->author = g_strdup (base->author);
  entry->origin = g_strdup (base->origin);
  entry->published = draft->published.precision != BL_DATE_UNKNOWN ? draft->published : base->published;
  return entry;
}

/* The absolute path of a file that need not be there: its folder with links resolved, as roots have it. */
static char *
absolute_path (const char *name)
{
  g_autofree char *path = g_canonicalize_filename (name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *real = bl_root_resolve_path (parent);
  return g_build_filename (real != NULL ? real : parent, base, NULL);
}

BlDraft *
bl_draft_new (const BlCorpusDraft *draft, const GPtrArray *roots)
{
  BlDraft *made = g_new0 (BlDraft, 1);
  g_autofree char *path = absolute_path (draft->name);
  made->root = find_root (roots, path);
  if (made->root == NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *shown = g_path_get_dirname (draft->name);
      made->own = bl_root_new (folder, shown);
      made->own->prefix = g_strdup ("");
      made->root = made->own;
    }
  const char *below = path + strlen (made->root->folder);
  below += *below == '/' ? 1 : 0;
  made->entry = make_entry (draft, bl_config_entry (made->root->config, below));
  made->input = bl_input_new (below, path, draft->name, made->entry);
  made->input->bytes = g_bytes_new (draft->text, draft->length);
  made->input->is_draft = TRUE;
  return made;
}

void
bl_draft_free (BlDraft *draft)
{
  if (draft == NULL)
    return;
  bl_input_free (draft->input);
  bl_root_free (draft->own);
  if (draft->entry != NULL)
    bl_config_article_free (draft->entry);
  g_free (draft);
}
