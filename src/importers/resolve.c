#include "importers/resolve.h"

#include "knowledge/csv_base.h"
#include "knowledge/name_script.h"

#include <string.h>

enum
{
  FEWEST_LABEL_WORDS = 2, /* “Head” would be found in every article */
  MOST_LABEL_WORDS = 8    /* no article writes more */
};

const char *
bl_resolve_state (BlResolution *resolution, BlImportId id)
{
  if (id == 0)
    return NULL;
  const BlIntake *intake = resolution->intake;
  const BlImportName *name = bl_intake_name (intake, id);
  const char *state = bl_string_map_get (&resolution->labels.forms->states, name->text, strlen (name->text));
  if (state != NULL)
    return bl_office_jurisdiction (&resolution->labels, state);
  if (name->item == 0)
    return bl_office_jurisdiction (&resolution->labels, name->text);
  const BlImportItem *item = &g_array_index (intake->items, BlImportItem, name->item - 1);
  return item->code != 0 ? bl_office_jurisdiction (&resolution->labels, bl_intake_name (intake, item->code)->text) : NULL;
}

/* --- posts ------------------------------------------------------------------------------------------------------------- */

static const BlImportItem *
item_of (const BlIntake *intake, BlImportId id)
{
  const guint32 item = id != 0 ? bl_intake_name (intake, id)->item : 0;
  return item != 0 ? &g_array_index (intake->items, BlImportItem, item - 1) : NULL;
}

/* The states of the post, NULL-terminated in states: of the statement, else of the post, else of its item, else the default. */
static void
states_of (BlResolution *resolution, const BlImportPost *post, const char **states)
{
  guint n = 0;
  const BlImportItem *item = item_of (resolution->intake, post->item);
  const char *of = bl_resolve_state (resolution, post->of);
  if (of != NULL)
    states[n++] = of;
  const BlImportId *const lists[] = { post->countries, item != NULL ? item->countries : NULL };
  for (guint i = 0; i < G_N_ELEMENTS (lists) && n == 0; i++)
    for (guint j = 0; lists[i] != NULL && j < BL_POST_COUNTRIES; j++)
      {
        const char *state = bl_resolve_state (resolution, lists[i][j]);
        states[n] = NULL;
        if (state != NULL && !g_strv_contains (states, state))
          states[n++] = state;
      }
  if (n == 0 && resolution->country != NULL)
    states[n++] = resolution->country;
  states[n] = NULL;
}

static char *
label_text (const BlResolution *resolution, const BlImportPost *post)
{
  const BlImportItem *item = item_of (resolution->intake, post->item);
  const char *label = post->labels != NULL ? post->labels : item != NULL ? item->label : NULL;
  const BlImportItem *of = item_of (resolution->intake, post->of);
  if (label == NULL || of == NULL || of->label == NULL || of->code != 0 || strstr (label, of->label) != NULL)
    return g_strdup (label);
  return g_strdup_printf ("%s of %s\n%s", label, of->label, label);
}

/* Words that mean something already keep their meaning. */
static gboolean
is_known_surface (const BlKnowledge *kb, const char *label)
{
  g_auto (GStrv) words = g_strsplit (label, " ", -1);
  const guint n_words = g_strv_length (words);
  BlSurface found[1];
  guint n = 0;
  return bl_knowledge_match_surface (kb, (const char *const *) words, n_words, found, 1, &n) == n_words;
}

/* Remembers a role that the base does not have. Its words become its label when an article may write them. */
static const char *
add_role (BlResolution *resolution, const char *role, gboolean has_label)
{
  const char *id = bl_string_map_get (&resolution->role_known, role, strlen (role));
  if (id != NULL)
    return id;
  BlArena *arena = resolution->intake->arena;
  id = bl_arena_strndup (arena, role, strlen (role));
  *bl_string_map_insert (&resolution->role_known, id, strlen (id)) = (gpointer) id;
  guint n_words = 1;
  for (const char *at = id; *at != '\0'; at++)
    n_words += *at == '-';
  char *label = NULL;
  if (has_label && n_words >= FEWEST_LABEL_WORDS && n_words <= MOST_LABEL_WORDS)
    label = g_strdelimit (bl_arena_strndup (arena, id, strlen (id)), "-", ' ');
  if (label != NULL && is_known_surface (resolution->labels.kb, label))
    label = NULL;
  g_ptr_array_add (resolution->roles, (gpointer) id);
  g_ptr_array_add (resolution->role_labels, label);
  return id;
}

