-- Who can open a vehicle, what a reservation costs, and what companies owe that are billed later.

-- One row for each vehicle that somebody has ever had: what it knows, and what it still has to be told.
CREATE TABLE vehicle_key (
    vehicle_id          uuid PRIMARY KEY REFERENCES vehicle,
    company_id          uuid NOT NULL REFERENCES company,
    version             bigint NOT NULL,
    order_number        bigint NOT NULL CHECK (order_number >= 0),
    custody             text NOT NULL CHECK (custody IN ('NOBODY', 'HELD', 'REVOKING', 'GRANTING')),
    revoked_of          uuid REFERENCES reservation,
    next_grant_id       uuid,
    next_reservation_id uuid REFERENCES reservation,
    next_holder_id      uuid,
    next_km             integer,
    from_km             integer,
    failures            integer,
    due_at              timestamptz,
    CHECK ((custody = 'REVOKING') = (revoked_of IS NOT NULL)),
    CHECK ((custody IN ('REVOKING', 'GRANTING')) = (due_at IS NOT NULL)),
    CHECK ((due_at IS NULL) = (failures IS NULL)),
    CHECK ((custody = 'GRANTING') = (from_km IS NOT NULL)),
    CHECK (custody <> 'GRANTING' OR next_grant_id IS NOT NULL),
    CHECK ((next_grant_id IS NULL) = (next_reservation_id IS NULL)),
    CHECK ((next_grant_id IS NULL) = (next_holder_id IS NULL))
);
CREATE INDEX vehicle_key_due ON vehicle_key (due_at) WHERE due_at IS NOT NULL;

-- Grants are closed once and never opened again. The order in which they were opened is that of their number.
CREATE TABLE key_grant (
    id             uuid PRIMARY KEY,
    number         bigint GENERATED ALWAYS AS IDENTITY,
    vehicle_id     uuid NOT NULL REFERENCES vehicle,
    reservation_id uuid NOT NULL REFERENCES reservation,
    holder_id      uuid NOT NULL,
    from_km        integer NOT NULL,
    opened_at      timestamptz NOT NULL,
    until_km       integer,
    closed_at      timestamptz,
    CHECK (until_km >= from_km),
    CHECK (until_km IS NULL OR closed_at IS NOT NULL)
);
-- P9 once more: at most one open grant of a reservation; and of a vehicle, whatever the reservation.
CREATE UNIQUE INDEX key_grant_one_open_of_reservation ON key_grant (reservation_id) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX key_grant_one_open_of_vehicle ON key_grant (vehicle_id) WHERE closed_at IS NULL;
CREATE INDEX key_grant_by_reservation ON key_grant (reservation_id, number);
CREATE TRIGGER key_grant_stays_closed BEFORE UPDATE ON key_grant FOR EACH ROW
    WHEN (OLD.closed_at IS NOT NULL AND NEW IS DISTINCT FROM OLD) EXECUTE FUNCTION refuse_step();

