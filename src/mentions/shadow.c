#include "mentions/shadow.h"

#include <string.h>

#include "mentions/list.h"

enum
{
  INDEX_MASK = (1 << BL_SHADOW_TYPE_BITS) - 1
};

/* Where in the buffers the shadow of a sentence lies. */
typedef struct
{
  guint32 start, end; /* of text; its origins lie there too */
  guint32 first_code, n_codes;
  guint types;
  gboolean whole; /* FALSE: past a limit, left out */
} Part;

struct BlShadows
{
  const BlArticle *article;
  const BlMentions *mentions;
  GString *text;
  GArray *origin;  /* guint32, one a byte of text and one for the NUL behind each sentence */
  GArray *codes;   /* guint32, one a code point: index into mentions */
  GArray *parts;   /* Part, one a sentence */
  BlFolded folded; /* the piece between two mentions */
};

BlShadows *
bl_shadows_new (void)
{
  BlShadows *shadows = g_new0 (BlShadows, 1);
  shadows->text = g_string_new (NULL);
  shadows->origin = g_array_new (FALSE, FALSE, sizeof (guint32));
  shadows->codes = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 64); /* never NULL: views point into it */
  shadows->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  bl_folded_init (&shadows->folded);
  return shadows;
}

void
bl_shadows_free (BlShadows *shadows)
{
  if (shadows == NULL)
    return;
  g_string_free (shadows->text, TRUE);
  g_array_unref (shadows->origin);
  g_array_unref (shadows->codes);
  g_array_unref (shadows->parts);
  bl_folded_clear (&shadows->folded);
  g_free (shadows);
}

/* Room for n more origins; returns where they are to be written. */
static guint32 *
grow_origins (BlShadows *shadows, gsize n)
{
  guint at = shadows->origin->len;
  g_array_set_size (shadows->origin, at + (guint) n);
  return &g_array_index (shadows->origin, guint32, at);
}

static void
put (BlShadows *shadows, const char *bytes, gsize n, gsize origin)
{
  g_string_append_len (shadows->text, bytes, (gssize) n);
  guint32 *origins = grow_origins (shadows, n);
  for (gsize i = 0; i < n; i++)
    origins[i] = (guint32) origin;
}

