#include "corpus/html_element.h"

#include <string.h>

gboolean
bl_page_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

gboolean
bl_page_is_any (const xmlNode *node, const char *const *names)
{
  for (; *names != NULL; names++)
    if (bl_page_is (node, *names))
      return TRUE;
  return FALSE;
}

char *
bl_page_attribute (const xmlNode *node, const char *name)
{
  if (node->type != XML_ELEMENT_NODE)
    return NULL;
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);
  xmlFree (value);
  return copy;
}

static gboolean
attribute_has_word (const xmlNode *node, const char *attribute, const char *const *names)
{
  g_autofree char *value = bl_page_attribute (node, attribute);
  if (value == NULL)
    return FALSE;
  g_autofree char *folded = g_ascii_strdown (value, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\r\n-_:.", -1);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && g_strv_contains (names, *word))
      return TRUE;
  return FALSE;
}

static gboolean
attribute_has_name (const xmlNode *node, const char *attribute, const char *const *names)
{
  g_autofree char *value = bl_page_attribute (node, attribute);
  g_auto (GStrv) parts = g_strsplit_set (value != NULL ? value : "", " \t\r\n", -1);
  for (char **part = parts; *part != NULL; part++)
    if (g_strv_contains (names, *part))
      return TRUE;
  return FALSE;
}

gboolean
bl_page_has_name (const xmlNode *node, const char *const *names)
{
  return attribute_has_name (node, "class", names) || attribute_has_name (node, "id", names);
}

gboolean
bl_page_has_word (const xmlNode *node, const char *const *names)
{
  return attribute_has_word (node, "class", names) || attribute_has_word (node, "id", names);
}

char *
bl_page_text (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *copy = g_strdup (content != NULL ? (const char *) content : "");
  xmlFree (content);
  return copy;
}

gboolean
bl_page_is_hidden (const xmlNode *node)
{
  static const char *const roles[] = { "navigation", "banner", "contentinfo", "complementary", "search",  "menu",
                                       "menubar",    "dialog", "alertdialog", "tablist",       "toolbar", NULL };
  if (xmlHasProp (node, (const xmlChar *) "hidden") != NULL)
    return TRUE;
  g_autofree char *aria = bl_page_attribute (node, "aria-hidden");
  g_autofree char *role = bl_page_attribute (node, "role");
  g_autofree char *style = bl_page_attribute (node, "style");
  if (g_strcmp0 (aria, "true") == 0 || (role != NULL && g_strv_contains (roles, role)))
    return TRUE;
  if (style == NULL)
    return FALSE;
  g_auto (GStrv) parts = g_strsplit (style, " ", -1);
  g_autofree char *joined = g_strjoinv ("", parts);
  return strstr (joined, "display:none") != NULL || strstr (joined, "visibility:hidden") != NULL;
}
