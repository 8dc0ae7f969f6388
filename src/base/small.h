/* For structures that are kept in great numbers. */
#pragma once

#include <stdbool.h>

/* "typedef enum BL_SMALL_ENUM { … } Name;": an enum of one byte. A flag in such a structure is a bool, which is a byte too. */
#define BL_SMALL_ENUM __attribute__ ((packed))
