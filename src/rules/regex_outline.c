/* A rough reader of PCRE2. It need not understand much: an unknown element costs a need, but a wrong one would cost matches. So
 * anything that changes how the rest is read (recursion, conditions, verbs, (?-x)) ends the reading.
 *
 *   \b(?:no|without) [ ] %{sending}   →   place  (no|without)  {space}  {sending} */
#include "rules/regex_outline.h"

#include <stdlib.h>
#include <string.h>

/* Deeper groups are left unread. */
#define GROUP_DEPTH 30

typedef struct
{
  const BlPhraseContext *context;
  const char *source;
  const char *at;
  GPtrArray *stack; /* children of what is under way */
  GString *run;     /* literal characters */
  gboolean caseless;
  gboolean multiline;
  gboolean lost;
} Reader;

static BlOutline *
new_node (Reader *reader, BlOutlineKind kind)
{
  BlOutline *node = bl_arena_new0 (reader->context->arena, BlOutline);
  node->kind = (guint8) kind;
  return node;
}

static void
push (Reader *reader, const BlOutline *node)
{
  g_ptr_array_add (reader->stack, (gpointer) node);
}

static void
pop_children (Reader *reader, BlOutline *node, guint mark)
{
  node->n_children = reader->stack->len - mark;
  const BlOutline **children = bl_arena_alloc (reader->context->arena, (node->n_children + 1) * sizeof *children);
  for (guint i = 0; i < node->n_children; i++)
    children[i] = g_ptr_array_index (reader->stack, mark + i);
  node->children = children;
  g_ptr_array_set_size (reader->stack, (gint) mark);
}

/* The last element becomes the child of a new one. */
static BlOutline *
wrap_last (Reader *reader, BlOutlineKind kind)
{
  BlOutline *node = new_node (reader, kind);
  pop_children (reader, node, reader->stack->len - 1);
  push (reader, node);
  return node;
}

static void
end_run (Reader *reader)
{
  if (reader->run->len == 0)
    return;
  BlOutline *node = new_node (reader, BL_OUTLINE_LITERAL);
  node->text = bl_arena_strndup (reader->context->arena, reader->run->str, reader->run->len);
  node->flag = reader->caseless;
  g_string_truncate (reader->run, 0);
  push (reader, node);
}

static void
push_unknown (Reader *reader)
{
  end_run (reader);
  push (reader, new_node (reader, BL_OUTLINE_UNKNOWN));
}

static void
push_set (Reader *reader, BlCharSet set)
{
  end_run (reader);
  BlOutline *node = new_node (reader, BL_OUTLINE_SET);
  node->set = set;
  push (reader, node);
}

static BlOutline *
push_place (Reader *reader, guint64 left, guint64 right)
{
  end_run (reader);
  BlCharPairs *place = bl_arena_new0 (reader->context->arena, BlCharPairs);
  bl_char_pairs_add (place, left, right);
  BlOutline *node = new_node (reader, BL_OUTLINE_PLACE);
  node->place = place;
  push (reader, node);
  return node;
}

/* --- quantifiers ------------------------------------------------------------------------------------------------- */
static void
skip_blanks (Reader *reader)
{
  while (*reader->at != '\0')
    if (g_ascii_isspace (*reader->at))
      reader->at++;
    else if (*reader->at == '#')
      reader->at += strcspn (reader->at, "\n");
    else
      return;
}

static gboolean
at_quantifier (const Reader *reader)
{
  return *reader->at != '\0' && strchr ("?*+{", *reader->at) != NULL;
}

/* "{2}", "{2,}", "{2,5}". Any other "{" is itself, or a quantifier to later versions of PCRE2. */
static gboolean
read_count (Reader *reader, guint *least)
{
  char *at = NULL;
  guint64 count = g_ascii_strtoull (reader->at + 1, &at, 10);
  gboolean right = g_ascii_isdigit (reader->at[1]);
  if (*at == ',')
    at += 1 + strspn (at + 1, "0123456789");
  reader->lost = reader->lost || !right || *at != '}';
  reader->at = at + (*at == '}');
  *least = (guint) MIN (count, 2);
  return !reader->lost;
}

