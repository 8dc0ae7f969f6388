#include "mentions/tokens.h"

#include <string.h>

#include "text/text.h"

typedef struct
{
  BlTokens *tokens;
  const BlLexicon *lexicon;
  BlArena *arena;
  const char *text;
  guint n_lexicon; /* ids below it are the lexicon's */
} Reader;

enum
{
  CLASS_BLANK,
  CLASS_LETTER,
  CLASS_DIGIT,
  CLASS_SYMBOL,
  CLASS_APOSTROPHE,
  CLASS_DROPPED, /* zero-width and soft hyphens */
  CLASS_MARK,    /* punctuation: gives a gap */
};

typedef struct
{
  guint8 kind;
  guint8 length; /* bytes */
  guint16 gap;   /* of a mark */
  gunichar c;
} Char;

static guint16
gap_of (gunichar c)
{
  switch (c)
    {
    case '-':
    case 0x2010:
    case 0x2011:
      return BL_GAP_HYPHEN;
    case ',':
    case 0x201A:
      return BL_GAP_COMMA;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return BL_GAP_DASH;
    case '(':
    case '{':
      return BL_GAP_OPEN;
    case '[':
      return BL_GAP_OPEN | BL_GAP_BRACKET;
    case ')':
    case '}':
      return BL_GAP_CLOSE;
    case ']':
      return BL_GAP_CLOSE | BL_GAP_BRACKET;
    case '"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
    case 0x2039:
    case 0x203A:
    case 0x2018:
      return BL_GAP_QUOTE;
    case '.':
    case '!':
    case '?':
    case 0x2026:
      return BL_GAP_STOP;
    case ':':
    case ';':
      return BL_GAP_COLON;
    case '/':
      return BL_GAP_SLASH;
    default:
      return BL_GAP_OTHER;
    }
}

static Char
char_wide (const char *text, gsize at)
{
  gunichar c = g_utf8_get_char (text + at);
  Char found = { .kind = CLASS_MARK, .length = (guint8) (c < 0x800 ? 2 : c < 0x10000 ? 3 : 4), .c = c };
  if (c == 0x2019 || c == 0x2BC)
    found.kind = CLASS_APOSTROPHE;
  else if (c == 0xA3 || c == 0xA5 || c == 0x20AC || c == 0x20B4 || c == 0x20BD || c == 0x20B9 || c == 0x2116)
    found.kind = CLASS_SYMBOL;
  else if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF)
    found.kind = CLASS_DROPPED;
  else if (g_unichar_isalpha (c) || g_unichar_ismark (c))
    found.kind = CLASS_LETTER;
  else if (g_unichar_isspace (c) || c == 0x85)
    found.kind = CLASS_BLANK;
  else if (g_unichar_isdigit (c))
    found.kind = CLASS_LETTER; /* digits of other scripts count nothing here */
  else
    found.gap = gap_of (c);
  return found;
}

static inline Char
char_at (const char *text, gsize at)
{
  guchar c = (guchar) text[at];
  if (c >= 0x80)
    return char_wide (text, at);
  Char found = { .kind = CLASS_MARK, .length = 1, .c = c };
  if (g_ascii_isalpha (c))
    found.kind = CLASS_LETTER;
  else if (g_ascii_isdigit (c))
    found.kind = CLASS_DIGIT;
  else if (c <= ' ')
    found.kind = CLASS_BLANK;
  else if (c == '\'' || c == '`')
    found.kind = CLASS_APOSTROPHE;
  else if (c == '$' || c == '%' || c == '#')
    found.kind = CLASS_SYMBOL;
  else
    found.gap = gap_of (c);
  return found;
}

static BlToken *
add_token (Reader *reader, gsize start, gsize end, guint gap, guint shape)
{
  BlTokens *tokens = reader->tokens;
  if (tokens->n == tokens->room)
    {
      tokens->room = tokens->room == 0 ? 1024 : tokens->room * 2;
      tokens->list = g_renew (BlToken, tokens->list, tokens->room);
    }
  BlToken *token = &tokens->list[tokens->n++];
  *token = (BlToken){ .start = (guint32) start,
                      .end = (guint32) end,
                      .tail = (guint32) end,
                      .gap = (guint16) gap,
                      .shape = (guint16) shape,
                      .folded = "",
                      .mention = BL_NO_MENTION,
                      .title = BL_NO_MENTION };
  return token;
}

