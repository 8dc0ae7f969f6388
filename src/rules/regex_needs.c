/* A rough reader of PCRE2. It need not understand much: an unknown element costs a need, but a wrong one would cost matches. So
 * anything that changes how the rest is read (recursion, conditions, verbs, (?-x)) ends the reading.
 *
 *   \b(?:no|without) [ ] %{sending}   →   other  " "  (no|without)  " "  {sending}  other
 *
 * Boundaries are words of one blank: a word beside one is whole. So is one beside a sign. */
#include "rules/regex_needs.h"

#include <stdlib.h>
#include <string.h>

/* Deeper groups are left unread. */
#define GROUP_DEPTH 30

typedef struct
{
  const BlPhraseContext *context;
  const char *at;
  GPtrArray *stack; /* children of what is under way */
  GString *run;     /* literal characters */
  gboolean lost;
} Reader;

static BlNode *
new_node (Reader *reader, BlNodeKind kind)
{
  BlNode *node = bl_arena_new0 (reader->context->arena, BlNode);
  node->kind = (guint8) kind;
  return node;
}

static void
push (Reader *reader, const BlNode *node)
{
  g_ptr_array_add (reader->stack, (gpointer) node);
}

static void
pop_children (Reader *reader, BlNode *node, guint mark)
{
  node->n_children = reader->stack->len - mark;
  const BlNode **children = bl_arena_alloc (reader->context->arena, (node->n_children + 1) * sizeof *children);
  for (guint i = 0; i < node->n_children; i++)
    children[i] = g_ptr_array_index (reader->stack, mark + i);
  node->children = children;
  g_ptr_array_set_size (reader->stack, (gint) mark);
}

static void
end_run (Reader *reader)
{
  if (reader->run->len == 0)
    return;
  BlNode *node = new_node (reader, BL_NODE_WORD);
  node->text = bl_arena_strndup (reader->context->arena, reader->run->str, reader->run->len);
  g_string_truncate (reader->run, 0);
  push (reader, node);
}

static void
push_other (Reader *reader)
{
  end_run (reader);
  push (reader, new_node (reader, BL_NODE_OTHER));
}

static void
push_boundary (Reader *reader)
{
  end_run (reader);
  g_string_append_c (reader->run, ' ');
  end_run (reader);
}

/* The last element may be missing. */
static void
make_optional (Reader *reader)
{
  guint last = reader->stack->len - 1;
  BlNode *node = new_node (reader, BL_NODE_OPTIONAL);
  pop_children (reader, node, last);
  push (reader, node);
}

/* --- quantifiers ------------------------------------------------------------------------------------------------- */
typedef enum
{
  ONCE,
  OPTIONAL,
  REPEATED,
} Quantity;

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

/* Reads a quantifier and what makes it lazy or possessive. */
static Quantity
read_quantity (Reader *reader)
{
  skip_blanks (reader);
  Quantity quantity = ONCE;
  const char *at = reader->at;
  if (*at == '?' || *at == '*')
    quantity = OPTIONAL;
  else if (*at == '+')
    quantity = REPEATED;
  else if (*at == '{' && g_ascii_isdigit (at[1]))
    {
      quantity = strtoul (at + 1, NULL, 10) == 0 ? OPTIONAL : REPEATED;
      at += strcspn (at, "}");
    }
  else
    {
      reader->lost = reader->lost || *at == '{'; /* "{,3}" is a quantifier for later versions of PCRE2 only */
      return ONCE;
    }
  reader->at = *at != '\0' ? at + 1 : at;
  skip_blanks (reader);
  if (*reader->at == '?' || *reader->at == '+')
    reader->at++;
  return quantity;
}

static void
quantify (Reader *reader)
{
  Quantity quantity = read_quantity (reader);
  if (quantity == OPTIONAL)
    make_optional (reader);
  const BlNode *last = g_ptr_array_index (reader->stack, reader->stack->len - 1);
  gboolean boundary = last->kind == BL_NODE_WORD && strcmp (last->text, " ") == 0;
  if (quantity == REPEATED && !boundary)
    push (reader, new_node (reader, BL_NODE_OTHER));
}

