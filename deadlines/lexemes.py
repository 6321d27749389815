"""Cuts a wording into words, numerals and signs with one scan."""

import re

# The groups that the tokens need to tell apart, by number.
PLAIN_NUMERAL, CLOCK, GLUED_LETTERS, SHORT_YEAR, NUMERAL = 1, 2, 3, 4, 5

FILE_ENDING = (
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[ts]|csv|txt|zip|html?|eml|msg"
    r"|jpe?g|png|gif|svg|tiff?|heic|mp[34])"
)

# The first three alternatives settle what stands in most wordings; the others allow for the rest.
LEXEME = re.compile(
    r"(?![\s.:!])(?:(?!kl(?:ockan)?\s)[a-zß-öø-ÿ]++(?![^\s,)])"
    r"|([0-9]++(?:[/-][0-9]++)*+)(?![^\s,);])(?!,\d|\s[ap]\.?m\b)"
    r"|[,;()/&>?$€£%°§©]"
    r"|(?:https?://|www\.|10\.\d{4,9}/)\S+"
    rf"|[\w-]{{1,64}}+{FILE_ENDING}\b"
    r"|[@#][^\W\d][\w.-]*"
    r"|[\w.+-]{1,64}+@[\w-]{1,64}\.\w{2,}"
    r"|\+\d{1,3}[\d\s()-]{6,}"
    r"|(kl(?:ockan|\.)?\s?\d\d?(?:[.:]\d\d)?(?:\s?-\s?\d\d?[.:]\d\d|-\d\d?)?(?!\w)"
    r"|\d\d?(?:[.:]\d\d)?(?:\s?[ap]\.?m)?\s?-\s?\d\d?(?:[.:]\d\d)?\s?[ap]\.?m\b"
    r"|\d\d?:\d\d(?::\d\d)?(?![\d:])|\d\d?(?:[.:]\d\d)?\s?[ap]\.?m\b"
    r"|\d\d?\.\d\d\s?-\s?\d\d?\.\d\d(?![\d.])"
    r"|(?<=\d)t\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)"
    r"|([^\W\d_]++(?=\d+(?!\w)))"
    r"|(?<!\d)(?:-(?=\d\d(?![\w:]|[./-]\d))|')(\d\d)(?!\w)"
    r"|(\d+(?:[.,:/-]\d+)*(?::?(?!t\d\d:)[^\W\d_]\w*)?)"
    r"|[^\W\d_]\w*(?:[.'][^\W\d_]\w*)*"
    r"|[-+])"
)
