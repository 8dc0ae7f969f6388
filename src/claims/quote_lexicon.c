#include "claims/quote_lexicon.h"

#include <stdlib.h>
#include <string.h>

/* clang-format off */
#define FUNCTION(text) { .word = text, .kind = BL_QUOTE_LEXEME_FUNCTION }
#define NEGATION(text) { .word = text, .kind = BL_QUOTE_LEXEME_NEGATION }
#define MAGNITUDE(text) { .word = text, .kind = BL_QUOTE_LEXEME_MAGNITUDE }
#define NUMBER(text, number) { .word = text, .kind = BL_QUOTE_LEXEME_NUMBER, .value = number }
#define ORDINAL(text, number) { .word = text, .kind = BL_QUOTE_LEXEME_ORDINAL, .value = number }
#define SPOKEN(text, one, two) { .word = text, .kind = BL_QUOTE_LEXEME_SPOKEN, .first = one, .second = two }
/* clang-format on */

/* Sorted by strcmp: searched by halves. */
static const BlQuoteLexeme lexemes[] = {
  // clang-format off
  FUNCTION ("a"), FUNCTION ("about"), FUNCTION ("actually"), FUNCTION ("again"), FUNCTION ("ah"), FUNCTION ("also"),
  FUNCTION ("although"), FUNCTION ("am"), FUNCTION ("among"), FUNCTION ("amongst"), FUNCTION ("an"), FUNCTION ("and"),
  FUNCTION ("another"), FUNCTION ("any"), FUNCTION ("are"), FUNCTION ("around"), FUNCTION ("as"), FUNCTION ("at"),
  FUNCTION ("back"), FUNCTION ("be"), FUNCTION ("because"), FUNCTION ("been"), FUNCTION ("being"),
  FUNCTION ("between"), MAGNITUDE ("billion"), MAGNITUDE ("billions"), FUNCTION ("but"), FUNCTION ("by"),
  SPOKEN ("ca", "can", NULL), FUNCTION ("can"), SPOKEN ("cannot", "can", "not"), FUNCTION ("cause"),
  FUNCTION ("cent"), FUNCTION ("could"), SPOKEN ("cuz", "because", NULL), FUNCTION ("did"), FUNCTION ("do"),
  FUNCTION ("does"), FUNCTION ("doing"), FUNCTION ("dollars"), FUNCTION ("done"), FUNCTION ("down"), FUNCTION ("dr"),
  FUNCTION ("each"), NUMBER ("eight", 8), NUMBER ("eighteen", 18), ORDINAL ("eighth", 8), NUMBER ("eighty", 80),
  NUMBER ("eleven", 11), ORDINAL ("eleventh", 11), SPOKEN ("em", "them", NULL), FUNCTION ("er"), FUNCTION ("even"),
  FUNCTION ("every"), NUMBER ("fifteen", 15), ORDINAL ("fifth", 5), NUMBER ("fifty", 50), ORDINAL ("first", 1),
  NUMBER ("five", 5), FUNCTION ("for"), NUMBER ("forty", 40), NUMBER ("four", 4), NUMBER ("fourteen", 14),
  ORDINAL ("fourth", 4), FUNCTION ("from"), FUNCTION ("get"), FUNCTION ("go"), FUNCTION ("going"),
  SPOKEN ("gonna", "going", "to"), FUNCTION ("got"), SPOKEN ("gotta", "got", "to"), FUNCTION ("gov"),
  FUNCTION ("had"), FUNCTION ("has"), FUNCTION ("have"), FUNCTION ("having"), FUNCTION ("he"), FUNCTION ("her"),
  FUNCTION ("here"), FUNCTION ("hers"), FUNCTION ("hey"), FUNCTION ("him"), FUNCTION ("himself"), FUNCTION ("his"),
  FUNCTION ("how"), MAGNITUDE ("hundred"), MAGNITUDE ("hundreds"), FUNCTION ("i"), FUNCTION ("if"), FUNCTION ("in"),
  FUNCTION ("into"), FUNCTION ("is"), FUNCTION ("it"), FUNCTION ("its"), FUNCTION ("itself"), FUNCTION ("just"),
  FUNCTION ("kind"), FUNCTION ("know"), FUNCTION ("let"), FUNCTION ("like"), FUNCTION ("may"), FUNCTION ("me"),
  FUNCTION ("mean"), FUNCTION ("might"), MAGNITUDE ("million"), MAGNITUDE ("millions"), FUNCTION ("mine"),
  FUNCTION ("mr"), FUNCTION ("mrs"), FUNCTION ("ms"), FUNCTION ("much"), FUNCTION ("must"), FUNCTION ("my"),
  FUNCTION ("myself"), NEGATION ("neither"), NEGATION ("never"), NUMBER ("nine", 9), NUMBER ("nineteen", 19),
  NUMBER ("ninety", 90), ORDINAL ("ninth", 9), NEGATION ("no"), NEGATION ("nobody"), NEGATION ("none"),
  NEGATION ("nor"), NEGATION ("not"), NEGATION ("nothing"), FUNCTION ("now"), FUNCTION ("of"), FUNCTION ("off"),
  FUNCTION ("oh"), SPOKEN ("ok", "okay", NULL), FUNCTION ("okay"), FUNCTION ("on"), FUNCTION ("one"),
  FUNCTION ("only"), FUNCTION ("onto"), FUNCTION ("or"), FUNCTION ("other"), FUNCTION ("others"), FUNCTION ("ought"),
  FUNCTION ("our"), FUNCTION ("ours"), FUNCTION ("ourselves"), FUNCTION ("out"), FUNCTION ("over"), FUNCTION ("own"),
  FUNCTION ("per"), FUNCTION ("percent"), FUNCTION ("quite"), FUNCTION ("really"), FUNCTION ("rep"),
  FUNCTION ("right"), FUNCTION ("said"), FUNCTION ("say"), FUNCTION ("says"), ORDINAL ("second", 2), FUNCTION ("sen"),
  NUMBER ("seven", 7), NUMBER ("seventeen", 17), ORDINAL ("seventh", 7), NUMBER ("seventy", 70),
  SPOKEN ("sha", "shall", NULL), FUNCTION ("shall"), FUNCTION ("she"), FUNCTION ("should"), NUMBER ("six", 6),
  NUMBER ("sixteen", 16), ORDINAL ("sixth", 6), NUMBER ("sixty", 60), FUNCTION ("so"), FUNCTION ("some"),
  FUNCTION ("sort"), FUNCTION ("still"), FUNCTION ("such"), NUMBER ("ten", 10), ORDINAL ("tenth", 10),
  FUNCTION ("than"), FUNCTION ("that"), FUNCTION ("thats"), FUNCTION ("the"), FUNCTION ("their"), FUNCTION ("theirs"),
  FUNCTION ("them"), FUNCTION ("themselves"), FUNCTION ("then"), FUNCTION ("there"), FUNCTION ("these"),
  FUNCTION ("they"), FUNCTION ("thing"), FUNCTION ("things"), FUNCTION ("think"), ORDINAL ("third", 3),
  NUMBER ("thirteen", 13), NUMBER ("thirty", 30), FUNCTION ("this"), FUNCTION ("those"), FUNCTION ("though"),
  MAGNITUDE ("thousand"), MAGNITUDE ("thousands"), NUMBER ("three", 3), FUNCTION ("through"), FUNCTION ("till"),
  FUNCTION ("to"), FUNCTION ("too"), FUNCTION ("toward"), SPOKEN ("towards", "toward", NULL), MAGNITUDE ("trillion"),
  MAGNITUDE ("trillions"), ORDINAL ("twelfth", 12), NUMBER ("twelve", 12), NUMBER ("twenty", 20), NUMBER ("two", 2),
  FUNCTION ("uh"), FUNCTION ("um"), FUNCTION ("until"), FUNCTION ("up"), FUNCTION ("upon"), FUNCTION ("us"),
  FUNCTION ("very"), SPOKEN ("wanna", "want", "to"), FUNCTION ("was"), FUNCTION ("way"), FUNCTION ("we"),
  FUNCTION ("well"), FUNCTION ("were"), FUNCTION ("what"), FUNCTION ("whatever"), FUNCTION ("when"),
  FUNCTION ("where"), FUNCTION ("whether"), FUNCTION ("which"), FUNCTION ("while"), FUNCTION ("whilst"),
  FUNCTION ("who"), FUNCTION ("whoever"), FUNCTION ("whom"), FUNCTION ("whose"), FUNCTION ("why"), FUNCTION ("will"),
  FUNCTION ("with"), FUNCTION ("within"), NEGATION ("without"), SPOKEN ("wo", "will", NULL), FUNCTION ("would"),
  SPOKEN ("yeah", "yes", NULL), FUNCTION ("yes"), FUNCTION ("you"), FUNCTION ("your"), FUNCTION ("yours"),
  NUMBER ("zero", 0),
  // clang-format on
};

static int
compare_word (const void *word, const void *lexeme)
{
  return strcmp (word, ((const BlQuoteLexeme *) lexeme)->word);
}

const BlQuoteLexeme *
bl_quote_lexeme (const char *word)
{
  return bsearch (word, lexemes, G_N_ELEMENTS (lexemes), sizeof lexemes[0], compare_word);
}
