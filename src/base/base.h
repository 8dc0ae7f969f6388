/* The public face of src/base: what every room stands on. */
#pragma once

#include "base/arena.h"
#include "base/date.h"
#include "base/excerpt.h"
#include "base/file.h"
#include "base/json.h"
#include "base/json_files.h"
#include "base/json_write.h"
#include "base/limits.h"
#include "base/parallel.h"
#include "base/problem.h"
#include "base/reader.h"
#include "base/sets.h"
#include "base/small.h"
#include "base/span.h"
#include "base/word.h"
