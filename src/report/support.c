/* `belie sources --facts` and `--single`: who stands behind what, as text and as JSON Lines. */
#include "report/fact_words.h"
#include "report/json_writer.h"
#include "report/report.h"
#include "report/single.h"

#include "reliability/facts.h"

#include <string.h>

/* Rows of the text form; JSON has more. Articles that are named in a row. */
#define MAX_TEXT 100
#define MAX_JSON 5000
#define MAX_ARTICLES 20
#define MAX_NAMED 3

/* --- facts ------------------------------------------------------------------------------------------------------------ */

static int
compare_facts (gconstpointer a, gconstpointer b)
{
  return bl_shared_fact_compare (*(const BlSharedFact *const *) a, *(const BlSharedFact *const *) b);
}

static GPtrArray *
find_facts (const BlRun *run)
{
  GPtrArray *facts = bl_run_facts (run);
  g_ptr_array_sort (facts, compare_facts);
  return facts;
}

/* Those who give one value of a fact. */
typedef struct
{
  const BlClaim *claim; /* the first */
  GPtrArray *origins;   /* names, each once */
  GPtrArray *articles;
} Side;

static Side
side_of (const BlRun *run, const BlSharedFact *fact, guint value)
{
  Side side = { .origins = g_ptr_array_new (), .articles = g_ptr_array_new () };
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < fact->entries->len; i++)
    {
      const BlFactEntry *entry = &g_array_index (fact->entries, BlFactEntry, i);
      if (entry->value != value)
        continue;
      if (side.claim == NULL)
        side.claim = entry->claim;
      if (g_hash_table_add (told, GUINT_TO_POINTER (entry->witness)))
        g_ptr_array_add (side.origins, (gpointer) bl_origins_witness_name (run->origins, entry->witness));
      g_ptr_array_add (side.articles, (gpointer) entry->claim->at.article);
    }
  return side;
}

