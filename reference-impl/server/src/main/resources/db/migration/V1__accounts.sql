-- Users, credentials, devices, sessions and the keys that sign access tokens (USR-1 … USR-4).

CREATE TABLE account (
    id            uuid PRIMARY KEY,
    username      text NOT NULL UNIQUE,  -- folded to lower case
    email         text,                  -- as it was typed
    email_folded  text UNIQUE,           -- lower case: unique and found case-insensitively
    display_name  text NOT NULL,
    password_hash text NOT NULL,         -- Argon2id, with its parameters
    created_at    timestamptz NOT NULL,
    CHECK ((email IS NULL) = (email_folded IS NULL))
);

-- A device's id is chosen by the client and scoped to its user.
CREATE TABLE device (
    user_id    uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    device_id  uuid NOT NULL,
    name       text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, device_id)
);

-- At most one session per device; the row is there exactly as long as the session is active.
CREATE TABLE session (
    id         uuid PRIMARY KEY,
    user_id    uuid NOT NULL,
    device_id  uuid NOT NULL,
    started_at timestamptz NOT NULL,
    UNIQUE (user_id, device_id),
    FOREIGN KEY (user_id, device_id) REFERENCES device (user_id, device_id) ON DELETE CASCADE
);

-- Rotated tokens stay until they expire, so that a replay is recognised.
CREATE TABLE refresh_token (
    hash       text PRIMARY KEY,         -- SHA-256 in hexadecimal of the token; the token itself is stored nowhere
    session_id uuid NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL,
    rotated_at timestamptz               -- when its first successor was issued
);
CREATE INDEX refresh_token_of_session ON refresh_token (session_id, expires_at);

-- The newest generation signs, all verify. The unique generation decides between nodes that start at once.
CREATE TABLE signing_key (
    kid        text PRIMARY KEY,
    generation integer NOT NULL UNIQUE,
    secret     bytea NOT NULL,
    created_at timestamptz NOT NULL
);
