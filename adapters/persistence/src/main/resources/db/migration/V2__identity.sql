-- Identity: who may sign in, where they are signed in, and what is remembered to keep others out.
-- Nothing in here opens anything. Of secrets there are digests, of passwords slow hashes, of keys the public halves; a
-- successor is sealed under a token of which only the digest is here.

CREATE TABLE user_account (
    id            uuid PRIMARY KEY,
    version       bigint NOT NULL,
    email         text NOT NULL CHECK (email = lower(email)),
    name          text NOT NULL,
    roles         text[] NOT NULL CHECK (roles <@ ARRAY['OPERATOR', 'SUPPORT_AGENT', 'AUDITOR']),
    status        text NOT NULL CHECK (status IN ('INVITED', 'ACTIVE', 'DISABLED')),
    password_hash text CHECK (password_hash ~ '^\$[a-z0-9-]+\$.+\$'),
    CONSTRAINT user_account_email UNIQUE (email),
    CHECK (status <> 'INVITED' OR password_hash IS NULL),
    CHECK (status <> 'ACTIVE' OR password_hash IS NOT NULL)
);
-- The division's people are few among many.
CREATE INDEX user_account_of_division ON user_account (id) WHERE roles <> '{}';

-- A sign-in on one device. The generation is the number of its youngest refresh token.
CREATE TABLE session (
    id           uuid PRIMARY KEY,
    user_id      uuid NOT NULL REFERENCES user_account,
    device       text NOT NULL,
    started_at   timestamptz NOT NULL,
    profile      text NOT NULL CHECK (profile IN ('PERSONAL', 'BUSINESS', 'DIVISION')),
    company_id   uuid,
    last_used_at timestamptz NOT NULL,
    generation   integer NOT NULL CHECK (generation >= 1),
    rotated_at   timestamptz,
    successor    text,
    ended_at     timestamptz,
    end_reason   text,
    CHECK ((profile = 'BUSINESS') = (company_id IS NOT NULL)),
    CHECK ((rotated_at IS NULL) = (successor IS NULL)),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
    CHECK (ended_at IS NOT NULL OR (generation = 1) = (successor IS NULL)),
    -- What is over keeps nothing that could be opened.
    CHECK (ended_at IS NULL OR successor IS NULL)
);
CREATE INDEX session_live ON session (user_id, id) WHERE ended_at IS NULL;
CREATE INDEX session_idle ON session (last_used_at) WHERE ended_at IS NULL;
CREATE INDEX session_aged ON session (started_at) WHERE ended_at IS NULL;
CREATE INDEX session_ended ON session (ended_at) WHERE ended_at IS NOT NULL;

-- Every refresh token that a session issued. A token has one successor at most, because the next number is given once;
-- so a family never forks, whatever the application believes.
CREATE TABLE refresh_token (
    session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
    generation integer NOT NULL CHECK (generation >= 1),
    digest     text NOT NULL CHECK (digest ~ '^[A-Za-z0-9_-]{43}$'),
    PRIMARY KEY (session_id, generation),
    CONSTRAINT refresh_token_digest UNIQUE (digest)
);
-- The youngest one was issued. Both rows are written by one statement.
ALTER TABLE session ADD CONSTRAINT session_youngest FOREIGN KEY (id, generation) REFERENCES refresh_token;

CREATE FUNCTION refuse_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% cannot take this step', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END
$$;
-- A session goes forward one token at a time, and what is over stays over.
CREATE TRIGGER session_goes_forward BEFORE UPDATE ON session FOR EACH ROW
    WHEN (OLD.ended_at IS NOT NULL OR NEW.generation NOT IN (OLD.generation, OLD.generation + 1))
    EXECUTE FUNCTION refuse_step();

-- The link in a letter: one for each user, used once.
CREATE TABLE one_time_link (
    user_id uuid PRIMARY KEY REFERENCES user_account,
    digest  text NOT NULL CHECK (digest ~ '^[A-Za-z0-9_-]{43}$'),
    purpose text NOT NULL CHECK (purpose IN ('INVITATION', 'PASSWORD_RESET')),
    until   timestamptz NOT NULL,
    CONSTRAINT one_time_link_digest UNIQUE (digest)
);
CREATE INDEX one_time_link_by_age ON one_time_link (until);

-- To whom a letter is owed. Its secret is made when it is sent.
CREATE TABLE letter_to_send (
    user_id    uuid PRIMARY KEY REFERENCES user_account,
    purpose    text NOT NULL CHECK (purpose IN ('INVITATION', 'PASSWORD_RESET')),
    tried      integer NOT NULL CHECK (tried >= 0),
    not_before timestamptz NOT NULL
);
CREATE INDEX letter_to_send_by_turn ON letter_to_send (not_before);

-- Programs that act by themselves. Of their keys there is the public half: modulus and exponent, as in a JWK.
CREATE TABLE service_account (
    id          uuid PRIMARY KEY,
    version     bigint NOT NULL,
    name        text NOT NULL,
    profile     text NOT NULL CHECK (profile IN ('BUSINESS', 'DIVISION')),
    company_id  uuid,
    role        text NOT NULL CHECK (role IN ('MEMBER', 'COMPANY_ADMIN', 'OPERATOR', 'SUPPORT_AGENT', 'AUDITOR')),
    public_keys text[] NOT NULL CHECK (cardinality(public_keys) <= 2),
    enabled     boolean NOT NULL,
    CHECK ((profile = 'BUSINESS') = (company_id IS NOT NULL)),
    CHECK ((profile = 'BUSINESS') = (role IN ('MEMBER', 'COMPANY_ADMIN')))
);

