#include "importers/offices.h"

#include "knowledge/csv_base.h"
#include "text/fold.h"

#include <string.h>

enum
{
  MAX_WORDS = 24, /* of a label; longer ones are sentences */
  MAX_READINGS = 12
};

/* Folded words of a label, and what is looked for. */
typedef struct
{
  const char *const *words;
  guint n;
} Words;

typedef struct
{
  const BlOfficeLabels *labels;
  const char *const *given; /* jurisdictions of the source */
} Search;

void
bl_office_match_clear (BlOfficeMatch *match)
{
  g_clear_pointer (&match->role, g_free);
}

static Words
from (Words words, guint start)
{
  return (Words){ words.words + start, words.n - start };
}

static Words
without_the (Words words)
{
  return words.n > 1 && strcmp (words.words[0], "the") == 0 ? from (words, 1) : words;
}

static char *
join (Words words)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < words.n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words.words[i]);
  return g_string_free (text, FALSE);
}

/* How many words at the start are this phrase; 0: others. */
static guint
starts_with (Words words, const char *phrase)
{
  for (guint i = 0; i < words.n; i++)
    {
      const gsize length = strcspn (phrase, " ");
      if (strncmp (words.words[i], phrase, length) != 0 || words.words[i][length] != '\0')
        return 0;
      phrase += length;
      if (*phrase == '\0')
        return i + 1;
      phrase++;
    }
  return 0;
}

static guint
starts_with_any (Words words, const GPtrArray *phrases)
{
  for (guint i = 0; i < phrases->len; i++)
    {
      const guint n = starts_with (words, g_ptr_array_index (phrases, i));
      if (n > 0)
        return n;
    }
  return 0;
}

/* All words are one surface: its readings. */
static guint
readings_of (const Search *search, Words words, BlSurface *found)
{
  guint n = 0;
  if (words.n == 0 || bl_knowledge_match_surface (search->labels->kb, words.words, words.n, found, MAX_READINGS, &n) != words.n)
    return 0;
  return n;
}

/* --- states ---------------------------------------------------------------------------------------------------------- */

static gboolean
allows (const Search *search, const char *jurisdiction)
{
  return search->given[0] == NULL || g_strv_contains (search->given, jurisdiction);
}

typedef struct
{
  const char *id;
  gboolean is_state; /* or an organisation whose name is its own, and no common words */
  gboolean doubtful; /* the name means others too, and the source names no state */
} Place;

/* Courts and bodies of states have roles as states have; of firms and parties only the offices that the base describes count. */
static gboolean
is_like_a_state (const BlOrganisation *organisation)
{
  static const char *const kinds[] = { "alliance", "union", "body", "court", NULL };
  return organisation->kind != NULL && g_strv_contains (kinds, organisation->kind);
}

static Place
place_of_reading (const Search *search, const BlSurface *reading)
{
  Place place = { 0 };
  if (reading->kind == BL_SURFACE_COUNTRY || reading->kind == BL_SURFACE_DEMONYM)
    place = (Place){ ((const BlCountry *) reading->entity)->id, TRUE, reading->ambiguous };
  else if (reading->kind == BL_SURFACE_ORGANISATION)
    place = (Place){ ((const BlOrganisation *) reading->entity)->id, !reading->ambiguous && is_like_a_state (reading->entity),
                     reading->ambiguous };
  if (place.id != NULL && !allows (search, place.id))
    place.id = NULL;
  place.doubtful &= search->given[0] == NULL;
  return place;
}

static Place
place_named (const Search *search, Words words)
{
  BlSurface found[MAX_READINGS];
  const guint n = readings_of (search, words, found);
  for (guint i = 0; i < n; i++)
    {
      const Place place = place_of_reading (search, &found[i]);
      if (place.id != NULL)
        return place;
    }
  return (Place){ 0 };
}