/* Reads a quantifier, and what makes it lazy or possessive, of the last element. */
static void
quantify (Reader *reader)
{
  skip_blanks (reader);
  if (!at_quantifier (reader))
    return;
  guint least = *reader->at == '+' ? 1 : 0;
  gboolean more = *reader->at != '?';
  if (*reader->at != '{')
    reader->at++;
  else if (!read_count (reader, &least))
    return;
  if (*reader->at == '?' || *reader->at == '+')
    reader->at++;
  skip_blanks (reader);
  reader->lost = reader->lost || at_quantifier (reader);
  if (more)
    wrap_last (reader, BL_OUTLINE_REPEATED)->flag = least == 2;
  if (least == 0)
    wrap_last (reader, BL_OUTLINE_OPTIONAL);
}

/* --- elements ---------------------------------------------------------------------------------------------------- */
/* Some characters that are not ASCII are blanks under (?x). */
static gboolean
is_hidden (gunichar c)
{
  return c == '\v' || c == 0x85 || c == 0x200E || c == 0x200F || c == 0x2028 || c == 0x2029;
}

static void
take_literal (Reader *reader, gunichar c)
{
  skip_blanks (reader);
  gboolean alone = at_quantifier (reader);
  if (alone)
    end_run (reader);
  g_string_append_unichar (reader->run, c);
  if (!alone)
    return;
  end_run (reader);
  quantify (reader);
}

static void
read_literal (Reader *reader)
{
  gunichar c = g_utf8_get_char (reader->at);
  reader->at = g_utf8_next_char (reader->at);
  reader->lost = reader->lost || is_hidden (c);
  take_literal (reader, c);
}

static void
read_set (Reader *reader)
{
  BlCharSet set;
  reader->lost = reader->lost || !bl_char_set_read (&reader->at, reader->caseless, &set);
  if (reader->lost)
    return;
  push_set (reader, set);
  quantify (reader);
}

/* \b, \A, …: what they say of the place where they stand. FALSE for any other. */
static gboolean
read_place (Reader *reader, char kind)
{
  const BlCharSet word = bl_char_set_word ();
  const guint64 other = BL_CHARS_ALL & ~word.full;
  const guint64 edge = BL_CHAR_BIT (BL_CHAR_EDGE);
  BlOutline *node = NULL;
  if (kind == 'b')
    {
      node = push_place (reader, word.any, other);
      bl_char_pairs_add ((BlCharPairs *) node->place, other, word.any);
    }
  else if (kind == 'A')
    node = push_place (reader, edge, BL_CHARS_ALL);
  else if (kind == 'z')
    node = push_place (reader, BL_CHARS_ALL, edge);
  else if (kind == 'Z')
    node = push_place (reader, BL_CHARS_ALL, edge | BL_CHAR_BIT (BL_CHAR_SPACE));
  else
    return FALSE;
  node->flag = TRUE;
  return TRUE;
}

/* The name in arena, when one group alone has it. */
static const char *
group_name (const Reader *reader, const char *name, gsize length)
{
  g_autofree char *opening = g_strdup_printf ("(?<%.*s>", (int) length, name);
  const char *first = strstr (reader->source, opening);
  if (first == NULL || strstr (first + 1, opening) != NULL)
    return NULL;
  return bl_arena_intern_len (reader->context->arena, name, length);
}

/* A reference or the like: the whole of it, at least. */
static void
push_reference (Reader *reader, char kind)
{
  push_unknown (reader);
  if (strchr ("ogkN", kind) != NULL && *reader->at != '\0' && strchr ("{<'", *reader->at) != NULL)
    {
      const char *close = strchr (reader->at + 1, *reader->at == '{' ? '}' : *reader->at == '<' ? '>' : '\'');
      reader->lost = reader->lost || close == NULL;
      if (close == NULL)
        return;
      BlOutline *node = g_ptr_array_index (reader->stack, reader->stack->len - 1);
      node->name = kind == 'k' ? group_name (reader, reader->at + 1, (gsize) (close - reader->at - 1)) : NULL;
      node->kind = node->name != NULL ? BL_OUTLINE_REFERENCE : BL_OUTLINE_UNKNOWN;
      reader->at = close + 1;
    }
  else if (g_ascii_isdigit (kind) || kind == 'g')
    reader->at += strspn (reader->at, "+-0123456789");
}

