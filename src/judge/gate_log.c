#include "judge/gate_log.h"

struct BlGateLog
{
  GArray *entries;   /* BlGateEntry */
  GArray *sentences; /* BlGateSentences */
};

BlGateLog *
bl_gate_log_new (void)
{
  BlGateLog *log = g_new0 (BlGateLog, 1);
  log->entries = g_array_new (FALSE, FALSE, sizeof (BlGateEntry));
  log->sentences = g_array_new (FALSE, FALSE, sizeof (BlGateSentences));
  return log;
}

void
bl_gate_log_free (BlGateLog *log)
{
  if (log == NULL)
    return;
  g_array_unref (log->entries);
  g_array_unref (log->sentences);
  g_free (log);
}

void
bl_gate_log_add (BlGateLog *log, const BlGateEntry *entry)
{
  g_array_append_val (log->entries, *entry);
}

void
bl_gate_log_add_sentences (BlGateLog *log, const BlGateSentences *sentences)
{
  g_array_append_val (log->sentences, *sentences);
}

const GArray *
bl_gate_log_sentences (const BlGateLog *log)
{
  return log->sentences;
}

const GArray *
bl_gate_log_entries (const BlGateLog *log)
{
  return log->entries;
}
