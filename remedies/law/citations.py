"""Citations of law, read as a brief writes them: which kind each is, and of which jurisdiction."""

import re

ABBREVIATIONS = {
    "us-al": "Ala.", "us-ak": "Alaska", "us-az": "Ariz.", "us-ar": "Ark.", "us-ca": "Cal.",
    "us-co": "Colo.", "us-ct": "Conn.", "us-de": "Del.", "us-dc": "D.C.", "us-fl": "Fla.",
    "us-ga": "Ga.", "us-gu": "Guam", "us-hi": "Haw.", "us-id": "Idaho", "us-il": "Ill.",
    "us-in": "Ind.", "us-ia": "Iowa", "us-ks": "Kan.", "us-ky": "Ky.", "us-la": "La.", "us-me": "Me.",
    "us-md": "Md.", "us-ma": "Mass.", "us-mi": "Mich.", "us-mn": "Minn.", "us-ms": "Miss.",
    "us-mo": "Mo.", "us-mt": "Mont.", "us-ne": "Neb.", "us-nv": "Nev.", "us-nh": "N.H.",
    "us-nj": "N.J.", "us-nm": "N.M.", "us-ny": "N.Y.", "us-nc": "N.C.", "us-nd": "N.D.",
    "us-oh": "Ohio", "us-ok": "Okla.", "us-or": "Or.", "us-pa": "Pa.", "us-pr": "P.R.",
    "us-ri": "R.I.", "us-sc": "S.C.", "us-sd": "S.D.", "us-tn": "Tenn.", "us-tx": "Tex.",
    "us-vi": "V.I.", "us-ut": "Utah", "us-vt": "Vt.", "us-va": "Va.", "us-wa": "Wash.",
    "us-wv": "W. Va.", "us-wi": "Wis.", "us-wy": "Wyo.",
}  # fmt: skip
_STATE = "|".join(map(re.escape, sorted(ABBREVIATIONS.values(), key=len, reverse=True)))
_PARAGRAPH = r"\([0-9A-Za-z]+(?:-[a-z]|\.\d)?\)"
_SECTION = rf"\d+[A-Za-z]*(?:\.\d+[a-z]?)?(?:-\d+)?(?:{_PARAGRAPH})*"
_SECTIONS = rf"§§? {_SECTION}(?:(?:, |-)(?:{_SECTION}|{_PARAGRAPH}))*(?: \(.+\))?"
_NUMBER = rf"(?=\S*\d)[\w.:/-]*\w(?:,\d{{3}})?(?:{_PARAGRAPH})*(?:, subd(?:iv)?\. \d+\w*(?:{_PARAGRAPH})*)?"
_NUMBERS = (
    rf"{_NUMBER}(?:(?:, | to | and |-){_NUMBER}|(?:, | and |-)(?:{_PARAGRAPH})+)*(?: \(.+\))?"
)
_LAW = r"(?:Code|Stat\.|Laws|C\.P\.L\.R\.|Regs?\.|R\.|Law)"
FORMS = {
    "code": re.compile(rf"\d+ U\.S\.C\. {_SECTIONS}"),
    "regulation": re.compile(rf"\d+ C\.F\.R\. (?:pt\. \d+|{_SECTIONS})"),
    "rule": re.compile(r"Fed\. R\. (?:Crim|Civ|Evid|App)\. P\. [\d.]+(?:\([a-z0-9]+\))*"),
    "guideline": re.compile(r"U\.S\. Sent'g Guidelines Manual § .+"),
    "statute": re.compile(r"(?:Pub\. L\. \d+-\d+|\d+ Stat\. \d+)\b.*"),
    "register": re.compile(r"\d+ Fed\. Reg\. [\d,]+\b.*"),
    "order": re.compile(r"Exec\. Order No\. \d+.*"),
    "case": re.compile(
        r"(?:.+ v\. .+|In re .+?),? (?:\d+ (?:U\.S\.|S\. Ct\.|F\.(?:2d|3d|4th)|F\. Supp\.(?: [23]d)?"
        r"|Cal\. (?:4th|5th)|A\.D\.(?:2d|3d)|S\.W\.3d) \d+|No\. [\w:-]+|\(\d+(?:st|d|th) Cir\.\)).*"
    ),
    "district case": re.compile(r".+ v\. .+ \([NSEWMCD]+\.D?\.? ?[A-Z][\w.]* [\w. ,]+\d{4}\)"),
    "bill": re.compile(r".+, (?:H\.R\.|S\.) \d+, \d+th Cong\..*"),
    "constitution": re.compile(rf"(?:{_STATE}) Const\. art\. [\w-]+,? § {_NUMBERS}"),
    "illinois": re.compile(r"\d+ Ill\. Comp\. Stat\. \d+/\S+"),
    "municipal": re.compile(
        rf"[\w.'’ -]+, (?:{_STATE}), .*(?:Code|Ordinance|Ord\.|Charter|Law|Res\.)\b.* .*\d.*"
    ),
    "state code": re.compile(
        rf"(?:\d+ )?(?:{_STATE})[^§]*? ?{_LAW}[^§\d]*?(?:tit\. [\w.]+,? ?)?(?:ch\. [\w.-]+,? ?)?"
        rf"(?:(?:§§?|art\.|arts\.|r\.) )?(?:{_NUMBERS})?(?:, Rules? {_NUMBERS})?"
    ),
    "session law": re.compile(
        rf"(?:\d{{4}} )?(?:{_STATE}) (?:Acts?|Laws|Pub\. Acts|Sess\. Laws|Legis\. Serv\.|Stat\.)\b.*\d.*"
    ),
    "named act": re.compile(rf"[A-Z][\w ]+ Act(?: of \d{{4}})? \((?:{_STATE}) \d{{4}}\)"),
    "act": re.compile(r"[A-Z][\w ,]*?,? ?Act No\. [\d-]+.*"),
    "agency": re.compile(
        r"U\.S\. (?:Department of (?:Labor|Justice|State|Homeland Security|Health and Human Services)"
        r"|Equal Employment Opportunity Commission|Citizenship and Immigration Services), .+"
        r"|(?:Consumer Financial Protection Bureau|Federal Trade Commission), .+|IRS Notice \d{4}-\d+.*"
    ),
    "brief": re.compile(r"(?:Reply )?Brief for the United States, .+ v\. .+, No\. .+"),
}
EARLIER = ", or the law then in force"
_PUBLICATION = re.compile(r"(?=.*[a-z])[A-Z][\w.&'’ -]+(?:, [^§]+)+")
_BETWEEN = re.compile(
    r"; (?![^(]*\))"
)  # one inside brackets stands between sources of one regulation


def parts(citation: str) -> list[str]:
    """Return the single citations of a line, without the words that an earlier law may have stood there."""
    return _BETWEEN.split(citation.removesuffix(EARLIER))


def kind(citation: str) -> str | None:
    """Return what one citation cites; ``publication`` for what is no law; None when it reads as neither."""
    found = next((name for name, form in FORMS.items() if form.fullmatch(citation)), None)
    return found or ("publication" if _PUBLICATION.fullmatch(citation) else None)


def of_another(citation: str, jurisdiction: str) -> bool:
    """Return whether a citation is of another state's law than ``jurisdiction``'s."""
    named = re.match(rf"(?:\d+ )?({_STATE})(?= )", citation)
    own = ABBREVIATIONS.get(jurisdiction)
    return bool(named) and kind(citation) not in {"publication", None} and named[1] != own  # type: ignore[index]