static void
read_escape (Reader *reader)
{
  BlEscape escape = bl_escape_read (&reader->at, reader->caseless);
  if (escape.kind == BL_ESCAPE_CHARACTER)
    {
      take_literal (reader, escape.c);
      return;
    }
  if (escape.kind == BL_ESCAPE_SET)
    {
      push_set (reader, escape.set);
      quantify (reader);
      return;
    }
  const char kind = reader->at[1];
  if (kind == '\0' || strchr ("QEcxpP", kind) != NULL)
    reader->lost = TRUE;
  else
    {
      reader->at += 2;
      if (kind == 'K')
        return;
      if (!read_place (reader, kind))
        push_reference (reader, kind);
    }
  quantify (reader);
}

static void
read_slot (Reader *reader)
{
  const char *close = strchr (reader->at, '}');
  BlOutline *node = new_node (reader, BL_OUTLINE_SLOT);
  BlSlot *slot = bl_arena_new0 (reader->context->arena, BlSlot);
  BlPhraseFault fault = { 0 };
  node->slot = slot;
  if (close == NULL || !bl_slot_parse (reader->context, reader->at + 2, (gsize) (close - reader->at - 2), 0, slot, &fault))
    {
      g_free (fault.what);
      reader->lost = TRUE;
      return;
    }
  end_run (reader);
  push (reader, node);
  reader->at = close + 1;
  quantify (reader);
}

/* "." or "^" or "$". */
static void
read_sign (Reader *reader)
{
  const char sign = *reader->at++;
  const guint64 line = reader->multiline ? BL_CHARS_ALL : BL_CHAR_BIT (BL_CHAR_EDGE);
  if (sign == '.')
    push_set (reader, (BlCharSet){ .any = BL_CHARS_ANY });
  else if (sign == '^')
    push_place (reader, line, BL_CHARS_ALL)->flag = TRUE;
  else
    push_place (reader, BL_CHARS_ALL, line)->flag = TRUE;
  quantify (reader);
}

/* --- groups ------------------------------------------------------------------------------------------------------ */
typedef enum
{
  GROUP_PLAIN,
  GROUP_AHEAD,
  GROUP_BEHIND,
  GROUP_NOT_AHEAD,
  GROUP_NOT_BEHIND,
  GROUP_FLAGS, /* "(?i)": empty */
  GROUP_UNKNOWN,
} GroupKind;

/* "i", "-i", "s": moves behind them. */
static void
read_flags (Reader *reader)
{
  gboolean on = TRUE;
  for (; *reader->at != '\0' && strchr ("imsJU-", *reader->at) != NULL; reader->at++)
    if (*reader->at == '-')
      on = FALSE;
    else if (*reader->at == 'i')
      reader->caseless = on;
    else if (*reader->at == 'm')
      reader->multiline = TRUE;
}

/* Moves behind what opens a group. */
static GroupKind
read_opening (Reader *reader, const char **name)
{
  reader->at++;
  if (*reader->at == '*')
    return GROUP_UNKNOWN;
  if (*reader->at != '?')
    return GROUP_PLAIN;
  reader->at++;
  gboolean behind = *reader->at == '<' && (reader->at[1] == '=' || reader->at[1] == '!');
  reader->at += behind;
  if (*reader->at == '=' || *reader->at == '!')
    {
      gboolean negated = *reader->at++ == '!';
      return negated ? (behind ? GROUP_NOT_BEHIND : GROUP_NOT_AHEAD) : (behind ? GROUP_BEHIND : GROUP_AHEAD);
    }
  if (*reader->at == '>' || *reader->at == '|')
    {
      reader->at++;
      return GROUP_PLAIN;
    }
  if (*reader->at == '<')
    {
      const char *close = strchr (reader->at, '>');
      if (close == NULL)
        return GROUP_UNKNOWN;
      *name = group_name (reader, reader->at + 1, (gsize) (close - reader->at - 1));
      reader->at = close + 1;
      return GROUP_PLAIN;
    }
  read_flags (reader);
  if (*reader->at != ':' && *reader->at != ')')
    return GROUP_UNKNOWN;
  return *reader->at++ == ':' ? GROUP_PLAIN : GROUP_FLAGS;
}

