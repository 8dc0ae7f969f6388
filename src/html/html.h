/* The editors' report: one file that opens from anywhere, needs no network, and is whole without its script. */
#pragma once

#include "report/report.h"

/* Appends the page of the run. Same run, same bytes. */
void bl_report_html (const BlRun *run, GString *out);
