/* Which articles are one event: pairs of own articles, half of them two events of one kind in the same days. */
#include "../origins/newsroom.h"

#include "events/events.h"

typedef struct
{
  const char *kind;
  const char *a, *b;
  const char *other; /* of another event of the same kind and days, or of the second one when a and b are two */
} Case;

/* a and b tell of one event, other of another. */
static const Case cases[] = {
  { "quake",
    "A magnitude 6.1 earthquake struck near Torvaal on Monday, killing nine people. Rescue workers dug through the ruins of "
    "the "
    "market hall in Torvaal. The quake was felt in Upper Sennic, the geological survey said.",
    "Rescuers in Torvaal searched a collapsed market hall after Monday's earthquake. At least nine people died. Residents of "
    "Upper "
    "Sennic felt the shaking, the geological survey said.",
    "A magnitude 5.8 earthquake hit Quelmara on Monday, and three people were killed. Rescue workers searched a school in "
    "Quelmara. "
    "The quake was felt on Isla Brenta, the geological survey said." },
  { "strike",
    "Dockers in Port Hallam walked out on Tuesday over night shifts. The Seafarers League said 400 members joined the strike. "
    "Ferries "
    "from Port Hallam to Osk were cancelled.",
    "A strike over night shifts closed the docks of Port Hallam on Tuesday. Ferries to Osk did not sail. The Seafarers League "
    "called "
    "the turnout of its members a success.",
    "Bus drivers in Lindmoor walked out on Tuesday over night shifts. The Drivers Guild said 350 members joined the strike. "
    "Buses from "
    "Lindmoor to Carrow were cancelled." },
  { "trial",
    "Anton Velder was sentenced to nine years in prison on Wednesday for embezzling money from Marrowbank. Judge Irene Sollis "
    "said he "
    "had shown no regret. His lawyer will appeal.",
    "Former Marrowbank treasurer Anton Velder must go to prison for nine years. Judge Irene Sollis sentenced him on Wednesday "
    "and "
    "spoke of greed. Velder's lawyer said he would appeal.",
    "Petra Holm was sentenced to seven years in prison on Wednesday for embezzling money from Ostrel Trust. Judge Karl Wendt "
    "said she "
    "had shown no regret. Her lawyer will appeal." },
  { "football",
    "Harrow Rovers beat Selby Athletic 3-1 on Saturday. Dario Menk scored twice in the second half. Rovers coach Ulf Brandt "
    "praised "
    "his striker after the match.",
    "Dario Menk scored two goals as Harrow Rovers won 3-1 against Selby Athletic on Saturday. Coach Ulf Brandt said his team "
    "had "
    "deserved it after the break.",
    "Castor United beat Millbrook Town 2-0 on Saturday. Jonas Arle scored twice in the second half. United coach Pavel Rusk "
    "praised his "
    "striker after the match." },
  { "takeover",
    "Kestrel Optics agreed on Thursday to buy the lens maker Luminar for 2.1 billion crowns. Kestrel chief executive Greta "
    "Aalto said "
    "the deal would close in spring.",
    "Lens maker Luminar will be taken over by Kestrel Optics for 2.1 billion crowns. The deal announced on Thursday closes in "
    "spring, "
    "chief executive Greta Aalto of Kestrel said.",
    "Bramwell Foods agreed on Thursday to buy the baker Dornach for 1.4 billion crowns. Bramwell chief executive Hugo Lenz "
    "said the "
    "deal would close in spring." },
  { "fire",
    "A fire destroyed the paper mill of Ennisby on Friday night. Two firefighters were injured. Mayor Clara Dunmore said the "
    "mill of "
    "Ennisby employed 120 people.",
    "Two firefighters were hurt when the Ennisby paper mill burned down on Friday night. The mill employed 120 people, Mayor "
    "Clara "
    "Dunmore said.",
    "A fire destroyed the carpet factory of Wolmar on Friday night. Three firefighters were injured. Mayor Egon Raal said the "
    "factory "
    "of Wolmar employed 90 people." },
  { "election",
    "Milena Stroud won the mayoral election in Karlshafen with 54 percent of the vote on Sunday. Her opponent Bodo Ferch "
    "conceded "
    "before midnight. Turnout was 61 percent.",
    "Karlshafen has a new mayor: Milena Stroud received 54 percent on Sunday. Bodo Ferch conceded shortly before midnight. "
    "Turnout rose "
    "to 61 percent.",
    "Oskar Thine won the mayoral election in Brundal with 52 percent of the vote on Sunday. His opponent Lotte Varga conceded "
    "before "
    "midnight. Turnout was 58 percent." },
  { "arrest",
    "Police arrested Marek Olin on Monday in connection with the robbery of the Sandgate jewellers. Detective Joan Pryce said "
    "the "
    "jewels had not been found.",
    "A man named Marek Olin has been arrested over the Sandgate jewellers robbery. The jewels are still missing, Detective "
    "Joan Pryce "
    "said on Monday.",
    "Police arrested Tobias Reck on Monday in connection with the robbery of the Elmford savings bank. Detective Carl Munro "
    "said the "
    "money had not been found." },
  { "crash",
    "A small plane crashed into Lake Sorrel on Tuesday, killing the pilot Henrik Dahl and his two passengers. It had taken off "
    "from "
    "Varnes airfield, the safety board said.",
    "Three people died when a small plane fell into Lake Sorrel on Tuesday. Pilot Henrik Dahl had taken off from Varnes "
    "airfield. The "
    "safety board is investigating.",
    "A small plane crashed into Mount Keld on Tuesday, killing the pilot Ruth Amsel and her three passengers. It had taken off "
    "from "
    "Lossing airfield, the safety board said." },
  { "storm",
    "Storm Odette flooded streets in Maravel on Wednesday. More than 2,000 people left their homes. The river Tesk rose to "
    "four metres "
    "at Maravel bridge.",
    "In Maravel more than 2,000 people had to leave their homes as Storm Odette flooded streets on Wednesday. The Tesk reached "
    "four "
    "metres at the bridge.",
    "Storm Odette passed, but heavy rain flooded streets in Pendry on Wednesday. More than 500 people left their homes. The "
    "river Wye "
    "Brook rose to three metres at Pendry lock." },
  { "appointment",
    "The board of Northern Rail named Sigrid Volt as chief executive on Monday. She follows Lars Eben, who retires in June. "
    "Volt has run "
    "the ferries of Osk since 2019.",
    "Sigrid Volt will be the new chief executive of Northern Rail when Lars Eben retires in June, the board said on Monday. "
    "She has led "
    "the ferries of Osk.",
    "The board of Western Water named Iben Kraus as chief executive on Monday. She follows Mads Torp, who retires in July. "
    "Kraus has run "
    "the harbour of Fleet since 2018." },
  { "virus",
    "Health officials in Dravonia reported 41 cases of measles on Thursday. Schools in Sarnigrad stay closed until Monday. "
    "Minister Olga "
    "Pesk asked parents to vaccinate their children.",
    "Schools in Sarnigrad are closed until Monday because of measles. Dravonia has 41 cases, health officials said on "
    "Thursday. Minister "
    "Olga Pesk called for vaccinations.",
    "Health officials in Meridonia reported 27 cases of measles on Thursday. Schools in Port Elan stay closed until Tuesday. "
    "Minister "
    "Raul Teixo asked parents to vaccinate their children." },
  { "bridge",
    "The Hallam Bridge was closed on Wednesday after inspectors found cracks. Engineer Nora Quist said repairs would take six "
    "weeks. "
    "Lorries are sent through Eastgate.",
    "Cracks were found in the Hallam Bridge, which was closed on Wednesday. Repairs will take six weeks, engineer Nora Quist "
    "said, and "
    "lorries must go through Eastgate.",
    "The Wickham Viaduct was closed on Wednesday after inspectors found cracks. Engineer Piet Roos said repairs would take "
    "four weeks. "
    "Lorries are sent through Lowmarket." },
  { "tennis",
    "Aya Morin beat Lena Strauss 6-4, 6-3 in the final of the Vellmark Open on Sunday. It was Morin's third title this year. "
    "Strauss "
    "had won their last match in Brenn.",
    "Lena Strauss lost the final of the Vellmark Open 6-4, 6-3 to Aya Morin on Sunday. For Morin it is the third title of the "
    "year. "
    "Strauss had beaten her in Brenn.",
    "Ines Falk beat Dora Kemp 6-2, 7-5 in the final of the Castra Cup on Sunday. It was Falk's second title this year. Kemp "
    "had won "
    "their last match in Lisle." },
  { "space",
    "The probe Halcyon 2 entered orbit around Mars on Friday, the agency in Torvik said. Mission leader Edda Storm spoke of a "
    "perfect "
    "burn. Halcyon 2 will look for ice.",
    "Halcyon 2 reached its orbit around Mars on Friday. Edda Storm, who leads the mission from Torvik, said the burn was "
    "perfect. The "
    "probe looks for ice.",
    "The probe Meridian entered orbit around Venus on Friday, the agency in Kourel said. Mission leader Joao Prata spoke of a "
    "perfect "
    "burn. Meridian will look for acid." },
  { "protest",
    "Thousands marched in Lisgrad on Saturday against higher rents. Organiser Bela Orn said 12,000 people came to Freedom "
    "Square. "
    "Police in Lisgrad counted 7,000.",
    "On Freedom Square in Lisgrad thousands protested against higher rents on Saturday. Police counted 7,000 people, organiser "
    "Bela Orn "
    "12,000.",
    "Thousands marched in Port Sable on Saturday against higher rents. Organiser Ciaran Moe said 9,000 people came to Harbour "
    "Green. "
    "Police in Port Sable counted 5,000." },
  { "results",
    "Luminar Motors earned 310 million crowns in the first quarter, the car maker said on Tuesday. Finance chief Elin Roth "
    "blamed the "
    "price of steel. Luminar shares fell by 4 percent.",
    "Shares of Luminar Motors fell by 4 percent on Tuesday. The car maker earned 310 million crowns in the first quarter; "
    "finance chief "
    "Elin Roth said steel was to blame.",
    "Vantage Trucks earned 280 million crowns in the first quarter, the lorry maker said on Tuesday. Finance chief Otto Blom "
    "blamed the "
    "price of steel. Vantage shares fell by 3 percent." },
  { "resignation",
    "Transport minister Jonas Weil of Dravonia resigned on Monday over a flight paid by Aerolux. Prime minister Eva Stann "
    "accepted the "
    "resignation. Weil denied that he had favoured Aerolux.",
    "Dravonia's transport minister Jonas Weil has stepped down over a flight that Aerolux paid. Prime minister Eva Stann "
    "accepted on "
    "Monday. Weil said he had not favoured Aerolux.",
    "Health minister Carla Munn of Meridonia resigned on Monday over a holiday paid by Pharmadel. Prime minister Rui Abreu "
    "accepted the "
    "resignation. Munn denied that she had favoured Pharmadel." },
  { "film",
    "The Glass Orchard by Mina Castell won the main prize of the Ostrava Lights festival on Saturday. Actor Per Lund was "
    "honoured too. "
    "The jury was led by Tom Adair.",
    "Mina Castell's film The Glass Orchard has won the Ostrava Lights festival. Per Lund was named best actor on Saturday by "
    "the jury "
    "under Tom Adair.",
    "A Quiet Harbour by Joel Santer won the main prize of the Riva Days festival on Saturday. Actor Ada Finch was honoured "
    "too. The jury "
    "was led by Lou Prentice." },
  { "mine",
    "Five miners were trapped in the Karst shaft near Oberdorn on Thursday. Rescuers drilled towards them, foreman Willi Hauk "
    "said. The "
    "Karst shaft belongs to Montan Nord.",
    "Rescuers at the Karst shaft of Montan Nord near Oberdorn drilled on Thursday towards five trapped miners. Foreman Willi "
    "Hauk said "
    "there was hope.",
    "Four miners were trapped in the Ridley pit near Coldwater on Thursday. Rescuers drilled towards them, foreman Sam Teague "
    "said. The "
    "Ridley pit belongs to Blackstone." },
};

