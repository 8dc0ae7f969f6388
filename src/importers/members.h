/* Private to src/importers: members of an object of the base that is written. */
#pragma once

#include "base/base.h"

/* ,"key":"value"; nothing when value is NULL or empty. */
void bl_import_write_member (GString *out, const char *key, const char *value);

/* The same with a date as the base writes it; nothing when it is unknown. */
void bl_import_write_date (GString *out, const char *key, BlDate date);
