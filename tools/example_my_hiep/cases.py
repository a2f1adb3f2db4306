"""Dossiers that tell of the calendar and the law of 2026, one by one; every day here was counted by hand."""

from tools.example_my_hiep.dossiers import (
    AREA,
    BIRTH_AGAIN,
    CONFIRMED,
    CONTRACTS,
    CORRECTED,
    GUARDIANS,
    OLD_AGENCY,
    PERMANENT,
    SPLIT,
    TAKEN_BACK,
    TEMPORARY,
    Apology,
    Dossier,
    at,
    end_of,
    on,
)

# 1 and 2 January are off (Thursday, Friday); Saturday 10 January is worked for Friday the 2nd.
SWAP = (
    # 3 working days after Thursday the 8th: 9, 10, 12
    Dossier(TEMPORARY, at("8/1/2026"), end_of("12/1/2026"), at("12/1/2026"), online=True),
    # promised as if Saturday were off: the 4th working day
    Dossier(
        TEMPORARY, at("8/1/2026", "10:00"), end_of("13/1/2026"), at("12/1/2026", "10:00"), first_due=on("13/1/2026")
    ),
    # a certification is due on the 2nd working day, Saturday the 10th; done on the 3rd
    Dossier(CONTRACTS, at("8/1/2026", "08:30"), end_of("10/1/2026"), at("12/1/2026")),
    # received on the last day of 2025, done on the next working day
    Dossier(CONTRACTS, at("31/12/2025"), end_of("5/1/2026"), at("5/1/2026")),
    # asked to complete on the 4th working day: 8, 9, 10, 12
    Dossier(PERMANENT, at("7/1/2026"), end_of("15/1/2026"), at("15/1/2026"), supplements=(on("12/1/2026"),)),
    # asked on the 3rd: 31/12, 5, 6
    Dossier(
        PERMANENT, at("30/12/2025"), end_of("10/1/2026"), at("9/1/2026"), online=True, supplements=(on("6/1/2026"),)
    ),
    # taken in after 15:00 on Friday: handed over on Saturday, in time; on Monday, late
    Dossier(GUARDIANS, at("9/1/2026", "15:20"), end_of("13/1/2026"), at("13/1/2026"), handed=at("10/1/2026", "07:45")),
    Dossier(GUARDIANS, at("9/1/2026", "15:30"), end_of("13/1/2026"), at("13/1/2026"), handed=at("12/1/2026", "07:45")),
    # on the national portal on Monday: the 2nd working day
    Dossier(TEMPORARY, at("9/1/2026"), end_of("13/1/2026"), at("12/1/2026"), synced=at("12/1/2026", "08:00")),
)
# Tết: Monday 16 to Friday 20 February are off.
TET = (
    # 5 working days after the 11th: 12, 13, 23, 24, 25
    Dossier(SPLIT, at("11/2/2026"), end_of("25/2/2026"), at("25/2/2026"), online=True),
    Dossier(CONTRACTS, at("13/2/2026"), end_of("23/2/2026"), at("23/2/2026")),
    Dossier(
        PERMANENT, at("12/2/2026"), end_of("2/3/2026"), at("27/2/2026"), online=True, supplements=(on("24/2/2026"),)
    ),
    # the first working day after Friday the 13th is Monday the 23rd: enough for 15:10, too late for 14:00
    Dossier(GUARDIANS, at("13/2/2026", "15:10"), end_of("25/2/2026"), at("25/2/2026"), handed=at("23/2/2026", "07:40")),
    Dossier(GUARDIANS, at("13/2/2026", "14:00"), end_of("25/2/2026"), at("25/2/2026"), handed=at("23/2/2026", "07:40")),
    # due on the last day before Tết, done on the first after it
    Dossier(GUARDIANS, at("10/2/2026"), end_of("13/2/2026"), at("23/2/2026")),
    Dossier(
        TEMPORARY, at("13/2/2026"), end_of("25/2/2026"), at("24/2/2026"), online=True, synced=at("23/2/2026", "08:00")
    ),
    # ten calendar days to the archive, holidays or not
    Dossier(PERMANENT, at("4/2/2026"), end_of("13/2/2026"), at("13/2/2026"), online=True, archived=on("23/2/2026")),
)
# Monday 27 April is off for Sunday the 26th; 30 April and 1 May are off.
SPRING = (
    # 3 working days after Friday the 24th: 28, 29, 4 May
    Dossier(CONFIRMED, at("24/4/2026"), end_of("4/5/2026"), at("4/5/2026"), online=True),
    # sent on a Sunday, handed over on the first working day
    Dossier(
        TEMPORARY,
        at("26/4/2026", "10:00"),
        end_of("4/5/2026"),
        at("29/4/2026"),
        online=True,
        handed=at("28/4/2026", "07:40"),
        synced=at("28/4/2026", "07:35"),
    ),
    # the 4th working day: 28, 29, 4, 5
    Dossier(PERMANENT, at("24/4/2026"), end_of("8/5/2026"), at("8/5/2026"), supplements=(on("5/5/2026"),)),
)
# What the texts in force since 1 July 2025 say, and what still falls under those before.
LAW = (
    # late, with a letter before the day it was due; with one on that day
    Dossier(
        CORRECTED,
        at("2/3/2026"),
        end_of("12/3/2026"),
        at("18/3/2026"),
        online=True,
        apology=Apology(on("10/3/2026"), on("19/3/2026")),
    ),
    Dossier(
        CORRECTED,
        at("9/3/2026"),
        end_of("19/3/2026"),
        at("24/3/2026"),
        online=True,
        apology=Apology(on("19/3/2026"), on("25/3/2026")),
    ),
    # asked for a second time: in 2026, and in 2025 under the decree of 2018
    Dossier(
        PERMANENT,
        at("16/3/2026"),
        end_of("25/3/2026"),
        at("25/3/2026"),
        online=True,
        supplements=(on("18/3/2026"), on("23/3/2026")),
    ),
    Dossier(BIRTH_AGAIN, at("24/6/2025"), end_of("12/1/2026"), at("12/1/2026"), requests=1, agency=OLD_AGENCY),
    Dossier(BIRTH_AGAIN, at("26/6/2025"), end_of("14/1/2026"), at("13/1/2026"), requests=2, agency=OLD_AGENCY),
    # settled on the day the new circular on residence took force
    Dossier(PERMANENT, at("22/6/2026"), end_of("1/7/2026"), at("29/6/2026"), online=True, archived=on("1/7/2026")),
    # stopped by a notice in form 05: not late, no letter of apology owed
    Dossier(CORRECTED, at("4/5/2026"), end_of("14/5/2026"), None, stopped=on("13/5/2026")),
    # still under the code of the commune that no longer exists
    Dossier(CONFIRMED, at("13/1/2026"), end_of("16/1/2026"), at("15/1/2026"), online=True, agency=OLD_AGENCY),
    # moved into, and promised for, a year whose calendar nobody has published
    Dossier(AREA, at("15/6/2026"), end_of("15/1/2027"), None, first_due=on("27/7/2026")),
    Dossier(TAKEN_BACK, at("16/6/2026"), end_of("11/1/2027"), None),
)
CASES = (*SWAP, *TET, *SPRING, *LAW)
