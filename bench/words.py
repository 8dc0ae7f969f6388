"""Words that synthetic news and synthetic rules are made of: common English, and names that nobody bears.

Lists run from frequent to rare; zipf() picks from them as texts do, few words often and most words seldom.
"""
import random

GIVEN = """Anna Peter Maria Thomas Ada Alma Anton Arne Beata Bodil Bruno Carla Celia Clara Colm Dagny Daria Edgar Edith Elsa Emil Erwin Esther
Fabian Felix Flora Frida Georg Greta Hanna Helga Hugo Ida Ines Irene Ivo Jana Jasper Jonas Judith Julia Karel Klara Leon Lina Lorenz Lucia
Magda Marek Marta Milan Mirjam Nadia Nils Nora Olga Oskar Paula Petra Rasmus Rosa Ruth Selma Simon Stella Sven Tamara Tilda Tomas Ulla Vera
Viktor Wanda Yara Zita André Łukasz Şebnem Đorđe Jürgen Zoë Íñigo Siân Ögmundur Renée Thảo Čeněk Anaïs Søren""".split()
FAMILY = """Adler Brandt Doyle Falk Abernathy Ainsworth Albrecht Amundsen Arkwright Baird Bakker Balint Barlow Becket Bellamy Bergqvist Bielak
Birkeland Blythe Brennan Calloway Carrick Cermak Colby Corrigan Dahlgren Danforth Demircan Drozd Eberle Ekholm Elford Engel Fairbanks Fenn
Ferreira Finch Fjeld Forsberg Galvin Garrick Gerhardt Gilroy Granger Haddock Halloran Hartwell Hedlund Hofer Holloway Iversen Jablonski
Jarvis Kallio Keating Kessler Kiplagat Kolar Krantz Lachlan Larkin Lindqvist Lovell Lundgren Maddox Marlow Merrick Moravec Nagel Nesbit
Novotny Oakley Okonjo Ostrowski Pascoe Pelletier Petrik Quill Radford Rasmusson Redmayne Reuter Rokach Rowe Sandoval Schaller Seaborn
Sedlak Selwyn Stroud Talbot Thackeray Thorne Tolland Ullmann Vance Varga Vesely Wakefield Waldron Weaver Whitlock Wikender Yardley Zeman
Müller-Thal Łęcki Şengül Đurić Ó-Brolcháin Håkansen Nuñez Škvorec Gönülal Ærøsen Črnko Strömvall""".split()
TRADES = """a baker|a schoolteacher|a tram driver|a retired officer|a harbour pilot|a nurse|a student of law|a farmer|a bookseller|an engineer
a lecturer in history|a member of the town council|a translator|a shop steward|a surveyor|a fisherman|an electrician|a pharmacist|a violinist
a former customs clerk|a beekeeper|a lorry driver|a midwife|a locksmith|an archivist|a ferry captain""".replace("\n", "|").split("|")