/* --- elements ---------------------------------------------------------------------------------------------------- */
static void
read_literal (Reader *reader)
{
  const char *next = g_utf8_next_char (reader->at);
  g_autofree char *character = g_strndup (reader->at, (gsize) (next - reader->at));
  reader->at = next;
  skip_blanks (reader);
  if (strchr ("?*+{", *reader->at) == NULL || *reader->at == '\0')
    {
      g_string_append (reader->run, character);
      return;
    }
  end_run (reader);
  g_string_append (reader->run, character);
  end_run (reader);
  quantify (reader);
}

/* One of these signs. */
static void
push_signs (Reader *reader, const GPtrArray *signs)
{
  const char **forms = bl_arena_alloc (reader->context->arena, (signs->len + 1) * sizeof *forms);
  for (guint i = 0; i < signs->len; i++)
    forms[i] = g_ptr_array_index (signs, i);
  BlNode *node = new_node (reader, BL_NODE_SIGNS);
  node->forms = forms;
  end_run (reader);
  push (reader, node);
}

/* A class of signs is known; with blanks, such as "[ ,]", it is a boundary; any other is something. */
static void
read_class (Reader *reader)
{
  g_autoptr (GPtrArray) signs = g_ptr_array_new ();
  const char *at = reader->at + 1;
  gboolean plain = *at != '^';
  gboolean blank = FALSE;
  at += *at == '^';
  for (gboolean first = TRUE; *at != '\0' && (first || *at != ']'); first = FALSE)
    {
      if (*at == '[' && (at[1] == ':' || at[1] == '.' || at[1] == '='))
        {
          reader->lost = TRUE;
          return;
        }
      if (*at == '\\' && at[1] != '\0')
        at++;
      blank = blank || *at == ' ';
      plain = plain && (*at == ' ' || (bl_literal_is_sign ((guchar) *at) && *at != '-'));
      g_ptr_array_add (signs, (gpointer) bl_arena_intern_len (reader->context->arena, at, 1));
      at = g_utf8_next_char (at);
    }
  reader->lost = reader->lost || *at == '\0' || signs->len == 0;
  reader->at = *at != '\0' ? at + 1 : at;
  if (reader->lost)
    return;
  if (plain && !blank)
    push_signs (reader, signs);
  else if (plain)
    push_boundary (reader);
  else
    push_other (reader);
  quantify (reader);
}

static void
read_escape (Reader *reader)
{
  char kind = reader->at[1];
  if (kind == '\0' || strchr ("QEK", kind) != NULL)
    {
      reader->lost = kind != 'K';
      reader->at += kind != '\0' ? 2 : 1;
      return;
    }
  if (g_ascii_ispunct (kind) || kind == ' ' || (guchar) kind >= 0x80)
    {
      reader->at++;
      read_literal (reader);
      return;
    }
  reader->at += 2;
  if (strchr ("pPxogkN", kind) != NULL && (*reader->at == '{' || *reader->at == '<' || *reader->at == '\''))
    {
      const char *close = strchr (reader->at + 1, *reader->at == '{' ? '}' : *reader->at == '<' ? '>' : '\'');
      reader->lost = reader->lost || close == NULL;
      reader->at = close != NULL ? close + 1 : reader->at;
    }
  else
    while (strchr ("xo0123456789g", kind) != NULL && g_ascii_isxdigit (*reader->at))
      reader->at++;
  if (strchr ("bsAzZhtnr", kind) != NULL)
    push_boundary (reader);
  else
    push_other (reader);
  if (kind == 'B' || kind == 'G')
    make_optional (reader);
  quantify (reader);
}

