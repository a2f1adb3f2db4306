-- Organisation, civil service, finance: small tables, one query a question.

INSERT INTO answers
WITH held AS (SELECT *, min(unit_id) OVER id = max(unit_id) OVER id AS alone FROM report_due WINDOW id AS (PARTITION BY report_id))
SELECT 'TCBM-002', r.unit_id, unnest(judged(CASE WHEN r.alone THEN NOT s.present END))
FROM report_section s JOIN held r USING (report_id)
WHERE s.section = 'decentralised_tasks' AND in_period(r.submitted_on) AND law_TCBM_002(r.submitted_on)
GROUP BY r.unit_id;

INSERT INTO answers
SELECT 'TCBM-004', unit_id, unnest(judged(present > quota))
FROM quota WHERE year BETWEEN year(first_day()) AND year(end_day()) AND law_TCBM_004(seen_day()) GROUP BY unit_id;

INSERT INTO answers
SELECT 'TCBM-005', unit_id, 0, count(*), 0
FROM staff_reduction WHERE in_period(decided_on) AND law_TCBM_005(decided_on) GROUP BY unit_id;

INSERT INTO answers
SELECT 'CDCV-001', r.unit_id, unnest(judged(accuse(r.plan_issued_on IS NULL, c.what IS NOT NULL)))
FROM recruitment r
LEFT JOIN span c ON c.what = 'recruitment.plan_issued' AND c.unit_id = r.unit_id
    AND seen_day() BETWEEN c.from_on AND c.to_on
WHERE r.year BETWEEN year(first_day()) AND year(end_day()) AND r.quota > 0 AND law_CDCV_001(seen_day())
GROUP BY r.unit_id;

CREATE OR REPLACE TEMP MACRO last_year() AS year(as_of() + 1) - 1;
CREATE OR REPLACE TEMP MACRO over(y) AS
    y BETWEEN least(year(first_day()), last_year()) AND least(year(end_day()), last_year());

INSERT INTO answers
SELECT 'CDCV-008', unit_id, unnest(judged(recruited < quota))
FROM recruitment WHERE over(year) AND quota > 0 AND law_CDCV_008(make_date(last_year(), 12, 31)) GROUP BY unit_id;

INSERT INTO answers
SELECT 'CDCV-006', unit_id, unnest(judged(actual < planned))
FROM training_plan WHERE over(year) AND law_CDCV_006(make_date(last_year(), 12, 31)) GROUP BY unit_id;

INSERT INTO answers
SELECT
    'CDCV-005', unit_id,
    unnest(judged((actual - planned) * 100 > planned * coalesce(training_deviation(end_day()), 0)))
FROM training_plan
WHERE year BETWEEN year(first_day()) AND year(end_day()) AND law_CDCV_005(seen_day())
GROUP BY unit_id;

INSERT INTO answers
WITH latest AS (
    SELECT * FROM position WHERE leader AND as_of <= seen_day() AND law_CDCV_002(seen_day())
    QUALIFY row_number() OVER (
        PARTITION BY unit_id, title ORDER BY position.as_of DESC NULLS LAST, source_file, sheet, row
    ) = 1
)
SELECT 'CDCV-002', unit_id, unnest(judged(filled < required)) FROM latest GROUP BY unit_id;

INSERT INTO answers
WITH latest AS (
    SELECT * FROM staff WHERE in_effect(valid_from, valid_to, seen_day()) AND law_CDCV_003(seen_day())
    QUALIFY row_number() OVER (
        PARTITION BY unit_id, person ORDER BY valid_from DESC NULLS LAST, source_file, sheet, row
    ) = 1
)
SELECT 'CDCV-003', unit_id, unnest(judged(NOT record_synced)) FROM latest GROUP BY unit_id;

INSERT INTO answers
WITH trained AS (
    SELECT unit_id, person, max(trained_on) AS trained_on
    FROM staff
    WHERE role IN ('reception', 'reform_officer') AND in_effect(valid_from, valid_to, seen_day())
        AND law_CDCV_007(seen_day())
    GROUP BY ALL
)
SELECT
    'CDCV-007', t.unit_id,
    unnest(judged(CASE
        WHEN t.trained_on < seen_day() - to_years(training_cycle(end_day())::INTEGER) THEN TRUE
        ELSE accuse(t.trained_on IS NULL, c.what IS NOT NULL)
    END))
FROM trained t
LEFT JOIN span c ON c.what = 'staff.trained' AND c.unit_id = t.unit_id AND seen_day() BETWEEN c.from_on AND c.to_on
GROUP BY t.unit_id;

INSERT INTO answers
SELECT
    'CDCV-009', d.unit_id,
    unnest(judged(CASE WHEN d.present IS NOT NULL THEN accuse(NOT d.present AND d.reason IS NULL, c.what IS NOT NULL) END))
FROM duty_record d
LEFT JOIN span c ON c.what = 'duty_record.reason' AND c.unit_id = d.unit_id AND d.day BETWEEN c.from_on AND c.to_on
WHERE d.expected AND in_period(d.day) AND law_CDCV_009(d.day)
GROUP BY d.unit_id;

INSERT INTO answers
SELECT 'CDCV-010', s.unit_id, unnest(judged(accuse(s.decision_no IS NULL, c.what IS NOT NULL)))
FROM staff s
LEFT JOIN span c ON c.what = 'staff.decision_no' AND c.unit_id = s.unit_id
    AND seen_day() BETWEEN c.from_on AND c.to_on
WHERE s.role IN ('leader', 'reception', 'reform_officer') AND in_effect(s.valid_from, s.valid_to, seen_day())
    AND law_CDCV_010(seen_day())
GROUP BY s.unit_id;

INSERT INTO answers
SELECT 'TCC-002', unit_id, unnest(judged(additional_income_paid = 0))
FROM finance
WHERE year = year(end_day()) - 1 AND law_TCC_002(make_date(year(end_day()) - 1, 12, 31))
GROUP BY unit_id;