-- What a service said of itself counts once, on whichever node.
CREATE TABLE used_assertion (
    service_id uuid NOT NULL,
    assertion  text NOT NULL,
    until      timestamptz NOT NULL,
    PRIMARY KEY (service_id, assertion)
);
CREATE INDEX used_assertion_by_age ON used_assertion (until);

-- The issuer's keys, without their private halves.
CREATE TABLE key_ring (
    id          uuid PRIMARY KEY,
    set_version bigint NOT NULL CHECK (set_version >= 0),
    hurried     boolean NOT NULL
);
CREATE TABLE signing_key (
    id       text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_-]{43}$'),
    ring_id  uuid NOT NULL REFERENCES key_ring,
    place    integer NOT NULL,
    modulus  text NOT NULL,
    exponent text NOT NULL,
    stage    text NOT NULL CHECK (stage IN ('PREPARED', 'PUBLISHED', 'ACTIVE', 'RETIRED', 'REVOKED')),
    since    timestamptz NOT NULL,
    CONSTRAINT signing_key_place UNIQUE (ring_id, place)
);
CREATE UNIQUE INDEX signing_key_one_signs ON signing_key (ring_id) WHERE stage = 'ACTIVE';

-- Tokens that are refused although they are genuine. Only the database says when an entry was added.
CREATE TABLE cut_off (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id       uuid,
    issued_before timestamptz,
    session_id    uuid,
    key_id        text,
    until         timestamptz NOT NULL,
    added_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (num_nonnulls(user_id, session_id, key_id) = 1),
    CHECK ((user_id IS NULL) = (issued_before IS NULL))
);
CREATE INDEX cut_off_by_age ON cut_off (until);
CREATE INDEX cut_off_by_arrival ON cut_off (added_at);

-- Attempts to sign in, by the digest of what was typed. Written at every attempt: without an index on what changes, and
-- with room on the page, a row is rewritten where it is.
CREATE TABLE sign_in_guard (
    login         text PRIMARY KEY CHECK (login ~ '^[A-Za-z0-9_-]{43}$'),
    origins       text[] NOT NULL DEFAULT '{}',
    tried_at      timestamptz[] NOT NULL DEFAULT '{}',
    last_tried_at timestamptz,
    CHECK (cardinality(origins) = cardinality(tried_at))
) WITH (fillfactor = 50);

CREATE TABLE known_device (
    login  text NOT NULL CHECK (login ~ '^[A-Za-z0-9_-]{43}$'),
    device text NOT NULL CHECK (device ~ '^[A-Za-z0-9_-]{43}$'),
    until  timestamptz NOT NULL,
    PRIMARY KEY (login, device)
);
CREATE INDEX known_device_by_age ON known_device (until);

-- What is remembered of each rate limit; nothing for a bucket that was only looked at. Written as often as the guards.
CREATE TABLE rate_bucket (
    kind       text NOT NULL,
    owner      text NOT NULL CHECK (length(owner) <= 64),
    paid_until timestamptz,
    PRIMARY KEY (kind, owner)
) WITH (fillfactor = 50);

-- What happened around sign-ins, tokens and keys, by ids only. Written once.
CREATE TABLE security_entry (
    id         uuid PRIMARY KEY,
    at         timestamptz NOT NULL,
    event      text NOT NULL,
    actor_id   uuid,
    about_id   uuid,
    session_id uuid,
    network    text,
    facts      jsonb NOT NULL
);
CREATE INDEX security_entry_by_subject ON security_entry (about_id, id) WHERE about_id IS NOT NULL;
CREATE INDEX security_entry_by_session ON security_entry (session_id, id) WHERE session_id IS NOT NULL;
CREATE TRIGGER security_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON security_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whose something is never changes, nor does an address, nor the digest of a token. What is forgotten in batches is
-- locked first, and for a lock the right to change one column is needed.
GRANT SELECT, INSERT, UPDATE (version, name, roles, status, password_hash) ON user_account TO ${appRole};
GRANT SELECT, INSERT, DELETE,
      UPDATE (profile, company_id, last_used_at, generation, rotated_at, successor, ended_at, end_reason)
   ON session TO ${appRole};
GRANT SELECT, INSERT ON refresh_token TO ${appRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON one_time_link, letter_to_send TO ${appRole};
GRANT SELECT, INSERT, UPDATE (version, name, profile, company_id, role, public_keys, enabled) ON service_account TO ${appRole};
GRANT SELECT, INSERT, DELETE, UPDATE (until) ON used_assertion, known_device TO ${appRole};
GRANT SELECT, INSERT, UPDATE (set_version, hurried) ON key_ring TO ${appRole};
GRANT SELECT, INSERT, DELETE ON signing_key TO ${appRole};
GRANT SELECT, INSERT (user_id, issued_before, session_id, key_id, until), DELETE, UPDATE (until) ON cut_off TO ${appRole};
GRANT SELECT, INSERT, DELETE, UPDATE (origins, tried_at, last_tried_at) ON sign_in_guard TO ${appRole};
GRANT SELECT, INSERT, DELETE, UPDATE (paid_until) ON rate_bucket TO ${appRole};
GRANT SELECT, INSERT ON security_entry TO ${appRole};
