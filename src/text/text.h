/* The public face of src/text: offset-preserving normalisation, blocks, sentences, quotations. */
#pragma once

#include "text/document.h"
#include "text/fold.h"
#include "text/source_map.h"
#include "text/stem.h"
#include "text/word_kinds.h"
