/* What a clause does to a claim, measured on sentences: fixtures/scope.jsonl, one sentence a line, with the claims that the rules of
 * fixtures/pack.json must make of it.
 *
 * {"group": "negation", "text": "Norway will not send troops to Georgia.",
 *  "claims": [{"predicate": "sends-troops", "subject": "Norway", "polarity": "-", "certainty": "sure", "voice": [], "speaker": null}]}
 *
 * A member that is left out is not judged. subject is the first slot as written; certainty is a word of rules/lexicon/cues.json;
 * voice lists question, condition, wish, past, quoted; speaker is the text of the mention that speaks, "unnamed" or null.
 *
 * Each kind is counted where it is not the plain case (positive, sure, no voice, the outlet itself): precision over what the
 * program says of that sort, recall over what the file says. */
#include "claims/claims.h"

#include <string.h>

/* Articles are of this day, a Wednesday. */
#define TEST_DAY "2025-06-18"

typedef enum
{
  KIND_POLARITY,
  KIND_CERTAINTY,
  KIND_VOICE,
  KIND_SPEAKER,
  N_KINDS,
} Kind;

/* What is reached; a change that loses more than a sentence or two of a kind fails. */
static const struct
{
  const char *name;
  double precision, recall;
} floors[N_KINDS] = {
  { "polarity", 0.99, 0.985 },
  { "certainty", 0.98, 0.98 },
  { "voice", 0.985, 0.99 },
  { "speaker", 0.98, 0.985 },
};

typedef struct
{
  guint right, said, wanted;
  GString *misses;
} Tally;

typedef struct
{
  BlTextLexicon *lexicon;
  BlKnowledge *kb;
  BlMentionFinder *finder;
  BlRuleSet *rules;
  BlCues *cues;
  BlProblems *problems;
  Tally tallies[N_KINDS];
  guint n_sentences, n_claims, n_found;
  GString *lost; /* claims that no rule made */
} World;

static World world;

/* --- loading ------------------------------------------------------------------------------------------------------- */

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
  const char *const packs[] = { BL_TESTS_DIR "/claims/fixtures/pack.json", NULL };
  world.rules = bl_rule_set_load (packs, world.problems, &error);
  g_assert_no_error (error);
  world.cues = bl_cues_load (BL_RULES_DIR "/lexicon", &error);
  g_assert_no_error (error);
  world.lost = g_string_new (NULL);
  for (guint k = 0; k < N_KINDS; k++)
    world.tallies[k].misses = g_string_new (NULL);
}