/* “the Republic of Poland”: as it is, or without what many states call themselves. */
static Place
place_of (const Search *search, Words words)
{
  words = without_the (words);
  const Place place = place_named (search, words);
  const guint n = place.id == NULL ? starts_with_any (words, search->labels->forms->realms) : 0;
  return n > 0 && n < words.n ? place_named (search, without_the (from (words, n))) : place;
}

const char *
bl_office_jurisdiction (const BlOfficeLabels *labels, const char *text)
{
  if (g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]) && (text[2] == '\0' || text[2] == '-'))
    {
      const char code[] = { g_ascii_tolower (text[0]), g_ascii_tolower (text[1]), '\0' };
      const BlCountry *country = bl_knowledge_country (labels->kb, code);
      const BlOrganisation *organisation = bl_knowledge_organisation (labels->kb, code);
      return country != NULL ? country->id : organisation != NULL ? organisation->id : NULL;
    }
  static const char *const none[] = { NULL };
  const Search search = { labels, none };
  g_autofree char *folded = bl_fold_letters (text, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", MAX_WORDS);
  return place_of (&search, (Words){ (const char *const *) words, g_strv_length (words) }).id;
}

/* --- roles ----------------------------------------------------------------------------------------------------------- */

/* The role id that all words mean in this jurisdiction, or NULL. An office of the place wins over a role of any. */
static const char *
role_of_surface (const Search *search, Words words, const char *jurisdiction)
{
  BlSurface found[MAX_READINGS];
  const guint n = readings_of (search, words, found);
  for (guint i = 0; i < n; i++)
    if (found[i].kind == BL_SURFACE_OFFICE)
      {
        const BlOffice *office = found[i].entity;
        if (strcmp (office->jurisdiction, jurisdiction) == 0)
          return strrchr (office->id, '/') + 1;
      }
  for (guint i = 0; i < n; i++)
    if (found[i].kind == BL_SURFACE_ROLE)
      return ((const BlRole *) found[i].entity)->id;
  return NULL;
}

/* “foreign affairs” → foreign-minister, by the table or the labels of the base. */
static BlImportPortfolio
portfolio_of (const Search *search, Words portfolio, const char *jurisdiction)
{
  if (portfolio.n == 0 || portfolio.n > MAX_WORDS)
    return (BlImportPortfolio){ 0 };
  g_autofree char *text = join (portfolio);
  const BlImportPortfolio *known = bl_string_map_get (&search->labels->forms->portfolios, text, strlen (text));
  if (known != NULL)
    return *known;
  const char *before[MAX_WORDS + 2] = { "minister", "of" };
  memcpy (before + 2, portfolio.words, portfolio.n * sizeof *before);
  const char *role = role_of_surface (search, (Words){ before, portfolio.n + 2 }, jurisdiction);
  const char *behind[MAX_WORDS + 1];
  memcpy (behind, portfolio.words, portfolio.n * sizeof *behind);
  behind[portfolio.n] = "minister";
  if (role == NULL)
    role = role_of_surface (search, (Words){ behind, portfolio.n + 1 }, jurisdiction);
  return (BlImportPortfolio){ .role = role, .rank = G_MAXUINT };
}

/* “foreign affairs and trade”: the whole, else of its parts the one that stands first in the table. */
static const char *
role_of_portfolios (const Search *search, Words portfolio, const char *jurisdiction)
{
  portfolio = without_the (portfolio);
  BlImportPortfolio best = portfolio_of (search, portfolio, jurisdiction);
  if (best.role != NULL)
    return best.role;
  guint start = 0;
  for (guint i = 0; i <= portfolio.n; i++)
    if (i == portfolio.n || strcmp (portfolio.words[i], "and") == 0)
      {
        const Words part = { portfolio.words + start, i - start };
        const BlImportPortfolio found
            = part.n < portfolio.n ? portfolio_of (search, without_the (part), jurisdiction) : (BlImportPortfolio){ 0 };
        if (found.role != NULL && (best.role == NULL || found.rank < best.rank))
          best = found;
        start = i + 1;
      }
  return best.role;
}

