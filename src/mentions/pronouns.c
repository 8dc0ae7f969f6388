#include "mentions/scan.h"
void
bl_find_pronouns (BlScan *scan)
{
  (void) scan;
}
