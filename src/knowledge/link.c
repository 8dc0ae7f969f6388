/* Ids become pointers. Offices that only terms name are made from their id, JURISDICTION/ROLE. */
#include <string.h>

#include "knowledge/csv_base.h"
#include "knowledge/reader.h"

static BlKbOrigin
origin_of (const BlKbTable *table, guint index)
{
  return g_array_index (table->origins, BlKbOrigin, index);
}

/* The place of the nth element of a list inside an entry, or of its member; for messages. */
static BlKbOrigin
inside (BlKbOrigin origin, const char *list, int nth, const char *member)
{
  const cJSON *item = cJSON_GetObjectItemCaseSensitive (bl_json_item (origin.file->json, origin.item), list);
  if (item != NULL && nth >= 0)
    item = cJSON_GetArrayItem (item, nth);
  if (item != NULL && member != NULL)
    item = cJSON_GetObjectItemCaseSensitive (item, member);
  if (item != NULL)
    origin.item = bl_json_number (origin.file->json, item);
  return origin;
}

static void
link_countries (BlKbReader *reader)
{
  const BlKnowledge *kb = reader->kb;
  for (guint i = 0; i < kb->countries.all->len; i++)
    {
      BlKbCountry *entry = g_ptr_array_index (kb->countries.all, i);
      for (guint j = 0; j < entry->country.n_absent; j++)
        {
          const char *role = entry->absent[j].role;
          if (role != NULL && bl_knowledge_role (kb, role) == NULL)
            bl_kb_fail_link (reader, inside (origin_of (&kb->countries, i), "absent", (int) j, "role"), role, &kb->roles, NULL);
        }
    }
}

static void
link_organisations (BlKbReader *reader)
{
  const BlKnowledge *kb = reader->kb;
  for (guint i = 0; i < kb->organisations.all->len; i++)
    {
      BlKbOrganisation *entry = g_ptr_array_index (kb->organisations.all, i);
      BlKbOrigin origin = origin_of (&kb->organisations, i);
      entry->organisation.country = bl_knowledge_country (kb, entry->country_id);
      if (entry->country_id != NULL && entry->organisation.country == NULL)
        bl_kb_fail_link (reader, inside (origin, "country", -1, NULL), entry->country_id, &kb->countries, NULL);
      for (guint j = 0; j < entry->organisation.n_members; j++)
        {
          entry->members[j].country = bl_knowledge_country (kb, entry->member_ids[j]);
          if (entry->member_ids[j] != NULL && entry->members[j].country == NULL)
            bl_kb_fail_link (reader, inside (origin, "members", (int) j, "country"), entry->member_ids[j], &kb->countries,
                             NULL);
        }
      entry->country_id = NULL;
      entry->member_ids = NULL;
    }
}

static gboolean
link_jurisdiction (const BlKnowledge *kb, BlOffice *office)
{
  office->country = bl_knowledge_country (kb, office->jurisdiction);
  if (office->country == NULL)
    office->organisation = bl_knowledge_organisation (kb, office->jurisdiction);
  return office->country != NULL || office->organisation != NULL;
}

static void
link_offices (BlKbReader *reader)
{
  const BlKnowledge *kb = reader->kb;
  for (guint i = 0; i < kb->offices.all->len; i++)
    {
      BlKbOffice *entry = g_ptr_array_index (kb->offices.all, i);
      BlOffice *office = &entry->office;
      office->role = bl_knowledge_role (kb, entry->role_id);
      if (office->role == NULL)
        bl_kb_fail_link (reader, inside (origin_of (&kb->offices, i), "role", -1, NULL), entry->role_id, &kb->roles, NULL);
      else if (office->seats == G_MAXUINT)
        office->seats = office->role->seats;
      entry->role_id = NULL;
      if (!link_jurisdiction (kb, office))
        bl_kb_fail_link (reader, inside (origin_of (&kb->offices, i), "jurisdiction", -1, NULL), office->jurisdiction,
                         &kb->countries, &kb->organisations);
    }
}

static void
index_labels (BlKbReader *reader, const BlRole *role)
{
  for (guint i = 0; role->labels[i] != NULL; i++)
    {
      g_autofree char *slug = bl_kb_slug (role->labels[i]);
      if (slug != NULL && !g_hash_table_contains (reader->slugs, slug))
        g_hash_table_insert (reader->slugs, g_steal_pointer (&slug), (gpointer) role);
    }
}

/* The role of a table's office: one that has the id, one that has it as a label, or a new one. */
static const BlRole *
imply_role (BlKbReader *reader, const char *id, BlKbOrigin origin)
{
  BlKnowledge *kb = reader->kb;
  if (reader->slugs == NULL)
    {
      reader->slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < kb->roles.all->len; i++)
        index_labels (reader, g_ptr_array_index (kb->roles.all, i));
    }
  const BlRole *role = g_hash_table_lookup (reader->slugs, id);
  if (role != NULL)
    return role;
  BlKbRole *entry = bl_arena_new0 (kb->arena, BlKbRole);
  const char **labels = bl_arena_alloc (kb->arena, 2 * sizeof *labels);
  g_autofree char *label = g_strdelimit (g_strdup (id), "-", ' ');
  labels[0] = bl_arena_strndup (kb->arena, label, strlen (label));
  labels[1] = NULL;
  entry->role = (BlRole){ .id = id, .labels = labels };
  bl_kb_table_add (&kb->roles, id, entry, origin, &origin);
  index_labels (reader, &entry->role);
  return &entry->role;
}

