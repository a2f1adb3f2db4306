-- Papers of dossiers: digitised, on the published list, of certification dossiers not kept in the original.

INSERT INTO answers
WITH joined AS (
    SELECT
        f.unit_id, f.received, f.received_on, p.digitised, p.unnumbered, p.dossier_id IS NOT NULL AS has_papers,
        p.numbers AS paper_numbers, l.numbers AS list_numbers, c1.what IS NOT NULL AS numbers_received
    FROM file f
    LEFT JOIN papers p ON p.unit_id = f.unit_id AND p.dossier_id = f.dossier_id
    LEFT JOIN paper_list l ON l.code = f.code AND l.version = f.version
    LEFT JOIN span c1 ON c1.what = 'dossier_component.procedure_component_no' AND c1.unit_id = f.unit_id
        AND f.received_on BETWEEN c1.from_on AND c1.to_on
),
marked AS (
    SELECT
        unit_id,
        mark(received AND law_TTHC_017(received_on), NOT digitised) AS "TTHC-017",
        mark(received AND has_papers AND law_TTHC_043(received_on),
            CASE
                WHEN list_numbers IS NULL THEN NULL
                WHEN NOT list_has_all(list_numbers, list_filter(paper_numbers, lambda n: n IS NOT NULL)) THEN TRUE
                WHEN unnumbered = 0 THEN FALSE
                WHEN numbers_received THEN TRUE
            END) AS "TTHC-043"
    FROM joined
),
counted AS (
    SELECT unit_id, tally(COLUMNS(* EXCLUDE (unit_id))) FROM marked GROUP BY unit_id
)
SELECT rule, unit_id, t.breached, t.kept, t.unknown
FROM counted UNPIVOT (t FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));

INSERT INTO answers
WITH shown AS (
    SELECT procedure_code AS code, version, component_no AS no
    FROM procedure_component WHERE NOT keeps_original
),
asked AS (
    SELECT f.unit_id, f.dossier_id, f.received_on, s.no
    FROM file f JOIN shown s USING (code, version)
    WHERE in_period(f.received_on) AND f.certification AND law_TTHC_006(f.received_on)
),
kept AS (
    SELECT
        a.unit_id, a.dossier_id,
        bool_or(coalesce(p.kept_original, FALSE)) AS any_kept,
        bool_and(p.kept_original IS NOT NULL
            OR coalesce(p.form IN ('certified_copy', 'copy', 'electronic', 'data'), FALSE)) AS all_known
    FROM asked a
    LEFT JOIN dossier_component p
        ON p.unit_id = a.unit_id AND p.dossier_id = a.dossier_id AND p.procedure_component_no = a.no
    GROUP BY ALL
),
answered AS (
    SELECT k.unit_id, coalesce(CASE WHEN any_kept THEN TRUE WHEN all_known THEN FALSE END, x.original) AS breached
    FROM kept k LEFT JOIN drawn x USING (unit_id, dossier_id)
)
SELECT 'TTHC-006', unit_id, unnest(judged(breached)) FROM answered GROUP BY unit_id;