static const char *
role_of_minister (const Search *search, Words words, const char *jurisdiction)
{
  const BlImportForms *forms = search->labels->forms;
  guint head = starts_with_any (words, forms->heads);
  const GPtrArray *own = bl_string_map_get (&forms->heads_of, jurisdiction, strlen (jurisdiction));
  if (head == 0 && own != NULL)
    head = starts_with_any (words, own);
  if (head > 0 && head < words.n)
    return role_of_portfolios (search, from (words, head), jurisdiction);
  for (guint i = 0; i < forms->tails->len; i++)
    {
      const char *tail = g_ptr_array_index (forms->tails, i);
      for (guint at = 1; at < words.n; at++)
        if (starts_with (from (words, at), tail) == words.n - at)
          return role_of_portfolios (search, (Words){ words.words, at }, jurisdiction);
    }
  return NULL;
}

static gboolean
is_ordinal (const char *word)
{
  const gsize digits = strspn (word, "0123456789");
  return digits > 0 && (word[digits] == '\0' || (word[digits] != '\0' && strlen (word + digits) == 2));
}

/* The parliament that these words name: of this state, or of any. */
static const BlImportParliament *
parliament_of (const Search *search, Words words, const char *jurisdiction)
{
  words = without_the (words);
  if (words.n > 1 && is_ordinal (words.words[0]))
    words = from (words, 1);
  g_autofree char *text = join (words);
  const GPtrArray *list = bl_string_map_get (&search->labels->forms->parliaments, text, strlen (text));
  const BlImportParliament *any = NULL;
  const BlImportParliament *own = NULL;
  guint n_own = 0;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const BlImportParliament *parliament = g_ptr_array_index (list, i);
      if (parliament->country == NULL)
        any = parliament;
      else if (jurisdiction == NULL || strcmp (parliament->country, jurisdiction) == 0)
        {
          own = parliament;
          n_own++;
        }
    }
  if (jurisdiction != NULL)
    return own != NULL ? own : any;
  return n_own == 1 && any == NULL ? own : NULL;
}

/* “member of the Verkhovna Rada”, “Speaker of the Seimas”. jurisdiction NULL: the parliament says whose it is, in *whose. */
static const char *
role_of_parliament (const Search *search, Words words, const char *jurisdiction, const char **whose)
{
  const BlImportForms *forms = search->labels->forms;
  const guint member = starts_with_any (words, forms->members);
  const guint speaker = starts_with_any (words, forms->speakers);
  const guint n = MAX (member, speaker);
  if (n == 0 || n >= words.n)
    return NULL;
  const BlImportParliament *parliament = parliament_of (search, from (words, n), jurisdiction);
  if (parliament == NULL)
    return NULL;
  *whose = parliament->country;
  return member >= speaker ? parliament->role : parliament->speaker;
}

/* The role id that the words mean there, or NULL. */
static const char *
role_of (const Search *search, Words words, const char *jurisdiction)
{
  const char *whose = NULL;
  while (words.n > 0)
    {
      words = without_the (words);
      const char *role = role_of_surface (search, words, jurisdiction);
      if (role == NULL)
        role = role_of_minister (search, words, jurisdiction);
      if (role == NULL)
        role = role_of_parliament (search, words, jurisdiction, &whose);
      const guint skipped = is_ordinal (words.words[0]) ? 1 : starts_with_any (words, search->labels->forms->skipped);
      if (role != NULL || skipped == 0)
        return role;
      words = from (words, skipped);
    }
  return NULL;
}

/* --- whole labels ------------------------------------------------------------------------------------------------------ */

static BlOfficeMatch
matched (const char *jurisdiction, const char *role)
{
  return (BlOfficeMatch){ .jurisdiction = jurisdiction, .role = g_strdup (role), .known = TRUE };
}

