-- Chauffeured routes and what companies owe for them. What was driven is corrected while its month is open; what was
-- confirmed is never changed again, whoever asks: the application's role has no right to, and triggers refuse even the owner.

-- The division's people who bill, and those who drive.
ALTER TABLE user_account DROP CONSTRAINT user_account_roles_check;
ALTER TABLE user_account ADD CONSTRAINT user_account_roles_check CHECK (roles <@ ARRAY[
    'OPERATOR', 'SUPPORT_AGENT', 'AUDITOR', 'SETTLEMENT_CLERK', 'SETTLEMENT_APPROVER', 'CHAUFFEUR']);
ALTER TABLE service_account DROP CONSTRAINT service_account_role_check;
ALTER TABLE service_account ADD CONSTRAINT service_account_role_check CHECK (role IN (
    'MEMBER', 'COMPANY_ADMIN', 'OPERATOR', 'SUPPORT_AGENT', 'AUDITOR', 'SETTLEMENT_CLERK', 'SETTLEMENT_APPROVER', 'CHAUFFEUR'));

CREATE TABLE route (
    id         uuid PRIMARY KEY,
    version    bigint NOT NULL,
    company_id uuid NOT NULL REFERENCES company,
    name       text NOT NULL,
    closed     boolean NOT NULL
);
CREATE INDEX route_by_company ON route (company_id, id);

-- Rates are only added; one that was wrong is overtaken.
CREATE TABLE rate (
    route_id   uuid NOT NULL REFERENCES route,
    version    integer NOT NULL CHECK (version >= 1),
    valid_from date NOT NULL,
    won        bigint NOT NULL CHECK (won > 0),
    PRIMARY KEY (route_id, version)
);
CREATE TRIGGER rate_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rate
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE slot (
    id         uuid PRIMARY KEY,
    version    bigint NOT NULL,
    company_id uuid NOT NULL REFERENCES company,
    route_id   uuid NOT NULL REFERENCES route,
    name       text NOT NULL,
    timetables jsonb NOT NULL,
    retired    boolean NOT NULL
);
CREATE INDEX slot_by_company ON slot (company_id, id);
CREATE INDEX slot_by_route ON slot (route_id, id);

-- The service date is that of the scheduled departure in Seoul (P1). Korea has had no other offset since 1988.
CREATE TABLE run (
    id           uuid PRIMARY KEY,
    version      bigint NOT NULL,
    company_id   uuid NOT NULL REFERENCES company,
    route_id     uuid NOT NULL REFERENCES route,
    slot_id      uuid NOT NULL REFERENCES slot,
    departure    timestamptz NOT NULL,
    service_date date GENERATED ALWAYS AS ((departure AT TIME ZONE 'Asia/Seoul')::date) STORED,
    status       text NOT NULL CHECK (status IN ('SCHEDULED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED')),
    left_at      timestamptz,
    arrived_at   timestamptz,
    cause        text,
    cancelled_at timestamptz,
    CONSTRAINT run_departs_once UNIQUE (slot_id, departure),
    -- A company's month is read by it, and charges are held by it to what they say of their run.
    CONSTRAINT run_of_company UNIQUE (company_id, service_date, id, route_id),
    CHECK ((status IN ('IN_PROGRESS', 'COMPLETED')) = (left_at IS NOT NULL)),
    CHECK ((status = 'COMPLETED') = (arrived_at IS NOT NULL)),
    CHECK ((status = 'CANCELLED') = (cause IS NOT NULL)),
    CHECK ((cause IS NULL) = (cancelled_at IS NULL))
);

-- Numbers are drawn once: a sequence never goes back.
CREATE SEQUENCE vehicle_contract_number;
CREATE SEQUENCE settlement_number;

