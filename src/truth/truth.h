/* Truth discovery: of many sources that answer the same questions differently, which answers are probably right, and which sources.
 *
 * A table of claims (table.h; read.h reads one from a file) goes to a method (method.h, methods.c lists them), which gives a result: a
 * choice for each item with its confidence, and a trust for each source. Nothing here knows of articles: any table of source, object,
 * attribute and value will do. */
#pragma once

#include "truth/method.h"
#include "truth/read.h"
#include "truth/similarity.h"
#include "truth/table.h"
#include "truth/value.h"
