/* What a figure tells of an event, by its unit and the words beside it: the slots of rules/lexicon/slots.json, "turnout" or "prison term". */
#pragma once

#include "mentions/mentions.h"

/* Immutable. */
typedef struct BlEventSlots BlEventSlots;

/* Reads slots.json; without the file there are none. */
BlEventSlots *bl_event_slots_load (const char *lexicon_dir, GError **error);
void bl_event_slots_free (BlEventSlots *slots);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlEventSlots, bl_event_slots_free)

/* The name of the slot that the figure fills, the same pointer for all that fill it; NULL: none. before and after: the terms (stems) beside it,
 * nearest first, NULL-terminated. */
const char *bl_event_slot_of (const BlEventSlots *slots, const BlQuantity *quantity, const char *const *before,
                              const char *const *after);

/* The term is one of the words by which the slot is known. */
gboolean bl_event_slot_has (const BlEventSlots *slots, const char *slot, const char *term);