-- Which vehicle serves which slot; a void contract never did. The number is its own for ever.
CREATE TABLE vehicle_contract (
    id           uuid PRIMARY KEY,
    number       text NOT NULL CHECK (number ~ '^VC[0-9]{6}-[0-9]{6,11}$'),
    company_id   uuid NOT NULL REFERENCES company,
    slot_id      uuid NOT NULL REFERENCES slot,
    vehicle_id   uuid NOT NULL REFERENCES vehicle,
    chauffeur_id uuid NOT NULL,
    cause        text NOT NULL,
    start_at     timestamptz,
    end_at       timestamptz,
    CONSTRAINT vehicle_contract_number_once UNIQUE (number),
    CHECK (start_at < end_at),
    CHECK (start_at IS NOT NULL OR end_at IS NULL),
    -- P15: of one slot, and of one vehicle, no two overlap, ever, whatever the application believes.
    CONSTRAINT vehicle_contract_slot_free EXCLUDE USING gist (slot_id WITH =, tstzrange(start_at, end_at) WITH &&)
        WHERE (start_at IS NOT NULL),
    CONSTRAINT vehicle_contract_vehicle_free EXCLUDE USING gist (vehicle_id WITH =, tstzrange(start_at, end_at) WITH &&)
        WHERE (start_at IS NOT NULL)
);
CREATE INDEX vehicle_contract_by_slot ON vehicle_contract (slot_id, start_at);
CREATE INDEX vehicle_contract_by_vehicle ON vehicle_contract (vehicle_id, start_at);
CREATE INDEX vehicle_contract_by_chauffeur ON vehicle_contract (chauffeur_id, start_at);
-- What can become of a contract is that it ends earlier, or never was.
CREATE TRIGGER vehicle_contract_stays BEFORE DELETE OR TRUNCATE ON vehicle_contract
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER vehicle_contract_only_shrinks BEFORE UPDATE ON vehicle_contract FOR EACH ROW
    WHEN (OLD.start_at IS NULL
       OR NEW.start_at <> OLD.start_at
       OR NEW.start_at IS NOT NULL AND coalesce(NEW.end_at, 'infinity') > coalesce(OLD.end_at, 'infinity'))
    EXECUTE FUNCTION refuse_step();

-- What a run costs, written once. What was wrong is credited, and replaced by another at the same price. Whose run it
-- was, when and on which route is copied with it, and held to it: so a month is added up without looking at its runs.
CREATE TABLE charge (
    id           uuid PRIMARY KEY DEFAULT uuidv7(),
    run_id       uuid NOT NULL,
    company_id   uuid NOT NULL,
    service_date date NOT NULL,
    route_id     uuid NOT NULL,
    contract_id  uuid NOT NULL REFERENCES vehicle_contract,
    kind         text NOT NULL CHECK (kind IN ('CAPTURED', 'REPLACEMENT', 'CREDIT')),
    rate_version integer NOT NULL CHECK (rate_version >= 1),
    won          bigint NOT NULL CHECK (won > 0),
    about_id     uuid REFERENCES charge,
    recorded_at  timestamptz NOT NULL,
    CONSTRAINT charge_of_run FOREIGN KEY (company_id, service_date, run_id, route_id)
        REFERENCES run (company_id, service_date, id, route_id),
    CHECK ((kind = 'CAPTURED') = (about_id IS NULL))
);
-- A run's price is copied once, whoever captures (C7); a charge is credited once and replaced once.
CREATE UNIQUE INDEX charge_captured_once ON charge (run_id) WHERE kind = 'CAPTURED';
CREATE UNIQUE INDEX charge_credited_once ON charge (about_id) WHERE kind = 'CREDIT';
CREATE UNIQUE INDEX charge_replaced_once ON charge (about_id) WHERE kind = 'REPLACEMENT';
CREATE INDEX charge_by_company ON charge (company_id, service_date, run_id);
CREATE TRIGGER charge_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON charge
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What has to be told to the ERP's register of vehicles. One row of the queue is one vehicle's turn.
CREATE TABLE vehicle_call (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vehicle_id uuid NOT NULL REFERENCES vehicle,
    company_id uuid NOT NULL REFERENCES company,
    due_at     timestamptz NOT NULL,
    claimed    boolean NOT NULL DEFAULT false
);
CREATE INDEX vehicle_call_by_turn ON vehicle_call (due_at, id);
CREATE INDEX vehicle_call_by_vehicle ON vehicle_call (vehicle_id, due_at);
CREATE TABLE vehicle_registration (
    vehicle_id      uuid PRIMARY KEY REFERENCES vehicle,
    attempts        integer NOT NULL DEFAULT 0,
    not_before      timestamptz NOT NULL DEFAULT '-infinity',
    claimed_at      timestamptz,
    under_way_since timestamptz,
    trouble         text NOT NULL DEFAULT '',
    rejected        boolean NOT NULL DEFAULT false
);

