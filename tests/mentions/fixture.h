/* What the tests of src/mentions share: one article at a time, and its mentions as lines of text.
 *
 * A line is "TYPE “text” what it means", so that a test reads like the sentence it checks. */
#pragma once

#include <stdio.h>
#include <string.h>

#include "mentions/mentions.h"
#include "mentions/shadow.h"

#ifndef BL_RULES_DIR
#define BL_RULES_DIR "rules"
#endif

typedef struct
{
  BlKnowledge *kb;
  BlMentionFinder *finder;
  BlTextLexicon *lexicon;
  BlDocument *document;
  BlMentions *mentions;
  BlArticle article;
} Fixture;

/* knowledge: a folder or file; NULL for what ships. */
static inline void
fixture_open (Fixture *fixture, const char *knowledge)
{
  g_autoptr (GError) error = NULL;
  *fixture = (Fixture){ 0 };
  const char *const costs = BL_RULES_DIR "/lexicon/name-costs.json"; /* of names, as shipped: a fixture has none of its own */
  const char *paths[] = { knowledge == NULL ? BL_RULES_DIR "/knowledge" : knowledge, knowledge == NULL ? NULL : costs, NULL };
  fixture->kb = bl_knowledge_load (paths, NULL, &error);
  g_assert_no_error (error);
  fixture->finder = bl_mention_finder_new (fixture->kb, BL_RULES_DIR "/lexicon", &error);
  g_assert_no_error (error);
  fixture->lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
}

static inline void
fixture_drop (Fixture *fixture)
{
  g_clear_pointer (&fixture->mentions, bl_mentions_free);
  g_clear_pointer (&fixture->document, bl_document_free);
}

static inline void
fixture_close (Fixture *fixture)
{
  fixture_drop (fixture);
  bl_mention_finder_free (fixture->finder);
  bl_text_lexicon_free (fixture->lexicon);
  bl_knowledge_free (fixture->kb);
}

/* day: "2022-03-30", or "" for none. A text without an empty line is one paragraph. */
static inline void
fixture_read (Fixture *fixture, const char *text, const char *day)
{
  fixture_drop (fixture);
  gsize length = strlen (text);
  BlBlockHint hint = { .span = bl_span (0, length), .kind = BL_BLOCK_PARAGRAPH };
  gboolean one = strchr (text, '\n') == NULL;
  fixture->document = bl_document_new (fixture->lexicon, g_strdup (text), length, NULL, 0, NULL, one ? &hint : NULL, one);
  fixture->article = (BlArticle){ .id = (char *) "test", .language = (char *) "en", .document = fixture->document };
  bl_date_parse (day, &fixture->article.published);
  fixture->mentions = bl_mentions_find (fixture->finder, &fixture->article);
}

static inline char *
fixture_slice (const Fixture *fixture, BlSpan span)
{
  return bl_document_slice (fixture->document, span);
}

