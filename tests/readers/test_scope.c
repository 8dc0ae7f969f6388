/* What a clause does to a claim, measured on sentences: fixtures/scope.jsonl, one sentence a line, with the claims that rules must make
 * of it: those of fixtures/pack.json, and for a line with a "round" the shipped ones and those of fixtures/wide.json.
 *
 * {"group": "negation", "round": 1, "text": "Norway will not send troops to Georgia.",
 *  "claims": [{"predicate": "sends-troops", "subject": "Norway", "polarity": "-", "certainty": "sure", "voice": [], "speaker": null,
 *              "reporter": null, "tense": "future", "time": null}]}
 *
 * A member that is left out is not judged. subject is a slot of the key as written; certainty is a word of rules/lexicon/cues.json;
 * voice lists question, condition, wish, past, quoted; speaker and reporter are the text of the mention that speaks, "unnamed" or null;
 * time is the days that the text gives, "2025-06-20", "2025-06-01..2025-06-30", "2014-01-01.." or "..2025-06-20".
 *
 * Each kind is counted where it is not the plain case (positive, sure, no voice, the outlet itself, no time): precision over what the
 * program says of that sort, recall over what the file says. A round is a batch of sentences written before the program had seen any of
 * them; what it reached at first sight stands in fixtures/README.md. Another file may be named on the command line; then nothing is
 * asserted, the figures are only printed. */
#include "claims/claims.h"

#include "readers/extract.h"

#include <string.h>

/* Articles are of this day, a Wednesday. */
#define TEST_DAY "2025-06-18"

typedef enum
{
  KIND_POLARITY,
  KIND_CERTAINTY,
  KIND_VOICE,
  KIND_SPEAKER,
  KIND_REPORTER,
  KIND_TENSE,
  KIND_TIME,
  N_KINDS,
} Kind;

/* What is reached; a change that loses more than a sentence or two of a kind fails. */
static const struct
{
  const char *name;
  double precision, recall;
} floors[N_KINDS] = {
  { "polarity", 0.99, 0.985 }, { "certainty", 0.98, 0.98 }, { "voice", 0.985, 0.99 }, { "speaker", 0.98, 0.985 },
  { "reporter", 0.95, 0.9 },   { "tense", 0.95, 0.95 },     { "time", 0.95, 0.9 },
};

typedef struct
{
  guint right, said, wanted;
} Tally;

/* The lines of one group or of one round. */
typedef struct
{
  char *name;
  Tally tallies[N_KINDS];
} Part;

typedef struct
{
  BlTextLexicon *lexicon;
  BlKnowledge *kb;
  BlMentionFinder *finder;
  BlRuleSet *plain, *shipped;
  BlCues *cues;
  BlProblems *problems;
  Tally tallies[N_KINDS];
  GString *misses[N_KINDS];
  GPtrArray *parts; /* Part *, by first line */
  Part *group, *round;
  gboolean measures_only;
  guint n_sentences, n_claims, n_found;
  GString *lost; /* claims that no rule made */
} World;

static World world;

/* --- loading ------------------------------------------------------------------------------------------------------- */

static void
part_free (gpointer data)
{
  Part *part = data;
  g_free (part->name);
  g_free (part);
}

static void
world_load (void)
{
  g_autoptr (GError) error = NULL;
  world.problems = bl_problems_new ();
  world.lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
  world.kb = bl_knowledge_load ((const char *const[]){ BL_RULES_DIR "/knowledge", NULL }, world.problems, &error);
  g_assert_no_error (error);
  world.finder = bl_mention_finder_new (world.kb, BL_RULES_DIR "/lexicon", &error);
  g_assert_no_error (error);
  world.plain
      = bl_rule_set_load ((const char *const[]){ BL_TESTS_DIR "/readers/fixtures/pack.json", NULL }, world.problems, &error);
  g_assert_no_error (error);
  world.shipped = bl_rule_set_load (
      (const char *const[]){ BL_RULES_DIR "/packs", BL_TESTS_DIR "/readers/fixtures/wide.json", NULL }, world.problems, &error);
  g_assert_no_error (error);
  world.cues = bl_cues_load (BL_RULES_DIR "/lexicon", &error);
  g_assert_no_error (error);
  world.lost = g_string_new (NULL);
  for (guint k = 0; k < N_KINDS; k++)
    world.misses[k] = g_string_new (NULL);
  world.parts = g_ptr_array_new_with_free_func (part_free);
}

