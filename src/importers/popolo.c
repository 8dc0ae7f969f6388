/* Popolo (https://www.popoloproject.com/specs/), as EveryPolitician wrote it: one document of persons, organisations, memberships and the
 * events that are legislative periods, in any order. */
#include "importers/readers.h"

#include <string.h>

/* What memberships point to: a name and two dates, by id. */
typedef struct
{
  const char *name;
  const char *kind; /* “legislature”, “party”, … */
  BlDate from;
  BlDate to;
} Thing;

typedef struct
{
  const char *person;
  const char *organisation;
  const char *post;
  const char *role;
  const char *period;
  BlDate from;
  BlDate to;
} Membership;

typedef struct
{
  BlIntake *intake;
  BlPersonDraft draft;
  BlStringMap organisations; /* Thing * */
  BlStringMap events;
  BlStringMap posts;
  GArray *memberships;
} Popolo;

static const Thing *
thing_of (const BlStringMap *map, const char *id)
{
  return id != NULL ? bl_string_map_get (map, id, strlen (id)) : NULL;
}

static void
read_thing (Popolo *popolo, BlCursor *cursor, BlStringMap *map)
{
  Thing *thing = bl_arena_new0 (popolo->intake->arena, Thing);
  const char *id = NULL;
  BlKey key;
  if (!bl_cursor_enter (cursor, '{'))
    return;
  while (bl_cursor_member (cursor, &key))
    if (bl_key_is (key, "id"))
      id = bl_cursor_text (cursor);
    else if (bl_key_is (key, "name") || bl_key_is (key, "label"))
      thing->name = bl_cursor_text (cursor);
    else if (bl_key_is (key, "classification"))
      thing->kind = bl_cursor_text (cursor);
    else if (bl_key_is (key, "start_date"))
      thing->from = bl_import_date (bl_cursor_text (cursor));
    else if (bl_key_is (key, "end_date"))
      thing->to = bl_import_date (bl_cursor_text (cursor));
    else
      bl_cursor_skip (cursor);
  if (id != NULL)
    *bl_string_map_insert (map, id, strlen (id)) = thing;
}

static void
read_membership (Popolo *popolo, BlCursor *cursor, const char *person)
{
  Membership membership = { .person = person };
  BlKey key;
  if (!bl_cursor_enter (cursor, '{'))
    return;
  while (bl_cursor_member (cursor, &key))
    if (bl_key_is (key, "person_id"))
      membership.person = bl_cursor_text (cursor);
    else if (bl_key_is (key, "organization_id"))
      membership.organisation = bl_cursor_text (cursor);
    else if (bl_key_is (key, "post_id"))
      membership.post = bl_cursor_text (cursor);
    else if (bl_key_is (key, "role"))
      membership.role = bl_cursor_text (cursor);
    else if (bl_key_is (key, "legislative_period_id"))
      membership.period = bl_cursor_text (cursor);
    else if (bl_key_is (key, "start_date"))
      membership.from = bl_import_date (bl_cursor_text (cursor));
    else if (bl_key_is (key, "end_date"))
      membership.to = bl_import_date (bl_cursor_text (cursor));
    else
      bl_cursor_skip (cursor);
  g_array_append_val (popolo->memberships, membership);
}

static void
read_other_names (BlCursor *cursor, GPtrArray *names)
{
  BlKey key;
  if (!bl_cursor_enter (cursor, '['))
    return;
  while (bl_cursor_element (cursor))
    if (bl_cursor_enter (cursor, '{'))
      while (bl_cursor_member (cursor, &key))
        {
          const char *name = bl_key_is (key, "name") && bl_cursor_kind (cursor) == '"' ? bl_cursor_text (cursor) : NULL;
          if (name != NULL)
            g_ptr_array_add (names, (gpointer) name);
          else
            bl_cursor_skip (cursor);
        }
}

static void
read_person (Popolo *popolo, BlCursor *cursor)
{
  BlPersonDraft *draft = &popolo->draft;
  bl_person_draft_reset (draft);
  char *memberships = NULL;
  BlKey key;
  if (!bl_cursor_enter (cursor, '{'))
    {
      bl_intake_fault (popolo->intake, BL_LEFT_UNREADABLE, "a person that is no object; it is left out");
      return;
    }
  while (bl_cursor_member (cursor, &key))
    if (bl_key_is (key, "id"))
      draft->id = bl_cursor_text (cursor);
    else if (bl_key_is (key, "name"))
      draft->caption = bl_cursor_text (cursor);
    else if (bl_key_is (key, "family_name"))
      {
        const char *family = bl_cursor_text (cursor);
        if (family != NULL)
          g_ptr_array_add (draft->families, (gpointer) family);
      }
    else if (bl_key_is (key, "gender"))
      draft->gender = bl_import_gender (bl_cursor_text (cursor));
    else if (bl_key_is (key, "birth_date"))
      draft->born = bl_import_date (bl_cursor_text (cursor));
    else if (bl_key_is (key, "death_date"))
      draft->died = bl_import_date (bl_cursor_text (cursor));
    else if (bl_key_is (key, "other_names"))
      read_other_names (cursor, draft->names);
    else
      {
        if (bl_key_is (key, "memberships") && bl_cursor_kind (cursor) == '[')
          memberships = cursor->at;
        bl_cursor_skip (cursor);
      }
  BlCursor inner = { memberships };
  if (bl_intake_person (popolo->intake, draft, FALSE) && memberships != NULL && bl_cursor_enter (&inner, '['))
    while (bl_cursor_element (&inner))
      read_membership (popolo, &inner, draft->id);
}

