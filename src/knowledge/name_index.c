#include "knowledge/name_index.h"
void bl_name_index_free (BlNameIndex *index) { (void)index; }