/* The first label that the base knows; else a role of the first that is written in Latin letters. */
static gboolean
match_labels (BlResolution *resolution, const char *text, const char *const *states, BlResolvedPost *resolved)
{
  g_auto (GStrv) labels = g_strsplit (text, "\n", -1);
  BlOfficeMatch best = { 0 };
  for (guint i = 0; labels[i] != NULL && !best.known; i++)
    {
      if (bl_name_is_foreign (labels[i]))
        continue;
      BlOfficeMatch match = bl_office_match (&resolution->labels, labels[i], states);
      if (match.role != NULL && (best.role == NULL || match.known))
        {
          bl_office_match_clear (&best);
          best = match;
        }
      else
        bl_office_match_clear (&match);
    }
  if (best.role == NULL)
    return FALSE;
  *resolved = (BlResolvedPost){ .jurisdiction = best.jurisdiction,
                                .known = best.known,
                                .acting = best.acting,
                                .role = best.known ? bl_arena_intern (resolution->intake->arena, best.role)
                                                   : add_role (resolution, best.role, TRUE) };
  bl_office_match_clear (&best);
  return TRUE;
}

static void
resolve_post (BlResolution *resolution, guint index)
{
  BlIntake *intake = resolution->intake;
  BlResolvedPost *resolved = &g_array_index (resolution->posts, BlResolvedPost, index);
  if (resolved->role != NULL)
    return;
  const BlImportPost *post = &g_array_index (intake->posts, BlImportPost, index);
  const char *states[BL_POST_COUNTRIES + 2];
  states_of (resolution, post, states);
  g_autofree char *text = label_text (resolution, post);
  if (text != NULL && match_labels (resolution, text, states, resolved))
    return;
  const BlImportId id = post->item != 0 ? post->item : post->id;
  g_autofree char *slug = bl_kb_slug (bl_intake_name (intake, id)->text);
  resolved->role = add_role (resolution, slug != NULL ? slug : "unnamed", FALSE);
  resolved->jurisdiction = states[0] != NULL && states[1] == NULL ? states[0] : NULL;
  resolved->by_id = TRUE;
  resolution->n_by_id++;
}

/* --- terms ---------------------------------------------------------------------------------------------------------------- */

static guint
seats_of (const BlKnowledge *kb, const char *id)
{
  const BlOffice *office = bl_knowledge_office (kb, id);
  if (office != NULL)
    return office->seats;
  const BlRole *role = bl_knowledge_role (kb, strrchr (id, '/') + 1);
  return role != NULL ? role->seats : 0;
}

static guint32
office_index (BlResolution *resolution, const char *jurisdiction, const BlResolvedPost *post)
{
  g_autofree char *text = g_strdup_printf ("%s/%s", jurisdiction, post->role);
  const gpointer known = bl_string_map_get (&resolution->office_of, text, strlen (text));
  if (known != NULL)
    return GPOINTER_TO_UINT (known);
  const BlImportOffice office = { .id = bl_arena_strndup (resolution->intake->arena, text, strlen (text)),
                                  .seats = seats_of (resolution->labels.kb, text),
                                  .latest = G_MININT32 };
  g_array_append_val (resolution->offices, office);
  *bl_string_map_insert (&resolution->office_of, office.id, strlen (office.id)) = GUINT_TO_POINTER (resolution->offices->len);
  resolution->n_mapped += post->known;
  return resolution->offices->len;
}

/* 0: the term is left out, and counted. */
static guint32
resolve_term (BlResolution *resolution, BlImportTerm *term)
{
  BlIntake *intake = resolution->intake;
  const guint32 person = bl_intake_name (intake, term->holder)->person;
  const guint32 post = bl_intake_name (intake, term->post)->post;
  if (person == 0 || post == 0)
    {
      bl_intake_left (intake, person == 0 ? BL_LEFT_NO_HOLDER : BL_LEFT_NO_POST);
      return 0;
    }
  term->person = person - 1;
  resolve_post (resolution, post - 1);
  const BlResolvedPost *resolved = &g_array_index (resolution->posts, BlResolvedPost, post - 1);
  const char *jurisdiction = resolved->jurisdiction;
  if (jurisdiction == NULL && !resolved->known)
    { /* of words that are nobody's title: no check asks for it */
      jurisdiction = bl_resolve_state (resolution, g_array_index (intake->persons, BlImportPerson, term->person).country);
      term->doubtful = TRUE;
    }
  if (jurisdiction == NULL)
    {
      bl_intake_left (intake, BL_LEFT_NO_STATE);
      return 0;
    }
  term->acting |= (guint8) resolved->acting;
  return office_index (resolution, jurisdiction, resolved);
}

