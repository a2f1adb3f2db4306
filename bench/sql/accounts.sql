-- Accounts and telephone numbers that file for many owners.

CREATE OR REPLACE TEMP TABLE filed AS
SELECT
    unit_id, submitter_account AS account, submitter_phone AS phone, applicant, received_on,
    submitter_kind NOT IN ('representative', 'organisation') AS for_self,
    coalesce(submitter_kind IN ('post_office', 'officer'), FALSE) AS staff
FROM dossier WHERE channel = 'online' AND in_period(received_on);

INSERT INTO answers
WITH users AS (
    SELECT
        unit_id, min(received_on) AS first_on, bool_or(staff AND applicant <> account) AS staff,
        count(DISTINCT applicant) FILTER (WHERE for_self) AS owners,
        count(DISTINCT applicant) FILTER (WHERE coalesce(for_self, TRUE)) AS untold
    FROM filed WHERE account IS NOT NULL GROUP BY unit_id, account
    UNION ALL
    SELECT
        unit_id, min(received_on), bool_or(staff AND applicant <> phone),
        count(DISTINCT applicant) FILTER (WHERE for_self),
        count(DISTINCT applicant) FILTER (WHERE coalesce(for_self, TRUE))
    FROM filed WHERE phone IS NOT NULL GROUP BY unit_id, phone
    HAVING NOT coalesce(min(account) = max(account), FALSE)
)
SELECT
    'TTHC-031', unit_id,
    unnest(judged(CASE
        WHEN staff OR owners >= owners_per_account(first_on) THEN TRUE
        WHEN untold >= owners_per_account(first_on) THEN NULL
        WHEN NOT staff THEN FALSE
    END))
FROM users WHERE law_TTHC_031(first_on) GROUP BY unit_id;