/* The one character that an alternative stands for. FALSE when it may be more, or less. */
static gboolean
is_one_character (const BlOutline *sequence, BlCharSet *set)
{
  const BlOutline *only = sequence->n_children == 1 ? sequence->children[0] : NULL;
  if (only != NULL && only->kind == BL_OUTLINE_REPEATED && !only->flag)
    only = only->children[0];
  if (only != NULL && only->kind == BL_OUTLINE_SET)
    *set = only->set;
  else if (only != NULL && only->kind == BL_OUTLINE_LITERAL && *g_utf8_next_char (only->text) == '\0')
    *set = bl_char_set_of (g_utf8_get_char (only->text), only->flag);
  else
    return FALSE;
  return TRUE;
}

/* What does not stand beside a place bounds what does. */
static void
push_negated (Reader *reader, const BlOutline *group, gboolean behind)
{
  guint64 beside = BL_CHARS_ALL;
  for (guint i = 0; i < group->n_children; i++)
    {
      BlCharSet set;
      if (is_one_character (group->children[i], &set))
        beside &= ~set.full;
    }
  push_place (reader, behind ? beside : BL_CHARS_ALL, behind ? BL_CHARS_ALL : beside);
}

static BlOutline *read_alternatives (Reader *reader, guint depth);

static void
push_group (Reader *reader, GroupKind kind, const BlOutline *group)
{
  if (kind == GROUP_NOT_AHEAD || kind == GROUP_NOT_BEHIND)
    push_negated (reader, group, kind == GROUP_NOT_BEHIND);
  else
    push (reader, group);
  if (kind == GROUP_AHEAD || kind == GROUP_BEHIND)
    wrap_last (reader, kind == GROUP_AHEAD ? BL_OUTLINE_AHEAD : BL_OUTLINE_BEHIND);
}

static void
read_group (Reader *reader, guint depth)
{
  end_run (reader);
  gboolean caseless = reader->caseless;
  const char *name = NULL;
  GroupKind kind = read_opening (reader, &name);
  reader->lost = reader->lost || kind == GROUP_UNKNOWN || depth >= GROUP_DEPTH;
  if (reader->lost || kind == GROUP_FLAGS)
    return;
  BlOutline *group = read_alternatives (reader, depth + 1);
  group->name = name;
  reader->caseless = caseless;
  reader->lost = reader->lost || *reader->at != ')';
  if (reader->lost)
    return;
  reader->at++;
  push_group (reader, kind, group);
  quantify (reader);
}

/* Up to "|", ")" or the end. */
static const BlOutline *
read_sequence (Reader *reader, guint depth)
{
  guint mark = reader->stack->len;
  for (skip_blanks (reader); !reader->lost && *reader->at != '\0' && *reader->at != '|' && *reader->at != ')';
       skip_blanks (reader))
    {
      if (*reader->at == '(')
        read_group (reader, depth);
      else if (*reader->at == '[')
        read_set (reader);
      else if (*reader->at == '\\')
        read_escape (reader);
      else if (reader->at[0] == '%' && reader->at[1] == '{')
        read_slot (reader);
      else if (strchr (".^$", *reader->at) != NULL)
        read_sign (reader);
      else
        read_literal (reader);
    }
  end_run (reader);
  BlOutline *sequence = new_node (reader, BL_OUTLINE_SEQUENCE);
  pop_children (reader, sequence, mark);
  return sequence;
}

static BlOutline *
read_alternatives (Reader *reader, guint depth)
{
  guint mark = reader->stack->len;
  push (reader, read_sequence (reader, depth));
  while (!reader->lost && *reader->at == '|')
    {
      reader->at++;
      push (reader, read_sequence (reader, depth));
    }
  BlOutline *either = new_node (reader, BL_OUTLINE_ALTERNATIVES);
  pop_children (reader, either, mark);
  return either;
}

const BlOutline *
bl_regex_outline (const BlPhraseContext *context, const char *source, gboolean cased)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();
  g_autoptr (GString) run = g_string_new (NULL);
  Reader reader = { .context = context, .source = source, .at = source, .stack = stack, .run = run, .caseless = !cased };
  const BlOutline *outline = read_alternatives (&reader, 0);
  return reader.lost || *reader.at != '\0' ? NULL : outline;
}