static void
read_slot (Reader *reader)
{
  const char *close = strchr (reader->at, '}');
  BlNode *node = new_node (reader, BL_NODE_SLOT);
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

/* --- groups ------------------------------------------------------------------------------------------------------ */
typedef enum
{
  GROUP_PLAIN,
  GROUP_LOOK,  /* around: no part of the match */
  GROUP_FLAGS, /* "(?i)": empty */
  GROUP_UNKNOWN,
} GroupKind;

/* Moves behind what opens a group. */
static GroupKind
read_opening (Reader *reader)
{
  const char *at = reader->at + 1;
  if (*at == '*')
    return GROUP_UNKNOWN;
  if (*at != '?')
    {
      reader->at = at;
      return GROUP_PLAIN;
    }
  at++;
  gboolean behind = *at == '<' && (at[1] == '=' || at[1] == '!');
  if (*at == '=' || *at == '!' || behind)
    {
      reader->at = at + (behind ? 2 : 1);
      return GROUP_LOOK;
    }
  if (*at == ':' || *at == '>' || *at == '|')
    {
      reader->at = at + 1;
      return GROUP_PLAIN;
    }
  if (*at == '<')
    {
      const char *close = strchr (at, '>');
      reader->at = close != NULL ? close + 1 : at;
      return close != NULL ? GROUP_PLAIN : GROUP_UNKNOWN;
    }
  at += strspn (at, "imsJU-");
  if (*at != ':' && *at != ')')
    return GROUP_UNKNOWN;
  reader->at = at + 1;
  return *at == ':' ? GROUP_PLAIN : GROUP_FLAGS;
}

static const BlNode *read_alternatives (Reader *reader, guint depth);

static void
read_group (Reader *reader, guint depth)
{
  end_run (reader);
  GroupKind kind = read_opening (reader);
  reader->lost = reader->lost || kind == GROUP_UNKNOWN || depth >= GROUP_DEPTH;
  if (reader->lost || kind == GROUP_FLAGS)
    return;
  const BlNode *group = read_alternatives (reader, depth + 1);
  reader->lost = reader->lost || *reader->at != ')';
  if (reader->lost)
    return;
  reader->at++;
  if (kind == GROUP_LOOK)
    {
      push_other (reader);
      make_optional (reader);
    }
  else
    push (reader, group);
  quantify (reader);
}

/* Up to "|", ")" or the end. An empty sequence matches nothing, so all alternatives beside it may. */
static const BlNode *
read_sequence (Reader *reader, guint depth)
{
  guint mark = reader->stack->len;
  for (skip_blanks (reader); !reader->lost && *reader->at != '\0' && *reader->at != '|' && *reader->at != ')';
       skip_blanks (reader))
    {
      if (*reader->at == '(')
        read_group (reader, depth);
      else if (*reader->at == '[')
        read_class (reader);
      else if (*reader->at == '\\')
        read_escape (reader);
      else if (reader->at[0] == '%' && reader->at[1] == '{')
        read_slot (reader);
      else if (strchr (".^$", *reader->at) != NULL)
        {
          (*reader->at == '.' ? push_other : push_boundary) (reader);
          reader->at++;
          quantify (reader);
        }
      else
        read_literal (reader);
    }
  end_run (reader);
  BlNode *sequence = new_node (reader, BL_NODE_SEQUENCE);
  pop_children (reader, sequence, mark);
  return sequence;
}

static const BlNode *
read_alternatives (Reader *reader, guint depth)
{
  guint mark = reader->stack->len;
  push (reader, read_sequence (reader, depth));
  while (!reader->lost && *reader->at == '|')
    {
      reader->at++;
      push (reader, read_sequence (reader, depth));
    }
  BlNode *either = new_node (reader, BL_NODE_ALTERNATIVES);
  pop_children (reader, either, mark);
  return either;
}

const BlNode *
bl_regex_outline (const BlPhraseContext *context, const char *source)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();
  g_autoptr (GString) run = g_string_new (NULL);
  Reader reader = { .context = context, .at = source, .stack = stack, .run = run };
  push_other (&reader);
  push (&reader, read_alternatives (&reader, 0));
  push_other (&reader);
  BlNode *outline = new_node (&reader, BL_NODE_SEQUENCE);
  if (reader.lost || *reader.at != '\0')
    return NULL;
  pop_children (&reader, outline, 0);
  return outline;
}
