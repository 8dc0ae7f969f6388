#include "corpus/html_page.h"

#include <string.h>

/* What is known about an element; hangs on its _private. */
typedef struct
{
  gsize all;   /* characters without white space, whatever is dropped below */
  gsize text;  /* the same without what is dropped */
  gsize links; /* of text, in links */
  guint n_links;
  gsize paragraphs; /* of text, in paragraphs that are not mostly links */
  double density;   /* the sum that the header tells of */
  gboolean dropped;
} Info;

/* An element whose class says what it is may still be the whole page: then the word means something else ("has-sidebar"). */
#define CHROME_SHARE 0.4

/* An <article> or <main> with this share of all paragraphs is the article; cards of a list have less. */
#define MAIN_SHARE 0.4

/* A parent that holds that much more than its densest child holds the rest of the same text. */
#define CLIMB 1.4

/* A part of the page with this share of its text in two links or more leads elsewhere. */
#define LINK_SHARE 0.8

/* Pages without <p> set their text right into boxes; shorter text there is a label. */
#define BARE_TEXT 80

static Info *
info_of (const xmlNode *node)
{
  return node->_private;
}

gboolean
bl_page_is_dropped (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && (info_of (node) == NULL || info_of (node)->dropped);
}

gboolean
bl_page_is_link_list (const xmlNode *node)
{
  static const char *const boxes[] = { "ul", "ol", "div", "td", "tr", "p", "section", NULL };
  const Info *info = info_of (node);
  return bl_page_is_any (node, boxes) && info != NULL && info->n_links >= 2
         && (double) info->links >= LINK_SHARE * (double) info->text;
}

gboolean
bl_page_has_link (const xmlNode *node)
{
  return info_of (node) != NULL && info_of (node)->n_links > 0;
}

gsize
bl_page_text_length (const xmlNode *node)
{
  return info_of (node) != NULL ? info_of (node)->text : 0;
}

static gsize
count_characters (const xmlNode *node)
{
  gsize count = 0;
  for (const xmlChar *p = node->content; p != NULL && *p != '\0'; p++)
    count += *p > ' ' && (*p & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

/* The first walk: every element gets its Info and the length of all its text. */
static Info *
measure (BlArena *arena, xmlNode *node, guint depth)
{
  Info *info = bl_arena_new0 (arena, Info);
  node->_private = info;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE)
        info->all += count_characters (child);
      else if (child->type == XML_ELEMENT_NODE && depth < BL_HTML_DEPTH)
        info->all += measure (arena, child, depth + 1)->all;
    }
  return info;
}

static gboolean
contains (const xmlNode *node, const char *name, guint depth)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE
        && (bl_page_is (child, name) || (depth < BL_HTML_DEPTH && contains (child, name, depth + 1))))
      return TRUE;
  return FALSE;
}

/* in_main: inside of <article> or <main>, where a <header> holds the headline and not the menus. */
static gboolean
is_chrome (const xmlNode *node, gsize all, gboolean in_main)
{
  static const char *const names[] = { "script", "style",  "noscript", "template", "nav",      "aside",  "footer", "form",
                                       "button", "iframe", "svg",      "select",   "textarea", "object", "embed",  "canvas",
                                       "audio",  "video",  "menu",     "dialog",   "input",    "map",    "head",   NULL };
  static const char *const words[]
      = { "share",           "sharing",    "social",      "related", "newsletter",    "comments",  "comment", "cookie",
          "cookies",         "breadcrumb", "breadcrumbs", "advert",  "advertisement", "ad",        "ads",     "promo",
          "sidebar",         "menu",       "nav",         "navbar",  "navigation",    "subscribe", "signup",  "recommended",
          "recommendations", "sponsored",  "popup",       "modal",   "toolbar",       "outbrain",  "taboola", "disqus",
          "pagination",      "consent",    NULL };
  /* What readers wrote may well be longer than the article. */
  static const char *const comments[]
      = { "comments", "comments-area", "comment-list", "comment-respond", "commentlist", "disqus_thread", NULL };
  static const char *const whole[] = { "html", "body", "main", "article", NULL };
  if (bl_page_is_any (node, names) || bl_page_is_hidden (node))
    return TRUE;
  if (bl_page_is_any (node, whole))
    return FALSE;
  if (bl_page_has_name (node, comments))
    return TRUE;
  if (bl_page_is (node, "header") && !in_main && !contains (node, "h1", 0))
    return TRUE;
  return (double) info_of (node)->all <= CHROME_SHARE * (double) all && bl_page_has_word (node, words);
}

static gboolean
is_main (const xmlNode *node)
{
  static const char *const names[] = { "article", "main", NULL };
  g_autofree char *role = bl_page_attribute (node, "role");
  return bl_page_is_any (node, names) || g_strcmp0 (role, "main") == 0 || g_strcmp0 (role, "article") == 0;
}

/* Text right in a box that is a paragraph in all but name. */
static gsize
bare_text (const xmlNode *node)
{
  static const char *const boxes[] = { "div", "td", "section", "article", "main", "center", "body", NULL };
  gsize length = 0;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    length += child->type == XML_TEXT_NODE ? count_characters (child) : 0;
  return length >= BARE_TEXT && bl_page_is_any (node, boxes) ? length : 0;
}