/* A state that a table names and nobody describes: the record loses it, and the base is read all the same. */
static void
leave_out (BlKbReader *reader, BlKbOrigin origin, const char *id)
{
  guint line = 0;
  guint column = 0;
  bl_json_position (origin.file->json, bl_json_item (origin.file->json, origin.item), &line, &column);
  if (reader->base.problems != NULL)
    bl_problems_add (reader->base.problems, BL_PROBLEM_PARTIAL, origin.file->path, line, 0,
                     "there is no country and no organisation “%s”; it is left out", id);
}

/* The office of the nth term of the person at origin. */
static BlKbOffice *
imply_office (BlKbReader *reader, const char *id, BlKbOrigin origin, int nth)
{
  BlKnowledge *kb = reader->kb;
  const char *slash = strrchr (id, '/');
  if (slash == NULL || slash == id)
    {
      reader->file = origin.file;
      bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_LINK,
                  bl_json_item (origin.file->json, inside (origin, "terms", nth, "office").item),
                  "“%s” is no office; write JURISDICTION/ROLE, as in “gb/chancellor”", id);
      return NULL;
    }

  BlKbOffice *entry = bl_arena_new0 (kb->arena, BlKbOffice);
  BlOffice *office = &entry->office;
  office->id = id;
  office->jurisdiction = bl_arena_strndup (kb->arena, id, (gsize) (slash - id));
  office->labels = kb->no_texts;
  office->role = bl_knowledge_role (kb, slash + 1);
  gboolean has_jurisdiction = link_jurisdiction (kb, office);
  if (origin.file->is_table && !has_jurisdiction)
    {
      leave_out (reader, inside (origin, "terms", nth, "office"), office->jurisdiction);
      return NULL;
    }
  if (origin.file->is_table && office->role == NULL)
    office->role = imply_role (reader, slash + 1, origin);
  if (office->role == NULL)
    bl_kb_fail_link (reader, inside (origin, "terms", nth, "office"), slash + 1, &kb->roles, NULL);
  else if (!has_jurisdiction)
    bl_kb_fail_link (reader, inside (origin, "terms", nth, "office"), office->jurisdiction, &kb->countries, &kb->organisations);
  if (office->role == NULL || !has_jurisdiction)
    return NULL;

  office->seats = office->role->seats;
  bl_kb_table_add (&kb->offices, id, entry, origin, &origin);
  return entry;
}

/* A term of a table whose office could not be made is none. */
static void
drop_terms (BlKnowledge *kb, BlPerson *person)
{
  const BlTerm **kept = bl_arena_alloc (kb->arena, (person->n_terms + 1) * sizeof *kept);
  guint n = 0;
  for (guint i = 0; i < person->n_terms; i++)
    if (person->terms[i]->office != NULL)
      kept[n++] = person->terms[i];
  person->terms = kept;
  person->n_terms = n;
}

static void
link_person (BlKbReader *reader, guint index)
{
  BlKnowledge *kb = reader->kb;
  BlKbPerson *entry = g_ptr_array_index (kb->persons.all, index);
  BlKbOrigin origin = origin_of (&kb->persons, index);
  entry->place = index;
  entry->person.country = bl_knowledge_country (kb, entry->country_id);
  if (entry->country_id != NULL && entry->person.country == NULL && origin.file->is_table)
    leave_out (reader, origin, entry->country_id);
  else if (entry->country_id != NULL && entry->person.country == NULL)
    bl_kb_fail_link (reader, inside (origin, "country", -1, NULL), entry->country_id, &kb->countries, NULL);

  for (guint i = 0; i < entry->person.n_terms; i++)
    {
      if (entry->office_ids[i] == NULL)
        continue;
      BlKbOffice *office = bl_kb_table_get (&kb->offices, entry->office_ids[i]);
      if (office == NULL)
        office = imply_office (reader, entry->office_ids[i], origin, (int) i);
      if (office == NULL)
        continue;
      entry->terms[i].office = &office->office;
      office->n_terms++;
      if (office->office.organisation != NULL)
        ((BlKbOrganisation *) office->office.organisation)->n_terms++;
      kb->n_terms++;
    }
  entry->country_id = NULL;
  entry->office_ids = NULL;
  if (origin.file->is_table)
    drop_terms (kb, &entry->person);
}

