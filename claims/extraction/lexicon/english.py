"""English: the small words of a sentence, and abbreviations."""

from __future__ import annotations

from claims.extraction.lexicon.english_verbs import reporting_verbs, words
from claims.extraction.lexicon.frames import Language

_BE = """
    is are was were be been am isn't aren't wasn't weren't isn’t aren’t wasn’t
    weren’t"""
_MAY = """
    has have had do does did will would can could may might shall should must
    hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot
    shouldn't mustn't ain't hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t
    can’t couldn’t shouldn’t mustn’t ain’t"""
# Verbs that are neither told by an ending nor report anything.
_OTHER_VERBS = """
    took came got left lost won held kept knew met paid ran sent
    sat spent stood bought built caught chose drew drove fell fought flew forgot grew
    lay led rose sold shook sank slept struck threw tore understood wore became broke
    saw heard meant seemed needs wants takes comes gets keeps
    seems looks means remains becomes continues includes allows helps plays
    knows expects want know need seem
    lies faces owes wins loses happens deserves belongs exists appears represents
    hit cut let got won't"""
_CLASSES: dict[str, str] = {
    "D": """a an the his her their its my our your this these those some many several
        most few any each every both all no another other two three four five six seven
        eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety
        dozens hundreds thousands such one half""",
    "H": "he she they it we i you",
    "h": """he's she's they're it's i'm we're he'd she'd they'd he’s she’s they’re it’s
        i’m we’re he’d she’d they’d i've i’ve we've we’ve they've they’ve you're you’re
        that's that’s there's there’s there it'll it’ll he'll he’ll she'll she’ll they'll
        they’ll we'll we’ll i'll i’ll you'll you’ll here's here’s what's what’s""",
    "W": "who which",
    "t": "that",
    "o": "him them me us himself herself themselves itself whom",
    "I": """of in on at by for from with about against between during through into over
        under without within among toward towards upon across behind beyond near outside
        inside per via despite amid amidst alongside throughout regarding concerning
        including onto off up around like unlike atop aboard along following versus
        according besides except down out back""",
    "S": """if when while because as after before since until till although though where
        whereas whether unless than once whenever wherever what how why whose""",
    "C": "and or but nor yet plus",
    "b": _BE,
    "A": _MAY,
    "F": _OTHER_VERBS,
    "X": "not never n't hardly",
    "i": "to",
    "R": """also later then now already still just even again recently previously
        earlier often always repeatedly simply only meanwhile however instead too soon
        long further furthermore moreover therefore thus nevertheless nonetheless perhaps
        maybe indeed so first finally eventually afterward afterwards thereafter
        sometimes usually here rather quite very ago jokingly famously today's""",
    "T": """monday tuesday wednesday thursday friday saturday sunday mondays tuesdays
        wednesdays thursdays fridays saturdays sundays yesterday today tonight tomorrow
        overnight""",
    "M": """January February March April May June July August September October November
        December Jan. Feb. Aug. Sept. Oct. Nov. Dec. Mon. Tue. Wed. Thu. Fri. Sat.""",
    "P": "Will Today",
}
# Words in -ly that are no adverbs.
_NOT_ADVERBS = words(
    """
    family italy july assembly ally rally supply reply anomaly monopoly emily kelly
    molly sally holly billy lily jelly belly bully fly friendly elderly daily weekly
    monthly early homily butterfly reilly connolly donnelly
    """
)
_TITLES = words(
    """
    Mr Mrs Ms Dr Prof Gen Col Lt Sgt Capt Cmdr Maj Adm Sen Rep Gov Pres Rev Hon St
    Sens Reps Lieut Det Const Insp Supt Cpl Pvt Msgr Fr Sr Messrs Mme Mlle Amb Atty
    """
)
_ABBREVIATIONS = _TITLES | words(
    """
    Jr vs Inc Ltd Co Corp Bros Dept Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Mon Tue Tues Wed Thu Thurs Fri Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind
    Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa Que Sask Tenn
    Tex Va Vt Wash Wis Wyo Alta Man Ave Blvd Rd approx etc Ph vol fig ed lbs
    """
)

ENGLISH = Language(
    code="en",
    cues=reporting_verbs(),
    classes={word: kind for kind, text in _CLASSES.items() for word in text.split()},
    abbreviations=_ABBREVIATIONS,
    titles=_TITLES,
    not_adverbs=_NOT_ADVERBS,
    pronouns={
        **dict.fromkeys(["he", "his"], "he"),
        **dict.fromkeys(["she", "her"], "she"),
        **dict.fromkeys(["they", "their"], "they"),
        **dict.fromkeys(["it", "its"], "it"),
    },
)
