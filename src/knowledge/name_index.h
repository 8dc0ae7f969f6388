/* Private to src/knowledge. */
#pragma once

#include "knowledge/names.h"

typedef struct BlNameIndex BlNameIndex;
void bl_name_index_free (BlNameIndex *index);
