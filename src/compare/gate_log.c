#include "compare/gate_log.h"

struct BlGateLog
{
  GArray *entries; /* BlGateEntry */
};

BlGateLog *
bl_gate_log_new (void)
{
  BlGateLog *log = g_new0 (BlGateLog, 1);
  log->entries = g_array_new (FALSE, FALSE, sizeof (BlGateEntry));
  return log;
}

void
bl_gate_log_free (BlGateLog *log)
{
  if (log == NULL)
    return;
  g_array_unref (log->entries);
  g_free (log);
}

void
bl_gate_log_add (BlGateLog *log, const BlGateEntry *entry)
{
  g_array_append_val (log->entries, *entry);
}

const GArray *
bl_gate_log_entries (const BlGateLog *log)
{
  return log->entries;
}