/* Gives the token its word: of the lexicon, else of the article. */
static void
set_word (Reader *reader, BlToken *token, const char *folded, gsize length, guint32 hash)
{
  BlTokens *tokens = reader->tokens;
  const BlWord *word = bl_lexicon_word (reader->lexicon, folded, length, hash);
  token->id = 0;
  if (word == NULL)
    {
      word = bl_vocabulary_get (&tokens->others, folded, length, hash);
      if (word == NULL)
        word = bl_vocabulary_add (&tokens->others, reader->arena, folded, length, hash);
      token->id = reader->n_lexicon;
    }
  token->id += word->id;
  token->folded = word->text;
  token->marks = word->marks;
  token->word = (word->marks & BL_MARK_LISTED) != 0 ? word : NULL;
  if ((token->shape & BL_TOKEN_NUMBER) != 0)
    token->marks |= BL_MARK_DATE | BL_MARK_QUANTITY;
  if ((token->shape & BL_TOKEN_SYMBOL) != 0)
    token->marks |= BL_MARK_QUANTITY;
}

/* Sets the word from the letters of the token, whatever stands between them (dots, soft hyphens). */
static void
fold_token (Reader *reader, BlToken *token)
{
  char small[64];
  gsize n = 0;
  gsize size = token->end - token->start;
  const char *from = reader->text + token->start;
  if ((token->shape & BL_TOKEN_LETTERS_OPENED) == 0 && size < sizeof small)
    {
      for (gsize i = 0; i < size; i++)
        if (g_ascii_isalnum (from[i]))
          small[n++] = g_ascii_tolower (from[i]);
      set_word (reader, token, small, n, bl_vocabulary_hash (small, n));
      return;
    }
  g_autofree char *folded = bl_fold_letters (from, (gssize) size);
  for (const char *p = folded; *p != '\0'; p++)
    if (*p != ' ')
      folded[n++] = *p;
  set_word (reader, token, folded, n, bl_vocabulary_hash (folded, n));
}

/* The digits of "1,500", "8.8": separators only between digits. */
static gsize
read_number (const char *text, gsize at, gsize end)
{
  while (at < end)
    {
      if (g_ascii_isdigit (text[at]))
        at++;
      else if ((text[at] == '.' || text[at] == ',') && at + 1 < end && g_ascii_isdigit (text[at + 1]))
        at += 2;
      else
        break;
    }
  return at;
}

typedef struct
{
  gsize end;
  guint letters;
  guint capitals;
  guint shape;
} Run;

static void
take_letter (Run *run, Char c, gsize at)
{
  if (c.kind == CLASS_LETTER && (c.c < 0x80 || !g_unichar_ismark (c.c)))
    {
      gboolean upper = c.c < 0x80 ? g_ascii_isupper ((char) c.c) : g_unichar_isupper (c.c) || g_unichar_istitle (c.c);
      if (run->letters == 0 && upper)
        run->shape |= BL_TOKEN_UPPER;
      run->letters++;
      run->capitals += upper;
    }
  else if (c.kind == CLASS_DIGIT)
    run->shape |= BL_TOKEN_DIGITS;
  if (c.length > 1)
    run->shape |= BL_TOKEN_LETTERS_OPENED;
  run->end = at + c.length;
}

/* "U.S.", "a.m.", "J.D.": single letters with a dot after each. The caller stands behind the first letter. */
static gboolean
read_dotted (const char *text, gsize at, gsize end, Run *run)
{
  gsize dots = 0;
  gsize last = at;
  while (at < end && text[at] == '.')
    {
      dots++;
      last = at + 1;
      if (at + 1 >= end)
        break;
      Char next = char_at (text, at + 1);
      if (next.kind != CLASS_LETTER)
        break;
      gsize behind = at + 1 + next.length;
      Char after = behind < end ? char_at (text, behind) : (Char){ .kind = CLASS_BLANK };
      if (after.kind == CLASS_LETTER || after.kind == CLASS_DIGIT)
        {
          last = at; /* the dot ends a sentence that lost its space: "U.S.Army" keeps its first two */
          dots--;
          break;
        }
      take_letter (run, next, at + 1);
      last = behind;
      at = behind;
    }
  if (dots == 0)
    return FALSE;
  run->end = last;
  if (text[last - 1] == '.')
    run->shape |= BL_TOKEN_DOTTED;
  return TRUE;
}

