"""What is said to people: sentences in Vietnamese first and English second, numbers as Vietnamese writes them."""

from motcua.language.numbers import counted as counted
from motcua.language.numbers import day as day
from motcua.language.numbers import grouped as grouped
from motcua.language.numbers import moment as moment
from motcua.language.numbers import percent as percent
from motcua.language.numbers import share_word as share_word
from motcua.language.numbers import spoken_day as spoken_day
from motcua.language.numbers import spoken_number as spoken_number
from motcua.language.numbers import spoken_percent as spoken_percent
from motcua.language.plain import plain as plain
from motcua.language.words import Language as Language
from motcua.language.words import Refusal as Refusal
from motcua.language.words import Words as Words
from motcua.language.words import say as say
from motcua.language.words import speak as speak
from motcua.language.words import speaking as speaking
