#include "mentions/scan.h"
void
bl_find_quantities (BlScan *scan)
{
  (void) scan;
}
