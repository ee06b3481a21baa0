"""English words for people and bodies: what a description's head tells of who is meant."""

from __future__ import annotations

from claims.extraction.lexicon.english_verbs import words

# A name with one of these words is a body's, a place's or a thing's.
BODY_WORDS = words(
    """
    university college school academy institute institution party council ministry
    department association agency commission inc corp company co ltd llc plc group news
    times post tribune herald journal gazette magazine committee union bank foundation
    center centre court board house senate office service services police army navy
    force forces church society federation league club team authority organization
    organisation congress parliament tv radio network networks press media airlines
    airways hospital museum fund trust coalition alliance front movement brigade
    campaign administration government cabinet embassy pentagon kremlin exchange
    industries systems technologies motors energy partners capital holdings
    international corporation bureau division chamber conference assembly states nations
    kingdom city county street road park river valley island lake mountain north south
    east west district province state region initiative project program programme act
    bill report poll survey studio studios records film games olympics cup tour
    championship festival canada america britain france germany china russia india iran
    iraq israel syria turkey ukraine japan korea australia europe africa asia ottawa
    washington london paris moscow beijing berlin tehran kabul beirut jerusalem brussels
    democrats republicans liberals conservatives greens tories
    """
)
# "The company said": any body named shortly before, if none bears the word itself.
BODY_HEADS = words(
    """
    company firm agency group organization organisation team club corporation airline
    bank network outlet newspaper paper broadcaster retailer manufacturer automaker
    carmaker union association charity institute think-tank party ministry department
    commission council board court government force army police university school
    company's bureau office campaign body watchdog regulator committee alliance
    coalition movement militia front startup platform publisher station channel
    """
)
# Bodies that are one of many: "the Brandt campaign" is not called Brandt.
OWN_HEADS = words(
    """
    party ministry department commission council board court government force army
    police university school bureau office campaign body committee administration
    ministry prefecture parliament cabinet embassy
    """
)
PLURAL_BODIES = words("unions prefectures ministries parties")
# What belongs to a company or another employer: "Lindvik's workforce".
BELONGINGS = words(
    """
    employees workforce staff headquarters shareholders co-founder co-founders ceo
    subsidiary customers layoffs payroll
    """
)
# Those who speak for a body together: "two representatives of the group".
REPRESENTATIVES = words("representatives spokespeople spokespersons")
NATIONALITIES = words(
    """
    american canadian british english scottish irish french german dutch belgian swiss
    austrian italian spanish portuguese greek turkish cypriot polish czech slovak
    hungarian romanian bulgarian serbian croatian ukrainian russian belarusian swedish
    norwegian danish finnish icelandic estonian latvian lithuanian georgian armenian
    israeli palestinian lebanese syrian iraqi iranian saudi emirati qatari kuwaiti yemeni
    jordanian egyptian libyan tunisian algerian moroccan sudanese ethiopian kenyan
    nigerian ghanaian ugandan rwandan congolese somali malian african afghan pakistani
    indian bangladeshi nepalese burmese thai vietnamese cambodian malaysian indonesian
    filipino philippine chinese taiwanese japanese korean australian mexican brazilian
    argentine chilean colombian venezuelan peruvian cuban haitian european asian
    """
)
# … and those that any body may be called by.
ANY_BODY_HEADS = words(
    """
    company firm agency group organization organisation club corporation airline bank
    network outlet newspaper paper broadcaster retailer manufacturer automaker carmaker
    charity watchdog startup platform publisher station
    """
)
# Heads of private bodies, and words in the names of bodies that are none.
PRIVATE_HEADS = words(
    """
    company firm airline bank retailer manufacturer automaker carmaker startup publisher
    """
)
PUBLIC = words(
    """
    department ministry commission council senate house court congress parliament
    government administration police army navy cabinet embassy pentagon kremlin party
    democrats republicans liberals conservatives greens tories democratic republican
    """
)
# Bodies that are places: no company.
PLACES = words(
    """
    canada america britain france germany china russia india iran iraq israel syria
    turkey ukraine japan korea australia europe africa asia ottawa washington london
    paris moscow beijing berlin tehran kabul beirut jerusalem brussels states kingdom
    city county street road park river valley island lake mountain north south east west
    district province state region
    """
)
# Offices that a word before them parts: a health minister is no prime minister.
OFFICES = words(
    """
    minister president secretary chief director governor mayor chairman chairwoman
    spokesman spokeswoman spokesperson ambassador commissioner judge attorney leader head
    """
)
# Offices of a body or a place, "Lindvik's governor", that nobody has by himself.
INSTITUTIONAL_OFFICES = words(
    """
    minister president governor mayor chairman chairwoman commissioner head leader
    founder co-founder owner ceo director
    """
)
# Offices that somebody of another office or of a rank does not hold as well.
OFFICES_OF_ONE = words(
    """
    minister governor mayor ambassador commissioner judge premier chancellor bishop
    spokesman spokeswoman spokesperson
    """
)
RANKS = words("commander general colonel captain sergeant lieutenant")
# "The mayor said": heads that are a person's office or calling.
PERSON_HEADS = words(
    """
    mayor minister president premier governor senator secretary chancellor ambassador
    spokesman spokeswoman spokesperson leader chief director chairman chairwoman chair
    commissioner candidate nominee lawmaker politician general colonel
    commander captain sergeant lieutenant judge justice prosecutor lawyer attorney
    professor doctor nurse teacher student scientist researcher economist analyst
    strategist consultant adviser advisor aide author writer journalist reporter
    columnist editor host anchor actor actress singer musician comedian artist director
    producer filmmaker coach player defenceman goalie goalkeeper striker quarterback
    pitcher veteran rookie captain forward golfer businessman businesswoman billionaire
    entrepreneur founder co-founder owner executive ceo manager worker labourer laborer
    driver pilot farmer resident retiree native activist organizer organiser man woman
    boy girl teen teenager mother father son daughter brother sister husband wife widow
    king queen prince princess pope bishop priest rabbi imam pastor historian
    councillor councilman councilwoman congressman congresswoman mp deputy
    """
)
# What speaks for the one it belongs to: "her statement", "Brandt's book".
DOCUMENTS = words(
    """
    statement book letter report post tweet memoir email column essay speech article
    testimony affidavit filing filings notice notices memo video autobiography biography
    blog release communique
    """
)
# … and those that companies and offices write.
FILINGS = words("filing filings notice notices")
# "The statement added": of the one who spoke last.
STATEMENTS = words("statement post tweet release")
HE_HEADS = words(
    """
    spokesman chairman businessman congressman councilman man boy father son brother
    husband king prince priest pope actor sportsman policeman fisherman
    """
)
SHE_HEADS = words(
    """
    spokeswoman chairwoman businesswoman congresswoman councilwoman woman girl mother
    daughter sister wife widow queen princess actress policewoman
    """
)
# Titles that tell it.
HE_TITLES = words("mr sir lord king prince pope fr father brother herr monsieur señor")
SHE_TITLES = words("mrs ms miss lady dame queen princess mme frau madame señora sister")
