#include "rules/phrase.h"

#include <string.h>

typedef struct
{
  const BlPhraseContext *context;
  const BlPhraseMark *marks;
  guint at;
  BlPhraseFault *fault;
  GPtrArray *slots;
  GPtrArray *stack; /* children of the sequences and groups under way */
} Parser;

static gboolean fail (BlPhraseFault *fault, guint column, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (BlPhraseFault *fault, guint column, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  fault->column = column;
  fault->what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return FALSE;
}

static gpointer
copy_vector (BlArena *arena, const GPtrArray *array)
{
  gpointer *copy = bl_arena_alloc (arena, (array->len + 1) * sizeof (gpointer));
  if (array->len > 0)
    memcpy (copy, array->pdata, array->len * sizeof (gpointer));
  return copy;
}

/* Takes what was pushed since the stack was mark high as the children of node. */
static void
pop_children (Parser *parser, BlNode *node, guint mark)
{
  node->n_children = parser->stack->len - mark;
  const BlNode **children = bl_arena_alloc (parser->context->arena, (node->n_children + 1) * sizeof *children);
  for (guint i = 0; i < node->n_children; i++)
    children[i] = g_ptr_array_index (parser->stack, mark + i);
  node->children = children;
  g_ptr_array_set_size (parser->stack, (gint) mark);
}

guint
bl_node_pivot (const BlNode *sequence)
{
  guint i = 0;
  while (i < sequence->n_children && bl_node_is_nullable (sequence->children[i]))
    i++;
  return i;
}

/* ".5" and ".com" are words; a comma alone, or "," before a quotation mark, is a sign. */
static gboolean
is_sign (const char *text)
{
  return strchr (",;:.!?", *text) != NULL && *text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text + 1));
}

gboolean
bl_node_touches (const BlNode *node, gboolean *mixed)
{
  guint n = 0;
  switch (node->kind)
    {
    case BL_NODE_WORD:
      return is_sign (node->text);
    case BL_NODE_OPTIONAL:
    case BL_NODE_SEQUENCE:
      return bl_node_touches (node->children[0], mixed);
    case BL_NODE_ALTERNATIVES:
      for (guint i = 0; i < node->n_children; i++)
        n += bl_node_touches (node->children[i], mixed);
      *mixed = *mixed || (n > 0 && n < node->n_children);
      return n == node->n_children;
    default:
      return FALSE;
    }
}

/* --- elements ---------------------------------------------------------------------------------------------------- */
static const BlPhraseMark *
peek (const Parser *parser)
{
  return &parser->marks[parser->at];
}

static BlNode *
new_node (Parser *parser, BlNodeKind kind, const BlPhraseMark *mark)
{
  BlNode *node = bl_arena_new0 (parser->context->arena, BlNode);
  node->kind = (guint8) kind;
  node->column = mark->column;
  node->spaced = mark->spaced != FALSE;
  return node;
}

static BlNode *parse_sequence (Parser *parser, guint depth);

static gboolean
parse_children (Parser *parser, BlNode *node, BlPhraseMarkKind close, guint depth)
{
  const BlPhraseMark *open = peek (parser);
  if (depth >= BL_PHRASE_DEPTH)
    return fail (parser->fault, open->column, "brackets are nested too deeply");
  guint bottom = parser->stack->len;
  do
    {
      parser->at++;
      BlNode *child = parse_sequence (parser, depth + 1);
      if (child == NULL)
        return FALSE;
      g_ptr_array_add (parser->stack, child->n_children == 1 ? (gpointer) child->children[0] : child);
    }
  while (peek (parser)->kind == BL_MARK_BAR);
  if (peek (parser)->kind != close)
    return fail (parser->fault, open->column, close == BL_MARK_CLOSE ? "this “(” has no “)”" : "this “[” has no “]”");
  parser->at++;
  if (node->kind == BL_NODE_OPTIONAL && parser->stack->len - bottom > 1) /* [a|b] is [(a|b)] */
    {
      BlNode *either = new_node (parser, BL_NODE_ALTERNATIVES, open);
      pop_children (parser, either, bottom);
      g_ptr_array_add (parser->stack, either);
    }
  pop_children (parser, node, bottom);
  return TRUE;
}

