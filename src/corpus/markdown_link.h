/* The marks of a link or picture as they stand in Markdown. Offsets into text; nothing past end is looked at. */
#pragma once

#include <glib.h>

/* One past the "[", "![" or "<" that opens the link which comes next, or at when it is not there. */
gsize bl_markdown_open_link (const char *text, gsize at, gsize end);

/* One past the link whose words end at at: "](address "title")", "][name]", "]" or ">"; at when none of these is there. */
gsize bl_markdown_close_link (const char *text, gsize at, gsize end);
