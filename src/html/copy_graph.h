/* The drawing of the copy graph, with its table. */
#pragma once

#include "report/copy_graph.h"
#include "report/html_writer.h"

/* Nothing when there are no links. */
void bl_html_copy_graph (BlHtmlWriter *writer, const BlCopyGraph *graph);
