"""Deliberately broken agreements: what is done to a good one, and the message that must follow.

`old` → `new` is done to agreement.toml; `at` is a piece of the line that the message must point at.
"""

from __future__ import annotations

from typing import NamedTuple


class Broken(NamedTuple):
    title: str
    old: str
    new: str
    at: str
    clause: str
    says: str


FUNDING_2028 = "    { first = 2028-01-01, last = 2028-12-31, amount = 500_000 },\n"
NIGHTS = '[pool.platser]\nclause = "2"\nsays = "Platser."\nkind = "night"\nplaces = 10\nnights = 5\n'
TRAINING = '[pool.platser]\nclause = "2"\nsays = "Platser."\nkind = "training"\nplaces = 10\nmonths = 4\n'
WOMEN = '[pool.kvinnor]\nclause = "2"\nsays = "Kvinnor."\nkind = "night"\nplaces = 2\nnights = 7\npart_of = "platser"\n'
POINT = '[intake_point.lucka]\nclause = "2"\nsays = "Lucka."\nname = "Luckan"\npools = ["platser"]\n'
STEP = '[step.samtal]\nclause = "2"\nsays = "Samtal."\npool = "platser"\nkind = "follow_up"\n'
COFFEE = '[service.kaffe]\nclause = "2"\nsays = "Kaffe."\nname = "Kaffe"\nby = ["foreningen"]\nkind = "basic_need"\n'
PAD = '[pad.disk]\nclause = "2"\nsays = "Disk."\nname = "Disken"\nby = "foreningen"\nservices = ["kaffe"]\n'
LINE = (
    '[support_line.stod]\nclause = "2"\nsays = "Stöd."\nname = "Stöd"\nby = "foreningen"\n'
    'channels = ["phone"]\nkinds = ["kaffe"]\n'
)
ACTIVITY = '[activity.cafe]\nclause = "2"\nsays = "Kafé."\nname = "Kaféet"\nby = ["foreningen"]\nkind = "open"\n'
SURVEY = '[survey.enkat]\nclause = "2"\nsays = "Enkät."\nname = "Enkät"\nkind = "user_survey"\nby = ["foreningen"]\n'
TELLING = '[telling.hot]\nclause = "2"\nsays = "Hot."\nof = ["threat"]\nby = ["foreningen"]\nto = ["namnden"]\n'
COUNTED = (
    '[indicator.besok]\nclause = "5"\nsays = "Besök."\nname = "Besök"\nlevel = "output"\nmeasure = "count"\n'
    'of = "besök"\nunit = "besök"\n'
)
LED = '[theory.kaffe-bjuds]\nclause = "1"\nsays = "Kaffe."\nstage = "activity"\ntext = "Kaffe"\nleads_to = ["samtal-sker"]\n'
LED_ON = '[theory.samtal-sker]\nclause = "1"\nsays = "Samtal."\nstage = "outcome"\ntext = "Samtal"\n'
REPORT = (
    '[report.rapport]\nclause = "5"\nsays = "Rapport."\nname = "Rapport"\nduty = "verksamhetsberattelse"\n'
    'signed_by = ["foreningen"]\n'
)
PUBLIC = '[publication.ut]\nclause = "5"\nsays = "Utåt."\n'
STEERING = '[body.styrgrupp]\nclause = "2"'
CITY = 'legal_name = "Exempelstads kommun"'

