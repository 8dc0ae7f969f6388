#include "readers/readers.h"

const char *const *
bl_reader_predicates (void)
{
  static const char *const predicates[]
      = { "bears",   "corrects", "counts",     "credits", "happens-on", "has-gender",  "holds-office", "is-aged",
          "is-born", "is-named", "on-weekday", "reports", "says",       "spans-years", "tallies",      NULL };
  return predicates;
}
