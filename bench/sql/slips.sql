-- Slips: those missing beside a dossier, what a receipt lists, the first request to complete a dossier.

INSERT INTO answers
WITH joined AS (
    SELECT
        f.*, s.* EXCLUDE (unit_id, dossier_id), x.receipt AS seen_receipt, x.control AS seen_control,
        c1.what IS NOT NULL AS receipts_there, c2.what IS NOT NULL AS controls_there,
        c3.what IS NOT NULL AS supplements_there, c4.what IS NOT NULL AS apologies_there,
        c5.what IS NOT NULL AS finished_due, s.dossier_id IS NOT NULL AND s.apologies > 0 AS has_apology,
        greatest(coalesce(f.supplement_requests, 0), coalesce(s.supplements, 0))
            > supplement_requests_allowed(f.received_on) AS asked_again
    FROM file f
    LEFT JOIN slips s ON s.unit_id = f.unit_id AND s.dossier_id = f.dossier_id
    LEFT JOIN drawn x ON x.unit_id = f.unit_id AND x.dossier_id = f.dossier_id
    LEFT JOIN span c1 ON c1.what = 'slip/receipt' AND c1.unit_id = f.unit_id
        AND f.received_on BETWEEN c1.from_on AND c1.to_on
    LEFT JOIN span c2 ON c2.what = 'slip/control' AND c2.unit_id = f.unit_id
        AND f.received_on BETWEEN c2.from_on AND c2.to_on
    LEFT JOIN span c3 ON c3.what = 'slip/supplement' AND c3.unit_id = f.unit_id
        AND f.received_on BETWEEN c3.from_on AND c3.to_on
    LEFT JOIN span c4 ON c4.what = 'slip/apology' AND c4.unit_id = f.unit_id
        AND f.due_on BETWEEN c4.from_on AND c4.to_on
    LEFT JOIN span c5 ON c5.what = 'dossier.finished' AND c5.unit_id = f.unit_id
        AND f.due_on BETWEEN c5.from_on AND c5.to_on
),
marked AS (
    SELECT
        unit_id,
        mark(settled AND has_term AND law_TTHC_012(received_on),
            coalesce(accuse(coalesce(receipts, 0) = 0, receipts_there), NOT seen_receipt)) AS "TTHC-012",
        mark(settled AND has_term AND law_TTHC_013(received_on),
            coalesce(accuse(coalesce(controls, 0) = 0, controls_there), NOT seen_control)) AS "TTHC-013",
        mark(at_hand AND law_TTHC_014(due_on) AND least(coalesce(finished_on, as_of()), as_of()) > due_on
            AND (finished_on IS NOT NULL OR NOT idle),
            CASE
                WHEN (finished_on IS NOT NULL OR finished_due) AND (apology_on IS NOT NULL OR NOT has_apology)
                    THEN accuse(apology_on IS NULL OR (apology_on >= due_on AND apology_on > received_on), apologies_there)
            END) AS "TTHC-014",
        mark(at_hand AND new_dates > 0 AND law_TTHC_041(coalesce(renewed_on, received_on)),
            new_dates > new_dates_allowed(coalesce(renewed_on, received_on))) AS "TTHC-041",
        mark(at_hand AND law_TTHC_042(received_on),
            CASE WHEN asked_again OR supplement_requests IS NOT NULL OR supplements_there THEN asked_again END
        ) AS "TTHC-042"
    FROM joined
),
counted AS (
    SELECT unit_id, tally(COLUMNS(* EXCLUDE (unit_id))) FROM marked GROUP BY unit_id
)
SELECT rule, unit_id, t.breached, t.kept, t.unknown
FROM counted UNPIVOT (t FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));

INSERT INTO answers
WITH joined AS (
    SELECT
        s.unit_id, s.component_rows, s.issued_on, s.due_on AS slip_due_on,
        f.received_on, f.due_on, f.has_term,
        coalesce(l.wanted, 1) AS wanted, coalesce(s.component_rows, p.papers, 0) AS listed,
        x.components AS seen, c1.what IS NOT NULL AS papers_covered, c2.what IS NOT NULL AS due_covered
    FROM slip s
    JOIN file f ON f.unit_id = s.unit_id AND f.dossier_id = s.dossier_id
    LEFT JOIN paper_list l ON l.code = f.code AND l.version = f.version
    LEFT JOIN papers p ON p.unit_id = s.unit_id AND p.dossier_id = s.dossier_id
    LEFT JOIN drawn x ON x.unit_id = s.unit_id AND x.dossier_id = s.dossier_id
    LEFT JOIN span c1 ON c1.what = 'dossier_component' AND c1.unit_id = s.unit_id
        AND f.received_on BETWEEN c1.from_on AND c1.to_on
    LEFT JOIN span c2 ON c2.what = 'slip.due' AND c2.unit_id = s.unit_id
        AND s.issued_on BETWEEN c2.from_on AND c2.to_on
    WHERE s.kind = 'receipt'
),
marked AS (
    SELECT
        unit_id,
        mark(in_period(received_on) AND law_TTHC_010(received_on),
            coalesce(
                CASE WHEN component_rows IS NULL THEN accuse(listed < wanted, papers_covered) ELSE listed < wanted END,
                NOT seen
            )) AS "TTHC-010",
        mark(in_period(issued_on) AND law_TTHC_048(issued_on) AND has_term,
            accuse(slip_due_on IS NULL AND due_on IS NULL, due_covered)) AS "TTHC-048"
    FROM joined
),
counted AS (
    SELECT unit_id, tally(COLUMNS(* EXCLUDE (unit_id))) FROM marked GROUP BY unit_id
)
SELECT rule, unit_id, t.breached, t.kept, t.unknown
FROM counted UNPIVOT (t FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));

INSERT INTO answers
WITH first AS (
    SELECT unit_id, dossier_id, min(issued_on) AS issued_on
    FROM slip WHERE kind = 'supplement' AND issued_on IS NOT NULL GROUP BY ALL
)
SELECT
    'TTHC-053', a.unit_id,
    unnest(judged(CASE
        WHEN f.online AND asked_no.ordinal - received_no.ordinal = supplement_request_days(a.issued_on) + 1 THEN NULL
        ELSE asked_no.ordinal - received_no.ordinal > supplement_request_days(a.issued_on)
    END))
FROM first a
JOIN file f ON f.unit_id = a.unit_id AND f.dossier_id = a.dossier_id
LEFT JOIN calendar_day asked_no ON asked_no.calendar = f.calendar AND asked_no.day = a.issued_on
LEFT JOIN calendar_day received_no ON received_no.calendar = f.calendar AND received_no.day = f.received_on
WHERE in_period(a.issued_on) AND law_TTHC_053(a.issued_on)
GROUP BY a.unit_id;

INSERT INTO answers
SELECT
    'TTHC-036', f.unit_id,
    unnest(judged(CASE
        WHEN s.apologies > 0 AND s.apology_on IS NULL THEN NULL
        ELSE accuse(s.apology_on IS NULL OR s.apology_on > f.answered_on, c.what IS NOT NULL)
    END))
FROM feedback f
LEFT JOIN slips s ON s.unit_id = f.unit_id AND s.dossier_id = f.dossier_id
LEFT JOIN span c ON c.what = 'slip/apology' AND c.unit_id = f.unit_id AND f.answered_on BETWEEN c.from_on AND c.to_on
WHERE f.upheld AND f.kind IN ('procedure', 'officer') AND f.dossier_id IS NOT NULL AND in_period(f.answered_on) AND law_TTHC_036(f.answered_on)
GROUP BY f.unit_id;
