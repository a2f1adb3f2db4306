-- Digital government: documents and devices in one pass each, reports, security files, community teams.

INSERT INTO answers
WITH signed AS (
    SELECT
        unit_id, issued_on,
        CASE WHEN person_signature = 'valid' THEN TRUE WHEN person_signature IN ('invalid', 'none') THEN FALSE END AS person,
        CASE WHEN agency_seal = 'valid' THEN TRUE WHEN agency_seal IN ('invalid', 'none') THEN FALSE END AS agency
    FROM outgoing_document WHERE in_period(issued_on) AND NOT coalesce(secret, FALSE)
),
marked AS (
    SELECT
        unit_id,
        mark(law_CQS_001(issued_on), NOT (person OR agency)) AS "CQS-001",
        mark(law_CQS_002(issued_on), NOT (person AND agency)) AS "CQS-002"
    FROM signed
),
counted AS (
    SELECT unit_id, tally(COLUMNS(* EXCLUDE (unit_id))) FROM marked GROUP BY unit_id
)
SELECT rule, unit_id, t.breached, t.kept, t.unknown
FROM counted UNPIVOT (t FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));

INSERT INTO answers
WITH marked AS (
    SELECT
        unit_id,
        mark(law_CQS_007(seen_day()), NOT meets_minimum) AS "CQS-007",
        mark(kind = 'computer' AND law_CQS_008(seen_day()), NOT anti_malware) AS "CQS-008",
        mark(kind = 'computer' AND law_CQS_012(seen_day()), NOT anti_malware) AS "CQS-012"
    FROM device
),
counted AS (
    SELECT unit_id, tally(COLUMNS(* EXCLUDE (unit_id))) FROM marked GROUP BY unit_id
)
SELECT rule, unit_id, t.breached, t.kept, t.unknown
FROM counted UNPIVOT (t FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));

INSERT INTO answers
SELECT
    'CQS-003', f.unit_id,
    unnest(judged(accuse(f.submitted_on IS NULL OR f.submitted_on > seen_day(), c.what IS NOT NULL)))
FROM security_file f
LEFT JOIN span c ON c.what = 'security_file.submitted' AND c.unit_id = f.unit_id
    AND seen_day() BETWEEN c.from_on AND c.to_on
WHERE law_CQS_003(seen_day())
GROUP BY f.unit_id;

INSERT INTO answers
WITH owed AS (
    SELECT
        r.unit_id, r.form_code, r.due_on,
        CASE
            WHEN r.submitted_on IS NOT NULL THEN later(r.submitted_on, r.submitted_at, r.due_on, r.due_at)
            WHEN c.what IS NOT NULL THEN TRUE
        END AS missed
    FROM report_due r
    LEFT JOIN span c ON c.what = 'report_due.submitted' AND c.unit_id = r.unit_id
        AND r.due_on BETWEEN c.from_on AND c.to_on
    WHERE in_period(r.due_on) AND r.due_on <= as_of()
),
forms AS (
    SELECT
        unit_id, min(due_on) AS first_due_on,
        CASE WHEN times(missed) > 0 THEN TRUE WHEN times(missed IS NULL) = 0 THEN FALSE END AS breached
    FROM owed GROUP BY unit_id, form_code
)
SELECT 'CQS-006', unit_id, unnest(judged(breached)) FROM forms WHERE law_CQS_006(first_due_on) GROUP BY unit_id;

INSERT INTO answers
SELECT 'CQS-010', unit_id, unnest(judged(founded_on > seen_day()))
FROM community_team WHERE law_CQS_010(seen_day()) GROUP BY unit_id;
