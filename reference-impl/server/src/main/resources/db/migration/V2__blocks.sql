-- Who has blocked whom (USR-5). Looked up from both sides: what one has blocked, and by whom one is blocked.

CREATE TABLE block (
    blocker    uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    blocked    uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (blocker, blocked),
    CHECK (blocker <> blocked)
);
CREATE INDEX block_of_blocked ON block (blocked);