/* The letters at at are this, and no more of the word follows. */
static gboolean
is_ending (const char *text, gsize at, gsize end, const char *suffix)
{
  gsize n = strlen (suffix);
  if (at + n > end || g_ascii_strncasecmp (text + at, suffix, n) != 0)
    return FALSE;
  return at + n == end || (char_at (text, at + n).kind != CLASS_LETTER && char_at (text, at + n).kind != CLASS_DIGIT);
}

/* An apostrophe at at that belongs to a name: "O'Neill", "D'Amato", "Ndung'u"; not "Obama's", "He'd". */
static gboolean
is_inner_apostrophe (const Run *run, const char *text, gsize start, gsize at, gsize end)
{
  static const char *const endings[] = { "s", "t", "d", "m", "ll", "re", "ve", NULL };
  const gsize behind = at + char_at (text, at).length;
  if (behind >= end)
    return FALSE;
  if (run->letters <= 2 && g_ascii_isupper (text[behind]))
    return TRUE;
  if (run->letters < 2 || !g_ascii_isupper (text[start]) || char_at (text, behind).kind != CLASS_LETTER)
    return FALSE;
  for (const char *const *ending = endings; *ending != NULL; ending++)
    if (is_ending (text, behind, end, *ending))
      return FALSE;
  return TRUE;
}

/* Letters, digits, and apostrophes between letters: "O'Neill". Stops before 's and n't. */
static Run
read_word (const char *text, gsize start, gsize end)
{
  Run run = { .end = start };
  for (gsize at = start; at < end;)
    {
      Char c = char_at (text, at);
      if (c.kind == CLASS_LETTER || c.kind == CLASS_DIGIT)
        {
          take_letter (&run, c, at);
          at += c.length;
        }
      else if (c.kind == CLASS_DROPPED)
        {
          run.shape |= BL_TOKEN_LETTERS_OPENED;
          at += c.length;
        }
      else if (c.kind == CLASS_APOSTROPHE && is_inner_apostrophe (&run, text, start, at, end))
        {
          run.shape |= c.length > 1 ? BL_TOKEN_LETTERS_OPENED : 0;
          at += c.length;
        }
      else
        break;
    }
  return run;
}

/* The possessive ending behind a word; at is its apostrophe. */
static void
read_possessive (BlToken *token, const char *text, gsize at, gsize end)
{
  Char c = at < end ? char_at (text, at) : (Char){ .kind = CLASS_BLANK };
  if (c.kind != CLASS_APOSTROPHE)
    return;
  gsize behind = at + c.length;
  if (is_ending (text, behind, end, "s"))
    {
      token->tail = (guint32) behind + 1;
      token->shape |= BL_TOKEN_POSSESSIVE;
    }
  else if (g_ascii_tolower (text[at - 1]) == 's' && (behind == end || char_at (text, behind).kind == CLASS_BLANK))
    {
      token->tail = (guint32) behind;
      token->shape |= BL_TOKEN_POSSESSIVE;
    }
}

static gboolean
keeps_dot (const BlToken *token, const char *text, gsize at, gsize end)
{
  if (at + 1 >= end || text[at] != '.') /* the last one of a sentence ends it */
    return FALSE;
  if (char_at (text, at + 1).kind != CLASS_BLANK && text[at + 1] != ',')
    return FALSE;
  return bl_token_is (token, BL_LEX_ABBREVIATION);
}

