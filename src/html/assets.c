#include "html/sections.h"

#include <gio/gio.h>

/* Generated from reports/page (cmake/Resources.cmake). */
GResource *bl_html_assets_get_resource (void);

const char *
bl_html_asset (const char *file, gsize *length)
{
  g_autofree char *path = g_strconcat ("/belie/html/", file, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (bl_html_assets_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  /* The bytes are the program's own, uncompressed: they stay when the GBytes goes. */
  return g_bytes_get_data (bytes, length);
}

char *
bl_html_asset_hash (const char *file)
{
  gsize length = 0;
  const char *text = bl_html_asset (file, &length);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (checksum, (const guchar *) text, (gssize) length);
  guint8 digest[32];
  gsize size = sizeof digest;
  g_checksum_get_digest (checksum, digest, &size);
  g_autofree char *base64 = g_base64_encode (digest, size);
  return g_strdup_printf ("sha256-%s", base64);
}