/* --- memberships ---------------------------------------------------------------------------------------------------------- */

/* “member” of a legislature is said with its name: a mere member is nobody's title. */
static char *
label_of (const Membership *membership, const Thing *organisation, const Thing *post)
{
  const char *role = membership->role != NULL ? membership->role : post != NULL ? post->name : "member";
  const char *name = organisation != NULL && organisation->name != NULL ? organisation->name : NULL;
  if (name == NULL)
    return g_strdup (role);
  return g_strdup_printf ("%s of %s%s", role, g_str_has_prefix (name, "the ") ? "" : "the ", name);
}

static void
add_membership (Popolo *popolo, const Membership *membership)
{
  BlIntake *intake = popolo->intake;
  const Thing *organisation = thing_of (&popolo->organisations, membership->organisation);
  const Thing *post = thing_of (&popolo->posts, membership->post);
  const Thing *period = thing_of (&popolo->events, membership->period);
  if (organisation != NULL && g_strcmp0 (organisation->kind, "party") == 0)
    {
      bl_intake_left (intake, BL_LEFT_PARTY);
      return;
    }
  g_autofree char *label = label_of (membership, organisation, post);
  BlImportTerm term = { .holder = bl_intake_id (intake, membership->person), .from = membership->from, .to = membership->to };
  if (period != NULL && term.from.precision == BL_DATE_UNKNOWN)
    term.from = period->from;
  if (period != NULL && term.to.precision == BL_DATE_UNKNOWN)
    term.to = period->to;
  g_autofree char *key = g_strdup_printf ("%s of %s", label, membership->organisation != NULL ? membership->organisation : "");
  term.post = bl_intake_id (intake, key);
  BlImportPost *known = bl_intake_post (intake, term.post);
  if (known->labels == NULL)
    {
      const gboolean legislature = organisation != NULL && g_strcmp0 (organisation->kind, "legislature") == 0;
      bl_post_add_label (intake, known, label);
      if (legislature && (membership->role == NULL || g_strcmp0 (membership->role, "member") == 0))
        bl_post_add_label (intake, known, "member of parliament");
    }
  bl_intake_term (intake, term);
}

static guint
line_ends (const char *from, const char *to)
{
  guint n = 0;
  for (; from < to; from++)
    n += *from == '\n';
  return n;
}

static void
read_list (Popolo *popolo, BlCursor *cursor, BlKey key, const char *text)
{
  const gboolean persons = bl_key_is (key, "persons");
  const gboolean memberships = bl_key_is (key, "memberships");
  BlStringMap *map = bl_key_is (key, "organizations") ? &popolo->organisations
                     : bl_key_is (key, "events")      ? &popolo->events
                     : bl_key_is (key, "posts")       ? &popolo->posts
                                                      : NULL;
  if ((!persons && !memberships && map == NULL) || bl_cursor_kind (cursor) != '[')
    {
      bl_cursor_skip (cursor);
      return;
    }
  bl_cursor_enter (cursor, '[');
  const char *counted = text;
  while (bl_cursor_element (cursor))
    {
      BlCursor element = *cursor;
      popolo->intake->line += line_ends (counted, element.at);
      bl_cursor_skip (cursor);
      const guint inside = line_ends (element.at, cursor->at); /* before reading, which unescapes line ends */
      counted = cursor->at;
      if (persons)
        read_person (popolo, &element);
      else if (memberships)
        read_membership (popolo, &element, NULL);
      else
        read_thing (popolo, &element, map);
      popolo->intake->line += inside;
    }
}

void
bl_popolo_read (BlIntake *intake, char *text)
{
  Popolo popolo = { .intake = intake, .memberships = g_array_new (FALSE, TRUE, sizeof (Membership)) };
  BlCursor cursor = { text };
  BlKey key;
  if (bl_cursor_enter (&cursor, '{'))
    while (bl_cursor_member (&cursor, &key))
      {
        intake->line = 1;
        read_list (&popolo, &cursor, key, text);
      }
  intake->line = 0;
  for (guint i = 0; i < popolo.memberships->len; i++)
    add_membership (&popolo, &g_array_index (popolo.memberships, Membership, i));
  bl_string_map_clear (&popolo.organisations);
  bl_string_map_clear (&popolo.events);
  bl_string_map_clear (&popolo.posts);
  g_array_unref (popolo.memberships);
  bl_person_draft_clear (&popolo.draft);
}
