-- Accounts and telephone numbers that file for many owners.

CREATE OR REPLACE TEMP TABLE filed AS
SELECT
    unit_id, submitter_account AS account, submitter_phone AS phone, applicant, received_on,
    submitter_kind NOT IN ('representative', 'organisation') AS for_self,
    coalesce(submitter_kind IN ('post_office', 'officer'), FALSE) AS staff
FROM dossier WHERE channel = 'online' AND in_period(received_on);

INSERT INTO answers
WITH account_owners AS (
    SELECT
        unit_id, account, min(received_on) AS first_on, bool_or(staff AND applicant <> account) AS staff,
        bool_or(for_self) AND applicant IS NOT NULL AS owner,
        bool_or(coalesce(for_self, TRUE)) AND applicant IS NOT NULL AS untold
    FROM filed WHERE account IS NOT NULL GROUP BY unit_id, account, applicant
),
phone_owners AS (
    SELECT
        unit_id, phone, min(received_on) AS first_on, bool_or(staff AND applicant <> phone) AS staff,
        bool_or(for_self) AND applicant IS NOT NULL AS owner,
        bool_or(coalesce(for_self, TRUE)) AND applicant IS NOT NULL AS untold,
        min(account) AS first_account, max(account) AS last_account
    FROM filed WHERE phone IS NOT NULL GROUP BY unit_id, phone, applicant
),
users AS (
    SELECT
        unit_id, min(first_on) AS first_on, bool_or(staff) AS staff,
        times(owner) AS owners, times(untold) AS untold
    FROM account_owners GROUP BY unit_id, account
    UNION ALL
    SELECT unit_id, min(first_on), bool_or(staff), times(owner), times(untold)
    FROM phone_owners GROUP BY unit_id, phone
    HAVING NOT coalesce(min(first_account) = max(last_account), FALSE)
)
SELECT
    'TTHC-031', unit_id,
    unnest(judged(CASE
        WHEN staff OR owners >= owners_per_account(first_on) THEN TRUE
        WHEN untold >= owners_per_account(first_on) THEN NULL
        WHEN NOT staff THEN FALSE
    END))
FROM users WHERE law_TTHC_031(first_on) GROUP BY unit_id;
