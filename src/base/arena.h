/* A bump allocator with interning: what an article's claims hold is freed at once.
 *
 * Not thread-safe: one arena belongs to one article or one loader. Memory is zeroed. */
#pragma once

#include <glib.h>

typedef struct BlArena BlArena;

BlArena *bl_arena_new (void);

/* The same, but all that it holds stands side by side from address on (a multiple of the page size), or where the system has room: so
 * that its memory can be kept as a file and mapped again. Room for at most limit bytes is reserved, and taken as it is needed.
 * Where there is none (a limit of address space, say), the arena is an ordinary one. */
BlArena *bl_arena_new_at (gpointer address, gsize limit);

/* All that such an arena holds: where it begins, and its length. NULL for an ordinary one, and for one that has overflown. */
gpointer bl_arena_region (const BlArena *arena, gsize *length);

void bl_arena_free (BlArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlArena, bl_arena_free)

/* Aligned for any type; lives as long as the arena. */
void *bl_arena_alloc (BlArena *arena, gsize size);
char *bl_arena_strndup (BlArena *arena, const char *text, gsize length);
char *bl_arena_printf (BlArena *arena, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The one copy of text in this arena: equal strings give equal pointers. NULL gives NULL. */
const char *bl_arena_intern (BlArena *arena, const char *text);
const char *bl_arena_intern_len (BlArena *arena, const char *text, gsize length);

/* Nothing more will be interned: frees the table of what is, about as large as the texts. Interning goes on to work, but gives new
 * copies. */
void bl_arena_seal (BlArena *arena);

#define bl_arena_new0(arena, Type) ((Type *) bl_arena_alloc ((arena), sizeof (Type)))
