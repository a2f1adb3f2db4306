-- Procedures beside the run of dossiers: posting, payment, review, residence, mediation, feedback, signs, letters.

INSERT INTO answers
WITH roles AS (
    SELECT unit_id, role, bool_and(decision_no IS NULL) AS missing
    FROM focal_point
    WHERE role IN ('control_leader', 'control_officer') AND in_effect(valid_from, valid_to, seen_day())
    GROUP BY ALL
)
SELECT 'TTHC-002', r.unit_id, unnest(judged(accuse(r.missing, c.what IS NOT NULL)))
FROM roles r
LEFT JOIN span c ON c.what = 'focal_point.decision_no' AND c.unit_id = r.unit_id
    AND seen_day() BETWEEN c.from_on AND c.to_on
WHERE law_TTHC_002(seen_day())
GROUP BY r.unit_id;

INSERT INTO answers
WITH places AS (
    SELECT unit_id, procedure_code, place, arg_max(coalesce(complete, TRUE), posted_on) AS complete
    FROM posting
    WHERE place NOT IN ('market', 'hamlet') AND posted_on <= seen_day()
        AND (removed_on IS NULL OR removed_on > seen_day())
    GROUP BY ALL
),
posted AS (
    SELECT unit_id, procedure_code, bool_or(NOT complete) AS lacking FROM places GROUP BY ALL
)
SELECT
    'TTHC-003', s.unit_id,
    unnest(judged(CASE WHEN p.unit_id IS NOT NULL THEN p.lacking ELSE accuse(TRUE, c.what IS NOT NULL) END))
FROM service s
LEFT JOIN posted p ON p.unit_id = s.unit_id AND p.procedure_code = s.procedure_code
LEFT JOIN span c ON c.what = 'posting' AND c.unit_id = s.unit_id AND seen_day() BETWEEN c.from_on AND c.to_on
WHERE in_effect(s.valid_from, s.valid_to, seen_day()) AND (coalesce(s.on_site, TRUE) OR coalesce(s.one_stop, TRUE))
    AND law_TTHC_003(seen_day())
GROUP BY s.unit_id;

INSERT INTO answers
SELECT 'TTHC-033', unit_id, unnest(judged(NOT one_stop))
FROM service
WHERE valid_from <= end_day() AND (valid_to IS NULL OR valid_to >= first_day())
    AND law_TTHC_033(greatest(valid_from, first_day()))
GROUP BY unit_id;

INSERT INTO answers
SELECT 'TTHC-004', unit_id, unnest(judged(channel NOT IN ('online_national', 'online_local')))
FROM payment WHERE in_period(paid_on) AND law_TTHC_004(paid_on) GROUP BY unit_id;

INSERT INTO answers
WITH listed AS (
    SELECT *, least(make_date(year, 12, 31), as_of()) AS judged_on
    FROM review WHERE year BETWEEN year(first_day()) AND year(end_day())
),
seen AS (
    SELECT l.*, c1.what IS NOT NULL AS reviewed_covered, c2.what IS NOT NULL AS proposal_covered
    FROM listed l
    LEFT JOIN span c1 ON c1.what = 'review.reviewed' AND c1.unit_id = l.unit_id
        AND l.judged_on BETWEEN c1.from_on AND c1.to_on
    LEFT JOIN span c2 ON c2.what = 'review.proposal' AND c2.unit_id = l.unit_id
        AND l.judged_on BETWEEN c2.from_on AND c2.to_on
)
SELECT
    'TTHC-005', unit_id,
    unnest(judged(CASE
        WHEN reviewed THEN NOT contents_complete WHEN reviewed IS NOT NULL OR reviewed_covered THEN TRUE
    END))
FROM seen
WHERE NOT (assigned_by IS NULL AND coalesce(NOT planned, FALSE)) AND law_TTHC_005(judged_on)
GROUP BY unit_id
UNION ALL
SELECT 'TTHC-035', unit_id, unnest(judged(accuse(proposal IS NULL, proposal_covered)))
FROM seen WHERE reviewed AND law_TTHC_035(judged_on) GROUP BY unit_id;

INSERT INTO answers
WITH dated AS (
    SELECT
        *, coalesce(received_on, council_decided_on) AS begun_on,
        count(*) OVER (
            PARTITION BY unit_id, council_decision_no, year(coalesce(council_decided_on, received_on))
        ) AS served
    FROM mediation_case
)
SELECT
    'TTHC-024', d.unit_id,
    unnest(judged(CASE
        WHEN d.council_decision_no IS NOT NULL THEN d.served > 1 WHEN c.what IS NOT NULL THEN TRUE
    END))
FROM dated d
LEFT JOIN span c ON c.what = 'mediation_case.council_decision_no' AND c.unit_id = d.unit_id
    AND d.begun_on BETWEEN c.from_on AND c.to_on