static gsize
read_letters (Reader *reader, gsize at, gsize end, guint gap)
{
  const char *text = reader->text;
  Run run = read_word (text, at, end);
  if (run.letters == 1 && (run.shape & BL_TOKEN_DIGITS) == 0)
    {
      gboolean upper = (run.shape & BL_TOKEN_UPPER) != 0;
      gboolean dotted = read_dotted (text, run.end, end, &run);
      /* "a." at the end of a sentence is the article and a stop */
      if (dotted && run.letters == 1 && !upper)
        {
          run.end--;
          run.shape &= ~(guint) BL_TOKEN_DOTTED;
        }
      if (upper && (dotted || run.letters == 1))
        run.shape |= BL_TOKEN_INITIAL;
    }
  if (run.letters > 1 && run.capitals == run.letters)
    run.shape |= BL_TOKEN_ALL_UPPER;

  BlToken *token = add_token (reader, at, run.end, gap, run.shape);
  fold_token (reader, token);
  if (keeps_dot (token, text, run.end, end))
    {
      token->end = token->tail = (guint32) ++run.end;
      token->shape |= BL_TOKEN_DOTTED;
    }
  read_possessive (token, text, run.end, end);
  return token->tail;
}

/* Most words are a few ASCII letters with a space, comma or stop behind them. Reads such a one, folding on the way, and returns its
 * end; 0 for what needs a closer look: initials, "O'Neill", other alphabets. */
static gsize
read_plain_word (Reader *reader, gsize start, gsize end, guint gap)
{
  const char *text = reader->text;
  char small[64];
  guint32 hash = BL_VOCABULARY_SEED;
  guint capitals = 0;
  guint digits = 0;
  gsize n = 0;
  for (; start + n < end && n < sizeof small; n++)
    {
      char c = text[start + n];
      if (!g_ascii_isalnum (c))
        break;
      capitals += c >= 'A' && c <= 'Z';
      digits += c <= '9';
      small[n] = (char) (c | 0x20); /* digits have the bit */
      hash = bl_vocabulary_hash_letter (hash, small[n]);
    }
  const gsize stop = start + n;
  const guchar behind = stop < end ? (guchar) text[stop] : ' ';
  if (n == sizeof small || behind >= 0x80 || behind == '\'' || behind == '`')
    return 0;
  if (n == 1 && (capitals > 0 || behind == '.'))
    return 0;

  guint shape = (text[start] <= 'Z' ? BL_TOKEN_UPPER : 0) | (digits > 0 ? BL_TOKEN_DIGITS : 0);
  if (n - digits > 1 && capitals == n - digits)
    shape |= BL_TOKEN_ALL_UPPER;
  BlToken *token = add_token (reader, start, stop, gap, shape);
  set_word (reader, token, small, n, hash);
  if (keeps_dot (token, text, stop, end))
    {
      token->end = token->tail = (guint32) stop + 1;
      token->shape |= BL_TOKEN_DOTTED;
    }
  return token->tail;
}

static void
read_sentence (Reader *reader, BlSpan span)
{
  const char *text = reader->text;
  guint gap = BL_GAP_EDGE;
  for (gsize at = span.start; at < span.end;)
    {
      if (text[at] == ' ')
        {
          gap |= BL_GAP_SPACE;
          at++;
          continue;
        }
      Char c = char_at (text, at);
      switch (c.kind)
        {
        case CLASS_LETTER:
          {
            gsize word_end = c.length == 1 ? read_plain_word (reader, at, span.end, gap) : 0;
            at = word_end != 0 ? word_end : read_letters (reader, at, span.end, gap);
            gap = 0;
            break;
          }
        case CLASS_DIGIT:
          {
            gsize end = read_number (text, at, span.end);
            fold_token (reader, add_token (reader, at, end, gap, BL_TOKEN_NUMBER));
            at = end;
            gap = 0;
            break;
          }
        case CLASS_SYMBOL:
          set_word (reader, add_token (reader, at, at + c.length, gap, BL_TOKEN_SYMBOL), "", 0, BL_VOCABULARY_SEED);
          at += c.length;
          gap = 0;
          break;
        case CLASS_BLANK:
          gap |= BL_GAP_SPACE;
          at += c.length;
          break;
        case CLASS_DROPPED:
          at += c.length;
          break;
        default:
          gap |= c.kind == CLASS_APOSTROPHE ? BL_GAP_QUOTE : c.gap;
          if (c.gap == BL_GAP_HYPHEN && at + 1 < span.end && text[at + 1] == '-')
            gap |= BL_GAP_DASH; /* "--" */
          at += c.length;
          break;
        }
    }
}

