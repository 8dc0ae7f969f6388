/* placeholder */
#include "knowledge/tables.h"
