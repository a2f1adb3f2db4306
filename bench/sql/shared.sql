-- What several families ask: macros, then one pass over each big table.

CREATE OR REPLACE TEMP TABLE answers (rule VARCHAR, unit_id VARCHAR, breached BIGINT, kept BIGINT, unknown BIGINT);

CREATE OR REPLACE TEMP MACRO in_period(d) AS d BETWEEN first_day() AND end_day();
CREATE OR REPLACE TEMP MACRO seen_day() AS least(end_day(), as_of());
CREATE OR REPLACE TEMP MACRO later(x_on, x_at, y_on, y_at) AS
    CASE WHEN x_at IS NOT NULL AND y_at IS NOT NULL THEN x_at > y_at ELSE x_on > y_on END;
CREATE OR REPLACE TEMP MACRO accuse(missing, covered) AS CASE WHEN NOT missing THEN FALSE WHEN covered THEN missing END;
-- a case: 1 breached, 0 kept, -1 undecided; NULL where it is none
CREATE OR REPLACE TEMP MACRO mark(examined, breached) AS CASE WHEN examined THEN coalesce(breached::TINYINT, -1) END;
-- count_if says NULL, not 0, where every condition is NULL
CREATE OR REPLACE TEMP MACRO times(condition) AS count(*) FILTER (WHERE condition);
CREATE OR REPLACE TEMP MACRO tally(m) AS {breached: times(m = 1), kept: times(m = 0), unknown: times(m = -1)};
CREATE OR REPLACE TEMP MACRO judged(b) AS
    {breached: times(b), kept: times(NOT b), unknown: times(b IS NULL)};
CREATE OR REPLACE TEMP MACRO ended(status) AS
    coalesce(status IN ('submitted', 'not_received', 'withdrawn', 'stopped'), FALSE);
CREATE OR REPLACE TEMP MACRO in_effect(valid_from, valid_to, d) AS valid_from <= d AND (valid_to IS NULL OR valid_to >= d);

CREATE OR REPLACE TEMP TABLE span AS
SELECT unit_id, "table" AS what, from_on, to_on FROM coverage;

-- each version as asked for by its name on any day, and without a name while it is the last in force
CREATE OR REPLACE TEMP TABLE version AS
SELECT
    procedure_code AS code, '' AS named, version, domain, term_value, term_unit,
    coalesce(immediate, FALSE) AS immediate,
    in_force_from AS from_on,
    least(
        coalesce(in_force_to + 1, DATE '9999-12-31'),
        coalesce(
            lead(in_force_from) OVER (PARTITION BY procedure_code ORDER BY in_force_from, version),
            DATE '9999-12-31'
        )
    ) AS until_on
FROM procedure
UNION ALL
SELECT
    procedure_code, version, version, domain, term_value, term_unit, coalesce(immediate, FALSE),
    DATE '0001-01-01', DATE '9999-12-31'
FROM procedure;

CREATE OR REPLACE TEMP TABLE paper_list AS
SELECT
    procedure_code AS code, version, list(component_no) AS numbers,
    nullif(count(DISTINCT name) FILTER (
        WHERE coalesce(originals, 0) + coalesce(copies, 0) > 0 AND NOT coalesce(replaced_by_data, FALSE)
            AND coalesce(required, NOT regexp_matches(lower(name), 'trường hợp|nếu |ủy quyền|uỷ quyền|bưu chính'))
    ), 0) AS wanted
FROM procedure_component GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE drawn AS
SELECT
    s.unit_id, s.dossier_id,
    min(c.verdict = 'yes') FILTER (WHERE c.item = 'receipt_present') AS receipt,
    min(c.verdict = 'yes') FILTER (WHERE c.item = 'components_listed') AS components,
    min(c.verdict = 'yes') FILTER (WHERE c.item = 'control_slip_present') AS control,
    min(c.verdict = 'yes') FILTER (WHERE c.item = 'original_kept') AS original,
    min(c.verdict = 'yes') FILTER (WHERE c.item = 'pages_complete') AS pages,
    min(c.verdict = 'yes') FILTER (WHERE c.item = 'person_signature') AS person,
    min(c.verdict = 'yes') FILTER (WHERE c.item = 'agency_seal') AS seal,
    min(c.verdict = 'yes') FILTER (WHERE c.item = 'two_witnesses') AS witnesses
