-- One pass over the dossiers alone: twelve questions.

INSERT INTO answers
WITH whole AS (
    SELECT
        f.*, v.term_value, v.term_unit,
        in_period(f.received_on) AS received,
        in_period(f.finished_on) AND NOT ended(f.status) AS settled,
        in_period(f.returned_on) AS given,
        f.received_on <= end_day() AND (f.finished_on IS NULL OR f.finished_on >= first_day()) AS at_hand,
        coalesce(own.calendar, 'VN') AS calendar, own.agency_code AS agency, own.old_agency,
        taker.agency_code AS desk_agency, giver.kind AS giver_kind,
        coalesce(f.first_due_on, f.due_on) AS promised_on,
        CASE v.term_unit
            WHEN 'calendar_day' THEN f.received_on + (v.term_value - 1)::INTEGER ELSE f.received_on
        END AS counted_from
    FROM dossier f
    LEFT JOIN version v
        ON v.code = f.procedure_code AND v.named = coalesce(f.procedure_version, '')
        AND f.received_on >= v.from_on AND f.received_on < v.until_on
    LEFT JOIN (
        SELECT
            unit_id, calendar, agency_code,
            '000.' || coalesce(nullif(substr(agency_code, 8, 2), ''), '00') || '.'
                || coalesce(nullif(substr(agency_code, 5, 2), ''), '00') || '.' || substr(agency_code, 1, 3)
                AS old_agency
        FROM unit
    ) own ON own.unit_id = f.unit_id
    LEFT JOIN unit taker ON taker.unit_id = f.received_by_unit_id
    LEFT JOIN unit giver ON giver.unit_id = f.returned_by_unit_id
),
joined AS (
    SELECT
        f.*, x.witnesses AS seen_witnesses,
        day_received.ordinal AS received_no, day_finished.ordinal AS finished_no, day_synced.ordinal AS synced_no,
        day_first.ordinal AS first_due_no, day_due.ordinal AS due_no, day_promised.ordinal AS promised_no,
        day_counted.ordinal AS counted_no,
        c1.what IS NOT NULL AS witnesses_finished, c2.what IS NOT NULL AS finished_due,
        c3.what IS NOT NULL AS synced_received
    FROM whole f
    LEFT JOIN drawn x ON x.unit_id = f.unit_id AND x.dossier_id = f.dossier_id
    LEFT JOIN calendar_day day_received ON day_received.calendar = f.calendar AND day_received.day = f.received_on
    LEFT JOIN calendar_day day_finished ON day_finished.calendar = f.calendar AND day_finished.day = f.finished_on
    LEFT JOIN calendar_day day_synced
        ON day_synced.calendar = f.calendar AND day_synced.day = coalesce(f.synced_on, as_of())
    LEFT JOIN calendar_day day_first ON day_first.calendar = f.calendar AND day_first.day = f.first_due_on
    LEFT JOIN calendar_day day_due ON day_due.calendar = f.calendar AND day_due.day = f.due_on
    LEFT JOIN calendar_day day_promised ON day_promised.calendar = f.calendar AND day_promised.day = f.promised_on
    LEFT JOIN calendar_day day_counted ON day_counted.calendar = f.calendar AND day_counted.day = f.counted_from
    LEFT JOIN span c1 ON c1.what = 'dossier.witnesses' AND c1.unit_id = f.unit_id
        AND f.finished_on BETWEEN c1.from_on AND c1.to_on
    LEFT JOIN span c2 ON c2.what = 'dossier.finished' AND c2.unit_id = f.unit_id
        AND f.due_on BETWEEN c2.from_on AND c2.to_on
    LEFT JOIN span c3 ON c3.what = 'dossier.synced' AND c3.unit_id = f.unit_id
        AND f.received_on BETWEEN c3.from_on AND c3.to_on
),
named AS (
    SELECT
        *,
        strpos(dossier_id, strftime(received_on, '-%y%m%d-')) - 1 AS dash,
        coalesce(supplement_requests > 0, FALSE) OR coalesce(waiting_minutes > 0, FALSE) AS waited_for,
        synced_no - received_no > sync_working_days(received_on) AS sync_late,
        CASE term_unit
            WHEN 'working_day' THEN term_value WHEN 'calendar_day' THEN 1 WHEN 'hour' THEN (term_value + 7) // 8
        END + CASE WHEN channel = 'online' THEN 1 ELSE 0 END AS allowed
    FROM joined
),
coded_by AS (
    SELECT
        *,
        substr(dossier_id, greatest(dash, 0) + 9) AS serial,
        substr(dossier_id, 1, greatest(dash, 0)) AS maker
    FROM named
),
marked AS (
    SELECT
        unit_id,
        mark(settled AND special_case AND law_TTHC_022(finished_on)
            AND (domain IS NULL OR contains(lower(domain), 'chứng thực')),
            coalesce(witnesses < 2, NOT seen_witnesses)) AS "TTHC-022",
        mark(settled AND special_case AND law_TTHC_023(finished_on)
            AND (domain IS NULL OR contains(lower(domain), 'chứng thực')),
            accuse(witnesses IS NULL, witnesses_finished)) AS "TTHC-023",
        mark(given AND law_TTHC_028(returned_on), giver_kind = 'department') AS "TTHC-028",
        mark(at_hand AND law_TTHC_029(coalesce(due_on, finished_on)) AND (
                coalesce(finished_on <= greatest(end_day(), as_of()), FALSE)
                OR ((due_on IS NULL OR due_on < as_of()) AND NOT ended(status))
            ),
            CASE
                WHEN finished_on IS NOT NULL THEN later(finished_on, finished_at, due_on, due_at)
                WHEN finished_due AND due_on IS NOT NULL
                    AND NOT coalesce(status IN ('supplement', 'financial_duty'), FALSE) THEN TRUE
            END) AS "TTHC-029",
        mark(received AND law_TTHC_044(received_on)
            AND (parent_dossier_id IS NULL OR parent_dossier_id <> dossier_id),
            CASE
                WHEN dash < 1 THEN CASE
                    WHEN channel = 'online' AND regexp_extract(dossier_id, '-([0-9]{6})-[0-9]{4,7}$', 1) <> ''
                        AND regexp_extract(dossier_id, '-([0-9]{6})-[0-9]{4,7}$', 1) < strftime(received_on, '%y%m%d')
                        THEN NULL
                    ELSE TRUE
                END
                WHEN NOT regexp_matches(serial, '^[0-9]{4,7}$') THEN TRUE
                WHEN maker = agency OR maker = old_agency OR maker = desk_agency THEN FALSE
                WHEN NOT regexp_matches(
                    maker, '^([A-Z][0-9]{2}([.][0-9]{2}){0,3}|[0-9]{3}[.][0-9]{2}[.][0-9]{2}[.][A-Z][0-9]{2})$'
                ) THEN TRUE
                WHEN starts_with(maker, 'G') THEN NULL
                WHEN agency IS NOT NULL THEN TRUE
            END) AS "TTHC-044",
        mark(at_hand AND law_TTHC_045(received_on),
            CASE
                WHEN later(received_on, received_at, finished_on, finished_at)
                    OR later(finished_on, finished_at, returned_on, returned_at)
                    OR later(issued_on, issued_at, returned_on, returned_at)
                    OR later(received_on, received_at, first_due_on, first_due_at) THEN TRUE
                WHEN finished_on IS NOT NULL OR (issued_on IS NOT NULL AND returned_on IS NOT NULL)
                    OR first_due_on IS NOT NULL THEN FALSE
            END) AS "TTHC-045",
        mark(received AND law_TTHC_050(received_on) AND (synced_on IS NOT NULL OR sync_late),
            CASE WHEN synced_on IS NOT NULL OR synced_received THEN sync_late END) AS "TTHC-050",
        mark(at_hand AND due_on <> first_due_on AND law_TTHC_051(due_on),
            CASE
                WHEN due_no - first_due_no > due_shift_working_days(due_on) AND waited_for THEN NULL
                ELSE due_no - first_due_no > due_shift_working_days(due_on)
            END) AS "TTHC-051",
        mark(received AND term_value IS NOT NULL AND law_TTHC_054(received_on),
            CASE
                WHEN promised_no - counted_no > allowed AND (first_due_on IS NULL OR waited_for) THEN NULL
                ELSE promised_no - counted_no > allowed
            END) AS "TTHC-054",
        mark(received AND channel = 'online' AND law_TTHC_055(received_on), submitter_kind = 'officer') AS "TTHC-055",
        mark(settled AND lower(domain) = 'chứng thực' AND law_TTHC_056(received_on),
            CASE
                WHEN finished_no - received_no > certification_days(received_on)
                    AND (
                        coalesce(due_on >= finished_on, FALSE) OR waited_for
                        OR NOT coalesce(
                            regexp_matches(lower(procedure_name), 'hợp đồng|giao dịch|di chúc|di sản'), FALSE
                        )
                        OR (coalesce(channel = 'online', FALSE)
                            AND finished_no - received_no = certification_days(received_on) + 1)
                    )
                    THEN NULL
                ELSE finished_no - received_no > certification_days(received_on)
            END) AS "TTHC-056",
        mark(received AND law_CQS_004(received_on), channel <> 'online') AS "CQS-004"
    FROM coded_by
),
counted AS (
    SELECT unit_id, tally(COLUMNS(* EXCLUDE (unit_id))) FROM marked GROUP BY unit_id
)
SELECT rule, unit_id, t.breached, t.kept, t.unknown
FROM counted UNPIVOT (t FOR rule IN (COLUMNS(* EXCLUDE (unit_id))));