/* " - " is a dash, not a hyphen. */
static void
settle_gaps (BlTokens *tokens, guint from)
{
  for (guint i = from; i < tokens->n; i++)
    if ((tokens->list[i].gap & BL_GAP_HYPHEN) != 0 && (tokens->list[i].gap & (BL_GAP_SPACE | BL_GAP_DASH)) != 0)
      tokens->list[i].gap = (guint16) ((tokens->list[i].gap & ~BL_GAP_HYPHEN) | BL_GAP_DASH);
}

void
bl_tokens_read (BlTokens *tokens, const BlLexicon *lexicon, const BlDocument *document, BlArena *arena)
{
  guint n, n_blocks;
  const BlSentence *sentences = bl_document_sentences (document, &n);
  const BlBlock *blocks = bl_document_blocks (document, &n_blocks);
  Reader reader = { .tokens = tokens, .lexicon = lexicon, .arena = arena, .text = bl_document_text (document, NULL) };
  reader.n_lexicon = bl_lexicon_n_words (lexicon);
  *tokens = (BlTokens){ .n_sentences = n, .first = g_new (guint32, n + 1) };
  for (guint i = 0; i < n; i++)
    {
      tokens->first[i] = tokens->n;
      if (sentences[i].block < n_blocks && blocks[sentences[i].block].kind == BL_BLOCK_BOILERPLATE)
        continue;
      if (bl_span_length (sentences[i].span) > BL_LIMIT_SENTENCE_BYTES)
        {
          tokens->n_skipped++;
          continue;
        }
      read_sentence (&reader, sentences[i].span);
      settle_gaps (tokens, tokens->first[i]);
    }
  tokens->first[n] = tokens->n;
  tokens->n_ids = reader.n_lexicon + tokens->others.n_words;
}

void
bl_tokens_clear (BlTokens *tokens)
{
  g_clear_pointer (&tokens->list, g_free);
  g_clear_pointer (&tokens->first, g_free);
  bl_vocabulary_clear (&tokens->others);
}

static gboolean
phrase_fits (const BlTokens *tokens, guint at, guint end, const BlPhrase *phrase)
{
  if (at + phrase->n > end)
    return FALSE;
  for (guint i = 0; i < phrase->n; i++)
    {
      const BlToken *token = &tokens->list[at + i];
      if (token->folded != phrase->words[i] || (i > 0 && !bl_token_joins (token)))
        return FALSE;
      if (i + 1 < phrase->n && (token->shape & BL_TOKEN_POSSESSIVE) != 0)
        return FALSE;
    }
  return TRUE;
}

const BlPhrase *
bl_tokens_phrase (const BlTokens *tokens, guint at, guint end, BlLexKind kind)
{
  if (at >= end || !bl_word_begins (tokens->list[at].word, kind))
    return NULL;
  const BlPhrase **phrases = tokens->list[at].word->phrases;
  for (guint i = 0; phrases != NULL && phrases[i] != NULL; i++)
    if (phrases[i]->kind == kind && phrase_fits (tokens, at, end, phrases[i]))
      return phrases[i];
  return NULL;
}

const BlPhrase *
bl_tokens_phrase_before (const BlTokens *tokens, guint begin, guint at, BlLexKind kind)
{
  const BlPhrase *best = NULL;
  for (guint n = 1; n <= BL_PHRASE_WORDS && n <= at + 1 - begin; n++)
    {
      const BlPhrase *phrase = bl_tokens_phrase (tokens, at + 1 - n, at + 1, kind);
      if (phrase != NULL && phrase->n == n)
        best = phrase;
    }
  return best;
}

gboolean
bl_token_is_determiner (const BlToken *token)
{
  const BlPhrase *word = bl_word_phrase (token->word, BL_LEX_DETERMINER);
  return word != NULL && (strcmp (word->code, "definite") == 0 || strcmp (word->code, "indefinite") == 0);
}
