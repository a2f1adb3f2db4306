-- Steps inside dossiers: the first hand-over, steps done late, lateness gathered in one officer.

INSERT INTO answers
WITH handed AS (
    SELECT
        f.unit_id, f.calendar, f.received_on, f.received_at,
        CASE WHEN s.sent_at <= f.received_at THEN s.finished_on ELSE coalesce(s.sent_on, s.received_on) END AS handed_on
    FROM dossier_step s
    JOIN file f ON f.unit_id = s.unit_id AND f.dossier_id = s.dossier_id
    WHERE s.step_no = 1 AND f.received AND law_TTHC_046(f.received_on)
),
waited AS (
    SELECT
        h.unit_id, z.ordinal - a.ordinal AS days, o.day IS NOT NULL AS off_day,
        (epoch(h.received_at)::BIGINT + 25200) % 86400 // 60 >= transfer_next_day_from(h.received_on) AS afternoon
    FROM handed h
    LEFT JOIN calendar_day a ON a.calendar = h.calendar AND a.day = h.received_on
    LEFT JOIN calendar_day z ON z.calendar = h.calendar AND z.day = h.handed_on
    LEFT JOIN (SELECT day FROM calendar_day WHERE calendar = 'VN' AND NOT working) o ON o.day = h.received_on
)
SELECT
    'TTHC-046', unit_id,
    unnest(judged(CASE
        WHEN days IS NULL THEN NULL WHEN days <= 0 THEN FALSE WHEN days > 1 THEN TRUE WHEN off_day THEN FALSE
        ELSE NOT afternoon
    END))
FROM waited GROUP BY unit_id;

CREATE OR REPLACE TEMP TABLE stage AS
WITH steps AS (
    SELECT
        s.unit_id, s.step_no, s.officer, s.due_on,
        later(coalesce(s.finished_on, as_of()), s.finished_at, s.due_on, s.due_at) AS late,
        s.finished_on IS NOT NULL OR s.due_on < as_of() AS judged,
        s.finished_on IS NOT NULL AS done, c.what IS NOT NULL AS covered
    FROM dossier_step s
    LEFT JOIN span c ON c.what = 'dossier_step.finished' AND c.unit_id = s.unit_id
        AND s.due_on BETWEEN c.from_on AND c.to_on
    WHERE s.due_on IS NOT NULL
        AND (s.sent_on IS NULL OR s.sent_on <= end_day())
        AND (s.finished_on IS NULL OR s.finished_on >= first_day())
)
SELECT
    unit_id, step_no, officer, count(*) AS steps, times(late AND done) AS late_done, times(late AND NOT done) AS late_open, max(due_on) FILTER (WHERE late) AS last_on,
    times(judged AND law_TTHC_057(due_on) AND late AND (done OR covered)) AS breached,
    times(judged AND law_TTHC_057(due_on) AND done AND NOT late) AS kept,
    times(judged AND law_TTHC_057(due_on) AND NOT done AND NOT covered) AS unknown
FROM steps GROUP BY unit_id, step_no, officer;

INSERT INTO answers
SELECT 'TTHC-057', unit_id, sum(breached), sum(kept), sum(unknown) FROM stage GROUP BY unit_id;

INSERT INTO answers
WITH known AS (
    SELECT s.*, s.late_done + CASE WHEN c.what IS NULL THEN 0 ELSE s.late_open END AS late
    FROM stage s
    LEFT JOIN span c ON c.what = 'dossier_step.finished' AND c.unit_id = s.unit_id
        AND s.last_on BETWEEN c.from_on AND c.to_on
    WHERE s.officer IS NOT NULL
),
shared AS (
    SELECT *, sum(late) OVER of_stage AS all_late, sum(steps) OVER of_stage AS all_steps
    FROM known
    WINDOW of_stage AS (PARTITION BY unit_id, step_no)
),
officers AS (
    SELECT
        unit_id, officer, max(last_on) AS last_on,
        bool_or(late >= one_officer_late_steps(last_on)
            AND late * 100 > all_late * one_officer_late_share(last_on)
            AND late * all_steps > one_officer_times_work(last_on) * steps * all_late) AS gathered
    FROM shared WHERE late > 0 GROUP BY unit_id, officer
)
SELECT 'TTHC-052', unit_id, unnest(judged(gathered)) FROM officers WHERE law_TTHC_052(last_on) GROUP BY unit_id;

INSERT INTO answers
WITH worked_on AS (SELECT DISTINCT unit_id, dossier_id FROM dossier_step)
SELECT 'TTHC-015', f.unit_id, unnest(judged(accuse(s.dossier_id IS NULL, c.what IS NOT NULL)))
FROM file f
LEFT JOIN worked_on s ON s.unit_id = f.unit_id AND s.dossier_id = f.dossier_id
LEFT JOIN span c ON c.what = 'dossier_step' AND c.unit_id = f.unit_id AND f.finished_on BETWEEN c.from_on AND c.to_on
WHERE f.settled AND f.has_term AND law_TTHC_015(f.received_on)
GROUP BY f.unit_id;
