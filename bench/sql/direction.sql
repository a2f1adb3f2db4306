-- Direction of the reform: activities in one pass, models, findings, roles, tasks, reports, inspections.

INSERT INTO answers
WITH counted AS (
    SELECT
        unit_id,
        times(kind = 'dialogue' AND law_CDDH_002(held_on)) AS "CDDH-002",
        count(DISTINCT channel) FILTER (
            WHERE kind = 'communication' AND coalesce(topic = 'reform', TRUE) AND law_CDDH_003(held_on)
        ) AS "CDDH-003",
        times(kind = 'communication' AND channel = 'website' AND coalesce(topic = 'reform', TRUE)
            AND law_CDDH_004(held_on)) AS "CDDH-004",
        times(kind IN ('training', 'communication') AND topic = 'digital_transformation'
            AND law_CQS_011(held_on)) AS "CQS-011",
        times(kind = 'communication' AND topic = 'residence_data' AND law_TTHC_038(held_on)) AS "TTHC-038",
        times(kind = 'support' AND topic = 'e_identification' AND law_TTHC_039(held_on)) AS "TTHC-039"
    FROM activity WHERE in_period(held_on) GROUP BY unit_id
)
SELECT rule, unit_id, 0, kept, 0
FROM counted UNPIVOT (kept FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));

INSERT INTO answers
WITH running AS (
    SELECT m.*, c1.what IS NOT NULL AS evaluated_covered, c2.what IS NOT NULL AS rating_covered
    FROM reform_model m
    LEFT JOIN span c1 ON c1.what = 'reform_model.evaluated' AND c1.unit_id = m.unit_id
        AND seen_day() BETWEEN c1.from_on AND c1.to_on
    LEFT JOIN span c2 ON c2.what = 'reform_model.rating' AND c2.unit_id = m.unit_id
        AND seen_day() BETWEEN c2.from_on AND c2.to_on
    WHERE in_effect(m.valid_from, m.valid_to, seen_day())
),
marked AS (
    SELECT
        unit_id,
        mark(law_CDDH_005(seen_day()), FALSE) AS "CDDH-005",
        mark(law_CDDH_008(seen_day()),
            accuse(evaluated_on IS NULL OR evaluated_on > seen_day(), evaluated_covered)) AS "CDDH-008",
        mark(law_CDDH_009(seen_day()), accuse(rating IS NULL, rating_covered)) AS "CDDH-009"
    FROM running
),
counted AS (
    SELECT unit_id, tally(COLUMNS(* EXCLUDE (unit_id))) FROM marked GROUP BY unit_id
)
SELECT rule, unit_id, t.breached, t.kept, t.unknown
FROM counted UNPIVOT (t FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));

INSERT INTO answers
WITH held AS (SELECT *, min(unit_id) OVER id = max(unit_id) OVER id AS alone FROM report_due WINDOW id AS (PARTITION BY report_id))
SELECT 'CDDH-007', r.unit_id, unnest(judged(CASE WHEN r.alone THEN NOT s.present END))
FROM report_section s JOIN held r USING (report_id)
WHERE s.section = 'models' AND in_period(r.submitted_on) AND law_CDDH_007(r.submitted_on)
GROUP BY r.unit_id;

INSERT INTO answers
SELECT 'CDDH-010', r.unit_id, unnest(judged(accuse(r.held_on IS NULL, c.what IS NOT NULL)))
FROM inspection_round r
LEFT JOIN span c ON c.what = 'inspection_round.held' AND c.unit_id = r.unit_id
    AND r.planned_on BETWEEN c.from_on AND c.to_on
WHERE in_period(r.planned_on) AND r.planned_on <= seen_day() AND law_CDDH_010(r.planned_on)
GROUP BY r.unit_id;

INSERT INTO answers
SELECT 'CDDH-013', unit_id, 0, count(DISTINCT place), 0
FROM posting
WHERE qr AND place IN ('market', 'hamlet') AND in_effect(posted_on, removed_on, seen_day())
    AND law_CDDH_013(seen_day())
