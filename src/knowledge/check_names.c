/* What the names of persons say of each other. */
#include <string.h>

#include "knowledge/check.h"
#include "text/fold.h"

static const BlPerson *
person_at (const BlKbCheck *check, guint i)
{
  return g_ptr_array_index (check->kb->persons.all, i);
}

/* Two of one list are doubted, whether it is a name, an alias or one of each. */
static void
check_shared (BlKbCheck *check)
{
  const BlStringMap *named = &check->kb->named;
  for (guint i = 0; named->slots != NULL && i <= named->mask; i++)
    {
      const BlPersonList *list = named->slots[i].key != NULL ? named->slots[i].value : NULL;
      for (guint j = 1; list != NULL && j < list->array.len; j++)
        {
          const BlPerson *first = g_ptr_array_index (&list->array, 0);
          const BlPerson *other = g_ptr_array_index (&list->array, j);
          g_autofree char *what
              = g_strdup_printf ("“%s” names two persons: %s and %s", named->slots[i].key, first->id, other->id);
          if (!bl_kb_accepts (first, BL_KB_DOUBT_SHARED_NAME))
            bl_kb_doubt (check, other, BL_KB_DOUBT_SHARED_NAME, what);
        }
    }
}

/* Is the folded family a run of words of the folded name? */
static gboolean
is_part (const char *family, const char *name)
{
  g_autofree char *part = g_strdup_printf (" %s ", family);
  g_autofree char *whole = bl_fold_letters (name, -1);
  g_autofree char *padded = g_strdup_printf (" %s ", whole);
  return strstr (padded, part) != NULL;
}

static void
check_family (BlKbCheck *check, const BlPerson *person)
{
  g_autofree char *family = bl_fold_letters (person->family, -1);
  gboolean found = is_part (family, person->name);
  for (const char *const *alias = person->aliases; !found && *alias != NULL; alias++)
    found = is_part (family, *alias);
  g_autofree char *what = g_strdup_printf ("“%s” is in no name of %s", person->family, person->name);
  if (!found)
    bl_kb_doubt (check, person, BL_KB_DOUBT_FAMILY, what);
}

/* Born on one day with one family name: one person under two ids, most of the time. */
static void
check_twins (BlKbCheck *check)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < check->kb->persons.all->len; i++)
    {
      const BlPerson *person = person_at (check, i);
      if (person->born.precision != BL_DATE_DAY)
        continue;
      g_autofree char *born = bl_date_format (person->born);
      g_autofree char *family = bl_fold_letters (person->family, -1);
      char *key = g_strdup_printf ("%s %s", born, family);
      const BlPerson *other = g_hash_table_lookup (seen, key);
      if (other != NULL && !bl_kb_accepts (other, BL_KB_DOUBT_TWIN))
        {
          g_autofree char *what = g_strdup_printf ("%s and %s were born on one day: one person?", person->id, other->id);
          bl_kb_doubt (check, person, BL_KB_DOUBT_TWIN, what);
        }
      g_hash_table_insert (seen, key, (gpointer) person);
    }
}

/* One note for a file, at the first of them: a table of a user may have no genders at all. */
static void
check_genders (BlKbCheck *check)
{
  const BlKbTable *persons = &check->kb->persons;
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL); /* file: how many */
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < persons->all->len; i++)
    {
      const BlKbOrigin *origin = &g_array_index (persons->origins, BlKbOrigin, i);
      if (person_at (check, i)->gender != 0 || bl_kb_accepts (person_at (check, i), BL_KB_DOUBT_GENDER))
        continue;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (missing, origin->file));
      if (n == 0)
        g_array_append_val (first, i);
      g_hash_table_insert (missing, (gpointer) origin->file, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < first->len; i++)
    {
      guint place = g_array_index (first, guint, i);
      const BlKbOrigin *origin = &g_array_index (persons->origins, BlKbOrigin, place);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (missing, origin->file));
      g_autofree char *what
          = g_strdup_printf ("no gender is given for %u of the file's persons, %s the first", n, person_at (check, place)->id);
      bl_kb_doubt (check, person_at (check, place), BL_KB_DOUBT_GENDER, what);
    }
}

void
bl_kb_check_names (BlKbCheck *check)
{
  check_shared (check);
  for (guint i = 0; i < check->kb->persons.all->len; i++)
    check_family (check, person_at (check, i));
  check_twins (check);
  check_genders (check);
}