CREATE TABLE erp_account (
    company_id uuid PRIMARY KEY REFERENCES company,
    number     text NOT NULL CHECK (number ~ '^[0-9]{1,10}$')
);

CREATE TABLE extra_cost (
    id           uuid PRIMARY KEY,
    company_id   uuid NOT NULL REFERENCES company,
    route_id     uuid NOT NULL REFERENCES route,
    service_date date NOT NULL,
    kind         text NOT NULL,
    reference    text NOT NULL,
    won          bigint NOT NULL CHECK (won <> 0),
    reason       text,
    description  text NOT NULL,
    edited_by    uuid NOT NULL,
    CONSTRAINT extra_cost_key UNIQUE (company_id, service_date, route_id, kind, reference),
    CHECK ((won < 0) = (reason IS NOT NULL))
);
CREATE TABLE extra_cost_file (
    company_id uuid NOT NULL REFERENCES company,
    month      date NOT NULL,
    digest     text NOT NULL,
    PRIMARY KEY (company_id, month)
);

-- What a transaction holds that writes down what was driven, and locks that closes or opens a month. Every company has a row;
-- who closes or opens writes it, so that not even a transaction that looks at the world of yesterday gets past it.
CREATE TABLE books (
    company_id uuid PRIMARY KEY REFERENCES company,
    turns      bigint NOT NULL DEFAULT 0
);
INSERT INTO books (company_id) SELECT id FROM company;
CREATE FUNCTION open_books() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO books (company_id) VALUES (NEW.id);
    RETURN NULL;
END
$$;
CREATE TRIGGER company_has_books AFTER INSERT ON company FOR EACH ROW EXECUTE FUNCTION open_books();

-- A document and what it is for. While it is worked on there is a draft; once it is said for good there are steps, and the
-- draft is gone. Steps are only added.
CREATE TABLE settlement (
    id          uuid PRIMARY KEY,
    number      text NOT NULL CHECK (number ~ '^ST[0-9]{6}-[0-9]{6,11}$'),
    company_id  uuid NOT NULL REFERENCES company,
    month       date NOT NULL CHECK (extract(day FROM month) = 1),
    issue       integer CHECK (issue >= 1),
    reversed_id uuid,
    CONSTRAINT settlement_number_once UNIQUE (number),
    CONSTRAINT settlement_issued_once UNIQUE (company_id, month, issue),
    CONSTRAINT settlement_reversed_once UNIQUE (reversed_id),
    CONSTRAINT settlement_of_month UNIQUE (company_id, month, id),
    CONSTRAINT settlement_reverses_own_month FOREIGN KEY (company_id, month, reversed_id)
        REFERENCES settlement (company_id, month, id),
    CHECK ((issue IS NULL) <> (reversed_id IS NULL))
);
CREATE INDEX settlement_by_company ON settlement (company_id, id);

CREATE TABLE settlement_draft (
    settlement_id uuid PRIMARY KEY REFERENCES settlement,
    version       bigint NOT NULL,
    editor_id     uuid,
    supply        bigint,
    calculated_at timestamptz,
    CHECK ((supply IS NULL) = (calculated_at IS NULL))
);