CREATE TABLE hand_over (
    id             uuid PRIMARY KEY,
    number         bigint GENERATED ALWAYS AS IDENTITY,
    reservation_id uuid NOT NULL REFERENCES reservation,
    company_id     uuid NOT NULL REFERENCES company,
    vehicle_id     uuid NOT NULL REFERENCES vehicle,
    giver_id       uuid NOT NULL,
    recipient_id   uuid NOT NULL CHECK (recipient_id <> giver_id),
    offered_at     timestamptz NOT NULL,
    status         text NOT NULL CHECK (status IN ('OFFERED', 'ACCEPTED', 'KEY_REVOKED', 'KEY_PENDING', 'KEY_GRANTED',
                                                   'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    accepted_at    timestamptz,
    revoked_at     timestamptz,
    odometer_km    integer,
    pending_since  timestamptz,
    withdrawn_by   text CHECK (withdrawn_by IN ('GIVER', 'SUPPORT', 'END_OF_USE')),
    ended_at       timestamptz,
    CHECK ((status = 'WITHDRAWN') = (withdrawn_by IS NOT NULL)),
    CHECK ((status IN ('KEY_GRANTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')) = (ended_at IS NOT NULL))
);
-- P9 once more: at most one open offer of a reservation, and none beside a key that is in transit.
CREATE UNIQUE INDEX hand_over_one_under_way ON hand_over (reservation_id)
    WHERE status IN ('OFFERED', 'ACCEPTED', 'KEY_REVOKED', 'KEY_PENDING');
CREATE INDEX hand_over_by_reservation ON hand_over (reservation_id, number);
CREATE TRIGGER hand_over_stays_ended BEFORE UPDATE ON hand_over FOR EACH ROW
    WHEN (OLD.ended_at IS NOT NULL AND NEW IS DISTINCT FROM OLD) EXECUTE FUNCTION refuse_step();
CREATE INDEX hand_over_offered ON hand_over (offered_at) WHERE status = 'OFFERED';

-- References to cards, never their numbers.
CREATE TABLE card (
    id         uuid PRIMARY KEY,
    number     bigint GENERATED ALWAYS AS IDENTITY,
    owner      text NOT NULL CHECK (owner IN ('PERSON', 'REPRESENTATIVE', 'MEMBER')),
    company_id uuid REFERENCES company,
    user_id    uuid,
    token      text NOT NULL,
    brand      text NOT NULL,
    last_four  text NOT NULL CHECK (last_four ~ '^[0-9]{4}$'),
    expiry     date NOT NULL,
    CHECK ((owner = 'PERSON') = (company_id IS NULL)),
    CHECK ((owner = 'REPRESENTATIVE') = (user_id IS NULL))
);
CREATE UNIQUE INDEX card_one_representative ON card (company_id) WHERE owner = 'REPRESENTATIVE';
CREATE INDEX card_by_user ON card (user_id, number) WHERE user_id IS NOT NULL;

CREATE TABLE reservation_account (
    reservation_id         uuid PRIMARY KEY REFERENCES reservation,
    company_id             uuid NOT NULL REFERENCES company,
    version                bigint NOT NULL,
    payer_id               uuid NOT NULL,
    card_id                uuid,
    by_representative_card boolean NOT NULL,
    step_won               bigint NOT NULL CHECK (step_won >= 0)
);

CREATE TABLE payment (
    id             uuid PRIMARY KEY,
    reservation_id uuid NOT NULL REFERENCES reservation_account,
    place          integer NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('RESERVATION', 'EXTENSION', 'LATE_RETURN', 'SUPPORT_CHARGE')),
    won            bigint NOT NULL CHECK (won >= 0),
    created_at     timestamptz NOT NULL,
    status         text NOT NULL CHECK (status IN ('DUE', 'AUTHORISED', 'CAPTURED', 'VOIDED', 'DECLINED', 'ON_LEDGER',
                                                   'REVERSED')),
    aim            text CHECK (aim IN ('HOLD', 'TAKE', 'RELEASE')),
    failures       integer,
    due_at         timestamptz,
    reference      text,
    reason         text CHECK (reason IN ('BY_ISSUER', 'UNKNOWN_CARD', 'CARD_UNAVAILABLE')),
    replaced_by    uuid,
    settled_at     timestamptz,
    UNIQUE (reservation_id, place),
    CHECK ((status IN ('DUE', 'AUTHORISED')) = (aim IS NOT NULL)),
    CHECK ((aim IS NULL) = (due_at IS NULL)),
    CHECK ((status IN ('AUTHORISED', 'CAPTURED')) = (reference IS NOT NULL)),
    CHECK ((status = 'DECLINED') = (reason IS NOT NULL)),
    CHECK ((status IN ('CAPTURED', 'VOIDED', 'DECLINED', 'REVERSED')) = (settled_at IS NOT NULL))
);
-- One fee for the time that was reserved and one for a delay; what tries again stands for what it replaces.
CREATE UNIQUE INDEX payment_once_for_each_reason ON payment (reservation_id, kind)
    WHERE kind IN ('RESERVATION', 'LATE_RETURN') AND replaced_by IS NULL;
CREATE TRIGGER payment_stays_settled BEFORE UPDATE ON payment FOR EACH ROW
    WHEN (OLD.status IN ('CAPTURED', 'VOIDED', 'REVERSED') AND NEW IS DISTINCT FROM OLD
       OR OLD.replaced_by IS NOT NULL AND NEW IS DISTINCT FROM OLD) EXECUTE FUNCTION refuse_step();
-- What the gateway has to be asked about: everything that is open but what is merely held.
CREATE INDEX payment_due ON payment (due_at) WHERE status = 'DUE' OR (status = 'AUTHORISED' AND aim <> 'HOLD');

-- An entry is never changed: what is taken back is a second one.
CREATE TABLE ledger_entry (
    id             uuid PRIMARY KEY,
    payment_id     uuid NOT NULL,
    reversal       boolean NOT NULL,
    company_id     uuid NOT NULL REFERENCES company,
    reservation_id uuid NOT NULL REFERENCES reservation,
    payer_id       uuid NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('RESERVATION', 'EXTENSION', 'LATE_RETURN', 'SUPPORT_CHARGE')),
    won            bigint NOT NULL CHECK ((won < 0) = reversal OR won = 0),
    at             timestamptz NOT NULL,
    UNIQUE (payment_id, reversal)
);
CREATE INDEX ledger_entry_by_company ON ledger_entry (company_id, at, id);
CREATE TRIGGER ledger_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX zone_on_map ON zone (company_id, latitude, longitude) WHERE status = 'ACTIVE';

GRANT SELECT, INSERT, UPDATE (version, order_number, custody, revoked_of, next_grant_id, next_reservation_id,
                              next_holder_id, next_km, from_km, failures, due_at) ON vehicle_key TO ${appRole};
-- A reservation keeps the instrument it was booked with, and a payment its amount.
GRANT SELECT, INSERT, UPDATE (version) ON reservation_account TO ${appRole};
GRANT SELECT, INSERT, UPDATE (status, aim, failures, due_at, reference, reason, replaced_by, settled_at)
    ON payment TO ${appRole};
GRANT SELECT, INSERT, UPDATE (until_km, closed_at) ON key_grant TO ${appRole};
GRANT SELECT, INSERT, UPDATE (status, accepted_at, revoked_at, odometer_km, pending_since, withdrawn_by, ended_at)
    ON hand_over TO ${appRole};
GRANT SELECT, INSERT, DELETE ON card TO ${appRole};
GRANT SELECT, INSERT ON ledger_entry TO ${appRole};
