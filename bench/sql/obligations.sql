-- Plans and reports due by a day: one pass answers ten duties.

INSERT INTO answers
WITH duty(rule, kind) AS (
    VALUES
        ('CDDH-001', 'reform_plan'), ('CDDH-001', 'index_plan'), ('CDDH-001', 'communication_plan'),
        ('CDDH-001', 'reform_inspection_plan'), ('CDDH-006', 'model_plan'), ('CDDH-011', 'dialogue_plan'),
        ('CDDH-012', 'dialogue_plan'), ('CDDH-012', 'dialogue_report'), ('CQS-009', 'digital_plan'),
        ('CQS-009', 'security_plan'), ('CQS-009', 'emulation_plan'), ('TCBM-001', 'structure_arranged'),
        ('TCBM-003', 'functions_report'), ('CDCV-004', 'training_plan'), ('TCC-001', 'budget_disclosure'),
        ('TCC-001', 'spending_rules'), ('TCC-001', 'autonomy_report'), ('TTHC-001', 'procedure_control_plan'),
        ('TTHC-001', 'procedure_review_plan')
),
asked AS (
    SELECT
        d.rule, o.unit_id, o.due_on,
        CASE
            WHEN o.fulfilled_on IS NOT NULL THEN later(o.fulfilled_on, o.fulfilled_at, o.due_on, o.due_at)
            WHEN c.what IS NOT NULL THEN TRUE
        END AS breached
    FROM obligation o
    JOIN duty d USING (kind)
    LEFT JOIN span c ON c.what = 'obligation.fulfilled' AND c.unit_id = o.unit_id
        AND o.due_on BETWEEN c.from_on AND c.to_on
    WHERE o.due_on <= least(make_date(year(end_day()), 12, 31), as_of())
        AND (
            o.due_on >= make_date(year(first_day()), 1, 1)
            OR (regexp_matches(right(o.period, 4), '^[0-9]{4}$')
                AND right(o.period, 4) >= year(first_day())::VARCHAR)
        )
)
SELECT a.rule, a.unit_id, unnest(judged(a.breached))
FROM asked a
WHERE EXISTS (FROM law l WHERE l.rule = a.rule AND a.due_on >= l.since AND a.due_on < l.until)
GROUP BY a.rule, a.unit_id;