/* Every office gets the list of its terms; link_person() has counted them. */
static void
gather_terms (BlKnowledge *kb)
{
  for (guint i = 0; i < kb->offices.all->len; i++)
    {
      BlKbOffice *office = g_ptr_array_index (kb->offices.all, i);
      office->terms = bl_arena_alloc (kb->arena, (office->n_terms + 1) * sizeof *office->terms);
      office->n_terms = 0;
    }
  for (guint i = 0; i < kb->persons.all->len; i++)
    {
      BlKbPerson *entry = g_ptr_array_index (kb->persons.all, i);
      for (guint j = 0; j < entry->person.n_terms; j++)
        if (entry->person.terms[j]->office != NULL)
          {
            BlKbOffice *office = (BlKbOffice *) entry->person.terms[j]->office;
            office->terms[office->n_terms++] = entry->person.terms[j];
          }
    }
  for (guint i = 0; i < kb->offices.all->len; i++)
    {
      BlKbOffice *office = g_ptr_array_index (kb->offices.all, i);
      bl_sort_terms (office->terms, office->n_terms);
    }
}

static void
link_treaties (BlKbReader *reader)
{
  const BlKnowledge *kb = reader->kb;
  for (guint i = 0; i < kb->treaties.all->len; i++)
    {
      BlKbTreaty *entry = g_ptr_array_index (kb->treaties.all, i);
      for (guint j = 0; entry->party_ids[j] != NULL; j++)
        {
          const BlCountry *country = bl_knowledge_country (kb, entry->party_ids[j]);
          const BlOrganisation *organisation = bl_knowledge_organisation (kb, entry->party_ids[j]);
          if (country != NULL)
            entry->parties[entry->treaty.n_parties++] = country;
          else if (organisation != NULL)
            entry->organisations[entry->treaty.n_organisations++] = organisation;
          else
            bl_kb_fail_link (reader, inside (origin_of (&kb->treaties, i), "parties", (int) j, NULL), entry->party_ids[j],
                             &kb->countries, &kb->organisations);
        }
      entry->party_ids = NULL;
    }
}

static gint
compare_facts (gconstpointer a, gconstpointer b)
{
  const BlFact *left = *(const BlFact *const *) a;
  const BlFact *right = *(const BlFact *const *) b;
  int order = strcmp (left->subject, right->subject);
  if (order == 0)
    order = strcmp (left->attribute, right->attribute);
  if (order == 0)
    order = (left->when.first > right->when.first) - (left->when.first < right->when.first);
  return order;
}

/* A subject of no known kind: says how it is written, if its id is that of an entry. */
static void
fail_subject (BlKbReader *reader, BlKbOrigin origin, const char *subject)
{
  const char *slash = strchr (subject, '/');
  const char *id = slash != NULL ? slash + 1 : subject;
  const char *kind = bl_knowledge_country (reader->kb, id) != NULL        ? "country"
                     : bl_knowledge_organisation (reader->kb, id) != NULL ? "org"
                                                                          : NULL;
  g_autofree char *nearest = kind != NULL ? g_strdup_printf ("; did you mean “%s/%s”?", kind, id) : g_strdup ("");
  reader->file = origin.file;
  bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_LINK, bl_json_item (origin.file->json, inside (origin, "subject", -1, NULL).item),
              "“%s” is no subject of a fact; write country/ID, org/ID or unit/ID%s", subject, nearest);
}

/* A subject is KIND/ID. Units have no entries: “unit/company” is a company wherever it stands. */
static void
link_subject (BlKbReader *reader, BlKbOrigin origin, const char *subject)
{
  const BlKnowledge *kb = reader->kb;
  const struct
  {
    const char *prefix;
    const BlKbTable *table;
  } kinds[] = { { "country/", &kb->countries }, { "org/", &kb->organisations } };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (subject, kinds[i].prefix))
      {
        const char *id = subject + strlen (kinds[i].prefix);
        if (bl_kb_table_get (kinds[i].table, id) == NULL)
          bl_kb_fail_link (reader, inside (origin, "subject", -1, NULL), id, kinds[i].table, NULL);
        return;
      }
  if (!g_str_has_prefix (subject, "unit/") || !bl_kb_is_id (subject + strlen ("unit/")))
    fail_subject (reader, origin, subject);
}

static void
link_facts (BlKbReader *reader)
{
  const BlKnowledge *kb = reader->kb;
  for (guint i = 0; i < kb->facts.all->len; i++)
    {
      BlFact *fact = g_ptr_array_index (kb->facts.all, i);
      link_subject (reader, origin_of (&kb->facts, i), fact->subject);
      g_ptr_array_add (kb->facts_sorted, fact);
    }
  g_ptr_array_sort (kb->facts_sorted, compare_facts);
}

void
bl_kb_link (BlKbReader *reader)
{
  link_countries (reader);
  link_organisations (reader);
  link_offices (reader);
  for (guint i = 0; i < reader->kb->persons.all->len; i++)
    link_person (reader, i);
  g_clear_pointer (&reader->slugs, g_hash_table_unref);
  gather_terms (reader->kb);
  link_treaties (reader);
  link_facts (reader);
}
