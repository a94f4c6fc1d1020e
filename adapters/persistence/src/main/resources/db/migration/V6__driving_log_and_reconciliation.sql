-- The tax driving log: what people said, which periods are closed, and the workbooks that were made. What was driven is told
-- by reservations and hand-overs; nothing here repeats it.

CREATE TABLE log_fact (
    id         uuid PRIMARY KEY,
    place      bigint GENERATED ALWAYS AS IDENTITY,
    company_id uuid NOT NULL REFERENCES company,
    vehicle_id uuid NOT NULL REFERENCES vehicle,
    kind       text NOT NULL,
    facts      jsonb NOT NULL,
    entry_id   uuid,
    code       text NOT NULL,
    note       text NOT NULL,
    user_id    uuid NOT NULL,
    at         timestamptz NOT NULL
);
CREATE INDEX log_fact_by_vehicle ON log_fact (vehicle_id, place);
CREATE INDEX log_fact_by_company ON log_fact (company_id);
CREATE UNIQUE INDEX log_fact_puts_in_once ON log_fact (entry_id) WHERE kind = 'TRIP_INSERTED';
CREATE TRIGGER log_fact_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_fact
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A day is closed once, whoever comes first.
CREATE TABLE log_closing (
    company_id uuid NOT NULL REFERENCES company,
    from_day   date NOT NULL,
    until_day  date NOT NULL,
    sheets     text NOT NULL CHECK (sheets ~ '^[0-9a-f]{64}$'),
    trips      bigint NOT NULL,
    user_id    uuid NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (company_id, from_day),
    CONSTRAINT log_closing_once EXCLUDE USING gist (company_id WITH =, daterange(from_day, until_day, '[]') WITH &&)
);
CREATE TRIGGER log_closing_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_closing
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE log_file (
    digest  text PRIMARY KEY CHECK (digest = encode(sha256(content), 'hex')),
    content bytea NOT NULL
);
CREATE TRIGGER log_file_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_file
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE log_export (
    id           uuid PRIMARY KEY,
    user_id      uuid NOT NULL,
    profile      text NOT NULL CHECK (profile IN ('PERSONAL', 'BUSINESS', 'DIVISION')),
    acting_for   uuid,
    roles        text[] NOT NULL,
    company_id   uuid NOT NULL REFERENCES company,
    from_day     date NOT NULL,
    until_day    date NOT NULL,
    started_at   timestamptz NOT NULL,
    leased_until timestamptz NOT NULL DEFAULT '-infinity',
    outcome      text CHECK (outcome IN ('READY', 'REFUSED', 'FAILED')),
    file         text,
    trips        bigint,
    open_entries bigint,
    code         text,
    facts        jsonb,
    CHECK ((profile = 'BUSINESS') = (acting_for IS NOT NULL)),
    CHECK ((outcome = 'READY') IS TRUE = (file IS NOT NULL)),
    CHECK ((outcome = 'REFUSED') IS TRUE = (code IS NOT NULL))
);
CREATE INDEX log_export_waiting ON log_export (started_at, id) WHERE outcome IS NULL;

-- The reconciliation with the legacy system: what was heard of it, what waits to be compared, and what comparing has shown.
-- Texts that strangers sent are kept as JSON in text columns: a text column takes every character that way.

CREATE TABLE legacy_change (
    number     text NOT NULL,
    log        bigint NOT NULL,
    place      integer NOT NULL,
    key        text NOT NULL,
    at         timestamptz NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('CREATED', 'UPDATED', 'DELETED', 'READ')),
    image      text,
    vehicle_id uuid,
    driver_id  uuid,
    heard_at   timestamptz NOT NULL,
    PRIMARY KEY (number, log, place)
);
CREATE INDEX legacy_change_by_vehicle ON legacy_change (vehicle_id, number) WHERE vehicle_id IS NOT NULL;
CREATE INDEX legacy_change_by_driver ON legacy_change (driver_id, number) WHERE driver_id IS NOT NULL;
CREATE INDEX legacy_change_by_log ON legacy_change (log, place);
CREATE INDEX legacy_change_by_time ON legacy_change USING brin (heard_at);
CREATE TRIGGER legacy_change_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON legacy_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE SEQUENCE legacy_mark;
CREATE TABLE legacy_waiting (
    number text PRIMARY KEY,
    mark   bigint NOT NULL,
    since  timestamptz NOT NULL,
    log    bigint NOT NULL,
    place  integer NOT NULL
);
CREATE INDEX legacy_waiting_since ON legacy_waiting (since, number);

-- Korea has had no other offset since 1988.
CREATE TABLE legacy_verdict (
    number      text PRIMARY KEY,
    signature   text NOT NULL,
    kind        text NOT NULL,
    detail      text NOT NULL,
    events      integer NOT NULL,
    changed_at  timestamptz NOT NULL,
    day         date GENERATED ALWAYS AS ((changed_at AT TIME ZONE 'Asia/Seoul')::date) STORED,
    compared_at timestamptz NOT NULL
);
CREATE INDEX legacy_verdict_by_signature ON legacy_verdict (signature, number);
CREATE INDEX legacy_verdict_by_change ON legacy_verdict (changed_at);

CREATE TABLE difference_rule (
    id       uuid PRIMARY KEY,
    owner_id uuid NOT NULL,
    kind     text NOT NULL,
    about    jsonb NOT NULL,
    note     text NOT NULL,
    from_at  timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    CHECK (from_at < until_at)
);

CREATE TABLE undecodable_message (
    source text PRIMARY KEY,
    raw    text NOT NULL,
    at     timestamptz NOT NULL
);
CREATE INDEX undecodable_message_by_time ON undecodable_message (at);

GRANT SELECT, INSERT ON log_fact, log_closing, log_file TO ${appRole};
GRANT SELECT, INSERT, UPDATE (leased_until, outcome, file, trips, open_entries, code, facts) ON log_export TO ${appRole};
GRANT SELECT, INSERT ON legacy_change, undecodable_message TO ${appRole};
GRANT USAGE ON SEQUENCE legacy_mark TO ${appRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON legacy_waiting TO ${appRole};
GRANT SELECT, INSERT, UPDATE ON legacy_verdict TO ${appRole};
GRANT SELECT, INSERT, UPDATE (until_at) ON difference_rule TO ${appRole};