FILES: tuple[Broken, ...] = (
    Broken("an unknown key is named, and the one that was meant", "months = 6", "month = 6", "month = 6", "3",
           "«month» is not a key that can stand here. Did you mean «months»"),
    Broken("an unknown family is named", "[notice.uppsagning]", "[notise.uppsagning]", "[notise.uppsagning]", "",
           "«notise» is not a key that can stand here. Did you mean «notice»"),
    Broken("a missing key says what it is for", 'name = "Föreningen Exempel"\n', "", "[party.foreningen]", "1",
           "«name» is missing. Write name = … here"),
    Broken("a missing clause is missed", '[party.foreningen]\nclause = "1"', "[party.foreningen]", "[party.foreningen]",
           "", "«clause» is missing"),
    Broken("a number within quotes is no number", "months = 6", 'months = "6"', 'months = "6"', "3",
           "«months» = «6» is not a whole number. Write digits only, without quotes"),
    Broken("a date within quotes is no date", "last = 2028-12-31                      # till",
           'last = "2028-12-31"                      # till', 'last = "2028-12-31"', "3",
           "is not a date. Write it without quotes as 2026-01-31"),
    Broken("a word that is not in the list gives the list", 'when = "arrears"', 'when = "efterskott"',
           'when = "efterskott"', "4", "«when» cannot be «efterskott». Write one of 'advance', 'arrears'"),
    Broken("an amount within quotes is no amount", "last = 2027-12-31, amount = 500_000",
           'last = 2027-12-31, amount = "500 000"', 'amount = "500 000"', "4", "is not an amount; write kronor as a number"),
    Broken("an amount has no parts of an öre", "last = 2027-12-31, amount = 500_000",
           "last = 2027-12-31, amount = 500_000.005", "500_000.005", "4", "500000.005 kr has parts of an öre"),
    Broken("an id has only plain letters", "[notice.uppsagning]", '[notice."uppsägning"]', '[notice."uppsägning"]', "3",
           "the id «uppsägning» has other signs than a–z, 0–9 and -"),
    Broken("the same table twice is one too many", "[notice.uppsagning]", "[extension.forlangning]", "[extension.forlangning]",
           "3", "[extension.forlangning] stands twice. Keep one of them, or give it another id"),
    Broken("the same key twice is one too many", "months = 6", "months = 6\nmonths = 7", "months = 7", "3",
           "the key «months» stands twice in one table"),
    Broken("what is no TOML says where", "months = 6", "months = = 6", "months = = 6", "3", "this is not TOML"),
    Broken("text without quotation marks", 'name = "Exempelkaféet"', "name = Exempelkaféet", "name = Exempelkaféet", "",
           'the text after «name =» has no quotation marks. Write name = "Exempelkaféet"'),
    Broken("a text that is not closed", 'name = "Föreningen Exempel"', 'name = "Föreningen Exempel', 'name = "Föreningen', "1",
           'a text has no closing quotation mark. Write " where the text ends'),
    Broken("quotation marks of a word processor", 'name = "Föreningen Exempel"', "name = ”Föreningen Exempel”", "”", "1",
           "the quotation mark ” is not the plain one"),
    Broken("å, ä and ö in a heading", "[party.foreningen]", "[party.föreningen]", "[party.föreningen]", "1",
           "the heading [party.föreningen] has other signs than a–z, 0–9 and -. Write [party.foreningen]"),
    Broken("a space in a heading", "[notice.uppsagning]", "[notice.vår uppsägning]", "[notice.vår", "3", "Write [notice.var-uppsagning]"),
    Broken("a heading that is not closed", "[notice.uppsagning]", "[notice.uppsagning", "[notice.uppsagning", "3",
           "the heading [notice.uppsagning is not closed. Write ] at the end"),
    Broken("a comma instead of a point", 'basis = "fixed"', 'basis = "fixed"\nrate = 2,8', "rate = 2,8", "4",
           "the number 2,8 has a comma. Write a point: rate = 2.8"),
    Broken("a date with slashes", "last = 2028-12-31  ", "last = 31/3 2029  ", "31/3 2029", "3",
           "«31/3 2029» is no date. Write last = 2029-03-31"),
    Broken("a date in words", "last = 2028-12-31  ", "last = 31 december 2028  ", "31 december", "3",
           "«31 december 2028» is no date. Write last = 2028-12-31"),
    Broken("a date with single digits", "last = 2028-12-31  ", "last = 2028-1-5  ", "2028-1-5", "3", "Write last = 2028-01-05"),
    Broken("a day that the month does not have", "last = 2028-12-31  ", "last = 2028-02-30  ", "2028-02-30", "3",
           "«2028-02-30» is no date. Write year-month-day"),
    Broken("an amount as one writes it by hand", "last = 2027-12-31, amount = 500_000", "last = 2027-12-31, amount = 500 000 kr",
           "500 000 kr", "4", "«500 000 kr» is no amount. Write digits only: amount = 500_000"),
    Broken("a Swedish yes", "fictitious = true", "fictitious = ja", "fictitious = ja", "",
           "«ja» is neither true nor false. Write fictitious = true"),
    Broken("a colon instead of the equals sign", "months = 6", "months: 6", "months: 6", "3",
           "there is a colon after «months». Write = instead: months = 6"),
    Broken("a small table over several lines", 'meets = { every = "year", times = 2 }', 'meets = {\n  every = "year", times = 2 }',
           "meets = {", "2", "a small table { … } is not closed on its line. Write all of it on one line"),
    Broken("a term without a name of its own", "[notice.uppsagning]", "[notice]", "[notice]", "3",
           "[notice] has no name of its own. Write [notice.a-name]"),
    Broken("a term in double brackets", "[notice.uppsagning]", "[[notice]]", "[[notice]]", "",
           "[[notice]] has double brackets and no name. Write [notice.a-name]"),
    Broken("a name where none belongs", "[period]", "[period.tid]", "[period.tid]", "3",
           "[period.tid] has a name, but [period] stands only once and has none. Write [period]"),
    Broken("an assumption in single brackets", "[[payment.utbetalning.assumption]]", "[payment.utbetalning.assumption]",
           "[payment.utbetalning.assumption]", "4", "Write [[payment.utbetalning.assumption]]"),
    Broken("an id inside the table", "months = 6", 'id = "annan"\nmonths = 6', 'id = "annan"', "3",
           "the id stands in the heading already, as «uppsagning». Take id away"),
    Broken("a clause that is a number", 'clause = "4"\nsays = "Nämnden bidrar', 'clause = 1.6\nsays = "Nämnden bidrar', "clause = 1.6",
           "", "«clause» = 1.6 is not text. Write it within quotes"),
    Broken("a period without a last day", "last = 2028-12-31  ", "#", "[period]", "3", "«last» is missing. Write last = … here"),
    Broken("a day with a clock", "last = 2028-12-31  ", "last = 2028-12-31T12:00:00  ", "T12:00:00", "3", "is not a date"),
    Broken("a year that nobody means", "first = 2027-01-01                     # första", "first = 0027-01-01  # första",
           "first = 0027-01-01", "3", "«first» = 0027-01-01 is not between the years 1900 and 2199"),
    Broken("an end without end", "last = 2028-12-31  ", "last = 9999-12-31  ", "9999-12-31", "3",
           "«last» = 9999-12-31 is not between the years 1900 and 2199"),
    Broken("more than can be meant", "months = 12", "months = 120_000", "months = 120_000", "3", "«months» = 120000 is too large"),
    Broken("quarters of the agreement year said twice", 'when = { every = "year", due = "03-31", due_year = "following" }',
           'when = { every = "agreement_year", aligned = "agreement" }', "aligned", "5", "aligned is said twice"),
    Broken("a rhythm for what happens once", 'when = { every = "year", due = "03-31", due_year = "following" }',
           'when = { on = "request", aligned = "agreement" }', "when = { on", "5", "times, due and aligned belong to every"),
    Broken("twice a year, counted from the last time", 'meets = { every = "year", times = 2 }',
           'meets = { every = "year", times = 2, counted = "from_last" }', "counted", "2",
           "2 times in every period cannot be counted from the last time"),
    Broken("both besides need and instead of it", 'meets = { every = "year", times = 2 }',
           'meets = { every = "year", also_when_needed = true, or_when_needed = true }', "or_when_needed", "2",
           "Keep one of also_when_needed and or_when_needed"),
    Broken("a season without an end", STEERING,
           NIGHTS + '[extra_places.kalla]\nclause = "2"\n'
           'says = "Extra."\npool = "platser"\ntriggers = ["cold_night"]\nseason_first = "11-01"\n' + STEERING, "[extra_places.kalla]", "2",
           "the season has no season_last"),
    Broken("the same id in two families", "[notice.uppsagning]", "[notice.forlangning]", "[notice.forlangning]", "3",
           "the id «forlangning» is already used by"),
    Broken("a wrong check digit", CITY, CITY + '\norg_nr = "212000-1158"', 'org_nr = "212000-1158"', "1",
           "«212000-1158» is no organisation number: its last digit is a check digit"),
    Broken("two associations cannot share a number", CITY,
           CITY + '\n[party.tredje]\nclause = "1"\nsays = "Tredje."\nname = "Tredje"\nkind = "civil"\norg_nr = "843000-4245"'
           '\n[party.fjarde]\nclause = "1"\nsays = "Fjärde."\nname = "Fjärde"\nkind = "civil"\norg_nr = "843000-4245"  # igen',
           "# igen", "1", "«Tredje» has the same organisation number 843000-4245"),
    Broken("a party that does not exist", 'payees = ["foreningen"]', 'payees = ["forening"]', 'payees = ["forening"]', "4",
           "«payees» names «forening», and there is no such party. Write one of: foreningen, namnden"),
    Broken("both sides must be there", 'kind = "civil"', 'kind = "public"', "[party.namnden]", "",
           "there is no civil party"),
    Broken("a period that runs backwards", "first = 2027-01-01                     # första", "first = 2029-01-01  # första",
           "last = 2028-12-31                      # till", "3", "the last day 2028-12-31 comes before the first day 2029-01-01"),
    Broken("a year without an amount is a gap", FUNDING_2028, "", "amounts = [", "4",
           "no amount is written for 2028-01-01–2028-12-31, and no index gives it"),
    Broken("two amounts for the same days overlap", "{ first = 2028-01-01, last = 2028-12-31, amount",
           "{ first = 2027-12-01, last = 2028-12-31, amount", "first = 2027-12-01", "4",
           "2027-12-01 is already covered: the row before goes to 2027-12-31. Start on 2028-01-01"),
    Broken("days between two amounts are a gap", "{ first = 2028-01-01, last = 2028-12-31, amount",
           "{ first = 2028-02-01, last = 2028-12-31, amount", "first = 2028-02-01", "4",
           "2028-01-01–2028-01-31 is not covered"),
    Broken("an amount outside the agreement", "{ first = 2028-01-01, last = 2028-12-31, amount",
           "{ first = 2028-01-01, last = 2029-12-31, amount", "amounts = [", "4", "an amount lies outside 2027-01-01–2028-12-31"),
    Broken("cost lines that do not sum", "[payment.utbetalning]",
           '[cost_line.lon]\nclause = "4"\nsays = "Lön."\nfunding = "bidrag"\namount = 499_990\n[payment.utbetalning]',
           "last = 2027-12-31, amount = 500_000", "4",
           "cost lines sum to 499\u00a0990\u00a0kr but funding «bidrag» says 500\u00a0000\u00a0kr"),
    Broken("posts that do not sum", "[payment.utbetalning]",
           '[cost_line.tjanster]\nclause = "4"\nsays = "Tjänster."\nfunding = "bidrag"\nposts = 3.2\n'
           '[cost_line.handledare]\nclause = "4"\nsays = "Handledare."\nfunding = "bidrag"\nposts = 3\npart_of = "tjanster"\n'
           "[payment.utbetalning]", "posts = 3.2", "4", "the posts in the parts of «tjanster» sum to 3 but the line says 3.2"),
    Broken("a fixed sum without a sum", 'basis = "fixed"', 'basis = "per_inhabitant"', 'basis = "per_inhabitant"', "4",
           "basis «per_inhabitant» and the keys rate, inhabitants do not fit together"),
    Broken("shares that are not a whole", 'basis = "fixed"',
           'basis = "fixed"\nshares = [{ party = "namnden", percent = 90 }]', "shares = [", "4", "the shares sum to 90 %, not 100"),
    Broken("two plans for the same money", "[body.styrgrupp]",
           '[payment.igen]\nclause = "4"\nsays = "Igen."\nfunding = "bidrag"\nevery = "year"\nwhen = "advance"\n[body.styrgrupp]',
           "[payment.igen]", "4", "what «namnden» pays of «bidrag» has a plan already: [payment.utbetalning]"),
    Broken("a fixed day that is not written", 'when = "arrears"', 'when = "fixed_day"', 'when = "fixed_day"', "4",
           "when = fixed_day and «due» do not fit together"),
    Broken("a day that no year has", 'due = "03-31"', 'due = "02-30"', 'due = "02-30"', "5", "02-30 is no day of the year"),
    Broken("a deadline in two ways", "deadline = { months_before_end = 3 }",
           "deadline = { months_before_end = 3, on = 2028-09-01 }", "deadline = {", "3",
           "the deadline has 2 of on, months_before_end, each_year. Write exactly one of them"),
    Broken("an extension that reaches nowhere", "months = 12", "months = 12\nlatest_end = 2028-06-30",
           "latest_end = 2028-06-30", "3", "latest_end 2028-06-30 is not after the last day 2028-12-31"),
    Broken("tacit and lapsing contradict each other", 'form = "written_agreement"', 'form = "tacit"', 'form = "tacit"', "3",
           "the extension is tacit, but [period] says lapses = true"),
    Broken("a duty that is due in two ways", 'when = { every = "year", due = "03-31", due_year = "following" }',
           'when = { every = "year", on = "request" }', 'on = "request"', "5", "when has every and on of every, by, between"),
    Broken("a duty outside the agreement", 'when = { every = "year", due = "03-31", due_year = "following" }',
           "when = { by = 2031-01-01 }", "2031-01-01", "5", "2031-01-01 lies outside the agreement"),
    Broken("a convenor without a seat", 'convenor = "foreningen"', 'convenor = "foreningen2"', 'convenor = "foreningen2"', "2",
           "«convenor» names «foreningen2»"),
    Broken("an index that nobody follows", STEERING,
           '[index.pkv]\nclause = "4"\nsays = "PKV."\nseries = "PKV"\npublisher = "SKR"\nfirst_uplift = 2028-01-01\n' + STEERING,
           "[index.pkv]", "4", "no funding follows the index «pkv»"),
    Broken("more reserved places than there are", STEERING,
           NIGHTS + WOMEN.replace("places = 2", "places = 12") + STEERING,
           "places = 12", "2", "12 places are reserved out of only 10 in «platser»"),
    Broken("places that are a part of themselves", STEERING, NIGHTS + 'part_of = "kvinnor"\n' + WOMEN + STEERING,
           'part_of = "kvinnor"', "2", "«platser» is a part of itself. Correct part_of, or take it away"),
    Broken("a part of another kind", STEERING,
           NIGHTS + WOMEN.replace('"night"', '"training"').replace("nights = 7", "months = 4") + STEERING,
           'kind = "training"', "2", "«kvinnor» is training, «platser» is night. Write the same kind"),
    Broken("a part for others than the whole", STEERING,
           NIGHTS + 'sexes = ["man"]\n' + WOMEN + 'sexes = ["woman"]\n' + STEERING, 'sexes = ["woman"]', "2",
           "«kvinnor» is for others than «platser», which it is a part of. Write some of: man; or take part_of away"),
    Broken("a part for anyone of a whole for some", STEERING, NIGHTS + 'sexes = ["woman"]\n' + WOMEN + STEERING,
           "[pool.kvinnor]", "2", "«kvinnor» is for others than «platser», which it is a part of"),
    Broken("a sex in Swedish", STEERING, NIGHTS + 'sexes = ["kvinna"]\n' + STEERING, 'sexes = ["kvinna"]', "2",
           "cannot be «kvinna». Write one of 'woman', 'man', 'other'"),
    Broken("a night place valid in months", STEERING, NIGHTS + "months = 4\n" + STEERING, "months = 4", "2",
           "a night place is valid in nights, not months. Write nights = …"),
    Broken("a night place with a workshop", STEERING, NIGHTS + 'tracks = ["kafe"]\n' + STEERING, 'tracks = ["kafe"]', "2",
           "a night place has no tracks. Take tracks away"),
    Broken("a training place valid in nights", STEERING, TRAINING + "nights = 5\n" + STEERING, "nights = 5", "2",
           "a training place is valid in months, not nights. Write months = …"),
    Broken("a training place passed on in the evening", STEERING, TRAINING + 'latest_arrival = "21:30"\n' + STEERING,
           "latest_arrival", "2", "a training place is not passed on the same evening. Take latest_arrival away"),
    Broken("a clock as one says it", STEERING, NIGHTS + 'latest_arrival = "21.30"\n' + STEERING, "latest_arrival", "2",
           "«latest_arrival» = «21.30»"),
    Broken("a button for nothing", STEERING, PAD + STEERING, 'services = ["kaffe"]', "2",
           "«services» names «kaffe», and there is no such service"),
    Broken("a pad without a button", STEERING, PAD.replace('"kaffe"', "") + "visits = false\n" + STEERING, "[pad.disk]", "2",
           "the pad has no button. Write services = [ … ], or take visits = false away"),
    Broken("a button twice", STEERING, COFFEE + PAD.replace('"kaffe"]', '"kaffe", "kaffe"]') + STEERING,
           'services = ["kaffe", "kaffe"]', "2", "«kaffe» stands 2 times. Write it once"),
    Broken("a service that is called visit", STEERING,
           (COFFEE + PAD).replace("service.kaffe", "service.visit").replace('"kaffe"', '"visit"') + STEERING,
           'services = ["visit"]', "2", "a service has the id «visit», which is the button for visits"),
    Broken("a pad that counts what another gives", STEERING, COFFEE + PAD.replace("foreningen", "namnden") + STEERING,
           'services = ["kaffe"]', "2", "«namnden» counts «kaffe», and it is given by foreningen"),
    Broken("a pad of several parties", STEERING, COFFEE + PAD.replace('by = "foreningen"', 'by = ["foreningen"]  # flera') + STEERING,
           "# flera", "2", "«by» = [ … ] is not text"),
    Broken("age bands that overlap", STEERING,
           COFFEE + PAD + 'asks = ["age_band"]\nage_bands = ["0-12", "12-17"]\n' + STEERING, "age_bands", "2",
           "the age bands «0-12» and «12-17» overlap, or do not rise"),
    Broken("an age band that nobody asks for", STEERING, COFFEE + PAD + 'age_bands = ["18+"]\n' + STEERING, "age_bands", "2",
           "the pad asks for an age band and has none, or has bands and does not ask"),
    Broken("an age band in words", STEERING, COFFEE + PAD + 'asks = ["age_band"]\nage_bands = ["vuxna"]\n' + STEERING,
           "age_bands", "2", "«age_bands» = «vuxna» is no age band. Write it as «13-17», or «18+»"),
    Broken("a way in that is not among those known", STEERING, COFFEE + LINE.replace('"phone"', '"telefon"') + STEERING,
           'channels = ["telefon"]', "2", "«channels» cannot be «telefon». Write one of 'phone', 'chat'"),
    Broken("support of no kind", STEERING, COFFEE + LINE.replace('kinds = ["kaffe"]', "kinds = []") + STEERING, "kinds = []", "2",
           "«kinds»"),
    Broken("support that another gives", STEERING, COFFEE + LINE.replace('by = "foreningen"', 'by = "namnden"') + STEERING,
           'kinds = ["kaffe"]', "2", "«namnden» counts «kaffe», and it is given by foreningen"),
    Broken("an activity of a service that is not there", STEERING, ACTIVITY + 'service = "kaffe"\n' + STEERING, 'service = "kaffe"',
           "2", "«service» names «kaffe», and there is no such service"),
    Broken("an activity that another gives", STEERING,
           COFFEE + ACTIVITY.replace('"foreningen"', '"foreningen", "namnden"') + 'service = "kaffe"\n' + STEERING, 'service = "kaffe"',
           "2", "«namnden» holds «kaffe», and it is given by foreningen"),
    Broken("supervision that counts visitors", STEERING,
           ACTIVITY.replace('"open"', '"supervision"') + 'counts = "attendance"\n' + STEERING, 'counts = "attendance"', "2",
           'supervision is for the own staff, and counts attendance. Write counts = "staff"'),
    Broken("visitors that are staff", STEERING, ACTIVITY + 'counts = "staff"\n' + STEERING, 'counts = "staff"', "2",
           "an activity of kind open counts staff. Write"),
    Broken("receivers of what is no lecture", STEERING, ACTIVITY + 'receivers = ["skola"]\n' + STEERING, "receivers", "2",
           "an activity of kind open has receivers. Take them away"),
    Broken("an activity whose age bands overlap", STEERING,
           ACTIVITY + 'asks = ["age_band"]\nage_bands = ["0-12", "12-17"]\n' + STEERING, "age_bands", "2",
           "the age bands «0-12» and «12-17» overlap, or do not rise"),
    Broken("an activity with an age band that nobody asks for", STEERING, ACTIVITY + 'age_bands = ["18+"]\n' + STEERING,
           "age_bands", "2", "the activity asks for an age band and has none, or has bands and does not ask"),
    Broken("an exposure twice", STEERING, ACTIVITY + 'exposure = ["children", "children"]\n' + STEERING, "exposure", "2",
           "«children» stands 2 times. Write it once"),
    Broken("a survey of a duty that is not there", STEERING, SURVEY + 'duty = "enkatplikt"\n' + STEERING, "duty = ", "2",
           "«duty» names «enkatplikt», and there is no such duty"),
    Broken("a survey against visits that another counts", STEERING,
           COFFEE.replace('["foreningen"]', '["namnden"]') + PAD.replace("foreningen", "namnden") + SURVEY + 'against = ["disk"]\n' + STEERING,
           'against = ["disk"]', "2", "«disk» is counted by «namnden», who does not ask"),
    Broken("a language in words", STEERING, SURVEY + 'languages = ["Svenska"]\n' + STEERING, "languages", "2", "«languages»"),
    Broken("a language twice", STEERING, SURVEY + 'languages = ["sv", "en", "sv"]\n' + STEERING, "languages", "2",
           "«sv» stands 2 times"),
    Broken("somebody who tells only itself", STEERING, TELLING.replace('to = ["namnden"]', 'to = ["foreningen"]') + STEERING,
           'to = ["foreningen"]', "2", "«foreningen» tells only itself. Write who else must be told"),
    Broken("a telling of what has no name", STEERING, TELLING.replace('"threat"', '"hot"') + STEERING, 'of = ["hot"]', "2",
           "«of» cannot be «hot». Write one of 'threat', 'accident'"),
    Broken("an extract that may have no age", STEERING,
           '[register_check.utdrag]\nclause = "2"\nsays = "Utdrag."\nby = ["foreningen"]\nof = ["employees"]\n'
           'registers = ["criminal_records"]\nwhen = ["hiring"]\nlaw = "Lagen"\noldest_months = 0\n' + STEERING,
           "oldest_months = 0", "2", "«oldest_months»"),
    Broken("a track that does not exist", STEERING, TRAINING + 'tracks = ["kafe"]\n' + STEERING, 'tracks = ["kafe"]', "2",
           "«tracks» names «kafe», and there is no such service"),
    Broken("a track that is no training", STEERING,
           TRAINING + 'tracks = ["frukost"]\n[service.frukost]\nclause = "2"\nsays = "Frukost."\nname = "Frukost"\n'
           'by = ["foreningen"]\nkind = "basic_need"\n' + STEERING, 'tracks = ["frukost"]', "2",
           "«Frukost» is no training place but basic_need. Name services with kind"),
    Broken("an override by nobody known", STEERING, NIGHTS + 'override_by = ["jouren"]\n' + STEERING, 'override_by = ["jouren"]',
           "2", "«override_by» names «jouren», and there is no such party or participant or body"),
    Broken("intake only there, and nowhere", STEERING, NIGHTS + "intake_only_there = true\n" + STEERING,
           "intake_only_there", "2", "intake is only there, and nothing says where. Write [intake_point.…] with pools = ["),
    Broken("an intake point of other places", STEERING, POINT + STEERING, 'pools = ["platser"]', "2",
           "«pools» names «platser», and there is no such pool"),
    Broken("an intake point of no places", STEERING, NIGHTS + POINT.replace('"platser"', "") + STEERING, "pools = []", "2",
           "«pools»"),
    Broken("an intake point that never closes", STEERING, NIGHTS + POINT + 'opens = "09:00"\n' + STEERING,
           "[intake_point.lucka]", "2", "the intake point has no closes. Write closes ="),
    Broken("an intake point that closes before it opens", STEERING,
           NIGHTS + POINT + 'opens = "18:00"\ncloses = "01:00"\n' + STEERING, 'closes = "01:00"', "2",
           "the intake point closes 01:00, not after it opens 18:00. Write the later hour in closes"),
    Broken("days of a step that is at neither end", STEERING, TRAINING + STEP + 'at = ["during"]\ndays = 14\n' + STEERING,
           "days = 14", "2", "days are counted from the first day or to the last, and the step is at neither"),
    Broken("a figure that hides the sex split", STEERING,
           '[indicator.besok]\nclause = "5"\nsays = "Besök."\nname = "Besök"\nlevel = "output"\nmeasure = "count"\n'
           'of = "besök"\nunit = "besök"\nsplit = []\n' + STEERING, "split = []", "5",
           "the figure is neither split by sex nor has a reason why not"),
    Broken("a figure that is counted from nothing", STEERING, COUNTED + 'where = { sex = ["woman"] }\n' + STEERING,
           '[indicator.besok]', "5", "the figure says how it is counted, and not from which facts"),
    Broken("a measure that its facts cannot give", STEERING, COUNTED + 'facts = ["guests"]\n' + STEERING,
           'facts = ["guests"]', "5", "the measure count cannot be taken of guests"),
    Broken("a part of itself", STEERING, COUNTED.replace('count', 'ratio') + 'facts = ["visits"]\n' + STEERING,
           '[indicator.besok]', "5", "the ratio is a part of itself"),
    Broken("a part of something, and no ratio", STEERING, COUNTED + 'facts = ["nights"]\nover = ["place_nights"]\n' + STEERING,
           'over = ["place_nights"]', "5", "the measure count is a part of nothing, and over is written"),
    Broken("a split that the facts know nothing of", STEERING, COUNTED + 'facts = ["contacts"]\n' + STEERING,
           "", "5", "nothing is known of sex where contacts are counted"),
    Broken("a condition that the facts know nothing of", STEERING, COUNTED + 'facts = ["visits"]\nwhere = { channel = ["phone"] }\n' + STEERING,
           'where = {', "5", "nothing is known of channel where visits are counted"),
    Broken("one sex, split by sex", STEERING, COUNTED + 'facts = ["visits"]\nwhere = { sex = ["woman"] }\n' + STEERING,
           "", "5", "a figure of one sex is split by sex"),
    Broken("a count that reaches something", STEERING, COUNTED + 'facts = ["visits"]\nreached = { began = true }\n' + STEERING,
           'reached = {', "5", "the measure count counts nobody who reaches something"),
    Broken("a share that reaches nothing", STEERING, COUNTED.replace('count', 'share_reaching') + 'facts = ["participants"]\n' + STEERING,
           '[indicator.besok]', "5", "a share reaches nothing"),
    Broken("a share of answers to no question", STEERING, COUNTED.replace('count', 'share_reaching') + 'facts = ["answers"]\nreached = { answer = ["yes"] }\n' + STEERING,
           '[indicator.besok]', "5", "a share of answers needs its survey, its question and the answers that count"),
    Broken("a participant who answers", STEERING, COUNTED.replace('count', 'distinct') + 'facts = ["participants"]\nreached = { answer = ["yes"] }\n' + STEERING,
           'reached = {', "5", "a participant has no anonymous answer"),
    Broken("different people who are no group", STEERING, COFFEE + ACTIVITY + COUNTED.replace('count', 'distinct') + 'split = []\nno_sex_split_because = "Nej."\nfacts = ["different_people"]\nwhere = { activity = ["cafe"] }\n' + STEERING,
           'where = {', "5", "different people are said of groups, and «cafe» is open"),
    Broken("a condition that names nothing", STEERING, COUNTED + 'facts = ["services"]\nwhere = { service = ["te"] }\n' + STEERING,
           "", "5", "«service» names «te», and there is no such service"),
    Broken("a theory that runs backwards", STEERING, LED.replace('activity', 'effect') + LED_ON + STEERING,
           'leads_to = ["samtal-sker"]', "1", "effect leads back to outcome («samtal-sker»)"),
    Broken("a theory that goes round", STEERING, LED.replace('activity', 'outcome') + LED_ON + 'leads_to = ["kaffe-bjuds"]\n' + STEERING,
           "", "1", "the theory goes round: "),
    Broken("an outcome measured by an output", STEERING, LED + LED_ON + 'indicators = ["besok"]\n' + COUNTED + STEERING,
           'indicators = ["besok"]', "1", "«besok» is an output, and outcome is measured by an outcome"),
    Broken("a table that mixes levels", STEERING, COUNTED + COUNTED.replace('[indicator.besok]', '[indicator.nytta]').replace('output', 'outcome') + REPORT + 'sections = [{ id = "a", title = "A", kind = "table", indicators = ["besok", "nytta"] }]\n' + STEERING,
           "", "5", "the table «a» mixes outcome and output"),
    Broken("two sections of one name", STEERING, REPORT + 'sections = [{ id = "a", title = "A", kind = "duties" }, { id = "a", title = "B", kind = "money" }]\n' + STEERING,
           "", "5", "the section «a» stands 2 times"),
    Broken("figures without figures", STEERING, REPORT + 'sections = [{ id = "a", title = "A", kind = "figures" }]\n' + STEERING,
           "", "5", "«a» of kind figures names none"),
    Broken("a chart of two figures", STEERING, COUNTED + COUNTED.replace('[indicator.besok]', '[indicator.nytta]') + REPORT + 'sections = [{ id = "a", title = "A", kind = "chart", indicators = ["besok", "nytta"] }]\n' + STEERING,
           "", "5", "the chart «a» shows several figures"),
    Broken("words without a question", STEERING, REPORT + 'sections = [{ id = "a", title = "A", kind = "text" }]\n' + STEERING,
           "", "5", "«a» of kind text has no prompt"),
    Broken("what fills itself and is required", STEERING, REPORT + 'sections = [{ id = "a", title = "A", kind = "duties", required = true }]\n' + STEERING,
           "", "5", "«a» fills itself, and is required"),
    Broken("a split of what is not split", STEERING, COUNTED + REPORT + 'sections = [{ id = "a", title = "A", kind = "figures", indicators = ["besok"], split = "sex" }]\n' + STEERING,
           "", "5", "«a» of kind figures is split"),
    Broken("a chart split by what the figure is not", STEERING, COUNTED + REPORT + 'sections = [{ id = "a", title = "A", kind = "chart", indicators = ["besok"], split = "site" }]\n' + STEERING,
           "", "5", "«a» splits «besok» by site, and the figure is not"),
    Broken("a section that names nothing", STEERING, REPORT + 'sections = [{ id = "a", title = "A", kind = "figures", indicators = ["beosk"] }]\n' + STEERING,
           "", "5", "«indicators» names «beosk», and there is no such indicator"),
    Broken("a report signed by who does not owe it", STEERING, REPORT.replace('["foreningen"]', '["namnden"]') + 'sections = [{ id = "a", title = "A", kind = "duties" }]\n' + STEERING,
           'signed_by = ["namnden"]', "5", "«namnden» does not owe «verksamhetsberattelse», which foreningen does"),
    Broken("a section for who compiles, where nobody does", STEERING, REPORT + 'sections = [{ id = "a", title = "A", kind = "duties", by = "compiler" }]\n' + STEERING,
           "", "5", "«a» is written by who compiles, and nobody does"),
    Broken("a duty to go through, and nobody who does", STEERING, REPORT + 'gone_through_duty = "verksamhetsberattelse"\nsections = [{ id = "a", title = "A", kind = "duties" }]\n' + STEERING,
           'gone_through_duty', "5", "a duty is fulfilled by going through the report, and nobody does"),
    Broken("two tables about what is public", STEERING, PUBLIC + PUBLIC.replace('.ut', '.mer') + STEERING,
           '[publication.mer]', "5", "there are two tables about what may be told"),
    Broken("an alternative that is no alternative", 'set = { when = "advance" }', 'set = { when = "arrears" }',
           "alternatives = [", "4", "the alternative «forskott» sets what already holds"),
    Broken("an alternative that cannot be", 'set = { when = "advance" }', 'set = { wen = "advance" }', "alternatives = [", "4",
           "the alternative «forskott» cannot be: wen"),
    Broken("a term that no clause names", "[notice.uppsagning]", "[notice.uppsagd]", "", "3",
           "no clause names the term «uppsagd»"),
)  # fmt: skip