CREATE TABLE settlement_step (
    settlement_id   uuid NOT NULL REFERENCES settlement,
    version         bigint NOT NULL,
    status          text NOT NULL CHECK (status IN ('CONFIRMED', 'POSTING', 'POSTED', 'POST_FAILED')),
    at              timestamptz NOT NULL,
    confirmed_by    uuid,
    supply          bigint,
    seal            char(64),
    next_at         timestamptz,
    under_way_since timestamptz,
    fault           text,
    document        text,
    PRIMARY KEY (settlement_id, version),
    CHECK ((status = 'CONFIRMED') = (num_nonnulls(confirmed_by, supply, seal) = 3)),
    CHECK (num_nonnulls(confirmed_by, supply, seal) IN (0, 3)),
    CHECK ((status = 'POSTING') = (next_at IS NOT NULL)),
    CHECK (status = 'POSTING' OR under_way_since IS NULL),
    CHECK ((status = 'POST_FAILED') = (fault IS NOT NULL)),
    CHECK ((status = 'POSTED') = (document IS NOT NULL))
);
CREATE UNIQUE INDEX settlement_confirmed_once ON settlement_step (settlement_id) WHERE status = 'CONFIRMED';
CREATE UNIQUE INDEX settlement_posted_once ON settlement_step (settlement_id) WHERE status = 'POSTED';

-- Whose turn it is to be posted. Not the truth, which is in the steps; only the order in which to look at it.
CREATE TABLE posting_turn (
    settlement_id uuid PRIMARY KEY REFERENCES settlement,
    next_at       timestamptz NOT NULL
);
CREATE INDEX posting_turn_by_time ON posting_turn (next_at, settlement_id);

-- The frozen texts. Their seals are kept apart from them, with the confirmation.
CREATE TABLE snapshot (
    settlement_id uuid PRIMARY KEY REFERENCES settlement DEFERRABLE INITIALLY DEFERRED,
    company_id    uuid NOT NULL REFERENCES company,
    sequence      bigint NOT NULL CHECK (sequence >= 1),
    text          text NOT NULL,
    CONSTRAINT snapshot_place_once UNIQUE (company_id, sequence)
);

-- One press, worked off company by company.
CREATE TABLE settlement_job (
    id         uuid PRIMARY KEY,
    user_id    uuid NOT NULL,
    profile    text NOT NULL CHECK (profile IN ('PERSONAL', 'BUSINESS', 'DIVISION')),
    company_id uuid,
    roles      text[] NOT NULL,
    month      date NOT NULL,
    started_at timestamptz NOT NULL,
    CHECK ((profile = 'BUSINESS') = (company_id IS NOT NULL))
);
CREATE TABLE settlement_job_item (
    job_id        uuid NOT NULL REFERENCES settlement_job,
    place         integer NOT NULL,
    company_id    uuid NOT NULL REFERENCES company,
    leased_until  timestamptz NOT NULL DEFAULT '-infinity',
    outcome       text CHECK (outcome IN ('CONFIRMED', 'REFUSED', 'FAILED')),
    settlement_id uuid,
    code          text,
    facts         jsonb,
    PRIMARY KEY (job_id, place),
    CONSTRAINT settlement_job_item_company UNIQUE (job_id, company_id),
    CHECK ((outcome = 'CONFIRMED') IS TRUE = (settlement_id IS NOT NULL)),
    CHECK ((outcome = 'REFUSED') IS TRUE = (code IS NOT NULL)),
    CHECK ((code IS NULL) = (facts IS NULL))
);
CREATE INDEX settlement_job_waiting ON settlement_job_item (leased_until) WHERE outcome IS NULL;

-- A month is closed from the confirmation of its bill until that of its reversal.
CREATE VIEW closed_month AS
SELECT bill.company_id, bill.month
  FROM settlement AS bill
 WHERE bill.issue IS NOT NULL
   AND EXISTS (SELECT FROM settlement_step AS step WHERE step.settlement_id = bill.id)
   AND NOT EXISTS (SELECT FROM settlement AS reversal JOIN settlement_step AS step ON step.settlement_id = reversal.id
                    WHERE reversal.reversed_id = bill.id);

CREATE TRIGGER settlement_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON settlement
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER settlement_step_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON settlement_step
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Every function below says where it looks for tables: whoever calls it could put one of the same name in front of ours.

-- The life cycle from confirmation on, one version at a time, and only once the draft is gone. Whoever begins from an older
-- version loses a race; that is told as what it is. A confirmation closes or opens a month, so it writes the books.
CREATE FUNCTION check_settlement_step() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    last_status  text;
    last_version bigint;