/* 1: the words are the label of one office. */
static gboolean
match_office (const Search *search, Words words, BlOfficeMatch *match)
{
  BlSurface found[MAX_READINGS];
  const guint n = readings_of (search, words, found);
  const BlOffice *only = NULL;
  guint n_offices = 0;
  for (guint i = 0; i < n; i++)
    if (found[i].kind == BL_SURFACE_ROLE && search->given[0] == NULL)
      return FALSE; /* of any state */
    else if (found[i].kind == BL_SURFACE_OFFICE && allows (search, ((const BlOffice *) found[i].entity)->jurisdiction))
      {
        only = found[i].entity;
        n_offices++;
      }
  if (n_offices != 1)
    return FALSE;
  *match = matched (only->jurisdiction, strrchr (only->id, '/') + 1);
  return TRUE;
}

/* The table says which office it is. */
static gboolean
match_listed (const Search *search, Words words, BlOfficeMatch *match)
{
  g_autofree char *text = join (without_the (words));
  const char *id = bl_string_map_get (&search->labels->forms->offices, text, strlen (text));
  const BlOffice *office = id != NULL ? bl_knowledge_office (search->labels->kb, id) : NULL;
  if (office == NULL || !allows (search, office->jurisdiction))
    return FALSE;
  *match = matched (office->jurisdiction, strrchr (office->id, '/') + 1);
  return TRUE;
}

/* An organisation that is not like a state counts when the base has the office. Of a name that means others too, only roles
 * that one holds. */
static gboolean
match_in (const Search *search, Words words, Place place, BlOfficeMatch *match)
{
  const char *role = place.id != NULL ? role_of (search, words, place.id) : NULL;
  if (role == NULL)
    return FALSE;
  const BlKnowledge *kb = search->labels->kb;
  const BlRole *known = bl_knowledge_role (kb, role);
  g_autofree char *id = g_strdup_printf ("%s/%s", place.id, role);
  const gboolean has_office = bl_knowledge_office (kb, id) != NULL;
  if (!has_office && (!place.is_state || (place.doubtful && (known == NULL || known->seats != 1))))
    return FALSE;
  *match = matched (place.id, role);
  return TRUE;
}

/* How the label is split into an office and a state: first of them the state behind “of” or “in”, then one that leads. */
typedef struct
{
  Words office;
  Place place;
} Split;

static guint
splits_of (const Search *search, Words words, Split *splits)
{
  guint n = 0;
  for (guint i = 1; i + 1 < words.n && n < 2; i++)
    if (strcmp (words.words[i], "of") == 0 || strcmp (words.words[i], "in") == 0)
      {
        const Split split = { { words.words, i }, place_of (search, from (words, i + 1)) };
        if (split.place.id != NULL)
          splits[n++] = split;
      }
  BlSurface found[MAX_READINGS];
  guint n_found = 0;
  const Words tail = without_the (words);
  const guint length = bl_knowledge_match_surface (search->labels->kb, tail.words, tail.n, found, MAX_READINGS, &n_found);
  for (guint i = 0; i < n_found && length < tail.n; i++)
    {
      const Split split = { from (tail, length), place_of_reading (search, &found[i]) };
      if (split.place.id != NULL)
        {
          splits[n++] = split;
          break;
        }
    }
  return n;
}

static gboolean
match_words (const Search *search, Words words, Split *splits, guint n_splits, BlOfficeMatch *match)
{
  if (match_listed (search, words, match) || match_office (search, words, match))
    return TRUE;
  for (guint i = 0; i < n_splits; i++)
    if (match_in (search, splits[i].office, splits[i].place, match))
      return TRUE;
  for (guint i = 0; search->given[i] != NULL; i++)
    {
      const gboolean is_state = bl_knowledge_country (search->labels->kb, search->given[i]) != NULL;
      if (match_in (search, words, (Place){ search->given[i], is_state, FALSE }, match))
        return TRUE;
    }
  const char *whose = NULL;
  const char *role = search->given[0] == NULL ? role_of_parliament (search, words, NULL, &whose) : NULL;
  if (role == NULL || whose == NULL)
    return FALSE;
  *match = matched (whose, role);
  return TRUE;
}