# The plain form; what spelling does not tell stands in IRREGULAR.
VERBS = """open close build approve reject delay support cut raise close_down sign review cancel fund seize ban expand defend accept suspend
abandon announce postpone inspect repair halt buy sell block restore protect change lift join leave limit move plan threaten question settle
draft demand finish extend reduce replace ratify tax fine sue rescue visit warn withdraw publish hide share lose win test train strengthen
weaken resume reopen rename register regulate restrict return revise sanction scrap secure shelter ship shorten shut simplify slow stage store
strip study submit subsidise supervise supply surrender survey tighten tolerate trade transfer transform trim triple upgrade veto waive welcome
widen adapt adjust administer adopt advertise allocate allow alter amend appoint assemble assess assign audit auction back borrow boycott
broaden broker bury calculate catalogue centralise certify challenge charter clean clear collect combine commission compensate complete
concede condemn confiscate connect consolidate construct consult contest convert coordinate copy correct count criticise curb damage declare
decorate deliver demolish deploy designate destroy detain devalue disband disclose discuss dismantle dismiss disrupt divert divide donate
double downgrade drain drop earmark ease embargo employ empty enforce enlarge ensure equip escort establish evacuate evaluate examine exchange
exempt expel explore export expose fence finance flood forecast forgive freeze guard guarantee halve hire host identify ignore impose improve
import increase insulate insure introduce invade investigate irrigate isolate issue judge label launch lease legalise lend levy license
load loan lower manage market measure mediate merge mine modernise monitor mortgage nationalise negotiate observe obstruct occupy offer
operate oppose order organise outlaw overhaul overrule oversee pardon partition patrol pay penalise permit phase_out photograph pledge plough
police pollute prepare preserve privatise process procure produce prohibit promise promote propose prosecute publicise purchase quarantine
quash ration rebuild recall reclaim recognise reconsider record recover recruit recycle redesign redirect refinance reform refurbish refuse
reimburse reinforce reinstate relaunch release relocate rent""".split()
IRREGULAR = {"build": ("builds", "building", "built"), "cut": ("cuts", "cutting", "cut"), "buy": ("buys", "buying", "bought"),
             "sell": ("sells", "selling", "sold"), "leave": ("leaves", "leaving", "left"), "sue": ("sues", "suing", "sued"),
             "withdraw": ("withdraws", "withdrawing", "withdrew"), "hide": ("hides", "hiding", "hid"), "lose": ("loses", "losing", "lost"),
             "win": ("wins", "winning", "won"), "shut": ("shuts", "shutting", "shut"), "freeze": ("freezes", "freezing", "froze"),
             "forecast": ("forecasts", "forecasting", "forecast"), "lend": ("lends", "lending", "lent"), "pay": ("pays", "paying", "paid"),
             "oversee": ("oversees", "overseeing", "oversaw"), "rebuild": ("rebuilds", "rebuilding", "rebuilt"),
             "ban": ("bans", "banning", "banned"), "plan": ("plans", "planning", "planned"), "ship": ("ships", "shipping", "shipped"),
             "strip": ("strips", "stripping", "stripped"), "trim": ("trims", "trimming", "trimmed"), "drop": ("drops", "dropping", "dropped"),
             "scrap": ("scraps", "scrapping", "scrapped"), "expel": ("expels", "expelling", "expelled"), "permit": ("permits", "permitting", "permitted"),
             "submit": ("submits", "submitting", "submitted"), "refer": ("refers", "referring", "referred"), "curb": ("curbs", "curbing", "curbed"),
             "transfer": ("transfers", "transferring", "transferred")}

# What is done something to. The first are in the news every day.
NOUNS = """border airport port bridge railway budget agreement embassy school hospital power_station pipeline factory refinery court university
ferry market currency pension tariff subsidy reservoir mine dam shipyard tunnel canal motorway police army navy archive museum library theatre
stadium prison barracks laboratory vineyard forest quarry lighthouse customs_office tax_office consulate parliament observatory satellite
warehouse depot terminal runway dockyard sawmill brewery dairy cannery foundry smelter steelworks paper_mill textile_mill glassworks brickworks
cement_works fish_market grain_store oil_field gas_field coal_mine salt_mine wind_farm solar_park nuclear_plant power_line sea_cable
weather_station radio_station news_agency newspaper broadcaster publisher printing_house postal_service telephone_network data_centre
savings_bank central_bank stock_exchange insurance_fund housing_fund pension_fund flood_fund relief_fund research_council arts_council
town_council fire_brigade coast_guard border_guard river_police mountain_rescue air_force secret_service tax_treaty trade_treaty fishing_treaty
border_treaty water_treaty arms_treaty visa_rules passport_rules asylum_rules food_rules building_rules speed_limit property_tax sugar_tax
fuel_tax road_toll bridge_toll harbour_levy port_fee landing_fee school_fee tuition_fee rent_cap price_cap grain_quota milk_quota fishing_quota
import_quota export_licence hunting_licence mining_licence fishing_licence gambling_licence school_meal winter_allowance child_benefit
heating_subsidy farm_subsidy rail_subsidy housing_subsidy film_subsidy wage_agreement ceasefire armistice blockade curfew amnesty census
referendum plebiscite inquiry tribunal exhibition festival regatta marathon pilgrimage expedition""".split()
NOUNS = [noun.replace("_", " ") for noun in NOUNS]
VERBS = [verb.replace("_", " ") for verb in VERBS]
# Compounds of these are what most rules wait for and few texts have: "regional grain", "northern salt".
MODIFIERS = """new old national regional northern southern eastern western central main second third state-run private disputed historic
damaged planned joint coastal urban rural military civil public temporary permanent foreign federal local provincial unfinished derelict
listed flooded contested costly profitable empty crowded remote famous former neglected""".split()