static inline void
fixture_put_modifiers (GString *out, guint modifiers)
{
  static const char *const names[] = { "former", "then", "acting", "elect", "deputy", "retired", "outgoing", "would-be" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((modifiers & (1u << i)) != 0)
      g_string_append_printf (out, " %s", names[i]);
}

static inline void
fixture_put_person (const Fixture *fixture, GString *out, const BlMention *mention)
{
  static const char *const hows[] = { "exact", "variant", "part", "context", "near", "pronoun", "unknown" };
  const BlPersonMention *person = &mention->person;
  g_string_append_printf (out, " %s", hows[mention->how]);
  if (person->known != NULL && mention->how == BL_HOW_PART && !g_str_has_prefix (mention->id, "person/"))
    g_string_append_printf (out, " (%s)", person->known->id);
  if (mention->how == BL_HOW_CONTEXT || mention->how == BL_HOW_NEAR)
    {
      static const char *const signals[] = { "office", "country", "org", "article", "corpus" };
      if (g_getenv ("BELIE_SCORES") != NULL)
        g_string_append_printf (out, " %.3f", mention->score);
      g_string_append (out, " by");
      for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
        if ((person->signals & (1u << i)) != 0)
          g_string_append_printf (out, " %s", signals[i]);
    }
  if (person->antecedent != G_MAXUINT)
    {
      g_autofree char *text = fixture_slice (fixture, bl_mentions_get (fixture->mentions, person->antecedent)->span);
      g_string_append_printf (out, " → “%s”", text);
    }
}

static inline void
fixture_put_title (const Fixture *fixture, GString *out, const BlTitleMention *title)
{
  fixture_put_modifiers (out, title->modifiers);
  if (title->indefinite)
    g_string_append (out, " indefinite");
  if (title->jurisdiction_inferred)
    g_string_append (out, " inferred");
  if (title->office == NULL)
    g_string_append (out, " unheld");
  if (g_getenv ("BELIE_SCORES") != NULL && title->holder != G_MAXUINT && title->office != NULL)
    {
      static const char *const held[] = { "NEVER", "now", "BEFORE", "AFTER", "dunno" };
      const BlPerson *known = bl_mentions_get (fixture->mentions, title->holder)->person.known;
      if (known != NULL)
        g_string_append_printf (
            out, " HELD %s",
            held[bl_knowledge_held (fixture->kb, known, title->office, bl_date_range (fixture->article.published), NULL)]);
    }
  if (title->holder != G_MAXUINT)
    {
      g_autofree char *text = fixture_slice (fixture, bl_mentions_get (fixture->mentions, title->holder)->span);
      g_string_append_printf (out, " of “%s”", text);
    }
}

static inline void
fixture_put_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  if (value > 1e300)
    g_string_append (out, "inf");
  else if (value < -1e300)
    g_string_append (out, "-inf");
  else
    g_string_append (out, g_ascii_formatd (text, sizeof text, "%.12g", value));
}

static inline void
fixture_put_quantity (GString *out, const BlQuantity *quantity)
{
  g_string_append_c (out, ' ');
  if (quantity->approximate)
    g_string_append_c (out, '~');
  fixture_put_number (out, quantity->low);
  if (quantity->low != quantity->high)
    {
      g_string_append (out, "..");
      fixture_put_number (out, quantity->high);
    }
  if (quantity->unit[0] != '\0')
    g_string_append_printf (out, " [%s]", quantity->unit);
  if (quantity->noun[0] != '\0')
    g_string_append_printf (out, " %s", quantity->noun);
}

static inline void
fixture_put_date (GString *out, const BlDateMention *date)
{
  if (date->range.known)
    {
      g_autofree char *first = bl_date_format (bl_date_from_julian (date->range.first));
      g_autofree char *last = bl_date_format (bl_date_from_julian (date->range.last));
      g_string_append_printf (out, " %s", first);
      if (date->range.first != date->range.last)
        g_string_append_printf (out, "..%s", last);
    }
  else
    g_string_append (out, " ?");
  if (date->relative)
    g_string_append (out, " relative");
  if (date->weekday != 0)
    g_string_append_printf (out, " weekday %d", date->weekday);
}

/* One mention: “the text” TYPE id …. Owned by the caller. */
static inline char *
fixture_line (const Fixture *fixture, guint index)
{
  static const char *const types[] = { "person", "country", "org",  "place",    "office", "quantity",
                                       "money",  "percent", "date", "duration", "quote",  "treaty" };
  const BlMention *mention = bl_mentions_get (fixture->mentions, index);
  g_autofree char *text = fixture_slice (fixture, mention->span);
  GString *out = g_string_new (NULL);
  g_string_printf (out, "“%s” %s", text, mention->id == NULL ? types[mention->type] : mention->id);
  switch (mention->type)
    {
    case BL_MENTION_PERSON:
      fixture_put_person (fixture, out, mention);
      break;
    case BL_MENTION_OFFICE:
      fixture_put_title (fixture, out, &mention->title);
      break;
    case BL_MENTION_QUANTITY:
    case BL_MENTION_MONEY:
    case BL_MENTION_PERCENT:
    case BL_MENTION_DURATION:
      fixture_put_quantity (out, mention->quantity);
      break;
    case BL_MENTION_DATE:
      fixture_put_date (out, &mention->date);
      break;
    default:
      break;
    }
  if (mention->ambiguous)
    g_string_append (out, " ambiguous");
  return g_string_free (out, FALSE);
}