class BrokenChange(NamedTuple):
    title: str
    text: str
    at: str
    says: str


_AMENDMENT = """[change]
id = "tillagg-1"
kind = "amendment"
clause = "3"
says = "Tillägg."
on = 2027-06-01
by = ["namnden", "foreningen"]
"""

CHANGES: tuple[BrokenChange, ...] = (
    BrokenChange("an amendment that changes nothing", _AMENDMENT, "[change]", "the amendment changes nothing"),
    BrokenChange("an amendment that says what already holds", _AMENDMENT + "[set.notice.uppsagning]\nmonths = 6\n",
                 "[set.notice.uppsagning]", "this changes nothing: it says what already holds"),
    BrokenChange("an amendment of a term that is not there", _AMENDMENT + "[set.notice.annan]\nmonths = 3\n",
                 "[set.notice.annan]", "there is no [notice.annan] to change. Terms of that family: uppsagning"),
    BrokenChange("an amendment that removes what is not there", _AMENDMENT + 'remove = ["uppsagd"]\n', "remove = ",
                 "there is no term «uppsagd» to remove"),
    BrokenChange("an amendment with an unknown key", _AMENDMENT + "[set.notice.uppsagning]\nmonts = 3\n",
                 "monts = 3", "«monts» is not a key that can stand here. Did you mean «months»"),
    BrokenChange("an amendment that makes a contradiction", _AMENDMENT + "[set.payment.utbetalning]\nwhen = \"fixed_day\"\n",
                 "[change]", "when = fixed_day and «due» do not fit together"),
    BrokenChange("an extension past nothing",
                 _AMENDMENT.replace("amendment", "extension") + "last = 2028-06-30\n", "last = 2028-06-30",
                 "the new last day 2028-06-30 is not after 2028-12-31"),
    BrokenChange("an extension without a new last day", _AMENDMENT.replace("amendment", "extension"), "[change]",
                 "an extension says no new last day"),
    BrokenChange("a change after the end", _AMENDMENT.replace("2027-06-01", "2030-06-01") + "remove = [\"uppsagning\"]\n",
                 "on = 2030-06-01", "done on 2030-06-01, after the agreement ended on 2028-12-31"),
    BrokenChange("a withdrawal of a notice that was never given",
                 _AMENDMENT.replace("amendment", "withdrawal") + 'of = "uppsagd"\n', 'of = "uppsagd"',
                 "a withdrawal of «uppsagd», which there is not"),
    BrokenChange("a change by someone who is no party", _AMENDMENT.replace('"namnden"', '"regionen"'), "by = [",
                 "«by» names «regionen», and there is no such party"),
    BrokenChange("an amendment before the start", _AMENDMENT.replace("2027-06-01", "2026-06-01") + "[set.notice.uppsagning]\nmonths = 3\n",
                 "on = 2026-06-01", "before the agreement begins on 2027-01-01, and without a first day of its own. Write first = 2027-01-01"),
    BrokenChange("new terms from before the start", _AMENDMENT + "first = 2020-01-01\n[set.notice.uppsagning]\nmonths = 3\n",
                 "first = 2020-01-01", "the new terms would hold from 2020-01-01, before the agreement begins on 2027-01-01"),
    BrokenChange("new terms from after the end", _AMENDMENT + "first = 2030-01-01\n[set.notice.uppsagning]\nmonths = 3\n",
                 "first = 2030-01-01", "the new terms would hold from 2030-01-01, after the agreement has ended on 2028-12-31"),
    BrokenChange("an amendment that gives a term another id", _AMENDMENT + '[set.notice.uppsagning]\nid = "annan"\n', 'id = "annan"',
                 "an id cannot be changed"),
    BrokenChange("an amendment that moves the last day", _AMENDMENT + "[set.period.period]\nlast = 2030-12-31\n", "last = 2030-12-31",
                 'an amendment does not move the days of the agreement. Write a file with kind = "extension"'),
    BrokenChange("a party that is removed", _AMENDMENT + 'remove = ["foreningen"]\n', "remove = ",
                 "«foreningen» is a party and cannot be removed"),
    BrokenChange("an extension further than its clause", _AMENDMENT.replace("amendment", "extension") + "last = 2031-12-31\n",
                 "last = 2031-12-31", "2031-12-31 is further than the clause on extension reaches at a time. Write at most 2029-12-31"),
    BrokenChange("an extension that not all have agreed to",
                 _AMENDMENT.replace("amendment", "extension").replace(', "foreningen"', "") + "last = 2029-12-31\n", "by = [",
                 'it does not say that Föreningen Exempel did. Write by = ["namnden", "foreningen"]'),
    BrokenChange("a notice after the end", _AMENDMENT.replace("amendment", "notice").replace("2027-06-01", "2029-06-01"),
                 "on = 2029-06-01", "done on 2029-06-01, after the agreement ended on 2028-12-31"),
    BrokenChange("a notice before the start", _AMENDMENT.replace("amendment", "notice").replace("2027-06-01", "2026-06-01"),
                 "on = 2026-06-01", "notice given on 2026-06-01, before the agreement begins on 2027-01-01"),
    BrokenChange("a termination that ends it before it begins",
                 _AMENDMENT.replace("amendment", "termination") + "last = 2026-06-30\n", "last = 2026-06-30",
                 "2026-06-30 is before the agreement begins on 2027-01-01"),
    BrokenChange("a change without its table", 'id = "tillagg"\n', "", "there is no [change]. Write [change]"),
    BrokenChange("an empty change", "\n", "", "the file is empty"),
    BrokenChange("an answer that is no alternative",
                 _AMENDMENT.replace("amendment", "confirmation")
                 + 'of = "forskott-eller-efterskott"\nanswer = "aldrig"\n', 'answer = "aldrig"',
                 "«forskott-eller-efterskott» has no alternative «aldrig». Write one of: forskott"),
)  # fmt: skip