GROUP BY unit_id;

INSERT INTO answers
WITH held AS (
    SELECT *, min(unit_id) OVER id = max(unit_id) OVER id AS alone
    FROM obligation WINDOW id AS (PARTITION BY obligation_id)
),
plans AS (
    SELECT o.unit_id, o.alone, trim(regexp_replace(p.domain, '\s+', ' ', 'g')) AS written
    FROM plan_domain p JOIN held o USING (obligation_id)
    WHERE o.kind = 'reform_plan' AND o.fulfilled_on <= seen_day()
        AND regexp_matches(right(o.period, 4), '^[0-9]{4}$') AND right(o.period, 4) >= year(first_day())::VARCHAR
        AND law_CDDH_014(seen_day())
)
SELECT
    'CDDH-014', unit_id,
    unnest(judged(CASE
        WHEN alone THEN NOT EXISTS (FROM domain_name n WHERE starts_with(lower(p.written), lower(n.name)))
    END))
FROM plans p GROUP BY unit_id;

INSERT INTO answers
WITH findings AS (
    SELECT
        f.*, min(f.closed_on) OVER (PARTITION BY f.unit_id, f.rule_code) AS first_closed_on,
        c.what IS NOT NULL AS covered
    FROM past_finding f
    LEFT JOIN span c ON c.what = 'past_finding.closed' AND c.unit_id = f.unit_id
        AND f.due_on BETWEEN c.from_on AND c.to_on
),
marked AS (
    SELECT
        unit_id,
        mark(noticed_on <= seen_day() AND law_CDDH_015(noticed_on),
            coalesce(first_closed_on < noticed_on, FALSE)) AS "CDDH-015",
        mark(due_on <= seen_day() AND law_CDDH_016(due_on),
            accuse(closed_on IS NULL OR closed_on > seen_day(), covered)) AS "CDDH-016"
    FROM findings WHERE closed_on IS NULL OR closed_on >= first_day()
),
counted AS (
    SELECT unit_id, tally(COLUMNS(* EXCLUDE (unit_id))) FROM marked GROUP BY unit_id
)
SELECT rule, unit_id, t.breached, t.kept, t.unknown
FROM counted UNPIVOT (t FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));

INSERT INTO answers
SELECT 'CDDH-017', f.unit_id, unnest(judged(accuse(f.decision_no IS NULL, c.what IS NOT NULL)))
FROM focal_point f
LEFT JOIN span c ON c.what = 'focal_point.decision_no' AND c.unit_id = f.unit_id
    AND seen_day() BETWEEN c.from_on AND c.to_on
WHERE in_effect(f.valid_from, f.valid_to, seen_day()) AND law_CDDH_017(seen_day())
GROUP BY f.unit_id;

INSERT INTO answers
SELECT
    'CDDH-018', unit_id,
    unnest(judged(
        score::DECIMAL(18, 4) * 100 < maximum::DECIMAL(18, 4) * coalesce(criterion_share(end_day()), 0)
    ))
FROM index_score
WHERE year = year(first_day()) - 1 AND maximum > 0 AND law_CDDH_018(seen_day())
GROUP BY unit_id;

INSERT INTO answers
SELECT
    'CDDH-019', t.unit_id,
    unnest(judged(CASE
        WHEN t.done_on IS NOT NULL THEN later(t.done_on, t.done_at, t.due_on, t.due_at)
        WHEN c.what IS NOT NULL THEN TRUE
    END))
FROM task t
LEFT JOIN span c ON c.what = 'task.done' AND c.unit_id = t.unit_id AND t.due_on BETWEEN c.from_on AND c.to_on
WHERE t.due_on <= seen_day() AND (t.done_on IS NULL OR t.done_on >= first_day()) AND law_CDDH_019(t.due_on)
GROUP BY t.unit_id;

INSERT INTO answers
SELECT 'CDDH-020', unit_id, unnest(judged(score < 4))
FROM satisfaction WHERE in_period(asked_on) AND law_CDDH_020(asked_on) GROUP BY unit_id;