/* Ties of a, b and other among background articles; *same and *different are what the first two, and the third with either, are. */
static void
tie_case (const Newsroom *room, const Case *item, gboolean *same, guint *n_different)
{
  static Edition edition;
  edition_add (&edition, room, "herald", "2024-05-16", item->a);
  edition_add (&edition, room, "courier", "2024-05-16", item->b);
  edition_add (&edition, room, "gazette", "2024-05-16", item->other);
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (BlAlignable));
  for (guint i = 0; i < edition.n; i++)
    {
      guint n;
      const BlClaimSentence *list = bl_article_claims_sentences (edition.claims->pdata[i], &n);
      for (guint k = 0; k < n; k++)
        {
          const BlAlignable sentence
              = { .terms = list[k].terms, .names = list[k].names, .article = i, .day = 738000, .head = list[k].head };
          g_array_append_val (sentences, sentence);
        }
    }
  g_autoptr (BlCorpusTerms) corpus = bl_corpus_terms_new (sentences, NULL);
  guint64 n_cut;
  g_autoptr (GArray) ties = bl_events_find (corpus, FALSE, &n_cut);
  *same = FALSE;
  *n_different = 0;
  for (guint i = 0; i < ties->len; i++)
    {
      const BlEventTie *tie = &g_array_index (ties, BlEventTie, i);
      if (tie->a == 0 && tie->b == 1)
        *same = tie->same_event;
      else
        *n_different += tie->same_event;
    }
  edition_clear (&edition);
}

/* Each case has one pair of one event and two pairs of two events. What is measured may not get worse: all pairs of one event are tied,
 * and of two events only those of one storm in two towns. */
static void
test_gold (void)
{
  Newsroom room;
  newsroom_open (&room);
  guint n_same = 0, n_wrong = 0;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean same;
      guint n_different;
      tie_case (&room, &cases[i], &same, &n_different);
      if (!same || n_different > 0)
        g_test_message ("%s: one event %s, %u of two tied", cases[i].kind, same ? "tied" : "missed", n_different);
      n_same += same;
      n_wrong += n_different;
    }
  newsroom_close (&room);
  g_test_message ("one event: %u of %u tied; two events: %u of %u tied", n_same, (guint) G_N_ELEMENTS (cases), n_wrong,
                  2 * (guint) G_N_ELEMENTS (cases));
  g_assert_cmpuint (n_wrong, <=, 2);
  g_assert_cmpuint (n_same, ==, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/events/gold", test_gold);
  return g_test_run ();
}
