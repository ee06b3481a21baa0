"""Agencies, papers and stations: who passes on what others said."""

from __future__ import annotations

# Words that make a name a medium's, folded.
MEDIA_WORDS = frozenset(
    """
    reuters ap afp dpa tass xinhua efe ansa upi ani pti ria interfax kyodo yonhap kcna
    bloomberg cnn bbc cnbc msnbc nbc abc cbs npr pbs fox hbo itv rt rté cbc ctv sky wdr ndr
    zdf ard orf srf dlf faz taz news times post tribune herald journal gazette guardian
    telegraph independent observer mirror sun star globe mail chronicle standard examiner
    inquirer sentinel courier dispatch tv television radio broadcaster newspaper newsweek
    economist politico axios huffpost buzzfeed vox atlantic yorker magazine press agency
    weekly daily dawn haaretz jazeera arabiya deutsche welle figaro monde libération
    spiegel zeit stern bild welt zeitung rundschau tagesspiegel anzeiger merkur focus
    franceinfo euronews telesur mehr isna irna fars anadolu hürriyet sputnik novosti
    """.split()
)
# Agencies that a dateline names: "GENEVA (AP) -".
AGENCIES = frozenset(
    """
    Reuters AP AFP UPI dpa DPA ANI PTI IANS TASS Xinhua EFE ANSA APA KNA epd sid SID
    Bloomberg Interfax Kyodo Yonhap
    """.split()
)