BEGIN
    SELECT s.status, s.version INTO last_status, last_version FROM settlement_step AS s
     WHERE s.settlement_id = NEW.settlement_id ORDER BY s.version DESC LIMIT 1;
    IF EXISTS (SELECT FROM settlement_draft AS d WHERE d.settlement_id = NEW.settlement_id)
       OR last_version <> NEW.version - 1
       OR NEW.status <> ALL (CASE coalesce(last_status, 'DRAFT')
              WHEN 'DRAFT' THEN ARRAY['CONFIRMED']
              WHEN 'CONFIRMED' THEN ARRAY['POSTING']
              WHEN 'POSTING' THEN ARRAY['POSTING', 'POSTED', 'POST_FAILED']
              WHEN 'POST_FAILED' THEN ARRAY['POSTING']
              ELSE ARRAY[]::text[] END) THEN
        RAISE EXCEPTION 'settlement_step cannot take this step' USING ERRCODE = 'serialization_failure';
    END IF;
    IF NEW.status = 'CONFIRMED' THEN
        UPDATE books AS b SET turns = b.turns + 1 FROM settlement AS s
         WHERE s.id = NEW.settlement_id AND b.company_id = s.company_id;
        PERFORM check_reversal(NEW.settlement_id, NEW.supply);
    END IF;
    RETURN NEW;
END
$$;
-- What is taken back is a bill that was posted, to the won.
CREATE FUNCTION check_reversal(reversal uuid, supply bigint) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM settlement AS r
                WHERE r.id = reversal AND r.reversed_id IS NOT NULL
                  AND NOT EXISTS (
                      SELECT FROM settlement AS bill
                        JOIN settlement_step AS said ON said.settlement_id = bill.id AND said.status = 'CONFIRMED'
                        JOIN settlement_step AS posted ON posted.settlement_id = bill.id AND posted.status = 'POSTED'
                       WHERE bill.id = r.reversed_id AND bill.issue IS NOT NULL
                         AND said.supply = check_reversal.supply)) THEN
        RAISE EXCEPTION 'this reverses nothing' USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;
CREATE TRIGGER settlement_step_follows BEFORE INSERT ON settlement_step
    FOR EACH ROW EXECUTE FUNCTION check_settlement_step();

-- What was confirmed has no draft any more, and gets none.
CREATE FUNCTION check_settlement_draft() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM settlement_step AS s WHERE s.settlement_id = NEW.settlement_id) THEN
        RAISE EXCEPTION 'what is confirmed stays confirmed' USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER settlement_draft_is_of_something_open BEFORE INSERT OR UPDATE ON settlement_draft
    FOR EACH ROW EXECUTE FUNCTION check_settlement_draft();

-- What goes into a closed month does not move, however it is written. The books are held first, whatever the writer has held
-- himself: a month that is being confirmed meanwhile is waited for. One look for each statement, company and month.
CREATE FUNCTION refuse_if_closed(companies uuid[], months date[]) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM books AS b WHERE b.company_id = ANY (companies) ORDER BY b.company_id FOR SHARE;
    IF EXISTS (SELECT FROM closed_month AS c WHERE c.company_id = ANY (companies) AND c.month = ANY (months)
                AND (c.company_id, c.month) IN (SELECT * FROM unnest(companies, months))) THEN
        RAISE EXCEPTION 'the month is closed' USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;
CREATE FUNCTION keep_closed_months_new_rows() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM refuse_if_closed(array_agg(t.company_id), array_agg(t.month))
       FROM (SELECT DISTINCT r.company_id, date_trunc('month', r.service_date::timestamp)::date AS month
               FROM new_rows AS r) AS t;
    RETURN NULL;
END
$$;
CREATE FUNCTION keep_closed_months_old_rows() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM refuse_if_closed(array_agg(t.company_id), array_agg(t.month))
       FROM (SELECT DISTINCT r.company_id, date_trunc('month', r.service_date::timestamp)::date AS month
               FROM old_rows AS r) AS t;
    RETURN NULL;