/* The shadow of a sentence with its code points written out: "‹country› will not send ‹quantity› troops". */
static inline char *
fixture_shadow (const Fixture *fixture, guint sentence)
{
  static const char *const types[] = { "person", "country", "org",  "place",    "office", "quantity",
                                       "money",  "percent", "date", "duration", "quote",  "treaty" };
  BlShadow shadow;
  bl_shadow_init (&shadow);
  GString *out = g_string_new (NULL);
  if (bl_shadow_build (&shadow, fixture->document, fixture->mentions, sentence))
    for (const char *p = shadow.text; *p != '\0'; p = g_utf8_next_char (p))
      {
        gunichar c = g_utf8_get_char (p);
        if (bl_shadow_mention (&shadow, c) == G_MAXUINT)
          g_string_append_unichar (out, c);
        else
          g_string_append_printf (out, "‹%s›", types[(c - BL_SHADOW_BASE) >> BL_SHADOW_TYPE_BITS]);
      }
  bl_shadow_clear (&shadow);
  return g_string_free (out, FALSE);
}

/* Lines of the mentions of these types, "; " between them. */
static inline char *
fixture_lines (const Fixture *fixture, guint types)
{
  guint n;
  const BlMention *list = bl_mentions_list (fixture->mentions, &n);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      if ((types & (1u << list[i].type)) == 0)
        continue;
      g_autofree char *line = fixture_line (fixture, i);
      g_string_append_printf (out, "%s%s", out->len == 0 ? "" : "; ", line);
    }
  return g_string_free (out, FALSE);
}

/* One row of a test: a text, the day of its article, and the lines that are expected. */
typedef struct
{
  const char *text;
  const char *day;
  const char *lines;
} Row;

#define FIXTURE_KNOWLEDGE BL_TESTS_DIR "/mentions/fixtures/knowledge"

/* Reads every row with the small base of the fixtures; reports all that differ before it fails. */
static inline void
fixture_check (const Row *rows, guint n, guint types)
{
  Fixture fixture;
  fixture_open (&fixture, FIXTURE_KNOWLEDGE);
  guint failed = 0;
  for (guint i = 0; i < n; i++)
    {
      fixture_read (&fixture, rows[i].text, rows[i].day);
      g_autofree char *lines = fixture_lines (&fixture, types);
      if (strcmp (lines, rows[i].lines) == 0)
        continue;
      failed++;
      g_test_message ("%s\n  expected: %s\n  found:    %s", rows[i].text, rows[i].lines, lines);
    }
  fixture_close (&fixture);
  if (failed > 0)
    g_test_fail ();
}

#define TYPE(name) (1u << BL_MENTION_##name)

static inline void
fixture_print (const Fixture *fixture, FILE *to)
{
  guint n;
  bl_document_sentences (fixture->document, &n);
  for (guint i = 0; i < n; i++)
    {
      guint first, count;
      g_autofree char *shadow = fixture_shadow (fixture, i);
      fprintf (to, "%u %s\n", i, shadow);
      bl_mentions_in_sentence (fixture->mentions, i, &first, &count);
      for (guint j = 0; j < count; j++)
        {
          g_autofree char *line = fixture_line (fixture, first + j);
          fprintf (to, "      %s\n", line);
        }
    }
}
