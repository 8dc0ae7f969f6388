#include "authoring/kb_match.h"

#include "knowledge/names.h"
#include "text/text.h"

#include <stdio.h>
#include <string.h>

enum
{
  MAX_CANDIDATES = 5,
  LINES_AT_ONCE = 4096,      /* read, answered side by side, and written */
  MAX_LINE_BYTES = 64 * 1024 /* a name with its context; longer is a file of another kind */
};

/* Lines that are answered together. */
typedef struct Batch Batch;
struct Batch
{
  const BlKnowledge *kb;
  gboolean evidence;
  void (*answer) (const Batch *batch, char *line, GString *out);
  GPtrArray *lines;   /* owned, without line ends */
  GPtrArray *answers; /* GString */
};

/* --- one name ------------------------------------------------------------------------------------------------------ */

/* What a line says beside the name; "" for what it leaves out. */
typedef struct
{
  const char *name;
  const char *country; /* as written: a code, a name, a demonym */
  BlDateRange day;
  char *context; /* folded */
  gboolean with_evidence;
} Question;

static void
write_number (double number, GString *out)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.8g", number));
}

/* Those that are not zero. */
static void
write_evidence (const BlNameEvidence *evidence, GString *out)
{
  g_string_append (out, ",\"evidence\":{");
  guint n = 0;
  for (guint i = 0; i < BL_N_NAME_EVIDENCE; i++)
    if (evidence->value[i] != 0)
      {
        g_string_append_printf (out, "%s\"%s\":", n++ > 0 ? "," : "", bl_name_evidence_words[i]);
        write_number (evidence->value[i], out);
      }
  g_string_append_c (out, '}');
}

/* The transliteration classes of both names. */
static void
write_sounds (char *const *names, GString *out)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *classes = bl_name_classes (names[i]);
      g_string_append (out, i == 0 ? ",\"sounds\":[" : ",");
      bl_json_write_string (out, classes);
    }
  g_string_append_c (out, ']');
}

static gboolean
is_of_country (const BlKnowledge *kb, const BlPerson *person, const char *country)
{
  const BlCountry *asked = bl_knowledge_country (kb, country);
  if (asked == NULL)
    {
      g_autofree char *folded = bl_fold_letters (country, -1);
      g_auto (GStrv) tokens = g_strsplit (folded, " ", -1);
      BlSurface found[4];
      guint n = 0;
      const guint n_tokens = g_strv_length (tokens);
      if (bl_knowledge_match_surface (kb, (const char *const *) tokens, n_tokens, found, G_N_ELEMENTS (found), &n) == n_tokens)
        for (guint i = 0; i < n && asked == NULL; i++)
          if (found[i].kind == BL_SURFACE_COUNTRY || found[i].kind == BL_SURFACE_DEMONYM)
            asked = found[i].entity;
    }
  if (asked == NULL)
    return FALSE;
  gboolean is_of = person->country == asked;
  for (guint i = 0; i < person->n_terms; i++)
    is_of |= person->terms[i]->office->country == asked;
  return is_of;
}

static gboolean
holds_office (const BlPerson *person, BlDateRange day)
{
  for (guint i = 0; i < person->n_terms; i++)
    if (day.known && !bl_date_range_disjoint (person->terms[i]->when, day))
      return TRUE;
  return FALSE;
}