ADJECTIVES = """new long public early late small large difficult clear serious heavy recent local careful quiet sudden broad modest steep narrow
slow rapid formal secret joint final temporary expensive cheap doubtful useful bitter friendly cautious dry wet cold mild rough smooth
unexpected predictable deep shallow frequent rare generous mean strict loose stubborn patient nervous calm noisy tired lively dull sharp blunt
obvious hidden fragile solid uneven steady restless hollow sober grim gentle brisk faint dense sparse""".split()
ADVERBS = """also later again quickly slowly quietly openly formally finally largely partly rarely briefly firmly narrowly hastily gradually
reluctantly unanimously unexpectedly publicly privately grudgingly cautiously abruptly swiftly tacitly""".split()
ABSTRACT = """plan decision debate question report proposal result price cost problem answer crisis reform argument deadline programme effort
measure warning promise delay vote majority shortage surplus forecast estimate draft clause figure map committee delegation mission audience
crowd queue silence doubt rumour complaint petition strike protest inquest verdict appeal loan debt deficit harvest drought storm flood frost
winter summer tide current wind weather morning evening weekend season century decade generation neighbourhood village valley island coast
river hillside orchard meadow square street corner staircase corridor kitchen attic cellar roof window door key letter parcel envelope
notebook calendar clock photograph painting sculpture poem chapter footnote appendix index translation grammar alphabet lesson experiment
formula theory method instrument sample measurement error margin average median ratio fraction""".split()
PEOPLE = """minister spokesperson lawyer mayor official adviser judge economist farmer teacher engineer diplomat doctor captain clerk
researcher historian accountant inspector surveyor auditor negotiator translator bystander neighbour passenger shopkeeper student pensioner
volunteer fisher conductor apprentice gardener librarian geologist meteorologist""".split()
GROUPS = """opposition cabinet coalition union commission ministry committee board consortium federation chamber association panel delegation
council syndicate authority agency inspectorate secretariat""".split()
SAYING = ["said", "told reporters", "added", "wrote", "argued", "noted", "explained", "insisted", "recalled", "admitted", "warned", "replied"]
PLACES = ["in the capital", "near the border", "along the coast", "in the north", "in the second half of the year", "before the summer",
          "after a night of talks", "within hours", "over the weekend", "despite protests", "without a vote", "at short notice", "for the third time",
          "on the outskirts", "beyond the river", "under a new law", "at the request of the neighbours", "by a narrow margin", "in the old harbour",
          "under heavy guard", "for lack of money", "with the help of volunteers", "against the advice of the auditors", "as planned"]

SYLLABLES = ["bar", "ven", "tor", "mel", "kas", "lin", "dor", "ash", "wen", "hol", "gar", "rim", "sel", "mar", "ost", "ul", "bri", "chal", "fen",
             "gre", "hav", "is", "jor", "kel", "lo", "mün", "nor", "øs", "pel", "quen", "rå", "sta", "tré", "ul", "var", "wy", "zel", "ard", "eck", "ino"]
TOWN_ENDS = ["ton", "by", "stadt", "ville", "hamn", "gorod", "mouth", "bridge", "field", "øy", "ów", "berg", "haven", "minster"]
FAMILY_ENDS = ["", "er", "sen", "ski", "ová", "ić", "ez", "son", "mann", "ini", "escu", "akis"]
FIRM_ENDS = ["Holdings", "Shipping", "Foods", "Energy", "Steel", "Motors", "Logistics", "Telecom", "Textiles", "Minerals", "Airways", "Instruments"]


def zipf(ordered, chance):
    """One of the list, the earlier the likelier: chance is uniform over [0, 1)."""
    return ordered[int(len(ordered) * chance * chance)]


def inflect(verb):
    """("close down") → closes down, closing down, closed down."""
    head, _, tail = verb.partition(" ")
    tail = " " + tail if tail else ""
    if head in IRREGULAR:
        return tuple(form + tail for form in IRREGULAR[head])
    consonant_y = head.endswith("y") and head[-2] not in "aeiou"
    third = head[:-1] + "ies" if consonant_y else head + "es" if head.endswith(("s", "sh", "ch", "x", "o", "z")) else head + "s"
    past = head[:-1] + "ied" if consonant_y else head + "d" if head.endswith("e") else head + "ed"
    gerund = head[:-1] + "ing" if head.endswith("e") and not head.endswith("ee") else head + "ing"
    return third + tail, gerund + tail, past + tail


def coined(chance, ends):
    """A name of two or three invented syllables and an end."""
    parts = [SYLLABLES[int(len(SYLLABLES) * chance())] for _ in range(2 if chance() < 0.6 else 3)]
    return "".join(parts).capitalize() + ends[int(len(ends) * chance())]


def chance_of(text):
    """The function random() of a generator seeded with text: the same numbers in every version of Python."""
    return random.Random(text).random
