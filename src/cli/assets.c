#include "cli/assets.h"

#include <gio/gio.h>

/* Generated from packaging/program (cmake/Resources.cmake). */
GResource *bl_cli_assets_get_resource (void);

char *
bl_cli_asset (const char *name)
{
  g_autofree char *path = g_strconcat ("/belie/cli/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (bl_cli_assets_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GString) text = g_string_new_len (data, (gssize) length);
  g_string_replace (text, "@VERSION@", BL_VERSION, 0);
  g_string_replace (text, "@ACTION@", BL_ACTION, 0);
  return g_strdup (text->str);
}