static void
world_free (void)
{
  for (guint k = 0; k < N_KINDS; k++)
    g_string_free (world.misses[k], TRUE);
  g_ptr_array_unref (world.parts);
  g_string_free (world.lost, TRUE);
  bl_cues_free (world.cues);
  bl_rule_set_free (world.plain);
  bl_rule_set_free (world.shipped);
  bl_mention_finder_free (world.finder);
  bl_knowledge_free (world.kb);
  bl_text_lexicon_free (world.lexicon);
  bl_problems_free (world.problems);
}

/* --- judging -------------------------------------------------------------------------------------------------------- */

/* One value of one kind: what is wanted and what is said, "" for the plain case. */
static void
judge (Kind kind, const char *text, const char *wanted, const char *said)
{
  Tally *const tallies[] = { &world.tallies[kind], &world.group->tallies[kind], &world.round->tallies[kind] };
  for (guint i = 0; i < G_N_ELEMENTS (tallies); i++)
    {
      tallies[i]->wanted += wanted[0] != '\0';
      tallies[i]->said += said[0] != '\0';
      tallies[i]->right += wanted[0] != '\0' && strcmp (wanted, said) == 0;
    }
  if (strcmp (wanted, said) != 0)
    g_string_append_printf (world.misses[kind], "wanted %s, got %s: %s\n", wanted[0] != '\0' ? wanted : "nothing",
                            said[0] != '\0' ? said : "nothing", text);
}

static const char *
plain_or (const char *value, const char *plain)
{
  return strcmp (value, plain) == 0 ? "" : value;
}

static void
judge_voice (const char *text, const cJSON *wanted, const BlClaim *claim)
{
  static const struct
  {
    const char *name;
    guint bit;
  } flags[] = { { "question", BL_VOICE_QUESTION },
                { "condition", BL_VOICE_CONDITION },
                { "wish", BL_VOICE_WISH },
                { "past", BL_VOICE_PAST },
                { "quoted", BL_VOICE_QUOTED } };
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      gboolean wants = FALSE;
      const cJSON *flag;
      cJSON_ArrayForEach (flag, wanted) wants = wants || strcmp (flag->valuestring, flags[i].name) == 0;
      const gboolean says = (claim->voice & flags[i].bit) != 0;
      judge (KIND_VOICE, text, wants ? flags[i].name : "", says ? flags[i].name : "");
    }
}

