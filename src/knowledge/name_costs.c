#include "knowledge/name_costs.h"

#include <string.h>

#include "knowledge/reader.h"

enum
{
  SOUND_S = 27,
  SOUND_C = 28,
  SOUND_Z = 29,
  OTHER_SCRIPTS = 32
};

guint8
bl_name_sound (char c)
{
  if (c >= 'a' && c <= 'z')
    return (guint8) (c - 'a' + 1);
  return c == 'S' ? SOUND_S : c == 'C' ? SOUND_C : c == 'Z' ? SOUND_Z : (guint8) (OTHER_SCRIPTS + (c & 31));
}

static gboolean
is_sound (char c)
{
  return (c >= 'a' && c <= 'z') || c == 'S' || c == 'C' || c == 'Z';
}

/* The costs of the places are known: works out the least of each. */
static void
find_least (BlNameCosts *costs)
{
  memcpy (costs->least_exchange, costs->exchange[0], sizeof costs->least_exchange);
  memcpy (costs->least_omit, costs->omit[0], sizeof costs->least_omit);
  for (guint place = 1; place < BL_N_NAME_PLACES; place++)
    for (guint a = 0; a < BL_NAME_N_SOUNDS; a++)
      {
        costs->least_omit[a] = MIN (costs->least_omit[a], costs->omit[place][a]);
        for (guint b = 0; b < BL_NAME_N_SOUNDS; b++)
          costs->least_exchange[a][b] = MIN (costs->least_exchange[a][b], costs->exchange[place][a][b]);
      }
}

void
bl_name_costs_init (BlNameCosts *costs)
{
  memset (costs, BL_NAME_COST_WHOLE, sizeof *costs);
  for (guint place = 0; place < BL_N_NAME_PLACES; place++)
    for (guint a = 0; a < BL_NAME_N_SOUNDS; a++)
      costs->exchange[place][a][a] = 0;
  find_least (costs);
}

/* --- rules/lexicon/name-costs.json ----------------------------------------------------------------------------------- */

static const char *const place_keys[] = { "first", "inner", "last", NULL };

static guint8
read_cost (BlKbReader *reader, const cJSON *item)
{
  const double cost = bl_kb_number (reader, item);
  if (cost >= 0 && cost <= G_MAXUINT8)
    return (guint8) cost;
  bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, "a cost is between 0 and %d", G_MAXUINT8);
  return BL_NAME_COST_WHOLE;
}

/* One cost: the key is a sound that is left out, or two that are exchanged. */
static void
read_sounds (BlKbReader *reader, const cJSON *item, BlNamePlace place, guint n_sounds)
{
  BlNameCosts *costs = &reader->kb->name_costs;
  const char *key = item->string;
  if (strlen (key) != n_sounds || !is_sound (key[0]) || !is_sound (key[n_sounds - 1]))
    {
      bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, n_sounds == 1 ? "“%s” is no sound" : "“%s” is no pair of sounds",
                  key);
      return;
    }
  const guint8 a = bl_name_sound (key[0]);
  const guint8 b = bl_name_sound (key[n_sounds - 1]);
  const guint8 cost = read_cost (reader, item);
  if (n_sounds == 1)
    costs->omit[place][a] = cost;
  else
    costs->exchange[place][a][b] = costs->exchange[place][b][a] = cost;
}

static void
read_places (BlKbReader *reader, const cJSON *object, guint n_sounds)
{
  const cJSON *places[BL_N_NAME_PLACES];
  if (object == NULL || !bl_kb_fields (reader, object, place_keys, places))
    return;
  for (guint place = 0; place < BL_N_NAME_PLACES; place++)
    {
      if (places[place] != NULL && !cJSON_IsObject (places[place]))
        bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, places[place], "an object is wanted here");
      else if (places[place] != NULL)
        for (const cJSON *item = places[place]->child; item != NULL; item = item->next)
          read_sounds (reader, item, (BlNamePlace) place, n_sounds);
    }
}

void
bl_kb_read_name_costs (BlKbReader *reader, const cJSON *root)
{
  enum
  {
    FORMAT,
    ORIGIN,
    SWAP,
    EXCHANGE,
    OMIT,
    N_KEYS
  };
  static const char *const known[] = { "format", "origin", "swap", "exchange", "omit", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, root, known, fields))
    return;
  bl_kb_check_format (reader, fields[FORMAT]);
  bl_kb_need_text (reader, root, fields[ORIGIN], "origin");
  if (fields[SWAP] != NULL)
    reader->kb->name_costs.swap = read_cost (reader, fields[SWAP]);
  read_places (reader, fields[EXCHANGE], 2);
  read_places (reader, fields[OMIT], 1);
  find_least (&reader->kb->name_costs);
}
