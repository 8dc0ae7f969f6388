#include "findings/kinds.h"

#include "judge/saying.h"

#include <stdlib.h>
#include <string.h>

#define E BL_SEVERITY_ERROR
#define W BL_SEVERITY_WARNING
#define N BL_SEVERITY_NOTE

/* Sorted by id: bl_finding_entry searches by halves. */
static const BlFindingEntry entries[] = {
  { { "allow/expired", W, "A comment that allowed a finding is over",
      "What was allowed for a time is to be looked at again when the time is over." },
    "{message}" },
  { { "allow/malformed", W, "A comment to belie that says nothing",
      "Who wrote it believes that a finding is allowed, and it is not." },
    "{message}" },
  { { "allow/unused", W, "A comment allows a finding that is gone", "An exception that nobody needs hides the next mistake." },
    "{message}" },
  { { "claim/certainty", W, "One says it is sure, the other that it is not",
      "A plan told as a fact is the commonest inflation between a source and its copies." },
    "“{cue}” here, “{other-cue}” in {where}: the two are not equally sure[ that {what}]" },
  { { "claim/contradiction", E, "Two sources cannot both be right",
      "Readers of both texts learn opposite things; one of them needs another look." },
    "{says}, but {where} has {other-says}" },
  { { "claim/retracted", W, "What was taken back is told again", "Somebody has corrected this; who repeats it may not know." },
    "“{value}” was taken back in {where}[: it is “{right}”]" },
  { { "claim/self", E, "An article disagrees with itself", "The same text says one thing and its opposite." },
    "{says}, but the same article has {other-says}" },
  { { "date/conflict", E, "Dates of one event differ", "One event has one date." },
    "{list}: {value} here, {other} in {where}" },
  { { "date/weekday", E, "A weekday that is not the date's", "The calendar decides this one." },
    "{date} is a {actual}, not a {claimed}" },
  { { "fact/reference", E, "A statement disagrees with a reference",
      "The knowledge base names a reference that says otherwise." },
    "{claimed} disagrees with the reference: {reference}" },
  { { "gender/pronoun", W, "A pronoun that does not fit the person",
      "A wrong pronoun is the trace of a machine translation or of a mixed-up person." },
    "“{pronoun}” seems to stand for {person}, who is a {gender}" },
  { { "headline/contradicted", E, "The headline denies what its article says", "Most readers see only the headline." },
    "the {part} has {says}, the article {other-says}" },
  { { "headline/unsupported", W, "The headline says more than its article", "Most readers see only the headline." },
    "the {part} has {says}, the article {other-says}" },
  { { "list/membership", W, "A list lacks a member, or has one too many",
      "Parties, members and guarantors are known; a missing one changes who is bound." },
    "{list}: [{difference}][{value} here, {other} in {where}][; the reference lists {reference}]" },
  { { "name/garbled", E, "A name nobody bears, near a known person's",
      "A garbled name is the first thing a reader who knows the person will see." },
    "“{spelled}” is nobody known; {person}[ was {office} on {date}][ fits {signal}]" },
  { { "name/inconsistent", W, "One name spelled two ways", "One of the two spellings is likely a slip." },
    "“{spelled}” here, “{other}” {where}" },
  { { "number/arithmetic", E, "Numbers that do not add up", "The figures of the text itself decide this one." },
    "{claimed} does not add up: {computation}" },
  { { "number/conflict", E, "Figures of one thing differ", "One slot, two values." },
    "{list}: {value} here, {other} in {where}" },
  { { "number/reference", E, "A figure disagrees with a reference",
      "The knowledge base names a reference that says otherwise." },
    "{claimed} disagrees with the reference: {reference}" },
  { { "quote/altered", E, "One quotation, two wordings",
      "What stands between quotation marks was said so or it was not; one of the two texts changed it." },
    "the quotation has “{value}” here, “{other}” in {where}[; {copy}]" },
  { { "quote/speaker", E, "One quotation, two speakers", "The same words are given to two different people." },
    "said by {speaker} here, by {other-speaker} in {where}" },
  { { "source/credit", N, "Relayed from somebody else", "A relayed report is no witness of its own." },
    "relayed from {origin}" },
  { { "source/opinion", N, "Opinion in a news text", "A reader takes what stands in the news for reporting." }, "{message}" },
  { { "source/unnamed", N, "Only unnamed sources", "A reader cannot weigh a source without a name." }, "{message}" },
  { { "term/garbled", W, "A fixed term, damaged", "A term of art that changed its words may have changed its meaning." },
    "“{spelled}” looks like “{term}”[, as {where}][, but holds a {alphabet} letter]" },
  { { "text/damage", N, "Residue of translation or scraping", "Left-over page furniture and broken sentences." }, "{message}" },
  { { "title/conflict", E, "Titles that cannot both be right",
      "An office with one seat has one holder a day, and nobody is senator and governor at once." },
    "[{person} and {other} are both called {office}][{name} is called {role} here, {other-role} in {where}]" },
  { { "title/no-such-office", E, "An office that does not exist",
      "The state has no such office; the title is a mistranslation or a slip." },
    "{country} has no {role}[; {person} was {actual} on {date}]" },
  { { "title/outdated", W, "An office held before or after, not then", "“Former” is missing, or one too many." },
    "{person} {held} {office} {term}, not {when}" },
  { { "title/wrong", E, "An office the person did not hold", "The knowledge base names another holder for that day." },
    "{person} was not {office} {when}[; {holder} was][; {person} was {actual}]" },
};