/* Whether a mention with this text bears the id. */
static gboolean
is_mention_of (const BlArticleClaims *claims, const char *surface, const char *id)
{
  const BlDocument *document = bl_article_claims_article (claims)->document;
  guint n;
  const BlMention *mentions = bl_mentions_list (bl_article_claims_mentions (claims), &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = bl_document_slice (document, mentions[i].span);
      if (g_strcmp0 (mentions[i].id, id) == 0 && strcmp (text, surface) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
judge_speaker (Kind kind, const char *text, const cJSON *wanted, const BlArticleClaims *claims, const char *id)
{
  const char *surface = cJSON_IsString (wanted) ? wanted->valuestring : "";
  const char *said = id != NULL ? id : "";
  if (g_str_has_prefix (said, "unnamed/"))
    said = "unnamed";
  else if (surface[0] != '\0' && said[0] != '\0' && is_mention_of (claims, surface, said))
    said = surface;
  judge (kind, text, surface, said);
}

/* "2025-06-01..2025-06-30", "..2025-06-20"; "" when the text gives no days. */
static char *
days_of (const BlClaim *claim)
{
  const BlDateRange *days = &claim->event->days;
  if (claim->event->text == NULL || !days->known)
    return g_strdup ("");
  g_autofree char *first = days->first == G_MININT32 ? g_strdup ("") : bl_date_format (bl_date_from_julian (days->first));
  g_autofree char *last = days->last == G_MAXINT32 ? g_strdup ("") : bl_date_format (bl_date_from_julian (days->last));
  return days->first == days->last ? g_strdup (first) : g_strconcat (first, "..", last, NULL);
}

static void
judge_time (const char *text, const cJSON *wanted, const BlClaim *claim)
{
  g_autofree char *said = days_of (claim);
  judge (KIND_TIME, text, cJSON_IsString (wanted) ? wanted->valuestring : "", said);
}

static const BlClaim *
find_claim (const BlArticleClaims *claims, const char *predicate, const char *subject)
{
  const GPtrArray *list = bl_article_claims_list (claims);
  for (guint i = 0; i < list->len; i++)
    {
      const BlClaim *claim = list->pdata[i];
      for (guint k = 0; strcmp (claim->predicate, predicate) == 0 && k < claim->n_key; k++)
        if (strcmp (claim->key[k].surface, subject) == 0)
          return claim;
    }
  return NULL;
}

static void
judge_claim (const BlJson *json, const char *text, const cJSON *wanted, const BlArticleClaims *claims)
{
  static const char *const signs[] = { "-", "?", "+" };
  g_autoptr (GError) error = NULL;
  const char *predicate = bl_json_need_string (json, wanted, "predicate", &error);
  const char *subject = predicate != NULL ? bl_json_need_string (json, wanted, "subject", &error) : NULL;
  g_assert_no_error (error);
  const BlClaim *claim = find_claim (claims, predicate, subject);
  world.n_claims++;
  world.n_found += claim != NULL;
  if (claim == NULL)
    {
      g_string_append_printf (world.lost, "%s\n", text);
      return; /* for the rules to mend; there is nothing to judge here */
    }

  const cJSON *polarity = cJSON_GetObjectItem (wanted, "polarity"), *certainty = cJSON_GetObjectItem (wanted, "certainty");
  const cJSON *voice = cJSON_GetObjectItem (wanted, "voice"), *speaker = cJSON_GetObjectItem (wanted, "speaker");
  if (polarity != NULL)
    judge (KIND_POLARITY, text, plain_or (polarity->valuestring, "+"), plain_or (signs[claim->polarity + 1], "+"));
  if (certainty != NULL)
    judge (KIND_CERTAINTY, text, plain_or (certainty->valuestring, "sure"), plain_or (claim->certainty->word, "sure"));
  if (voice != NULL)
    judge_voice (text, voice, claim);
  if (speaker != NULL)
    judge_speaker (KIND_SPEAKER, text, speaker, claims, claim->speaker);
  const cJSON *reporter = cJSON_GetObjectItem (wanted, "reporter"), *tense = cJSON_GetObjectItem (wanted, "tense");
  const cJSON *time = cJSON_GetObjectItem (wanted, "time");
  if (reporter != NULL)
    judge_speaker (KIND_REPORTER, text, reporter, claims, claim->reporter);
  if (tense != NULL)
    judge (KIND_TENSE, text, tense->valuestring, bl_tense_name (claim->event->tense));
  if (time != NULL)
    judge_time (text, time, claim);
}

static Part *
part_named (const char *kind, const char *name)
{
  g_autofree char *full = g_strdup_printf ("%s %s", kind, name);
  for (guint i = 0; i < world.parts->len; i++)
    if (strcmp (((Part *) world.parts->pdata[i])->name, full) == 0)
      return world.parts->pdata[i];
  Part *part = g_new0 (Part, 1);
  part->name = g_steal_pointer (&full);
  g_ptr_array_add (world.parts, part);
  return part;
}

/* The round of a line; 0 for what was written together with the program. */
static int
enter_line (const BlJson *json)
{
  g_autoptr (GError) error = NULL;
  const char *group = bl_json_need_string (json, bl_json_root (json), "group", &error);
  g_assert_no_error (error);
  const cJSON *round = cJSON_GetObjectItem (bl_json_root (json), "round");
  const int number = cJSON_IsNumber (round) ? round->valueint : 0;
  g_autofree char *name = g_strdup_printf ("%d", number);
  world.group = part_named ("group", group);
  world.round = part_named ("round", name);
  return number;
}

static void
read_line (BlScanner *const scanners[2], const char *path, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlJson) json = bl_json_parse (line, strlen (line), path, &error);
  g_assert_no_error (error);
  const char *text = bl_json_need_string (json, bl_json_root (json), "text", &error);
  g_assert_no_error (error);
  const cJSON *list = bl_json_need_array (json, bl_json_root (json), "claims", &error);
  g_assert_no_error (error);

  const gboolean shipped = enter_line (json) > 0;
  BlSource source = { .id = (char *) "a", .name = (char *) "a", .kind = (char *) "test" };
  BlArticle article = { .id = (char *) "a.txt", .path = (char *) "a.txt", .language = (char *) "en", .source = &source };
  bl_date_parse (TEST_DAY, &article.published);
  g_autoptr (BlDocument) document = bl_document_new (world.lexicon, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
  article.document = document;
  const BlClaimContext context = { .kb = world.kb,
                                   .finder = world.finder,
                                   .rules = shipped ? world.shipped : world.plain,
                                   .cues = world.cues,
                                   .problems = world.problems };
  g_autoptr (BlArticleClaims) claims = bl_claims_extract (&context, scanners[shipped ? 1 : 0], &article);
  world.n_sentences++;
  const cJSON *wanted;
  cJSON_ArrayForEach (wanted, list) judge_claim (json, text, wanted, claims);
}

static void
read_fixtures (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  g_autoptr (BlScanner) plain = bl_scanner_new (world.plain);
  g_autoptr (BlScanner) shipped = bl_scanner_new (world.shipped);
  BlScanner *const scanners[] = { plain, shipped };
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      read_line (scanners, path, lines[i]);
}

/* --- tests ---------------------------------------------------------------------------------------------------------- */

static void
show (const char *title, const GString *lines)
{
  g_auto (GStrv) each = g_strsplit (lines->str, "\n", -1);
  for (guint i = 0; each[i] != NULL; i++)
    if (each[i][0] != '\0')
      g_test_message ("%s: %s", title, each[i]);
}

static void
test_found (void)
{
  g_test_message ("%u of %u claims in %u sentences were made", world.n_found, world.n_claims, world.n_sentences);
  show ("no claim", world.lost);
  if (!world.measures_only)
    g_assert_cmpfloat (world.n_found, >=, 0.97 * world.n_claims);
}

static double
share_of (guint part, guint whole)
{
  return whole == 0 ? 1 : (double) part / whole;
}

/* Groups and rounds, each with the kinds that occur in it. */
static void
test_parts (void)
{
  for (guint i = 0; i < world.parts->len; i++)
    {
      const Part *part = world.parts->pdata[i];
      g_autoptr (GString) line = g_string_new (part->name);
      for (guint k = 0; k < N_KINDS; k++)
        {
          const Tally *tally = &part->tallies[k];
          if (tally->said + tally->wanted > 0)
            g_string_append_printf (line, "; %s %.2f/%.2f of %u", floors[k].name, share_of (tally->right, tally->said),
                                    share_of (tally->right, tally->wanted), tally->wanted);
        }
      g_test_message ("%s", line->str);
    }
}

static void
test_kind (gconstpointer data)
{
  const Kind kind = (Kind) GPOINTER_TO_UINT (data);
  const Tally *tally = &world.tallies[kind];
  const double precision = share_of (tally->right, tally->said), recall = share_of (tally->right, tally->wanted);
  g_test_message ("%s: precision %.3f (%u of %u), recall %.3f (%u of %u)", floors[kind].name, precision, tally->right,
                  tally->said, recall, tally->right, tally->wanted);
  show (floors[kind].name, world.misses[kind]);
  if (world.measures_only)
    return;
  g_assert_cmpfloat (precision, >=, floors[kind].precision);
  g_assert_cmpfloat (recall, >=, floors[kind].recall);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  world_load ();
  world.measures_only = argc > 1;
  read_fixtures (argc > 1 ? argv[1] : BL_TESTS_DIR "/readers/fixtures/scope.jsonl");
  g_test_add_func ("/readers/scope/found", test_found);
  g_test_add_func ("/readers/scope/parts", test_parts);
  for (guint k = 0; k < N_KINDS; k++)
    {
      g_autofree char *name = g_strdup_printf ("/readers/scope/%s", floors[k].name);
      g_test_add_data_func (name, GUINT_TO_POINTER (k), test_kind);
    }
  const int code = g_test_run ();
  world_free ();
  return code;
}
