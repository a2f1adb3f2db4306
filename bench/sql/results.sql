-- One pass over the results: digitised or not, what the digitised lack, whether the desk gave them out.

INSERT INTO answers
WITH joined AS (
    SELECT
        r.*, f.finished_on, f.returned_on, coalesce(f.settled AND NOT f.online AND NOT f.at_once, FALSE) AS of_desk,
        x.person AS seen_person, x.seal AS seen_seal, x.pages AS seen_pages,
        (r.issued_on IS NULL OR r.issued_on <= seen_day())
            AND (r.valid_to IS NULL OR r.valid_to >= seen_day() OR in_period(r.issued_on)) AS due,
        CASE WHEN in_period(r.issued_on) THEN r.issued_on ELSE seen_day() END AS due_day,
        coalesce(r.digitised_on <= as_of(), FALSE) AS digitised,
        in_period(r.digitised_on) AS fresh,
        c1.what IS NOT NULL AS digitised_covered, c2.what IS NOT NULL AS issued_covered,
        c3.what IS NOT NULL AS desk_covered
    FROM result r
    LEFT JOIN file f ON f.unit_id = r.unit_id AND f.dossier_id = r.dossier_id
    LEFT JOIN drawn x ON x.unit_id = r.unit_id AND x.dossier_id = r.dossier_id
    LEFT JOIN span c1 ON c1.what = 'result.digitised' AND c1.unit_id = r.unit_id
        AND seen_day() BETWEEN c1.from_on AND c1.to_on
    LEFT JOIN span c2 ON c2.what = 'result.issued' AND c2.unit_id = r.unit_id
        AND r.digitised_on BETWEEN c2.from_on AND c2.to_on
    LEFT JOIN span c3 ON c3.what = 'result.to_desk' AND c3.unit_id = r.unit_id
        AND f.finished_on BETWEEN c3.from_on AND c3.to_on
),
marked AS (
    SELECT
        unit_id,
        mark(due AND law_TTHC_016(due_day), accuse(NOT digitised, digitised_covered)) AS "TTHC-016",
        mark(fresh AND law_TTHC_018(digitised_on),
            CASE
                WHEN issued_on IS NOT NULL THEN later(issued_on, issued_at, digitised_on, digitised_at)
                ELSE accuse(TRUE, issued_covered)
            END OR NOT coalesce(number_present, TRUE)) AS "TTHC-018",
        mark(fresh AND law_TTHC_019(digitised_on),
            CASE
                WHEN person_signature = 'valid' THEN FALSE
                WHEN person_signature IN ('none', 'invalid') THEN TRUE
                ELSE NOT seen_person
            END) AS "TTHC-019",
        mark(fresh AND law_TTHC_020(digitised_on),
            CASE
                WHEN agency_seal = 'valid' THEN FALSE
                WHEN agency_seal IN ('none', 'invalid') THEN TRUE
                ELSE NOT seen_seal
            END) AS "TTHC-020",
        mark(fresh AND law_TTHC_021(digitised_on), coalesce(pages_found < pages_declared, NOT seen_pages)) AS "TTHC-021",
        mark(of_desk AND law_TTHC_027(finished_on)
            AND (to_desk_on IS NOT NULL OR returned_on IS NOT NULL OR finished_on < as_of()),
            accuse(to_desk_on IS NULL, desk_covered)) AS "TTHC-027"
    FROM joined
),
counted AS (
    SELECT unit_id, tally(COLUMNS(* EXCLUDE (unit_id))) FROM marked GROUP BY unit_id
)
SELECT rule, unit_id, t.breached, t.kept, t.unknown
FROM counted UNPIVOT (t FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));

INSERT INTO answers
WITH variants AS (
    SELECT unit_id, bool_or(coalesce(digitised_on <= as_of(), FALSE)) AS digitised
    FROM result
    WHERE procedure_code IS NOT NULL AND law_TTHC_032(seen_day())
        AND (issued_on IS NULL OR issued_on <= seen_day())
        AND (valid_to IS NULL OR valid_to >= seen_day() OR in_period(issued_on))
    GROUP BY unit_id, procedure_code, variant
)
SELECT 'TTHC-032', v.unit_id, unnest(judged(accuse(NOT v.digitised, c.what IS NOT NULL)))
FROM variants v
LEFT JOIN span c ON c.what = 'result.digitised' AND c.unit_id = v.unit_id AND seen_day() BETWEEN c.from_on AND c.to_on
GROUP BY v.unit_id;

CREATE OR REPLACE TEMP TABLE issued AS
SELECT unit_id, dossier_id, min(issued_on) AS result_on, min(issued_at) AS result_at
FROM result WHERE dossier_id IS NOT NULL GROUP BY ALL;

INSERT INTO answers
WITH ended AS (
    SELECT
        *, coalesce(finished_on, returned_on) AS closed_on,
        CASE WHEN finished_on IS NULL THEN returned_at ELSE finished_at END AS closed_at
    FROM file WHERE closed AND in_period(coalesce(finished_on, returned_on))
),
joined AS (
    SELECT
        f.*, i.result_on, i.result_at, i.dossier_id IS NOT NULL AS has_result,
        c1.what IS NOT NULL AS result_closed, c2.what IS NOT NULL AS issued_closed
    FROM ended f
    LEFT JOIN issued i ON i.unit_id = f.unit_id AND i.dossier_id = f.dossier_id
    LEFT JOIN span c1 ON c1.what = 'result' AND c1.unit_id = f.unit_id
        AND f.closed_on BETWEEN c1.from_on AND c1.to_on
    LEFT JOIN span c2 ON c2.what = 'result.issued' AND c2.unit_id = f.unit_id
        AND f.closed_on BETWEEN c2.from_on AND c2.to_on
)
SELECT
    'TTHC-030', unit_id,
    unnest(judged(CASE
        WHEN result_on IS NOT NULL OR issued_on IS NOT NULL THEN
            coalesce(result_on >= closed_on AND later(result_on, result_at, closed_on, closed_at), FALSE)
            OR coalesce(issued_on >= closed_on AND later(issued_on, issued_at, closed_on, closed_at), FALSE)
        WHEN CASE WHEN has_result THEN issued_closed ELSE result_closed AND has_status END AND closed_on < as_of() THEN TRUE
    END))
FROM joined WHERE law_TTHC_030(closed_on) GROUP BY unit_id;
