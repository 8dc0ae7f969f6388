#include "mentions/scan.h"
void
bl_find_dates (BlScan *scan)
{
  (void) scan;
}