static gboolean
parse_slot (Parser *parser, BlNode *node, const BlPhraseMark *mark)
{
  BlSlot *slot = bl_arena_new0 (parser->context->arena, BlSlot);
  node->slot = slot;
  if (!bl_slot_parse (parser->context, mark->text, strlen (mark->text), mark->column + 1, slot, parser->fault))
    return FALSE;
  if (slot->name != NULL)
    for (guint i = 0;; i++)
      {
        if (i == parser->slots->len)
          g_ptr_array_add (parser->slots, (gpointer) slot->name);
        if (g_ptr_array_index (parser->slots, i) == (gpointer) slot->name)
          break;
      }
  parser->at++;
  return TRUE;
}

static BlNode *
parse_element (Parser *parser, guint depth)
{
  const BlPhraseMark *mark = peek (parser);
  BlNode *node = NULL;
  gboolean right = TRUE;
  switch (mark->kind)
    {
    case BL_MARK_WORD:
      node = new_node (parser, BL_NODE_WORD, mark);
      node->text = mark->text;
      parser->at++;
      break;
    case BL_MARK_INFLECTED:
      node = new_node (parser, BL_NODE_FORMS, mark);
      node->forms = bl_word_forms_get (parser->context->forms, mark->text);
      parser->at++;
      break;
    case BL_MARK_GAP:
      node = new_node (parser, BL_NODE_GAP, mark);
      node->words = (guint16) mark->number;
      parser->at++;
      break;
    case BL_MARK_SLOT:
      node = new_node (parser, BL_NODE_SLOT, mark);
      right = parse_slot (parser, node, mark);
      break;
    case BL_MARK_OPEN:
      node = new_node (parser, BL_NODE_ALTERNATIVES, mark);
      right = parse_children (parser, node, BL_MARK_CLOSE, depth);
      break;
    case BL_MARK_OPTION_OPEN:
      node = new_node (parser, BL_NODE_OPTIONAL, mark);
      right = parse_children (parser, node, BL_MARK_OPTION_CLOSE, depth);
      break;
    case BL_MARK_START:
      right = fail (parser->fault, mark->column, "“^” stands only at the start of a phrase%s",
                    parser->context->is_fragment ? ", not in a fragment" : "");
      break;
    case BL_MARK_END:
      right = fail (parser->fault, mark->column, "“$” stands only at the end of a phrase%s",
                    parser->context->is_fragment ? ", not in a fragment" : "");
      break;
    default: /* "!", "?" */
      right = fail (parser->fault, mark->column, "“!” and “?” stand only at the start of a phrase of a rule");
    }
  return right ? node : NULL;
}

static gboolean
check_sequence (Parser *parser, const BlNode *sequence, guint column)
{
  if (sequence->n_children == 0)
    return fail (parser->fault, column, "nothing stands here; what may be left out is written [x]");
  if (bl_node_pivot (sequence) == sequence->n_children)
    return fail (parser->fault, sequence->children[0]->column, "this may match nothing: one element must not be optional");
  for (guint i = 0; i < sequence->n_children; i++)
    {
      const BlNode *child = sequence->children[i];
      const BlNode *next = i + 1 < sequence->n_children ? sequence->children[i + 1] : NULL;
      gboolean mixed = FALSE;
      if (child->kind != BL_NODE_GAP)
        continue;
      if ((i > 0 && !child->spaced) || (next != NULL && !next->spaced && !bl_node_touches (next, &mixed)))
        return fail (parser->fault, child->column, "a gap is written with a space on either side");
      if (next != NULL && next->kind == BL_NODE_GAP)
        return fail (parser->fault, next->column, "two gaps side by side; write one that is longer");
    }
  return TRUE;
}

/* A space before a closing bracket belongs behind it, one after an opening bracket before it: "[not ]send" is "[not] send". */
static BlNode *
parse_sequence (Parser *parser, guint depth)
{
  guint column = peek (parser)->column;
  guint bottom = parser->stack->len;
  gboolean carried = FALSE;
  for (;;)
    {
      const BlPhraseMark *mark = peek (parser);
      if (mark->kind == BL_MARK_END_OF_PHRASE || mark->kind == BL_MARK_CLOSE || mark->kind == BL_MARK_OPTION_CLOSE
          || mark->kind == BL_MARK_BAR || (mark->kind == BL_MARK_END && mark[1].kind == BL_MARK_END_OF_PHRASE && depth == 0))
        break;
      gboolean group = mark->kind == BL_MARK_OPEN || mark->kind == BL_MARK_OPTION_OPEN;
      gboolean inner = group && mark[1].spaced;
      BlNode *node = parse_element (parser, depth);
      if (node == NULL)
        return NULL;
      gboolean mixed = FALSE;
      node->spaced = parser->stack->len > bottom && (node->spaced != 0 || carried || inner) && !bl_node_touches (node, &mixed);
      carried = group && parser->marks[parser->at - 1].spaced;
      g_ptr_array_add (parser->stack, node);
    }
  BlNode *sequence = bl_arena_new0 (parser->context->arena, BlNode);
  sequence->kind = (guint8) BL_NODE_SEQUENCE;
  sequence->column = column;
  pop_children (parser, sequence, bottom);
  return check_sequence (parser, sequence, column) ? sequence : NULL;
}

