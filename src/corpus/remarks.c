#include "corpus/remarks.h"

#include "corpus/loader.h"

#include <string.h>

static void
remark_free (gpointer data)
{
  BlRemark *remark = data;
  g_free (remark->text);
  g_free (remark);
}

/* [start, end) is the comment with its marks, [inner, end - 3) what it says behind "belie:". */
static BlRemark *
remark_new (const char *bytes, gsize start, gsize inner, gsize end)
{
  BlRemark *remark = g_new0 (BlRemark, 1);
  remark->text = g_strstrip (g_strndup (bytes + inner, end - 3 - inner));
  BlLocation *at = &remark->location;
  at->offset = start;
  at->length = end - start;
  bl_load_position (bytes, start, &at->line, &at->column);
  bl_load_position (bytes, end, &at->end_line, &at->end_column);
  return remark;
}

GPtrArray *
bl_remarks_find (BlFormat format, const char *bytes, gsize length)
{
  static const char open[] = "<!--", mark[] = "belie:", close[] = "-->";
  if (format != BL_FORMAT_MARKDOWN && format != BL_FORMAT_HTML)
    return NULL;
  GPtrArray *remarks = NULL;
  gsize at = 0;
  const char *found;
  while ((found = memmem (bytes + at, length - at, open, strlen (open))) != NULL)
    {
      const gsize start = (gsize) (found - bytes);
      gsize inner = start + strlen (open);
      const char *stop = memmem (bytes + inner, length - inner, close, strlen (close));
      if (stop == NULL)
        break;
      at = (gsize) (stop - bytes) + strlen (close);
      while (inner < at - strlen (close) && g_ascii_isspace (bytes[inner]))
        inner++;
      if (at - strlen (close) - inner < strlen (mark) || memcmp (bytes + inner, mark, strlen (mark)) != 0)
        continue;
      if (remarks == NULL)
        remarks = g_ptr_array_new_with_free_func (remark_free);
      g_ptr_array_add (remarks, remark_new (bytes, start, inner + strlen (mark), at));
    }
  return remarks;
}