static void
side_clear (Side *side)
{
  g_ptr_array_unref (side->origins);
  g_ptr_array_unref (side->articles);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static const char *
plural (guint n)
{
  return n == 1 ? "" : "s";
}

/* Line breaks of an article's text are no lines of ours. */
static void
put_flat (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    g_string_append_c (out, *text == '\n' || *text == '\r' || *text == '\t' ? ' ' : *text);
}

static void
put_place (GString *out, const BlClaim *claim)
{
  g_string_append_printf (out, "%s:%u", claim->at.article->file != NULL ? claim->at.article->file : claim->at.article->id,
                          claim->at.location.line);
}

static void
put_fact (const BlRun *run, const BlSharedFact *fact, GString *out)
{
  g_autofree char *title = bl_fact_title (g_array_index (fact->entries, BlFactEntry, 0).claim);
  put_flat (out, title);
  g_string_append_printf (out, ": %u origin%s, %u value%s\n", fact->n_witnesses, plural (fact->n_witnesses), fact->n_values,
                          plural (fact->n_values));
  for (guint value = 0; value < fact->n_values; value++)
    {
      g_auto (Side) side = side_of (run, fact, value);
      g_autofree char *saying = bl_fact_saying (side.claim);
      g_string_append (out, "  ");
      put_flat (out, saying);
      g_string_append_printf (out, " (%u article%s): ", side.articles->len, plural (side.articles->len));
      for (guint i = 0; i < side.origins->len; i++)
        g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", (const char *) side.origins->pdata[i]);
      g_string_append (out, "; ");
      put_place (out, side.claim);
      g_string_append_c (out, '\n');
    }
}

void
bl_report_facts_text (const BlRun *run, GString *out)
{
  g_autoptr (GPtrArray) facts = find_facts (run);
  for (guint i = 0; i < MIN (facts->len, MAX_TEXT); i++)
    put_fact (run, facts->pdata[i], out);
  if (facts->len > MAX_TEXT)
    g_string_append_printf (out, "and %u more; --format json has them\n", facts->len - MAX_TEXT);
  g_string_append_printf (out, "%u fact%s on which at least two origins speak\n", facts->len, plural (facts->len));
}

static void
write_place (BlJsonWriter *writer, const BlClaim *claim)
{
  bl_json_writer_begin (writer, "at", '{');
  bl_json_writer_string (writer, "article", claim->at.article->id);
  bl_json_writer_uint (writer, "line", claim->at.location.line);
  bl_json_writer_uint (writer, "offset", claim->at.location.offset);
  bl_json_writer_uint (writer, "length", claim->at.location.length);
  bl_json_writer_string (writer, "text", claim->at.text);
  bl_json_writer_end (writer, '}');
}

static void
write_articles (BlJsonWriter *writer, const GPtrArray *articles)
{
  bl_json_writer_uint (writer, "n_articles", articles->len);
  bl_json_writer_begin (writer, "articles", '[');
  for (guint i = 0; i < MIN (articles->len, MAX_ARTICLES); i++)
    bl_json_writer_string (writer, NULL, ((const BlArticle *) articles->pdata[i])->id);
  bl_json_writer_end (writer, ']');
}

static void
write_fact (const BlRun *run, const BlSharedFact *fact, GString *out)
{
  const BlClaim *first = g_array_index (fact->entries, BlFactEntry, 0).claim;
  g_autofree char *title = bl_fact_title (first);
  BlJsonWriter writer = bl_json_writer (out);
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_uint (&writer, "version", 1);
  bl_json_writer_string (&writer, "fact", title);
  bl_json_writer_string (&writer, "predicate", first->predicate);
  bl_json_writer_uint (&writer, "origins", fact->n_witnesses);
  bl_json_writer_begin (&writer, "values", '[');
  for (guint value = 0; value < fact->n_values; value++)
    {
      g_auto (Side) side = side_of (run, fact, value);
      g_autofree char *saying = bl_fact_saying (side.claim);
      bl_json_writer_begin (&writer, NULL, '{');
      bl_json_writer_string (&writer, "value", saying);
      bl_json_writer_begin (&writer, "told_by", '[');
      for (guint i = 0; i < side.origins->len; i++)
        bl_json_writer_string (&writer, NULL, side.origins->pdata[i]);
      bl_json_writer_end (&writer, ']');
      write_articles (&writer, side.articles);
      write_place (&writer, side.claim);
      bl_json_writer_end (&writer, '}');
    }
  bl_json_writer_end (&writer, ']');
  bl_json_writer_end (&writer, '}');
  g_string_append_c (out, '\n');
}

void
bl_report_facts_json (const BlRun *run, GString *out)
{
  g_autoptr (GPtrArray) facts = find_facts (run);
  for (guint i = 0; i < MIN (facts->len, MAX_JSON); i++)
    write_fact (run, facts->pdata[i], out);
}

/* --- of one origin ---------------------------------------------------------------------------------------------------- */

static void
put_single (const BlSingle *single, GString *out)
{
  g_autofree char *title = bl_fact_title (single->claim);
  g_autofree char *saying = bl_fact_saying (single->claim);
  put_flat (out, title);
  g_string_append (out, ": ");
  put_flat (out, saying);
  g_string_append_printf (out, "\n  %s alone, %u article%s%s: ", single->origin, single->articles->len,
                          plural (single->articles->len), single->headline ? ", in a headline" : "");
  put_place (out, single->claim);
  for (guint i = 1; i < MIN (single->articles->len, MAX_NAMED); i++)
    g_string_append_printf (out, ", %s", ((const BlArticle *) single->articles->pdata[i])->id);
  if (single->articles->len > MAX_NAMED)
    g_string_append_printf (out, " and %u more", single->articles->len - MAX_NAMED);
  g_string_append_c (out, '\n');
}

void
bl_report_single_text (const BlRun *run, GString *out)
{
  g_autoptr (GPtrArray) singles = bl_single_origin (run);
  for (guint i = 0; i < MIN (singles->len, MAX_TEXT); i++)
    put_single (singles->pdata[i], out);
  if (singles->len > MAX_TEXT)
    g_string_append_printf (out, "and %u more; --format json has them\n", singles->len - MAX_TEXT);
  g_string_append_printf (out, "%u statement%s of one origin only, those first that most articles repeat\n", singles->len,
                          plural (singles->len));
}

void
bl_report_single_json (const BlRun *run, GString *out)
{
  g_autoptr (GPtrArray) singles = bl_single_origin (run);
  for (guint i = 0; i < MIN (singles->len, MAX_JSON); i++)
    {
      const BlSingle *single = singles->pdata[i];
      g_autofree char *title = bl_fact_title (single->claim);
      g_autofree char *saying = bl_fact_saying (single->claim);
      BlJsonWriter writer = bl_json_writer (out);
      bl_json_writer_begin (&writer, NULL, '{');
      bl_json_writer_uint (&writer, "version", 1);
      bl_json_writer_string (&writer, "fact", title);
      bl_json_writer_string (&writer, "predicate", single->claim->predicate);
      bl_json_writer_string (&writer, "value", saying);
      bl_json_writer_string (&writer, "origin", single->origin);
      bl_json_writer_bool (&writer, "headline", single->headline);
      write_articles (&writer, single->articles);
      write_place (&writer, single->claim);
      bl_json_writer_end (&writer, '}');
      g_string_append_c (out, '\n');
    }
}