FROM sample s JOIN sample_check c USING (sample_id, dossier_id)
WHERE c.verdict <> 'unclear'
GROUP BY ALL;

-- a dossier with the version of its procedure, narrow: what the other big tables are joined to
CREATE OR REPLACE TEMP TABLE file AS
SELECT
    d.unit_id, d.dossier_id, d.received_on, d.received_at, d.due_on, d.finished_on, d.finished_at,
    d.issued_on, d.issued_at, d.returned_on, d.returned_at,
    coalesce(own.calendar, 'VN') AS calendar,
    in_period(d.received_on) AS received,
    in_period(d.returned_on) AS given,
    d.received_on <= end_day() AND (d.finished_on IS NULL OR d.finished_on >= first_day()) AS at_hand,
    in_period(d.finished_on) AND NOT ended(d.status) AS settled,
    ended(d.status) OR coalesce(d.status IN ('supplement', 'financial_duty'), FALSE) AS idle,
    NOT ended(d.status) AND (d.finished_on IS NOT NULL OR coalesce(d.status IN ('settled', 'returned'), FALSE)) AS closed,
    ended(d.status) AS without_result, d.status IS NOT NULL AS has_status,
    d.fee_due > 0 AS fee, d.supplement_requests,
    coalesce(d.channel = 'online', FALSE) AS online, coalesce(d.channel = 'post', FALSE) OR coalesce(giver.kind = 'post', FALSE) AS by_post,
    contains(lower(d.domain), 'đất đai') AS land, coalesce(contains(lower(d.domain), 'chứng thực'), FALSE) AS certifying,
    contains(lower(d.domain), 'cư trú') AS residence,
    d.parent_dossier_id IS NOT NULL OR coalesce(own.level <> taker.level, FALSE) AS linked,
    v.code, v.version, v.term_value IS NOT NULL AND NOT v.immediate AS has_term,
    contains(lower(v.domain), 'chứng thực') AS certification,
    at_once.code IS NOT NULL AS at_once
FROM dossier d
LEFT JOIN unit own ON own.unit_id = d.unit_id
LEFT JOIN unit taker ON taker.unit_id = d.received_by_unit_id
LEFT JOIN unit giver ON giver.unit_id = d.returned_by_unit_id
LEFT JOIN (SELECT DISTINCT procedure_code AS code FROM procedure WHERE immediate) at_once
    ON at_once.code = d.procedure_code
LEFT JOIN version v
    ON v.code = d.procedure_code AND v.named = coalesce(d.procedure_version, '')
    AND d.received_on >= v.from_on AND d.received_on < v.until_on;

CREATE OR REPLACE TEMP TABLE slips AS
SELECT
    unit_id, dossier_id,
    times(kind = 'receipt') AS receipts,
    times(kind = 'control') AS controls,
    times(kind = 'supplement') AS supplements,
    times(kind = 'apology') AS apologies,
    min(issued_on) FILTER (WHERE kind = 'apology') AS apology_on,
    count(DISTINCT new_due_on) FILTER (WHERE kind = 'apology') AS new_dates,
    max(issued_on) FILTER (WHERE kind = 'apology' AND new_due_on IS NOT NULL) AS renewed_on
FROM slip GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE papers AS
SELECT
    p.unit_id, p.dossier_id,
    count(*) AS papers,
    bool_or(p.digitised OR coalesce(p.form IN ('electronic', 'data'), FALSE)) AS digitised,
    list(p.procedure_component_no) AS numbers,
    times(p.procedure_component_no IS NULL) AS unnumbered
FROM dossier_component p
GROUP BY ALL;