/* A label of one of the offices stands in the context. */
static gboolean
is_titled (const BlPerson *person, const char *context)
{
  for (guint i = 0; i < person->n_terms; i++)
    {
      const char *const *labels = person->terms[i]->office->role->labels;
      for (guint j = 0; labels[j] != NULL; j++)
        {
          g_autofree char *folded = bl_fold_letters (labels[j], -1);
          if (strstr (context, folded) != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

static void
write_signals (const BlKnowledge *kb, const Question *question, const BlPerson *person, GString *out)
{
  const struct
  {
    const char *name;
    gboolean is_there;
  } signals[] = { { "country", question->country[0] != '\0' && is_of_country (kb, person, question->country) },
                  { "date", holds_office (person, question->day) },
                  { "office", question->context[0] != '\0' && is_titled (person, question->context) } };
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    if (signals[i].is_there)
      g_string_append_printf (out, "%s\"%s\"", n++ == 0 ? ",\"signals\":[" : ",", signals[i].name);
  if (n > 0)
    g_string_append_c (out, ']');
}

static void
write_candidate (const BlKnowledge *kb, const Question *question, const BlNameCandidate *candidate, GString *out)
{
  static const char *const relations[]
      = { [BL_NAME_SAME] = "same", [BL_NAME_VARIANT] = "variant", [BL_NAME_NEAR] = "near", [BL_NAME_OTHER] = "other" };
  g_string_append (out, "{\"id\":");
  bl_json_write_string (out, candidate->person->id);
  g_string_append (out, ",\"name\":");
  bl_json_write_string (out, candidate->person->name);
  g_string_append (out, ",\"score\":");
  write_number (candidate->probability, out);
  g_string_append_printf (out, ",\"relation\":\"%s\"", relations[candidate->relation]);
  write_signals (kb, question, candidate->person, out);
  if (question->with_evidence && candidate->relation != BL_NAME_SAME)
    {
      BlNameEvidence evidence;
      bl_name_evidence (kb, question->name, candidate->person, &evidence);
      write_evidence (&evidence, out);
    }
  g_string_append_c (out, '}');
}

static void
answer_name (const Batch *batch, char *line, GString *out)
{
  const BlKnowledge *kb = batch->kb;
  g_auto (GStrv) fields = g_strsplit (line, "\t", 4);
  const guint n_fields = g_strv_length (fields);
  BlDate date = { 0 };
  if (n_fields > 1)
    bl_date_parse (fields[1], &date);
  Question question = { .name = n_fields > 0 ? fields[0] : "",
                        .country = n_fields > 2 ? fields[2] : "",
                        .day = bl_date_range (date),
                        .with_evidence = batch->evidence,
                        .context = bl_fold_letters (n_fields > 3 ? fields[3] : "", -1) };
  BlNameCandidate found[MAX_CANDIDATES];
  const guint n = bl_name_rank (kb, question.name, found, MAX_CANDIDATES);
  g_string_append (out, "{\"candidates\":[");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      write_candidate (kb, &question, &found[i], out);
    }
  g_string_append (out, "]}\n");
  g_free (question.context);
}

static void
answer_pair (const Batch *batch, char *line, GString *out)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 3);
  BlNameEvidence evidence = { { 0 } };
  const gboolean two = g_strv_length (fields) >= 2;
  g_string_append (out, "{\"score\":");
  write_number (two ? bl_name_probability (batch->kb, fields[0], fields[1], &evidence) : 0, out);
  if (two && batch->evidence)
    {
      write_evidence (&evidence, out);
      write_sounds (fields, out);
    }
  g_string_append (out, "}\n");
}

/* --- all lines ------------------------------------------------------------------------------------------------------ */

static void
answer_line (guint index, gpointer data)
{
  const Batch *batch = data;
  batch->answer (batch, g_ptr_array_index (batch->lines, index), g_ptr_array_index (batch->answers, index));
}

static void
string_free (gpointer string)
{
  g_string_free (string, TRUE);
}

static gboolean
answer_batch (Batch *batch)
{
  g_ptr_array_set_size (batch->answers, 0);
  for (guint i = 0; i < batch->lines->len; i++)
    g_ptr_array_add (batch->answers, g_string_new (NULL));
  bl_parallel_for (batch->lines->len, g_get_num_processors (), answer_line, batch);
  gboolean written = TRUE;
  for (guint i = 0; i < batch->lines->len && written; i++)
    {
      const GString *answer = g_ptr_array_index (batch->answers, i);
      written = bl_print (answer->str, answer->len);
    }
  g_ptr_array_set_size (batch->lines, 0);
  return written;
}

/* The line without its end; NULL, with a message, when it cannot be a name. */
static char *
take_line (char *line, gssize length, guint number)
{
  if (length > 0 && line[length - 1] == '\n')
    length--;
  if (length > 0 && line[length - 1] == '\r')
    length--;
  if (length <= MAX_LINE_BYTES && g_utf8_validate (line, length, NULL))
    return g_strndup (line, (gsize) length);
  fprintf (stderr, "standard input:%u: %s; the answer is empty\n", number,
           length > MAX_LINE_BYTES ? "the line is longer than 64 KiB" : "the line is not UTF-8");
  return NULL;
}

static int
answer_all (const BlKnowledge *kb, gboolean evidence, void (*answer) (const Batch *batch, char *line, GString *out))
{
  Batch batch = { .kb = kb,
                  .evidence = evidence,
                  .answer = answer,
                  .lines = g_ptr_array_new_with_free_func (g_free),
                  .answers = g_ptr_array_new_with_free_func (string_free) };
  char *line = NULL;
  size_t room = 0;
  int code = BL_EXIT_CLEAN;
  gboolean written = TRUE;
  guint number = 0;
  for (gssize length; written && (length = getline (&line, &room, stdin)) >= 0;)
    {
      char *text = take_line (line, length, ++number);
      if (text == NULL)
        code = BL_EXIT_PARTIAL;
      g_ptr_array_add (batch.lines, text != NULL ? text : g_strdup ("")); /* a line for a line, whatever comes */
      if (batch.lines->len == LINES_AT_ONCE)
        written = answer_batch (&batch);
    }
  written = written && answer_batch (&batch);
  free (line);
  g_ptr_array_unref (batch.lines);
  g_ptr_array_unref (batch.answers);
  return written ? code : BL_EXIT_PARTIAL;
}

int
bl_kb_match (const BlKnowledge *kb, gboolean evidence)
{
  return answer_all (kb, evidence, answer_name);
}

int
bl_kb_match_pairs (const BlKnowledge *kb, gboolean evidence)
{
  return answer_all (kb, evidence, answer_pair);
}
