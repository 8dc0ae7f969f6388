/* Texts that the program carries: prose of manual pages, what `belie init` writes. */
#pragma once

#include <glib.h>

/* The text of packaging/program/NAME, with every @VERSION@ and @ACTION@ filled in; NULL when there is none. Owned by the caller. */
char *bl_cli_asset (const char *name);