/* A role of the words, without the state that they name. */
static void
make_role (const Search *search, Words words, const Split *split, BlOfficeMatch *match)
{
  if (split != NULL && split->place.is_state && !split->place.doubtful)
    match->jurisdiction = split->place.id;
  else if (search->given[0] != NULL && search->given[1] == NULL)
    match->jurisdiction = search->given[0];
  g_autofree char *text
      = join (match->jurisdiction != NULL && split != NULL && match->jurisdiction == split->place.id ? split->office : words);
  const char *role = match->jurisdiction == NULL ? role_of (search, words, "") : NULL;
  match->role = role != NULL ? g_strdup (role) : bl_kb_slug (text);
  match->known = match->role != NULL && bl_knowledge_role (search->labels->kb, match->role) != NULL;
}

/* “Deputy Secretary of Defence” of the United States. */
static gboolean
match_respelt (const Search *search, Words words, BlOfficeMatch *match)
{
  const BlStringMap *spellings = &search->labels->forms->spellings;
  const char *others[MAX_WORDS];
  gboolean any = FALSE;
  for (guint i = 0; i < words.n; i++)
    {
      const char *other = bl_string_map_get (spellings, words.words[i], strlen (words.words[i]));
      others[i] = other != NULL ? other : words.words[i];
      any |= other != NULL;
    }
  if (!any)
    return FALSE;
  const Words respelt = { others, words.n };
  Split splits[4];
  const guint n = splits_of (search, respelt, splits);
  return match_words (search, respelt, splits, n, match);
}

static BlOfficeMatch
match_folded (const BlOfficeLabels *labels, Words words, const char *const *given)
{
  const Search search = { labels, given };
  BlOfficeMatch match = { 0 };
  Split splits[4];
  const guint n_splits = splits_of (&search, words, splits);
  if (match_words (&search, words, splits, n_splits, &match) || match_respelt (&search, words, &match))
    return match;
  const guint acting = starts_with_any (words, labels->forms->acting);
  if (acting > 0 && acting < words.n)
    {
      const Words rest = from (words, acting);
      Split rest_splits[4];
      const guint n = splits_of (&search, rest, rest_splits);
      if (match_words (&search, rest, rest_splits, n, &match))
        {
          match.acting = TRUE;
          return match;
        }
    }
  make_role (&search, words, n_splits > 0 ? splits : NULL, &match);
  return match;
}

/* “Minister of Foreign Affairs (Ukraine)”: the words before, and the state of the brackets when the source names none. */
BlOfficeMatch
bl_office_match (const BlOfficeLabels *labels, const char *label, const char *const *jurisdictions)
{
  const char *bracket = strchr (label, '(');
  const char *end = bracket != NULL ? strchr (bracket, ')') : NULL;
  const gboolean has_bracket = end != NULL && bracket > label && end[1] == '\0';
  g_autofree char *inside = has_bracket ? g_strndup (bracket + 1, (gsize) (end - bracket) - 1) : NULL;
  const char *place = inside != NULL ? bl_office_jurisdiction (labels, inside) : NULL;
  const char *const bracketed[] = { place, NULL };
  const gboolean takes_place = place != NULL && (jurisdictions[0] == NULL || g_strv_contains (jurisdictions, place));
  g_autofree char *head = g_strndup (label, takes_place ? (gsize) (bracket - label) : strlen (label));
  g_auto (GStrv) listed = g_strsplit (head, ", ", -1);
  g_autofree char *text = g_strjoinv (" and ", listed); /* “foreign affairs, trade and culture” */
  g_autofree char *folded = bl_fold_letters (text, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  const guint n = g_strv_length (words);
  if (n == 0 || n > MAX_WORDS)
    return (BlOfficeMatch){ 0 };
  return match_folded (labels, (Words){ (const char *const *) words, n }, takes_place ? bracketed : jurisdictions);
}