WHERE (d.begun_on IS NULL OR d.begun_on <= end_day())
    AND (d.closed_on IS NULL OR d.closed_on >= first_day())
    AND (d.council_decision_no IS NOT NULL OR d.closed_on IS NOT NULL
        OR coalesce(as_of() - d.begun_on > land_mediation_days(d.begun_on), TRUE))
    AND law_TTHC_024(d.begun_on)
GROUP BY d.unit_id;

INSERT INTO answers
WITH timed AS (
    SELECT
        a.unit_id, coalesce(a.residence_kind = 'permanent', FALSE) AS permanent, a.settled_on,
        a.handed_over_on IS NOT NULL AS handed, c.what IS NOT NULL AS covered,
        coalesce(a.handed_over_on, as_of()) - a.settled_on > residence_archive_days(a.settled_on) AS late
    FROM archive_handover a
    LEFT JOIN span c ON c.what = 'archive_handover.handed_over' AND c.unit_id = a.unit_id
        AND a.settled_on BETWEEN c.from_on AND c.to_on
    WHERE in_period(a.settled_on)
),
marked AS (
    SELECT
        unit_id,
        mark(permanent AND (handed OR late) AND law_TTHC_025(settled_on),
            CASE WHEN handed THEN late WHEN covered THEN TRUE END) AS "TTHC-025",
        mark(NOT permanent AND (handed OR late) AND law_TTHC_026(settled_on),
            CASE WHEN handed THEN late WHEN covered THEN TRUE END) AS "TTHC-026"
    FROM timed
),
counted AS (
    SELECT unit_id, tally(COLUMNS(* EXCLUDE (unit_id))) FROM marked GROUP BY unit_id
)
SELECT rule, unit_id, t.breached, t.kept, t.unknown
FROM counted UNPIVOT (t FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));

-- residence dossiers that no hand-over names; the same rule as the late ones
INSERT INTO answers
SELECT 'TTHC-026', f.unit_id, count(c.what), 0, count(*) - count(c.what)
FROM file f
ANTI JOIN archive_handover a ON a.unit_id = f.unit_id AND a.dossier_id = f.dossier_id
LEFT JOIN span c ON c.what = 'archive_handover' AND c.unit_id = f.unit_id AND f.finished_on BETWEEN c.from_on AND c.to_on
WHERE f.settled AND f.residence AND f.issued_on IS NOT NULL AND law_TTHC_026(f.finished_on)
    AND as_of() - f.finished_on > residence_archive_days(f.finished_on)
GROUP BY f.unit_id;

INSERT INTO answers
SELECT 'TTHC-037', unit_id, unnest(judged(paper_demanded))
FROM residence_check WHERE in_period(checked_on) AND law_TTHC_037(checked_on) GROUP BY unit_id;

INSERT INTO answers
SELECT 'TTHC-034', unit_id, 0, count(*), 0
FROM courtesy_letter WHERE in_period(issued_on) AND law_TTHC_034(issued_on) GROUP BY unit_id;

INSERT INTO answers
SELECT 'TTHC-040', unit_id, unnest(judged(NOT ok))
FROM observation
WHERE item IN ('name_plates', 'domain_signs', 'badges', 'waiting_room')
    AND seen_on BETWEEN first_day() AND greatest(end_day(), as_of()) AND law_TTHC_040(seen_on)
GROUP BY unit_id;

INSERT INTO answers
WITH waited AS (
    SELECT
        f.*, z.ordinal - a.ordinal AS days, coalesce(f.answered_on, as_of()) AS until_on, c.what IS NOT NULL AS covered
    FROM feedback f
    LEFT JOIN unit u ON u.unit_id = f.unit_id
    LEFT JOIN calendar_day a ON a.calendar = coalesce(u.calendar, 'VN') AND a.day = f.received_on
    LEFT JOIN calendar_day z ON z.calendar = coalesce(u.calendar, 'VN') AND z.day = coalesce(f.answered_on, as_of())
    LEFT JOIN span c ON c.what = 'feedback.answered' AND c.unit_id = f.unit_id
        AND coalesce(f.due_on, f.received_on) BETWEEN c.from_on AND c.to_on
    WHERE f.received_on <= end_day() AND (f.answered_on IS NULL OR f.answered_on >= first_day())
        AND law_TTHC_047(f.received_on)
),
answered AS (
    SELECT
        *, CASE
            WHEN due_on IS NULL THEN days > feedback_working_days(received_on)
            ELSE later(until_on, answered_at, due_on, due_at)
        END AS late
    FROM waited
)
SELECT 'TTHC-047', unit_id, unnest(judged(CASE WHEN answered_on IS NOT NULL OR covered THEN late END))
FROM answered WHERE answered_on IS NOT NULL OR late GROUP BY unit_id;
