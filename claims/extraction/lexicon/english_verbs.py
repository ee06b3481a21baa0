"""English reporting verbs: what may follow each, and its forms."""

from __future__ import annotations

from claims.extraction.lexicon.frames import Cue, Form, Frame


def words(text: str) -> frozenset[str]:
    """Return the words of a list written as text."""
    return frozenset(text.split())


# A form is made by rule unless _IRREGULAR has it.
_FRAMES: dict[Frame, str] = {
    Frame.SAY: "say claim argue insist write tweet retweet state",
    Frame.STATE: """
        add note explain maintain contend assert allege announce declare acknowledge admit
        concede confirm reveal disclose suggest warn caution predict stress emphasize
        emphasise reiterate repeat respond reply answer counter retort recall remark
        comment observe conclude post testify swear complain lament joke quip opine muse
        mention indicate report recount affirm attest judge calculate clarify speculate
        recommend specify stipulate underline underscore proclaim boast brag gripe
        grumble hint imply vow pledge promise estimate reckon forecast confess divulge posit
        theorize theorise hypothesize surmise point interject aver blog read summarize
        summarise echo worry conclude charge proffer intimate
        guess wager relate reason joke elaborate theorise""",
    Frame.THAT: """
        agree disagree protest object decree concur volunteer foresee
        deduce rejoin highlight signal deny plead reflect reminisce lecture demand urge
        advise rule propose dispute believe think text email rule""",
    Frame.TELL: """
        tell remind assure inform reassure notify advise warn promise convince""",
    Frame.VOICE: """
        continue begin start laugh smile sigh shout yell scream chant cry exclaim whisper
        mutter murmur mumble bellow roar snap shrug nod grin gush enthuse rant fume vent
        call sob growl snarl sneer scoff chuckle giggle groan moan thunder blurt
        persist press finish intone recite preach read blare shriek howl hiss stammer
        go crack deadpan rage beam recollect implore beg jeer taunt banter riff tease
        drawl croak bark chide scold shoot fire ask wonder inquire enquire query offer
        order urge demand describe narrate broadcast sniff sum protest counter tout
        cite quote call put ask report challenge intervene volunteer express think
        advise encourage instruct plead apologize apologise speak publish release
        criticize criticise denounce accuse blast praise defend describe""",
    Frame.NAME: """
        call describe dub label brand characterize characterise term deem liken compare
        hail denounce condemn slam blast decry dismiss deride
        mock ridicule criticize criticise lambaste tout declare pronounce accuse thank
        bemoan laud praise defend reject attack rip blame credit fault chide berate rebuke
        applaud commend welcome salute congratulate assail castigate excoriate portray
        depict paint invoke mention express voice acknowledge predict promise pledge
        lament question""",
    Frame.VOW: "vow promise pledge swear undertake",
    Frame.URGE: "urge implore beseech exhort advise warn call",
    Frame.RULE: "rule deny",
    Frame.COUNT: """
        count put estimate claim reckon tally calculate make bring report record register
        list give find cite""",
    Frame.THINK: "think feel reckon figure retort guess go show",
    Frame.ASK: "ask wonder inquire enquire question",
    Frame.CHARGE: """
        accuse blame criticize criticise fault denounce describe portray depict dismiss
        characterize characterise condemn hail deride""",
    Frame.TOPIC: """
        speak complain warn talk tweet write boast tell joke call say comment accuse
        criticize criticise denounce praise""",
    Frame.CALL: "call appeal push press",
}
_IRREGULAR: dict[str, tuple[str, str, str, str]] = {
    # lemma: third person, past, participle, -ing
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "begin": ("begins", "began", "begun", "beginning"),
    "go": ("goes", "went", "gone", "going"),
    "make": ("makes", "made", "made", "making"),
    "undertake": ("undertakes", "undertook", "undertaken", "undertaking"),
    "bring": ("brings", "brought", "brought", "bringing"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "show": ("shows", "showed", "shown", "showing"),
    "give": ("gives", "gave", "given", "giving"),
    "find": ("finds", "found", "found", "finding"),
    "put": ("puts", "put", "put", "putting"),
    "read": ("reads", "read", "read", "reading"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"),
    "broadcast": ("broadcasts", "broadcast", "broadcast", "broadcasting"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "shoot": ("shoots", "shot", "shot", "shooting"),
    "beseech": ("beseeches", "besought", "besought", "beseeching"),
    "admit": ("admits", "admitted", "admitted", "admitting"),
    "quip": ("quips", "quipped", "quipped", "quipping"),
    "concur": ("concurs", "concurred", "concurred", "concurring"),
    "aver": ("avers", "averred", "averred", "averring"),
    "dub": ("dubs", "dubbed", "dubbed", "dubbing"),
    "blog": ("blogs", "blogged", "blogged", "blogging"),
    "sob": ("sobs", "sobbed", "sobbed", "sobbing"),
    "beg": ("begs", "begged", "begged", "begging"),
    "slam": ("slams", "slammed", "slammed", "slamming"),
    "nod": ("nods", "nodded", "nodded", "nodding"),
    "grin": ("grins", "grinned", "grinned", "grinning"),
    "snap": ("snaps", "snapped", "snapped", "snapping"),
    "shrug": ("shrugs", "shrugged", "shrugged", "shrugging"),
    "brag": ("brags", "bragged", "bragged", "bragging"),
    "sum": ("sums", "summed", "summed", "summing"),
    "label": ("labels", "labelled", "labelled", "labelling"),
    "signal": ("signals", "signalled", "signalled", "signalling"),
    "agree": ("agrees", "agreed", "agreed", "agreeing"),
    "disagree": ("disagrees", "disagreed", "disagreed", "disagreeing"),
    "decree": ("decrees", "decreed", "decreed", "decreeing"),
}
_SPELLINGS = {  # the other spelling: (lemma, form)
    "labeled": ("label", Form.PAST),
    "labeling": ("label", Form.ING),
    "signaled": ("signal", Form.PAST),
    "signaling": ("signal", Form.ING),
    "pled": ("plead", Form.PAST),
    "says": ("say", Form.FINITE),
}
# Forms that are nouns, or other verbs, as often as reporting verbs.
_NOUNS = words(
    """
    claim claims note notes report reports state states estimate estimates comment
    comments tweet tweets post posts answer answers reply replies charge charges
    protest protests promise promises pledge pledges vow vows demand demands order
    orders warning offer offers remark remarks counter counters object objects rule
    rules forecast forecasts signal signals quote quotes text texts email emails
    message messages call calls label labels brand brands point points fire fires
    doubt doubts dispute disputes worry worries read reads joke jokes cry cries blast
    echo echoes shot shout shouts broadcast broadcasts laugh laughs smile
    smiles sigh sighs snap start starts beam crack press
    figure figures judge judges show shows reason reasons
    record records register registers list lists finding gives found finds
    term terms query blog sum address dispute volunteer volunteers challenge
    release praise speaking start publish express boast boasts lament
    """
)


def reporting_verbs() -> dict[str, Cue]:
    """Return every form of every reporting verb."""
    frames: dict[str, set[Frame]] = {}
    for frame, lemmas in _FRAMES.items():
        for lemma in lemmas.split():
            frames.setdefault(lemma, set()).add(frame)
    cues: dict[str, Cue] = {}
    for lemma, taken in frames.items():
        for word, form in _forms(lemma):
            cues.setdefault(word, Cue(lemma, form, frozenset(taken), word in _NOUNS))
    for word, (lemma, form) in _SPELLINGS.items():
        cues[word] = Cue(lemma, form, frozenset(frames[lemma]))
    return cues


def _forms(lemma: str) -> list[tuple[str, Form]]:
    """Return each form of a verb; a past that is also the participle is PAST."""
    third, past, participle, ing = _IRREGULAR.get(lemma) or _regular(lemma)
    forms = [(third, Form.FINITE), (past, Form.PAST), (ing, Form.ING), (lemma, Form.BASE)]
    if participle != past:
        forms.append((participle, Form.PARTICIPLE))
    return forms


def _regular(lemma: str) -> tuple[str, str, str, str]:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        stem = lemma[:-1]
        return f"{stem}ies", f"{stem}ied", f"{stem}ied", f"{lemma}ing"
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{lemma}d", f"{lemma[:-1]}ing"
    ending = "es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    return f"{lemma}{ending}", f"{lemma}ed", f"{lemma}ed", f"{lemma}ing"
