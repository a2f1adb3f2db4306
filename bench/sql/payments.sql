-- Fees of dossiers: paid before the result was given, paid online.

CREATE OR REPLACE TEMP TABLE paid AS
SELECT
    unit_id, dossier_id, min(paid_on) AS paid_on,
    bool_or(channel IN ('online_national', 'online_local')) AS paid_online
FROM payment WHERE dossier_id IS NOT NULL GROUP BY ALL;

INSERT INTO answers
WITH joined AS (
    SELECT
        f.unit_id, f.received, f.given, f.received_on, f.returned_on, f.by_post, p.paid_on, p.paid_online,
        loose.unit_id IS NULL AS all_linked, p.dossier_id IS NOT NULL AS has_payment,
        c1.what IS NOT NULL AS payment_returned, c2.what IS NOT NULL AS payment_received
    FROM file f
    LEFT JOIN paid p ON p.unit_id = f.unit_id AND p.dossier_id = f.dossier_id
    LEFT JOIN (SELECT DISTINCT unit_id FROM payment WHERE dossier_id IS NULL) loose ON loose.unit_id = f.unit_id
    LEFT JOIN span c1 ON c1.what = 'payment' AND c1.unit_id = f.unit_id
        AND f.returned_on BETWEEN c1.from_on AND c1.to_on
    LEFT JOIN span c2 ON c2.what = 'payment' AND c2.unit_id = f.unit_id
        AND f.received_on BETWEEN c2.from_on AND c2.to_on
    WHERE f.fee
),
marked AS (
    SELECT
        unit_id,
        mark(given AND law_TTHC_049(returned_on),
            CASE
                WHEN paid_on <= returned_on THEN FALSE
                WHEN by_post THEN NULL
                WHEN has_payment THEN paid_on > returned_on
                WHEN payment_returned AND all_linked THEN TRUE
            END) AS "TTHC-049",
        mark(received AND law_CQS_005(received_on),
            CASE WHEN has_payment THEN NOT paid_online WHEN payment_received AND all_linked THEN TRUE END) AS "CQS-005"
    FROM joined
),
counted AS (
    SELECT unit_id, tally(COLUMNS(* EXCLUDE (unit_id))) FROM marked GROUP BY unit_id
)
SELECT rule, unit_id, t.breached, t.kept, t.unknown
FROM counted UNPIVOT (t FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));
