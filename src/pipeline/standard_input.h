/* All of standard input as one text. */
#pragma once

#include <glib.h>

/* At most limit bytes, followed by a NUL that length does not count; a G_IO_ERROR otherwise. length may be NULL. Owned by the caller. */
char *bl_standard_input (gsize limit, gsize *length, GError **error);