END
$$;
CREATE TRIGGER run_insert_in_open_month AFTER INSERT ON run REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_closed_months_new_rows();
CREATE TRIGGER run_update_to_open_month AFTER UPDATE ON run REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_closed_months_new_rows();
CREATE TRIGGER run_update_of_open_month AFTER UPDATE ON run REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_closed_months_old_rows();
CREATE TRIGGER run_delete_of_open_month AFTER DELETE ON run REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_closed_months_old_rows();
CREATE TRIGGER run_is_not_emptied BEFORE TRUNCATE ON run FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER charge_insert_in_open_month AFTER INSERT ON charge REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_closed_months_new_rows();
CREATE TRIGGER extra_cost_insert_in_open_month AFTER INSERT ON extra_cost REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_closed_months_new_rows();
CREATE TRIGGER extra_cost_update_to_open_month AFTER UPDATE ON extra_cost REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_closed_months_new_rows();
CREATE TRIGGER extra_cost_update_of_open_month AFTER UPDATE ON extra_cost REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_closed_months_old_rows();
CREATE TRIGGER extra_cost_delete_of_open_month AFTER DELETE ON extra_cost REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_closed_months_old_rows();
CREATE TRIGGER extra_cost_is_not_emptied BEFORE TRUNCATE ON extra_cost
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A contract may be issued and cut, but not within a month that was billed.
CREATE FUNCTION refuse_if_any_closed(company uuid, begins timestamptz, ends timestamptz) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM books AS b WHERE b.company_id = company FOR SHARE;
    IF EXISTS (SELECT FROM closed_month AS c
                WHERE c.company_id = company
                  AND tstzrange(c.month::timestamp AT TIME ZONE 'Asia/Seoul',
                                (c.month + interval '1 month') AT TIME ZONE 'Asia/Seoul') && tstzrange(begins, ends)) THEN
        RAISE EXCEPTION 'the month is closed' USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;
CREATE FUNCTION keep_closed_months_contracts() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM refuse_if_any_closed(NEW.company_id, NEW.start_at, NEW.end_at);
    ELSE
        PERFORM refuse_if_any_closed(OLD.company_id, coalesce(NEW.end_at, OLD.start_at), OLD.end_at);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER vehicle_contract_in_open_month AFTER INSERT OR UPDATE ON vehicle_contract
    FOR EACH ROW EXECUTE FUNCTION keep_closed_months_contracts();

-- Terms, numbers and prices are given once; what is locked needs the right to change one column.
GRANT SELECT, INSERT, UPDATE (version, name, closed) ON route TO ${appRole};
GRANT SELECT, INSERT, UPDATE (version, name, timetables, retired) ON slot TO ${appRole};
GRANT SELECT, INSERT ON rate, charge TO ${appRole};
GRANT SELECT, INSERT, UPDATE (version, status, left_at, arrived_at, cause, cancelled_at) ON run TO ${appRole};
GRANT SELECT, INSERT, UPDATE (start_at, end_at) ON vehicle_contract TO ${appRole};
GRANT USAGE ON SEQUENCE vehicle_contract_number, settlement_number TO ${appRole};
GRANT SELECT, INSERT, DELETE, UPDATE (claimed) ON vehicle_call TO ${appRole};
GRANT SELECT, INSERT, UPDATE ON vehicle_registration TO ${appRole};
GRANT SELECT, INSERT, UPDATE (number) ON erp_account TO ${appRole};
GRANT SELECT, INSERT, DELETE, UPDATE (won, reason, description, edited_by) ON extra_cost TO ${appRole};
GRANT SELECT, INSERT, DELETE, UPDATE (digest) ON extra_cost_file TO ${appRole};
GRANT SELECT, UPDATE (turns) ON books TO ${appRole};
GRANT SELECT, INSERT ON settlement, settlement_step, snapshot TO ${appRole};
GRANT SELECT, INSERT, DELETE, UPDATE (version, editor_id, supply, calculated_at) ON settlement_draft TO ${appRole};
GRANT SELECT, INSERT, DELETE, UPDATE (next_at) ON posting_turn TO ${appRole};
GRANT SELECT, INSERT ON settlement_job TO ${appRole};
GRANT SELECT, INSERT, UPDATE (leased_until, outcome, settlement_id, code, facts) ON settlement_job_item TO ${appRole};
GRANT SELECT ON closed_month TO ${appRole};