#undef E
#undef W
#undef N

static int
compare_entry (const void *id, const void *entry)
{
  return strcmp (id, ((const BlFindingEntry *) entry)->kind.id);
}

const BlFindingEntry *
bl_finding_entry (const char *id)
{
  return bsearch (id, entries, G_N_ELEMENTS (entries), sizeof entries[0], compare_entry);
}

const BlFindingKind *
bl_finding_kind (const char *id)
{
  const BlFindingEntry *entry = bl_finding_entry (id);
  return entry != NULL ? &entry->kind : NULL;
}

const BlFindingKind *
bl_finding_kind_at (guint index)
{
  return index < G_N_ELEMENTS (entries) ? &entries[index].kind : NULL;
}

guint
bl_findings_check_rules (const BlRuleSet *rules, BlProblems *problems)
{
  const char *ids[G_N_ELEMENTS (entries) + 1] = { NULL };
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    ids[i] = entries[i].kind.id;
  guint n = 0;
  for (guint i = 0; i < bl_rule_set_n_rules (rules); i++)
    {
      const BlRule *rule = bl_rule_set_rule (rules, i);
      if (rule->kind == BL_RULE_CLAIM && g_strv_contains (bl_reader_predicates (), rule->predicate))
        {
          bl_problems_add (problems, BL_PROBLEM_PARTIAL, rule->file, rule->line, 0,
                           "%s: claims of a built-in reader are called “%s”; another predicate is wanted", rule->id,
                           rule->predicate);
          n++;
        }
      if (rule->kind != BL_RULE_REPORT || bl_finding_entry (rule->finding) != NULL)
        continue;
      const char *near = bl_nearest_word (rule->finding, ids);
      bl_problems_add (problems, BL_PROBLEM_PARTIAL, rule->file, rule->line, 0, "%s: there is no finding “%s”%s%s%s", rule->id,
                       rule->finding, near != NULL ? "; did you mean “" : "", near != NULL ? near : "",
                       near != NULL ? "”?" : "");
      n++;
    }
  return n;
}

/* What a comparison says, and the side from which it is told. */
typedef struct
{
  const BlComparison *comparison;
  const BlClaim *other; /* NULL: from the claim that is asked about */
  char *where;          /* with other: where that claim stands */
} Words;

/* The name under which the other side's word stands: "value" ↔ "other", "role" ↔ "other-role". */
static const char *
name_of_other (const BlComparison *comparison, const char *name)
{
  static const char *const plain[] = { "value", "spelled", "person" };
  if (strcmp (name, "other") == 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
        if (bl_comparison_word (comparison, plain[i]) != NULL)
          return plain[i];
      return name;
    }
  if (g_str_has_prefix (name, "other-"))
    return name + strlen ("other-");
  for (guint i = 0; i + 1 < comparison->words->len; i += 2)
    {
      const char *said = comparison->words->pdata[i];
      if (g_str_has_prefix (said, "other-") && strcmp (said + strlen ("other-"), name) == 0)
        return said;
    }
  const gboolean paired
      = bl_comparison_word (comparison, "other") != NULL && strcmp (name_of_other (comparison, "other"), name) == 0;
  return paired ? "other" : name;
}

static const char *
word_of (const Words *words, const char *name)
{
  if (words->other == NULL)
    return bl_comparison_word (words->comparison, name);
  if (strcmp (name, "where") == 0)
    return words->where;
  return bl_comparison_word (words->comparison, name_of_other (words->comparison, name));
}

/* Appends template up to its end or a closing bracket; FALSE when a word was missing (what was appended is then void).
 * *at is left behind the stretch. */
static gboolean
expand (const char *template, gsize *at, const Words *words, GString *out)
{
  gboolean complete = TRUE;
  while (template[*at] != '\0' && template[*at] != ']')
    {
      const char c = template[*at];
      if (c == '[')
        {
          (*at)++;
          g_autoptr (GString) part = g_string_new (NULL);
          if (expand (template, at, words, part))
            g_string_append_len (out, part->str, (gssize) part->len);
          if (template[*at] == ']')
            (*at)++;
        }
      else if (c == '{')
        {
          const char *end = strchr (template + *at, '}');
          g_autofree char *name = g_strndup (template + *at + 1, (gsize) (end - template) - *at - 1);
          const char *word = word_of (words, name);
          if (word != NULL)
            g_string_append (out, word);
          else
            complete = FALSE;
          *at = (gsize) (end - template) + 1;
        }
      else
        {
          g_string_append_c (out, c);
          (*at)++;
        }
    }
  return complete;
}

char *
bl_finding_word (const BlFindingEntry *entry, const BlComparison *comparison, const BlClaim *other)
{
  const char *own = bl_comparison_word (comparison, "message");
  if (own != NULL)
    return g_strdup (own);
  GString *out = g_string_new (NULL);
  gsize at = 0;
  Words words = { .comparison = comparison, .other = other };
  if (other != NULL)
    words.where = bl_where_name (other, comparison->claim);
  expand (entry->wording, &at, &words, out);
  g_free (words.where);
  return g_string_free (out, FALSE);
}
