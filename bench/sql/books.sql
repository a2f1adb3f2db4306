-- Books held against the software, and the software against the books.

INSERT INTO answers
WITH joined AS (
    SELECT
        b.unit_id, b.dossier_id, b.received_on, b.returned_on, f.dossier_id IS NOT NULL AS own,
        CASE
            WHEN f.returned_on IS NOT NULL THEN f.returned_on
            WHEN f.dossier_id IS NULL AND b.due_on <= as_of() - book_result_days(end_day())::INTEGER THEN b.due_on
            WHEN c1.what IS NULL AND NOT f.without_result THEN f.finished_on
        END AS ended_on,
        c2.what IS NOT NULL AS coded_covered, c3.what IS NOT NULL AS dossier_covered
    FROM book_entry b
    LEFT JOIN file f ON f.unit_id = b.unit_id AND f.dossier_id = b.dossier_id
    LEFT JOIN span c1 ON c1.what = 'dossier.returned' AND c1.unit_id = b.unit_id
        AND f.finished_on BETWEEN c1.from_on AND c1.to_on
    LEFT JOIN span c2 ON c2.what = 'book_entry.dossier_id' AND c2.unit_id = b.unit_id
        AND b.received_on BETWEEN c2.from_on AND c2.to_on
    LEFT JOIN span c3 ON c3.what = 'dossier' AND c3.unit_id = b.unit_id
        AND b.received_on BETWEEN c3.from_on AND c3.to_on
    WHERE b.book_kind = 'tracking'
),
marked AS (
    SELECT
        j.unit_id,
        mark(in_period(ended_on) AND ended_on <= as_of() AND law_TTHC_007(ended_on),
            accuse(returned_on IS NULL, c.what IS NOT NULL)) AS "TTHC-007",
        mark(in_period(received_on) AND law_TTHC_009(received_on),
            accuse(NOT own, dossier_covered AND (coded_covered OR dossier_id IS NOT NULL))) AS "TTHC-009"
    FROM joined j
    LEFT JOIN span c ON c.what = 'book_entry.returned' AND c.unit_id = j.unit_id
        AND j.ended_on BETWEEN c.from_on AND c.to_on
),
counted AS (
    SELECT unit_id, tally(COLUMNS(* EXCLUDE (unit_id))) FROM marked GROUP BY unit_id
)
SELECT rule, unit_id, t.breached, t.kept, t.unknown
FROM counted UNPIVOT (t FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));

CREATE OR REPLACE TEMP TABLE lines AS
SELECT
    unit_id, dossier_id,
    times(book_kind IN ('tracking', 'certification')) AS own_lines,
    times(book_kind = 'linked_land') AS land_lines
FROM book_entry WHERE dossier_id IS NOT NULL GROUP BY ALL;

INSERT INTO answers
WITH joined AS (
    SELECT
        f.unit_id, f.received_on, f.linked, f.land, f.online, f.certifying, l.own_lines, l.land_lines, k.coded,
        c1.what IS NOT NULL AS tracked, c2.what IS NOT NULL AS certified, c3.what IS NOT NULL AS land_tracked
    FROM file f
    LEFT JOIN lines l ON l.unit_id = f.unit_id AND l.dossier_id = f.dossier_id
    LEFT JOIN (
        SELECT unit_id, bool_or(dossier_id IS NOT NULL) AS coded
        FROM book_entry WHERE book_kind IN ('tracking', 'certification') GROUP BY ALL
    ) k ON k.unit_id = f.unit_id
    LEFT JOIN span c1 ON c1.what = 'book_entry/tracking' AND c1.unit_id = f.unit_id
        AND f.received_on BETWEEN c1.from_on AND c1.to_on
    LEFT JOIN span c2 ON c2.what = 'book_entry/certification' AND c2.unit_id = f.unit_id
        AND f.received_on BETWEEN c2.from_on AND c2.to_on
    LEFT JOIN span c3 ON c3.what = 'book_entry/linked_land' AND c3.unit_id = f.unit_id
        AND f.received_on BETWEEN c3.from_on AND c3.to_on
    WHERE f.received
),
marked AS (
    SELECT
        unit_id,
        mark(law_TTHC_008(received_on) AND NOT linked,
            accuse(coalesce(own_lines, 0) = 0, tracked AND coalesce(coded, TRUE) AND NOT online
                AND NOT (certifying AND NOT certified))) AS "TTHC-008",
        mark(law_TTHC_011(received_on) AND land AND linked,
            accuse(coalesce(land_lines, 0) = 0, land_tracked)) AS "TTHC-011"
    FROM joined
),
counted AS (
    SELECT unit_id, tally(COLUMNS(* EXCLUDE (unit_id))) FROM marked GROUP BY unit_id
)
SELECT rule, unit_id, t.breached, t.kept, t.unknown
FROM counted UNPIVOT (t FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));