class BrokenAnswers(NamedTuple):
    """What is done to clauses.md."""

    title: str
    old: str
    new: str
    at: str
    says: str


_HEADING = "## 1 · Parter och syfte"

ANSWERS: tuple[BrokenAnswers, ...] = (
    BrokenAnswers("a dash instead of the middle dot", _HEADING, "## 1 - Parter och syfte", "## 1 -",
                  "«## 1 - Parter och syfte» is not read as the heading of clause «1». Write «## 1 · Parter och syfte»"),
    BrokenAnswers("another dot", _HEADING, "## 1 • Parter och syfte", "## 1 •", "Write «## 1 · Parter och syfte»"),
    BrokenAnswers("no space after the signs", _HEADING, "##1 · Parter och syfte", "##1", "Write «## 1 · Parter och syfte»"),
    BrokenAnswers("one sign too few", _HEADING, "# 1 · Parter och syfte", "# 1 ·", "Write «## 1 · Parter och syfte»"),
    BrokenAnswers("two signs too many", _HEADING, "#### 1 · Parter och syfte", "#### 1", "Write «## 1 · Parter och syfte»"),
    BrokenAnswers("the same clause twice", "## 2 · Styrgrupp", "## 1 · Styrgrupp", "## 1 · Styrgrupp",
                  "the clause «1» has a heading on line 3 too"),
    BrokenAnswers("ids without backticks", "Terms: `styrgrupp`", "Terms: styrgrupp", "Terms: styrgrupp",
                  "«Terms: styrgrupp» is not read as an answer. Write «Terms: `id`, `id`», with each id within backticks"),
    BrokenAnswers("a Swedish answer", "Terms: `styrgrupp`", "Termer: `styrgrupp`", "Termer:", "is not read as an answer"),
    BrokenAnswers("nothing to compute, without a reason", "Terms: `styrgrupp`", "Nothing to compute:", "## 2",
                  "the clause is not answered"),
    BrokenAnswers("a term that is not there", "Terms: `styrgrupp`", "Terms: `styrgruppen`", "## 2", "there is no term «styrgruppen»"),
)  # fmt: skip


