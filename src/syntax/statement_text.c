/* Statements in words, for tests and traces. */
#include "syntax/statements.h"

static void
append_slot (GString *out, const BlStatements *statements, const char *name, guint phrase)
{
  if (phrase != BL_NO_PHRASE)
    g_string_append_printf (out, " %s:%s", name, bl_phrases_get (&statements->phrases, phrase)->lemma);
}

static void
append_adjuncts (GString *out, const BlStatements *statements, const BlAdjunct *adjuncts, guint n)
{
  for (guint i = 0; i < n; i++)
    append_slot (out, statements,
                 adjuncts[i].preposition == G_MAXUINT ? "-"
                                                      : bl_phrases_word (&statements->phrases, adjuncts[i].preposition)->text,
                 adjuncts[i].phrase);
}

char *
bl_statement_to_string (const BlStatements *statements, const BlStatement *statement)
{
  static const char *const names[]
      = { "question", "condition", "unreal", "quoted", "reported", "relative", "subordinate", "partial", "exists" };
  GString *out = g_string_new (statement->negated ? "not(" : "(");
  g_string_append (out, statement->lemma);
  append_slot (out, statements, "s", statement->subject);
  append_adjuncts (out, statements, statement->of_subject, statement->n_of_subject);
  append_slot (out, statements, "o", statement->object);
  append_slot (out, statements, "c", statement->complement);
  g_string_append (out, statement->n_adjuncts > 0 ? " |" : "");
  append_adjuncts (out, statements, statement->adjuncts, statement->n_adjuncts);
  g_string_append_c (out, ')');
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((statement->flags & 1u << i) != 0)
      g_string_append_printf (out, " %s", names[i]);
  return g_string_free (out, FALSE);
}
