-- The ground: client companies, their fleet, and reservations that cannot overlap.
-- Run as the owner. The application's role (${appRole}) gets what it needs and no more, at the end of this file.

CREATE TABLE company (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL,
    name            text NOT NULL,
    business_number char(10) NOT NULL,
    billing_policy  text NOT NULL,
    status          text NOT NULL CHECK (status IN ('ACTIVE', 'RETIRED'))
);
-- A company that left may register again.
CREATE UNIQUE INDEX company_business_number ON company (business_number) WHERE status = 'ACTIVE';

CREATE TABLE member (
    id                uuid PRIMARY KEY,
    version           bigint NOT NULL,
    company_id        uuid NOT NULL REFERENCES company,
    user_id           uuid NOT NULL,
    name              text NOT NULL,
    department        text NOT NULL,
    role              text NOT NULL CHECK (role IN ('MEMBER', 'COMPANY_ADMIN')),
    accepts_hand_over boolean NOT NULL,
    licence_class     text,
    licence_expiry    date,
    status            text NOT NULL CHECK (status IN ('ACTIVE', 'RETIRED')),
    CONSTRAINT member_once UNIQUE (company_id, user_id),
    CHECK ((licence_class IS NULL) = (licence_expiry IS NULL))
);
CREATE INDEX member_by_company ON member (company_id, id);

CREATE TABLE zone (
    id         uuid PRIMARY KEY,
    version    bigint NOT NULL,
    company_id uuid NOT NULL REFERENCES company,
    name       text NOT NULL,
    longitude  double precision NOT NULL,
    latitude   double precision NOT NULL,
    area       jsonb,
    status     text NOT NULL CHECK (status IN ('ACTIVE', 'RETIRED'))
);
CREATE INDEX zone_by_company ON zone (company_id, id);

CREATE TABLE vehicle (
    id                 uuid PRIMARY KEY,
    version            bigint NOT NULL,
    company_id         uuid NOT NULL REFERENCES company,
    zone_id            uuid NOT NULL REFERENCES zone,
    plate              text NOT NULL,
    vin                char(17) NOT NULL,
    model              text NOT NULL,
    seats              integer NOT NULL,
    ownership          text NOT NULL CHECK (ownership IN ('COMPANY', 'OPERATOR')),
    turnaround_minutes integer NOT NULL CHECK (turnaround_minutes BETWEEN 0 AND 240),
    odometer_km        integer NOT NULL CHECK (odometer_km >= 0),
    status             text NOT NULL CHECK (status IN ('ACTIVE', 'MAINTENANCE', 'RETIRED'))
);
-- A vehicle that left the fleet may come back, with its plate, to another company.
CREATE UNIQUE INDEX vehicle_plate ON vehicle (plate) WHERE status <> 'RETIRED';
CREATE UNIQUE INDEX vehicle_vin ON vehicle (vin) WHERE status <> 'RETIRED';
CREATE INDEX vehicle_by_company ON vehicle (company_id, id);
CREATE INDEX vehicle_by_zone ON vehicle (zone_id);

CREATE TABLE plan_window (
    id         uuid PRIMARY KEY,
    version    bigint NOT NULL,
    company_id uuid NOT NULL REFERENCES company,
    vehicle_id uuid NOT NULL REFERENCES vehicle,
    term_from  date NOT NULL,
    term_until date NOT NULL,
    days       smallint NOT NULL CHECK (days BETWEEN 1 AND 127),
    from_time  time NOT NULL,
    until_time time NOT NULL,
    retired    boolean NOT NULL,
    CHECK (term_from <= term_until)
);
CREATE INDEX plan_window_by_vehicle ON plan_window (vehicle_id, id);

-- What a transaction locks before it changes the plans of vehicles and drivers: one row each, in the order of the id,
-- so that no two transactions wait for each other (ADR-0008).
CREATE TABLE schedule_anchor (
    id uuid PRIMARY KEY
);