static void
world_free (void)
{
  for (guint k = 0; k < N_KINDS; k++)
    g_string_free (world.tallies[k].misses, TRUE);
  g_string_free (world.lost, TRUE);
  bl_cues_free (world.cues);
  bl_rule_set_free (world.rules);
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
  Tally *tally = &world.tallies[kind];
  tally->wanted += wanted[0] != '\0';
  tally->said += said[0] != '\0';
  tally->right += wanted[0] != '\0' && strcmp (wanted, said) == 0;
  if (strcmp (wanted, said) != 0)
    g_string_append_printf (tally->misses, "wanted %s, got %s: %s\n", wanted[0] != '\0' ? wanted : "nothing",
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
      const gboolean says = claim != NULL && (claim->voice & flags[i].bit) != 0;
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
judge_speaker (const char *text, const cJSON *wanted, const BlArticleClaims *claims, const BlClaim *claim)
{
  const char *surface = cJSON_IsString (wanted) ? wanted->valuestring : "";
  const char *said = claim != NULL && claim->speaker != NULL ? claim->speaker : "";
  if (g_str_has_prefix (said, "unnamed/"))
    said = "unnamed";
  else if (surface[0] != '\0' && said[0] != '\0' && is_mention_of (claims, surface, said))
    said = surface;
  judge (KIND_SPEAKER, text, surface, said);
}

static const BlClaim *
find_claim (const BlArticleClaims *claims, const char *predicate, const char *subject)
{
  const GPtrArray *list = bl_article_claims_list (claims);
  for (guint i = 0; i < list->len; i++)
    {
      const BlClaim *claim = list->pdata[i];
      if (strcmp (claim->predicate, predicate) == 0 && claim->n_key > 0 && strcmp (claim->key[0].surface, subject) == 0)
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
    g_string_append_printf (world.lost, "%s\n", text);

  const cJSON *polarity = cJSON_GetObjectItem (wanted, "polarity"), *certainty = cJSON_GetObjectItem (wanted, "certainty");
  const cJSON *voice = cJSON_GetObjectItem (wanted, "voice"), *speaker = cJSON_GetObjectItem (wanted, "speaker");
  if (polarity != NULL)
    judge (KIND_POLARITY, text, plain_or (polarity->valuestring, "+"),
           claim != NULL ? plain_or (signs[claim->polarity + 1], "+") : "");
  if (certainty != NULL)
    judge (KIND_CERTAINTY, text, plain_or (certainty->valuestring, "sure"),
           claim != NULL ? plain_or (claim->certainty.word, "sure") : "");
  if (voice != NULL)
    judge_voice (text, voice, claim);
  if (speaker != NULL)
    judge_speaker (text, speaker, claims, claim);
}

static void
read_line (BlScanner *scanner, const char *path, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlJson) json = bl_json_parse (line, strlen (line), path, &error);
  g_assert_no_error (error);
  const char *text = bl_json_need_string (json, bl_json_root (json), "text", &error);
  g_assert_no_error (error);
  const cJSON *list = bl_json_need_array (json, bl_json_root (json), "claims", &error);
  g_assert_no_error (error);

  BlSource source = { .id = (char *) "a", .name = (char *) "a", .kind = (char *) "test" };
  BlArticle article = { .id = (char *) "a.txt", .path = (char *) "a.txt", .language = (char *) "en", .source = &source };
  bl_date_parse (TEST_DAY, &article.published);
  g_autoptr (BlDocument) document = bl_document_new (world.lexicon, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
  article.document = document;
  const BlClaimContext context
      = { .kb = world.kb, .finder = world.finder, .rules = world.rules, .cues = world.cues, .problems = world.problems };
  g_autoptr (BlArticleClaims) claims = bl_claims_extract (&context, scanner, &article);
  world.n_sentences++;
  const cJSON *wanted;
  cJSON_ArrayForEach (wanted, list) judge_claim (json, text, wanted, claims);
}

static void
read_fixtures (void)
{
  const char *path = BL_TESTS_DIR "/claims/fixtures/scope.jsonl";
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  g_autoptr (BlScanner) scanner = bl_scanner_new (world.rules);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      read_line (scanner, path, lines[i]);
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
  g_assert_cmpuint (world.n_found, ==, world.n_claims);
}

static void
test_kind (gconstpointer data)
{
  const Kind kind = (Kind) GPOINTER_TO_UINT (data);
  const Tally *tally = &world.tallies[kind];
  const double precision = tally->right / MAX (1.0, tally->said), recall = tally->right / MAX (1.0, tally->wanted);
  g_test_message ("%s: precision %.3f (%u of %u), recall %.3f (%u of %u)", floors[kind].name, precision, tally->right,
                  tally->said, recall, tally->right, tally->wanted);
  show (floors[kind].name, tally->misses);
  g_assert_cmpfloat (precision, >=, floors[kind].precision);
  g_assert_cmpfloat (recall, >=, floors[kind].recall);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  world_load ();
  read_fixtures ();
  g_test_add_func ("/claims/scope/found", test_found);
  for (guint k = 0; k < N_KINDS; k++)
    {
      g_autofree char *name = g_strdup_printf ("/claims/scope/%s", floors[k].name);
      g_test_add_data_func (name, GUINT_TO_POINTER (k), test_kind);
    }
  const int code = g_test_run ();
  world_free ();
  return code;
}