/* An end that nobody tells: where another took the only seat later, the term is over, and when is not known. */
static void
doubt (BlResolution *resolution)
{
  const GArray *terms = resolution->intake->terms;
  for (guint i = 0; i < terms->len; i++)
    {
      BlImportTerm *term = &g_array_index (terms, BlImportTerm, i);
      const guint32 index = g_array_index (resolution->term_offices, guint32, i);
      if (index == 0 || term->to.precision != BL_DATE_UNKNOWN)
        continue;
      const BlImportOffice *office = &g_array_index (resolution->offices, BlImportOffice, index - 1);
      const gboolean dated = term->from.precision != BL_DATE_UNKNOWN;
      const gboolean succeeded
          = office->seats == 1 && dated && office->latest_who != term->person && office->latest > bl_date_last_day (term->from);
      if (term->end == BL_END_PAST || !dated || succeeded)
        term->doubtful = TRUE;
    }
}

static void
note_latest (BlResolution *resolution, const BlImportTerm *term, guint32 index)
{
  BlImportOffice *office = &g_array_index (resolution->offices, BlImportOffice, index - 1);
  const gint32 first = term->from.precision != BL_DATE_UNKNOWN ? bl_date_first_day (term->from) : G_MININT32;
  if (first > office->latest)
    {
      office->latest = first;
      office->latest_who = term->person;
    }
}

static gint
compare_terms (gconstpointer a, gconstpointer b)
{
  const BlImportTerm *left = a;
  const BlImportTerm *right = b;
  if (left->person != right->person)
    return left->person < right->person ? -1 : 1;
  const gint32 first = bl_date_first_day (left->from);
  const gint32 other = bl_date_first_day (right->from);
  return first != other ? (first < other ? -1 : 1) : (left->post > right->post) - (left->post < right->post);
}

static void
resolve_terms (BlResolution *resolution)
{
  GArray *terms = resolution->intake->terms;
  for (guint i = 0; i < terms->len; i++)
    { /* those without a holder go behind all persons */
      BlImportTerm *term = &g_array_index (terms, BlImportTerm, i);
      const guint32 person = bl_intake_name (resolution->intake, term->holder)->person;
      term->person = person == 0 ? G_MAXUINT32 : person - 1;
    }
  g_array_sort (terms, compare_terms);
  for (guint i = 0; i < terms->len; i++)
    {
      BlImportTerm *term = &g_array_index (terms, BlImportTerm, i);
      const guint32 index = resolve_term (resolution, term);
      g_array_append_val (resolution->term_offices, index);
      if (index != 0)
        note_latest (resolution, term, index);
    }
  doubt (resolution);
}

BlResolution *
bl_resolve (BlIntake *intake, BlOfficeLabels labels, const char *country)
{
  BlResolution *resolution = g_new0 (BlResolution, 1);
  *resolution = (BlResolution){ .intake = intake,
                                .labels = labels,
                                .country = country,
                                .posts = g_array_new (FALSE, TRUE, sizeof (BlResolvedPost)),
                                .offices = g_array_new (FALSE, TRUE, sizeof (BlImportOffice)),
                                .term_offices = g_array_new (FALSE, TRUE, sizeof (guint32)),
                                .roles = g_ptr_array_new (),
                                .role_labels = g_ptr_array_new () };
  g_array_set_size (resolution->posts, intake->posts->len);
  resolve_terms (resolution);
  return resolution;
}

void
bl_resolution_free (BlResolution *resolution)
{
  if (resolution == NULL)
    return;
  g_array_unref (resolution->posts);
  g_array_unref (resolution->offices);
  g_array_unref (resolution->term_offices);
  g_ptr_array_unref (resolution->roles);
  g_ptr_array_unref (resolution->role_labels);
  bl_string_map_clear (&resolution->office_of);
  bl_string_map_clear (&resolution->role_known);
  g_free (resolution);
}
