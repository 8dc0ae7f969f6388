#include "mentions/shadow.h"

#include <string.h>

#include "mentions/list.h"

enum
{
  INDEX_MASK = (1 << BL_SHADOW_TYPE_BITS) - 1
};

void
bl_shadow_init (BlShadow *shadow)
{
  *shadow = (BlShadow){ .origin = g_array_new (FALSE, FALSE, sizeof (gsize)),
                        .mentions = g_array_new (FALSE, FALSE, sizeof (guint)) };
}

void
bl_shadow_clear (BlShadow *shadow)
{
  g_clear_pointer (&shadow->text, g_free);
  g_clear_pointer (&shadow->origin, g_array_unref);
  g_clear_pointer (&shadow->mentions, g_array_unref);
}

static void
put (BlShadow *shadow, GString *out, const char *bytes, gsize n, gsize origin)
{
  g_string_append_len (out, bytes, (gssize) n);
  guint at = shadow->origin->len;
  g_array_set_size (shadow->origin, at + (guint) n);
  for (guint i = at; i < shadow->origin->len; i++)
    g_array_index (shadow->origin, gsize, i) = origin;
}

static void
put_code (BlShadow *shadow, GString *out, BlMentionType type, guint mention, gsize origin)
{
  char bytes[6];
  int n = g_unichar_to_utf8 (bl_shadow_code (type, shadow->mentions->len), bytes);
  put (shadow, out, bytes, (gsize) n, origin);
  g_array_append_val (shadow->mentions, mention);
  shadow->types |= 1u << type;
}

/* --- contractions --------------------------------------------------------------------------------------------------- */

/* Whole words whose opened form is not the word and its ending. */
static const struct
{
  const char *closed;
  const char *first, *second; /* what the word becomes; second begins at the apostrophe, or at the n of n't */
} irregular[] = {
  { "won't", "will", "not" }, { "can't", "can", "not" },  { "shan't", "shall", "not" },
  { "ain't", "is", "not" },   { "cannot", "can", "not" }, { "let's", "let", "us" },
};

static const struct
{
  const char *ending, *opened;
} endings[] = {
  { "n't", "not" }, { "'ll", "will" }, { "'re", "are" }, { "'ve", "have" }, { "'m", "am" }, { "'d", "would" },
};

/* After these 's is "is"; after others it may be a possessive, and stays. */
static const char *const takes_is[]
    = { "it", "he", "she", "that", "this", "there", "here", "what", "who", "where", "how", "when", "why", NULL };

static gboolean
is_word_char (char c)
{
  return g_ascii_isalpha (c) || c == '\'' || (guchar) c >= 0x80;
}

static gboolean
equals (const char *word, gsize length, const char *other)
{
  return strlen (other) == length && g_ascii_strncasecmp (word, other, length) == 0;
}

static gboolean
ends_with (const char *word, gsize length, const char *ending)
{
  gsize n = strlen (ending);
  return length > n && g_ascii_strncasecmp (word + length - n, ending, n) == 0;
}

typedef struct
{
  BlShadow *shadow;
  GString *out;
  const char *text;    /* folded */
  const gsize *origin; /* beside text */
} Copy;

static void
copy_bytes (const Copy *copy, gsize from, gsize to)
{
  g_string_append_len (copy->out, copy->text + from, (gssize) (to - from));
  g_array_append_vals (copy->shadow->origin, copy->origin + from, (guint) (to - from));
}

static void
put_word (const Copy *copy, const char *word, gsize origin)
{
  put (copy->shadow, copy->out, word, strlen (word), origin);
}

/* Keeps the capital of the first letter. */
static void
open_irregular (const Copy *copy, gsize from, gsize to, const char *first, const char *second)
{
  char letter = copy->text[from];
  gsize split = to - MIN (to - from, 3);
  put (copy->shadow, copy->out, g_ascii_isupper (letter) ? (char[]){ g_ascii_toupper (first[0]) } : first, 1,
       copy->origin[from]);
  put_word (copy, first + 1, copy->origin[from]);
  put_word (copy, " ", copy->origin[split]);
  put_word (copy, second, copy->origin[split]);
}

static void
copy_word (const Copy *copy, gsize from, gsize to)
{
  const char *word = copy->text + from;
  gsize length = to - from;
  for (guint i = 0; i < G_N_ELEMENTS (irregular); i++)
    if (equals (word, length, irregular[i].closed))
      {
        open_irregular (copy, from, to, irregular[i].first, irregular[i].second);
        return;
      }
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (ends_with (word, length, endings[i].ending))
      {
        gsize split = to - strlen (endings[i].ending);
        copy_bytes (copy, from, split);
        put_word (copy, " ", copy->origin[split]);
        put_word (copy, endings[i].opened, copy->origin[split]);
        return;
      }
  for (guint i = 0; takes_is[i] != NULL && ends_with (word, length, "'s"); i++)
    if (equals (word, length - 2, takes_is[i]))
      {
        copy_bytes (copy, from, to - 2);
        put_word (copy, " is", copy->origin[to - 2]);
        return;
      }
  copy_bytes (copy, from, to);
}

/* The piece of folded text [from, to), contractions opened. after_pronoun: a pronoun's code point stands before it, so that
 * its "'s" and "'ll" are verbs. */
