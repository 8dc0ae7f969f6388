#include "compare/gate_order.h"

#include <string.h>

/* Kept in step with the judges by hand: bl_gates_judge(), judge() of figures.c, those of days.c, of statements.c and of altered_gates.c. */
const BlGate *
bl_gate_order (const char *check)
{
  static const struct
  {
    const char *check;
    BlGate gates[BL_N_GATES];
  } orders[] = {
    { "claims of rules",
      { BL_GATE_INTERVAL, BL_GATE_SLOT, BL_GATE_TIME, BL_GATE_SPEAKER, BL_GATE_MODALITY, BL_GATE_ORIGIN, BL_GATE_NONE } },
    { "figures",
      { BL_GATE_SUBJECT, BL_GATE_PREDICATE, BL_GATE_SLOT, BL_GATE_INTERVAL, BL_GATE_TIME, BL_GATE_MODALITY, BL_GATE_QUOTE,
        BL_GATE_NONE } },
    { "days",
      { BL_GATE_PREDICATE, BL_GATE_MODALITY, BL_GATE_SLOT, BL_GATE_SUBJECT, BL_GATE_TIME, BL_GATE_QUOTE, BL_GATE_INTERVAL,
        BL_GATE_NONE } },
    { "altered words",
      { BL_GATE_SUBJECT, BL_GATE_PREDICATE, BL_GATE_SLOT, BL_GATE_TIME, BL_GATE_SPEAKER, BL_GATE_MODALITY, BL_GATE_QUOTE,
        BL_GATE_NONE } },
    { "statements", { BL_GATE_MODALITY, BL_GATE_QUOTE, BL_GATE_SPEAKER, BL_GATE_NONE } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (strcmp (orders[i].check, check) == 0)
      return orders[i].gates;
  return NULL;
}