class BrokenExample(NamedTuple):
    title: str
    text: str
    at: str
    says: str


def _example(ask: str, given: str, expect: str = "2028-12-31", heading: str = "[[example]]") -> str:
    return f'{heading}\nclause = "3"\nsays = "Så."\nask = "{ask}"\ngiven = {given}\nexpect = {expect}\n'


_LAST = _example("last_day", "{ on = 2027-03-15 }")

EXAMPLES: tuple[BrokenExample, ...] = (
    BrokenExample("a question that cannot be asked", _example("extend", "{}"), "ask =", "cannot ask «extend». Did you mean «extend_by»"),
    BrokenExample("single brackets", _example("last_day", "{}", heading="[example]"), "[example]",
                  "the examples are no tables of their own. Write [[example]] over each"),
    BrokenExample("single brackets the second time", _LAST + _LAST.replace("[[example]]", "[example]"), "[example]", "stands twice"),
    BrokenExample("a misspelt heading", _example("last_day", "{}", heading="[[exempel]]"), "[[exempel]]",
                  "«exempel» is nothing that can stand here. Write [[example]]"),
    BrokenExample("a date within quotes", _example("status", '{ on = "2027-03-15" }'), "given =",
                  '«on» = "2027-03-15" is not what «status» needs. Write a date without quotes'),
    BrokenExample("a given that is no table", _example("status", "2027-03-15"), "given =", "«given» is not a table"),
    BrokenExample("nothing given", _example("status", "{}"), "given =", "«given» lacks «on»"),
    BrokenExample("something else given", _example("status", "{ day = 2027-03-15, on = 2027-03-15 }"), "given =",
                  "«status» is not given «day»"),
    BrokenExample("a year within quotes", _example("amount", '{ funding = "bidrag", year = "2027" }'), "given =",
                  "Write a number without quotes"),
    BrokenExample("a year with two digits", _example("amount", '{ funding = "bidrag", year = 27 }'), "given =",
                  "27 is no year of an agreement"),
    BrokenExample("a span that runs backwards", _example("due", '{ term = "styrgrupp", first = 2027-12-01, last = 2027-01-01 }'),
                  "given =", "last 2027-01-01 comes before first 2027-12-01. Turn them around"),
    BrokenExample("half a span", _example("due", '{ term = "styrgrupp", first = 2027-12-01 }'), "given =",
                  "first and last belong together"),
    BrokenExample("a misspelt key", _LAST.replace("expect", "expects"), "expects =",
                  "«expects» is not a key that can stand here. Did you mean «expect»"),
    BrokenExample("a clause that is not there", _LAST.replace('"3"', '"33"'), "clause =", "clauses.md has no clause «33». Did you mean «3»"),
    BrokenExample("an empty file", "", "", "the file is empty"),
)  # fmt: skip