CREATE TABLE reservation (
    id                 uuid PRIMARY KEY,
    version            bigint NOT NULL,
    company_id         uuid NOT NULL,
    vehicle_id         uuid NOT NULL REFERENCES vehicle,
    driver_id          uuid NOT NULL,
    start_at           timestamptz NOT NULL,
    end_at             timestamptz NOT NULL,
    turnaround_minutes integer NOT NULL,
    corporate          boolean NOT NULL,
    created_at         timestamptz NOT NULL,
    status             text NOT NULL
        CHECK (status IN ('RESERVED', 'IN_USE', 'RETURNED', 'FORCE_RETURNED', 'CANCELLED', 'NO_SHOW')),
    at_risk            boolean NOT NULL,
    no_show_from       timestamptz,
    started_at         timestamptz,
    start_odometer_km  integer,
    kept_until         timestamptz,
    ended_at           timestamptz,
    end_odometer_km    integer,
    clear_at           timestamptz,
    CONSTRAINT reservation_driver_is_member FOREIGN KEY (company_id, driver_id) REFERENCES member (company_id, user_id),
    CHECK (start_at < end_at),
    CHECK ((status = 'RESERVED') = (no_show_from IS NOT NULL)),
    CHECK ((status IN ('IN_USE', 'RETURNED', 'FORCE_RETURNED')) = (started_at IS NOT NULL)),
    CHECK ((status IN ('RETURNED', 'FORCE_RETURNED', 'CANCELLED', 'NO_SHOW')) = (ended_at IS NOT NULL))
);
CREATE INDEX reservation_by_company ON reservation (company_id, start_at, id);
CREATE INDEX reservation_by_vehicle ON reservation (vehicle_id, start_at, id);
CREATE INDEX reservation_by_driver ON reservation (driver_id, start_at, id);
CREATE INDEX reservation_overdue ON reservation (end_at) WHERE status = 'IN_USE';
CREATE INDEX reservation_lapsed ON reservation (no_show_from) WHERE status = 'RESERVED';

-- What holds a vehicle from now on. A reservation's entry has the reservation's id.
CREATE TABLE occupancy (
    id         uuid PRIMARY KEY,
    company_id uuid NOT NULL,
    vehicle_id uuid NOT NULL REFERENCES vehicle,
    kind       text NOT NULL CHECK (kind IN ('RESERVATION', 'BUFFER', 'MAINTENANCE', 'BLOCK')),
    driver_id  uuid,
    in_use     boolean NOT NULL,
    start_at   timestamptz NOT NULL,
    end_at     timestamptz NOT NULL,
    kept_until timestamptz NOT NULL,
    clear_at   timestamptz NOT NULL,
    CHECK (start_at < end_at AND end_at <= kept_until AND kept_until <= clear_at),
    CHECK ((kind = 'RESERVATION') = (driver_id IS NOT NULL)),
    CHECK (kind = 'RESERVATION' OR NOT in_use),
    -- P5: no two of a vehicle overlap, ever, whatever the application believes.
    CONSTRAINT occupancy_vehicle_free EXCLUDE USING gist (vehicle_id WITH =, tstzrange(start_at, clear_at) WITH &&),
    -- P17: one driver, one car.
    CONSTRAINT occupancy_driver_free EXCLUDE USING gist (driver_id WITH =, tstzrange(start_at, end_at) WITH &&)
        WHERE (driver_id IS NOT NULL)
);
CREATE UNIQUE INDEX occupancy_one_out ON occupancy (vehicle_id) WHERE in_use;
CREATE INDEX occupancy_by_vehicle ON occupancy (vehicle_id, clear_at);
CREATE INDEX occupancy_by_driver ON occupancy (driver_id, end_at) WHERE driver_id IS NOT NULL;

CREATE TABLE reservation_note (
    id             uuid PRIMARY KEY,
    reservation_id uuid NOT NULL REFERENCES reservation,
    author_id      uuid NOT NULL,
    written_at     timestamptz NOT NULL,
    text           text NOT NULL
);
CREATE INDEX reservation_note_by_reservation ON reservation_note (reservation_id, id);

-- Facts on their way to Kafka. Delivered ones are deleted.
CREATE TABLE outbox (
    seq   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id    uuid NOT NULL,
    topic text NOT NULL,
    key   text NOT NULL,
    body  text NOT NULL
);

-- Who did what, when and why. Written once.
CREATE TABLE audit_entry (
    id          uuid PRIMARY KEY,
    at          timestamptz NOT NULL,
    actor_id    uuid NOT NULL,
    role        text NOT NULL,
    company_id  uuid NOT NULL,
    subject_id  uuid NOT NULL,
    action      text NOT NULL,
    reason_code text,
    reason_note text,
    before      jsonb NOT NULL,
    after       jsonb NOT NULL
);
CREATE INDEX audit_entry_by_company ON audit_entry (company_id, id);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject_id, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
-- Statement-level, so that even the owner's own slip on an empty match is refused.
CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reservation_note_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reservation_note
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Answers to requests that may be sent again (P13).
CREATE TABLE idempotency_key (
    caller_id   uuid NOT NULL,
    operation   text NOT NULL,
    key         text NOT NULL,
    fingerprint text NOT NULL,
    status      integer NOT NULL,
    headers     jsonb NOT NULL,
    body        text NOT NULL,
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (caller_id, operation, key)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (answered_at);

GRANT USAGE ON SCHEMA public TO ${appRole};
GRANT SELECT, INSERT, UPDATE ON company, member, zone, vehicle, plan_window, reservation TO ${appRole};
GRANT SELECT, INSERT, UPDATE ON schedule_anchor TO ${appRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON occupancy TO ${appRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox, idempotency_key TO ${appRole};
GRANT SELECT, INSERT ON audit_entry, reservation_note TO ${appRole};