static void
copy_text (const Copy *copy, gsize from, gsize to, gboolean after_mention, gboolean after_pronoun)
{
  gsize at = from;
  if (after_mention && at < to && copy->text[at] == '\'')
    {
      gsize end = at + 1;
      while (end < to && g_ascii_isalpha (copy->text[end]))
        end++;
      for (guint i = 1; i < G_N_ELEMENTS (endings); i++)
        if (equals (copy->text + at, end - at, endings[i].ending))
          {
            put_word (copy, " ", copy->origin[at]);
            put_word (copy, endings[i].opened, copy->origin[at]);
            at = end;
            break;
          }
      if (at < end && after_pronoun && equals (copy->text + at, end - at, "'s"))
        {
          put_word (copy, " is", copy->origin[at]);
          at = end;
        }
      copy_bytes (copy, at, end);
      at = end;
    }
  gsize plain = at; /* [plain, at) has nothing to open */
  while (at < to)
    {
      gsize end = at;
      gboolean special = FALSE;
      while (end < to && is_word_char (copy->text[end]))
        special |= copy->text[end++] == '\'';
      special |= end - at == strlen ("cannot") && g_ascii_tolower (copy->text[at]) == 'c';
      if (special)
        {
          copy_bytes (copy, plain, at);
          copy_word (copy, at, end);
          plain = end;
        }
      at = MAX (end, at + 1);
    }
  copy_bytes (copy, plain, to);
}

/* --- building ------------------------------------------------------------------------------------------------------- */

static gboolean
stays_words (const BlMention *mention)
{
  return mention->type == BL_MENTION_PERSON && mention->how == BL_HOW_PRONOUN && mention->person.possessive;
}

/* The next mention at or after from whose outer span begins at or behind position and that no other covers. */
static guint
next_outer (const BlMentions *mentions, guint from, guint end, gsize position)
{
  guint best = G_MAXUINT;
  for (guint i = from; i < end; i++)
    {
      BlSpan outer = mentions->outer[i];
      if (outer.start < position || stays_words (&mentions->list[i]))
        continue;
      if (best == G_MAXUINT || outer.start < mentions->outer[best].start
          || (outer.start == mentions->outer[best].start && outer.end > mentions->outer[best].end))
        best = i;
      /* an outer span begins before its mention, by a title at most: what comes much later cannot win */
      if (mentions->list[i].span.start > mentions->outer[best].end)
        break;
    }
  return best;
}

static gboolean
build (BlShadow *shadow, const char *text, BlSpan span, const BlMentions *mentions, guint first, guint end)
{
  g_clear_pointer (&shadow->text, g_free);
  GString *out = g_string_sized_new (bl_span_length (span) + 64);
  BlFolded folded;
  bl_folded_init (&folded);
  gsize at = span.start;
  gboolean after_mention = FALSE;
  gboolean after_pronoun = FALSE;
  while (at < span.end)
    {
      guint next = next_outer (mentions, first, end, at);
      gsize stop = next == G_MAXUINT ? span.end : mentions->outer[next].start;
      g_string_truncate (folded.text, 0);
      g_array_set_size (folded.origin, 0);
      bl_fold_typography (&folded, text + at, stop - at, at);
      Copy copy
          = { .shadow = shadow, .out = out, .text = folded.text->str, .origin = (const gsize *) (void *) folded.origin->data };
      copy_text (&copy, 0, folded.text->len, after_mention, after_pronoun);
      at = stop;
      if (next != G_MAXUINT)
        {
          put_code (shadow, out, mentions->list[next].type, next, at);
          at = mentions->outer[next].end;
          after_pronoun = mentions->list[next].how == BL_HOW_PRONOUN && mentions->list[next].type == BL_MENTION_PERSON;
          after_mention = TRUE;
        }
    }
  bl_folded_clear (&folded);
  g_array_append_val (shadow->origin, span.end);
  shadow->length = out->len;
  shadow->text = g_string_free (out, FALSE);
  return TRUE;
}

gboolean
bl_shadow_build (BlShadow *shadow, const BlDocument *document, const BlMentions *mentions, guint sentence)
{
  guint n_sentences, first, n;
  const BlSentence *sentences = bl_document_sentences (document, &n_sentences);
  g_array_set_size (shadow->origin, 0);
  g_array_set_size (shadow->mentions, 0);
  shadow->types = 0;
  shadow->length = 0;
  shadow->sentence = sentence;
  if (sentence >= n_sentences || bl_span_length (sentences[sentence].span) > BL_LIMIT_SENTENCE_BYTES)
    return FALSE;
  bl_mentions_in_sentence (mentions, sentence, &first, &n);
  if (n > BL_LIMIT_MENTIONS_PER_SENTENCE)
    return FALSE;
  return build (shadow, bl_document_text (document, NULL), sentences[sentence].span, mentions, first, first + n);
}

BlSpan
bl_shadow_origin (const BlShadow *shadow, BlSpan span)
{
  gsize last = shadow->origin->len == 0 ? 0 : shadow->origin->len - 1;
  gsize start = g_array_index (shadow->origin, gsize, MIN (span.start, last));
  gsize end = g_array_index (shadow->origin, gsize, MIN (span.end, last));
  return bl_span (start, MAX (start, end));
}

guint
bl_shadow_mention (const BlShadow *shadow, gunichar code_point)
{
  if (code_point < BL_SHADOW_BASE || code_point >= bl_shadow_code (BL_N_MENTION_TYPES, 0))
    return G_MAXUINT;
  guint index = (code_point - BL_SHADOW_BASE) & INDEX_MASK;
  return index < shadow->mentions->len ? g_array_index (shadow->mentions, guint, index) : G_MAXUINT;
}