/* --- whole phrases ----------------------------------------------------------------------------------------------- */
/* How often one match can capture a slot; more than once is not allowed. *twice is the node that does. */
static guint
count_captures (const BlNode *node, const char *name, const BlNode **twice)
{
  guint sum = 0;
  guint most = 0;
  for (guint i = 0; i < node->n_children; i++)
    {
      guint n = count_captures (node->children[i], name, twice);
      sum += n;
      most = MAX (most, n);
      if (sum > 1 && node->kind == BL_NODE_SEQUENCE && *twice == NULL)
        *twice = node->children[i];
    }
  if (node->kind == BL_NODE_SLOT)
    return node->slot->name == name;
  return node->kind == BL_NODE_ALTERNATIVES ? most : MIN (sum, 1);
}

static gboolean
check_phrase (Parser *parser, const BlPhraseTree *tree)
{
  const BlNode *first = tree->root->children[0];
  const BlNode *last = tree->root->children[tree->root->n_children - 1];
  if (first->kind == BL_NODE_GAP && (!tree->at_start || parser->context->is_fragment))
    return fail (parser->fault, first->column, "a gap at the start of a phrase matches any words; leave it out");
  if (last->kind == BL_NODE_GAP && (!tree->at_end || parser->context->is_fragment))
    return fail (parser->fault, last->column, "a gap at the end of a phrase matches any words; leave it out");
  for (guint i = 0; i < tree->n_slots; i++)
    {
      const BlNode *twice = NULL;
      count_captures (tree->root, tree->slots[i], &twice);
      if (twice != NULL)
        return fail (parser->fault, twice->column, "slot “%s” is captured twice; give the second another name", tree->slots[i]);
    }
  return TRUE;
}

static gboolean
parse_phrase (Parser *parser, BlPhraseTree *tree)
{
  const BlPhraseContext *context = parser->context;
  if (peek (parser)->kind == BL_MARK_NEGATE || peek (parser)->kind == BL_MARK_UNDECIDED)
    {
      if (context->inside)
        return fail (parser->fault, peek (parser)->column, "“!” and “?” stand only at the start of a phrase of a rule");
      tree->negate = peek (parser)->kind == BL_MARK_NEGATE;
      tree->open = peek (parser)->kind == BL_MARK_UNDECIDED;
      parser->at++;
    }
  if (peek (parser)->kind == BL_MARK_START && !context->is_fragment)
    {
      tree->at_start = TRUE;
      parser->at++;
    }
  tree->root = parse_sequence (parser, context->is_fragment ? 1 : 0);
  if (tree->root == NULL)
    return FALSE;
  const BlPhraseMark *mark = peek (parser);
  if (mark->kind == BL_MARK_END)
    {
      tree->at_end = TRUE;
      mark = &parser->marks[++parser->at];
    }
  if (mark->kind == BL_MARK_BAR)
    return fail (parser->fault, mark->column, "alternatives stand in round brackets: (a|b)");
  if (mark->kind != BL_MARK_END_OF_PHRASE)
    return fail (parser->fault, mark->column, "this bracket was never opened");
  tree->slots = copy_vector (context->arena, parser->slots);
  tree->n_slots = parser->slots->len;
  return check_phrase (parser, tree);
}

gboolean
bl_phrase_parse (const BlPhraseContext *context, const char *text, BlPhraseTree *tree, BlPhraseFault *fault)
{
  *tree = (BlPhraseTree){ 0 };
  g_autoptr (GArray) marks = g_array_sized_new (FALSE, FALSE, sizeof (BlPhraseMark), 32);
  g_autoptr (GPtrArray) slots = g_ptr_array_new ();
  g_autoptr (GPtrArray) stack = g_ptr_array_sized_new (32);
  if (!bl_phrase_lex (context, text, marks, fault))
    return FALSE;
  Parser parser
      = { .context = context, .marks = (const BlPhraseMark *) marks->data, .fault = fault, .slots = slots, .stack = stack };
  return parse_phrase (&parser, tree);
}
