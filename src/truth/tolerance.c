#include "truth/table.h"

#include <errno.h>
#include <math.h>
#include <string.h>

gboolean
bl_tolerance_parse (const char *text, BlTolerance *tolerance, GError **error)
{
  *tolerance = (BlTolerance){ BL_TOLERANCE_AUTO, 0 };
  if (strcmp (text, "auto") == 0)
    return TRUE;
  char *end = NULL;
  const double size = g_ascii_isdigit (*text) || *text == '.' ? g_ascii_strtod (text, &end) : NAN;
  while (end != NULL && *end == ' ')
    end++;
  if (isfinite (size) && end != text)
    {
      if (*end == '\0')
        *tolerance = (BlTolerance){ size > 0 ? BL_TOLERANCE_ABSOLUTE : BL_TOLERANCE_NONE, size };
      else if (strcmp (end, "%") == 0)
        *tolerance = (BlTolerance){ BL_TOLERANCE_RELATIVE, size / 100 };
      else if (strcmp (end, "min") == 0)
        *tolerance = (BlTolerance){ BL_TOLERANCE_MINUTES, size };
    }
  if (tolerance->kind != BL_TOLERANCE_AUTO)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "--tolerance is a number (3), a percentage (1%%), minutes (10min) or auto, not “%s”", text);
  return FALSE;
}