static void
put_code (BlShadows *shadows, Part *part, BlMentionType type, guint32 mention, gsize origin)
{
  char bytes[6];
  int n = g_unichar_to_utf8 (bl_shadow_code (type, part->n_codes++), bytes);
  put (shadows, bytes, (gsize) n, origin);
  g_array_append_val (shadows->codes, mention);
  part->types |= 1u << type;
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

/* A piece of the folded text, and where it goes. */
typedef struct
{
  BlShadows *shadows;
  const char *text;
  const gsize *origin; /* beside text */
} Copy;

static void
copy_bytes (const Copy *copy, gsize from, gsize to)
{
  if (from >= to)
    return;
  g_string_append_len (copy->shadows->text, copy->text + from, (gssize) (to - from));
  guint32 *origins = grow_origins (copy->shadows, to - from);
  for (gsize i = from; i < to; i++)
    origins[i - from] = (guint32) copy->origin[i];
}

static void
put_word (const Copy *copy, const char *word, gsize origin)
{
  put (copy->shadows, word, strlen (word), origin);
}

/* Keeps the capital of the first letter. */
static void
open_irregular (const Copy *copy, gsize from, gsize to, const char *first, const char *second)
{
  char letter = copy->text[from];
  gsize split = to - MIN (to - from, 3);
  put (copy->shadows, g_ascii_isupper (letter) ? (char[]){ g_ascii_toupper (first[0]) } : first, 1, copy->origin[from]);
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

/* Appends the shadow of a span whose mentions are [first, end). */
static void
append (BlShadows *shadows, Part *part, const char *text, BlSpan span, guint first, guint end)
{
  const BlMentions *mentions = shadows->mentions;
  gsize at = span.start;
  gboolean after_mention = FALSE;
  gboolean after_pronoun = FALSE;
  while (at < span.end)
    {
      guint next = next_outer (mentions, first, end, at);
      gsize stop = next == G_MAXUINT ? span.end : mentions->outer[next].start;
      BlFolded *folded = &shadows->folded;
      g_string_truncate (folded->text, 0);
      g_array_set_size (folded->origin, 0);
      bl_fold_typography (folded, text + at, stop - at, at);
      Copy copy = { .shadows = shadows, .text = folded->text->str, .origin = (const gsize *) (void *) folded->origin->data };
      copy_text (&copy, 0, folded->text->len, after_mention, after_pronoun);
      at = stop;
      if (next != G_MAXUINT)
        {
          put_code (shadows, part, mentions->list[next].type, next, at);
          at = mentions->outer[next].end;
          after_pronoun = mentions->list[next].how == BL_HOW_PRONOUN && mentions->list[next].type == BL_MENTION_PERSON;
          after_mention = TRUE;
        }
    }
}

/* Every sentence gets its part and its NUL, also one that is left out. */
static void
append_sentence (BlShadows *shadows, const BlDocument *document, const BlSentence *sentence, guint index)
{
  guint first, n;
  bl_mentions_in_sentence (shadows->mentions, index, &first, &n);
  Part part = { .start = (guint32) shadows->text->len, .first_code = shadows->codes->len };
  part.whole = bl_span_length (sentence->span) <= BL_LIMIT_SENTENCE_BYTES && n <= BL_LIMIT_MENTIONS_PER_SENTENCE;
  if (part.whole)
    append (shadows, &part, bl_document_text (document, NULL), sentence->span, first, first + n);
  part.end = (guint32) shadows->text->len;
  put (shadows, "", 1, sentence->span.end);
  g_array_append_val (shadows->parts, part);
}

static void
begin (BlShadows *shadows, const BlArticle *article, const BlMentions *mentions)
{
  shadows->article = article;
  shadows->mentions = mentions;
  g_string_truncate (shadows->text, 0);
  g_array_set_size (shadows->origin, 0);
  g_array_set_size (shadows->codes, 0);
  g_array_set_size (shadows->parts, 0);
}

void
bl_shadows_build (BlShadows *shadows, const BlArticle *article, const BlMentions *mentions)
{
  guint n = 0;
  const BlSentence *sentences = bl_document_sentences (article->document, &n);
  begin (shadows, article, mentions);
  for (guint i = 0; i < n; i++)
    append_sentence (shadows, article->document, &sentences[i], i);
}

/* --- reading -------------------------------------------------------------------------------------------------------- */

const BlArticle *
bl_shadows_article (const BlShadows *shadows)
{
  return shadows->article;
}

const BlMentions *
bl_shadows_mentions (const BlShadows *shadows)
{
  return shadows->mentions;
}

const char *
bl_shadows_text (const BlShadows *shadows, gsize *length)
{
  *length = shadows->text->len > 0 ? shadows->text->len - 1 : 0;
  return shadows->text->str;
}

guint
bl_shadows_n_sentences (const BlShadows *shadows)
{
  return shadows->parts->len;
}

static void
view (const BlShadows *shadows, const Part *part, guint sentence, BlShadow *shadow)
{
  shadow->text = shadows->text->str + part->start;
  shadow->length = part->end - part->start;
  shadow->sentence = sentence;
  shadow->types = part->types;
  shadow->origin = (const guint32 *) (void *) shadows->origin->data + part->start;
  shadow->mentions = (const guint32 *) (void *) shadows->codes->data + part->first_code;
  shadow->n_mentions = part->n_codes;
}

BlSpan
bl_shadows_span (const BlShadows *shadows, guint sentence)
{
  const Part *part = &g_array_index (shadows->parts, Part, sentence);
  return bl_span (part->start, part->end);
}

gboolean
bl_shadows_get (const BlShadows *shadows, guint sentence, BlShadow *shadow)
{
  const Part *part = &g_array_index (shadows->parts, Part, sentence);
  *shadow = (BlShadow){ 0 };
  view (shadows, part, sentence, shadow);
  return part->whole;
}

/* --- one sentence --------------------------------------------------------------------------------------------------- */

void
bl_shadow_init (BlShadow *shadow)
{
  *shadow = (BlShadow){ .text = "", .own = bl_shadows_new () };
}

void
bl_shadow_clear (BlShadow *shadow)
{
  bl_shadows_free (shadow->own);
  *shadow = (BlShadow){ 0 };
}

gboolean
bl_shadow_build (BlShadow *shadow, const BlDocument *document, const BlMentions *mentions, guint sentence)
{
  guint n = 0;
  const BlSentence *sentences = bl_document_sentences (document, &n);
  if (sentence >= n)
    return FALSE;
  begin (shadow->own, NULL, mentions);
  append_sentence (shadow->own, document, &sentences[sentence], sentence);
  const Part *part = &g_array_index (shadow->own->parts, Part, 0);
  view (shadow->own, part, sentence, shadow);
  return part->whole;
}

BlSpan
bl_shadow_origin (const BlShadow *shadow, BlSpan span)
{
  if (shadow->origin == NULL)
    return bl_span (0, 0);
  gsize start = shadow->origin[MIN (span.start, shadow->length)];
  gsize end = shadow->origin[MIN (span.end, shadow->length)];
  return bl_span (start, MAX (start, end));
}

guint
bl_shadow_mention (const BlShadow *shadow, gunichar code_point)
{
  if (code_point < BL_SHADOW_BASE || code_point >= bl_shadow_code (BL_N_MENTION_TYPES, 0))
    return G_MAXUINT;
  guint index = (code_point - BL_SHADOW_BASE) & INDEX_MASK;
  return index < shadow->n_mentions ? shadow->mentions[index] : G_MAXUINT;
}
