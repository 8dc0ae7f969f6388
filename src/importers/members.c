#include "importers/members.h"

#include "base/json_write.h"

void
bl_import_write_member (GString *out, const char *key, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  g_string_append_printf (out, ",\"%s\":", key);
  bl_json_write_string (out, value);
}

void
bl_import_write_date (GString *out, const char *key, BlDate date)
{
  char text[BL_DATE_BYTES];
  if (date.precision != BL_DATE_UNKNOWN && bl_date_write (date, text) > 0)
    bl_import_write_member (out, key, text);
}