/* Gives text to an element, and half of that to the one around it. */
static void
give (xmlNode *node, gsize text)
{
  double given = (double) text;
  for (guint steps = 0; steps < 2 && node != NULL && info_of (node) != NULL; steps++, node = node->parent)
    {
      info_of (node)->density += given;
      given /= 2;
    }
}

/* The second walk: what is dropped, and sums of what is left. */
static void
weigh (xmlNode *node, gsize all, gboolean in_main, guint depth)
{
  static const char *const paragraphs[] = { "p", "blockquote", "pre", NULL };
  Info *info = info_of (node);
  info->dropped = depth > 0 && is_chrome (node, all, in_main);
  if (info->dropped)
    return;
  in_main = in_main || is_main (node);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE)
        info->text += count_characters (child);
      Info *below = child->type == XML_ELEMENT_NODE ? info_of (child) : NULL;
      if (below == NULL)
        continue;
      weigh (child, all, in_main, depth + 1);
      gboolean link = bl_page_is (child, "a");
      info->text += below->text;
      info->links += link ? below->text : below->links;
      info->n_links += link ? 1 : below->n_links;
      info->paragraphs += below->paragraphs;
    }
  gsize bare = bare_text (node);
  info->paragraphs += bare;
  give (node, bare);
  if (!bl_page_is_any (node, paragraphs) || 2 * info->links > info->text)
    return;
  info->paragraphs = info->text;
  give (node->parent, info->text - info->links);
}

typedef gboolean (*Accept) (const xmlNode *node);

/* The element below (and with) node that accept takes and that has the greatest weight; the first of equals. */
static void
find_best (xmlNode *node, Accept accept, double (*weight) (const Info *), xmlNode **best)
{
  if (bl_page_is_dropped (node))
    return;
  if (accept (node) && weight (info_of (node)) > (*best != NULL ? weight (info_of (*best)) : 0))
    *best = node;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      find_best (child, accept, weight, best);
}

static gboolean
is_article (const xmlNode *node)
{
  g_autofree char *role = bl_page_attribute (node, "role");
  return bl_page_is (node, "article") || g_strcmp0 (role, "article") == 0;
}

static gboolean
is_anything (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE;
}

static double
paragraphs_of (const Info *info)
{
  return (double) info->paragraphs;
}

static double
density_of (const Info *info)
{
  return info->density;
}

static xmlNode *
choose_main (xmlNode *body)
{
  double least = MAIN_SHARE * paragraphs_of (info_of (body));
  const Accept marks[] = { is_article, is_main };
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      xmlNode *marked = NULL;
      find_best (body, marks[i], paragraphs_of, &marked);
      if (marked != NULL && paragraphs_of (info_of (marked)) >= least)
        return marked;
    }
  xmlNode *dense = NULL;
  find_best (body, is_anything, density_of, &dense);
  if (dense == NULL)
    return body;
  while (dense != body && paragraphs_of (info_of (dense->parent)) > CLIMB * paragraphs_of (info_of (dense)))
    dense = dense->parent;
  return dense;
}

/* Letters and digits only, so that a title and a headline can be compared. */
static gboolean
same_words (const char *title, const xmlNode *heading)
{
  g_autofree char *text = bl_page_text (heading);
  g_autofree char *a = g_utf8_casefold (title, -1);
  g_autofree char *b = g_utf8_casefold (text, -1);
  GString *left = g_string_new (NULL);
  GString *right = g_string_new (NULL);
  for (const char *p = a; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (left, g_utf8_get_char (p));
  for (const char *p = b; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (right, g_utf8_get_char (p));
  gboolean same = right->len > 0 && strstr (left->str, right->str) != NULL;
  g_string_free (left, TRUE);
  g_string_free (right, TRUE);
  return same;
}

static gboolean
is_h1 (const xmlNode *node)
{
  return bl_page_is (node, "h1") && info_of (node)->text > 0;
}

static void
collect (xmlNode *node, Accept accept, GPtrArray *found)
{
  if (bl_page_is_dropped (node))
    return;
  if (accept (node))
    g_ptr_array_add (found, node);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      collect (child, accept, found);
}

/* The first <h1> of the article; else the one on the page whose words the title has; else the only one there is. */
static xmlNode *
choose_headline (const BlHtmlPage *page, const char *title)
{
  g_autoptr (GPtrArray) inside = g_ptr_array_new ();
  collect (page->main, is_h1, inside);
  if (inside->len > 0)
    return inside->pdata[0];
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  collect (page->body, is_h1, all);
  for (guint i = 0; title != NULL && i < all->len; i++)
    if (same_words (title, all->pdata[i]))
      return all->pdata[i];
  return all->len == 1 ? all->pdata[0] : NULL;
}

static xmlNode *
find_body (xmlNode *root)
{
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    if (bl_page_is (child, "body"))
      return child;
  return root;
}

BlHtmlPage
bl_html_page_read (xmlDoc *document, const char *title)
{
  BlHtmlPage page = { .arena = bl_arena_new () };
  xmlNode *root = xmlDocGetRootElement (document);
  measure (page.arena, root, 0);
  page.body = find_body (root);
  weigh (page.body, info_of (page.body)->all, FALSE, 0);
  page.main = choose_main (page.body);
  page.headline = choose_headline (&page, title);
  return page;
}

void
bl_html_page_clear (BlHtmlPage *page)
{
  bl_arena_free (page->arena);
  *page = (BlHtmlPage){ 0 };
}
