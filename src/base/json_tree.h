/* Builds the cJSON tree of a text that the scanner has passed. Private to src/base.
 *
 * cJSON_Parse() would read the text a second time, with two allocations a value, and hand back nothing about places; on the
 * shipped knowledge that was most of the start-up (14 ms against 6). The nodes are cJSON's own, so every cJSON accessor works;
 * a test holds the tree equal to what cJSON_Parse() makes. */
#pragma once

#include <cjson/cJSON.h>
#include <glib.h>

/* text must have passed bl_json_scan(), which found n_nodes values. The tree is one block of n_nodes nodes in document order, so
 * the nth entry of the scanner's starts belongs to nodes[n]; keys and strings are unescaped in place and point into text.
 * Free the block with g_free(), after which text may go too; never cJSON_Delete() it. */
cJSON *bl_json_build (char *text, guint n_nodes);
