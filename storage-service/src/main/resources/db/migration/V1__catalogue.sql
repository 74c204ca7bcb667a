-- The catalogue: datablocks, their versions and renditions, presets, jobs with their ledger, and the outbox.
-- Digests are 32 raw bytes; text that is paged or searched by prefix is ordered by its bytes (COLLATE "C").

-- Immutable bytes named by their SHA-256 digest, and what their header says: facts of the content, not of an upload.
CREATE TABLE blob (
    sha256      bytea       PRIMARY KEY CHECK (octet_length(sha256) = 32),
    bytes       bigint      NOT NULL CHECK (bytes >= 0),
    media_type  text        NOT NULL,
    format      text        NOT NULL,
    width       integer     NOT NULL CHECK (width > 0),
    height      integer     NOT NULL CHECK (height > 0),
    mode        text        NOT NULL,
    orientation smallint    NOT NULL CHECK (orientation BETWEEN 1 AND 8),
    pages       integer     NOT NULL CHECK (pages > 0),
    alpha       boolean     NOT NULL,
    icc         boolean     NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);

-- The datablock. seq is given in the order of registration: whoever registers holds the registration lock shared, whoever
-- fixes the upper bound of a selection holds it exclusively, so every image up to the bound is there to be counted.
CREATE TABLE image (
    id              uuid        PRIMARY KEY,
    seq             bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    name            text        COLLATE "C" NOT NULL CHECK (name <> ''),
    current_version integer     NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL,
    registered_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX image_by_name ON image (name, id);

-- An immutable saved state of a datablock.
CREATE TABLE version (
    image_id   uuid        NOT NULL REFERENCES image,
    number     integer     NOT NULL CHECK (number > 0),
    cause      text        NOT NULL CHECK (cause IN ('UPLOAD')),
    parent     integer,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (image_id, number)
);

-- One file of a version: entry is a frame or tile number (0: the only one), view an index (0: the only one).
CREATE TABLE version_file (
    image_id uuid     NOT NULL,
    version  integer  NOT NULL,
    entry    integer  NOT NULL DEFAULT 0,
    view     smallint NOT NULL DEFAULT 0,
    sha256   bytea    NOT NULL REFERENCES blob,
    PRIMARY KEY (image_id, version, entry, view),
    FOREIGN KEY (image_id, version) REFERENCES version
);
CREATE INDEX version_file_by_blob ON version_file (sha256);

-- A named, revisioned set of renditions. content is canonical: [{"name":...,"pipeline":{...}}].
CREATE TABLE preset (
    name       text        COLLATE "C" PRIMARY KEY,
    revision   integer     NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE preset_revision (
    name       text        COLLATE "C" NOT NULL REFERENCES preset,
    revision   integer     NOT NULL CHECK (revision > 0),
    content    text        NOT NULL,
    digest     bytea       NOT NULL CHECK (octet_length(digest) = 32),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (name, revision)
);

-- One stored output of (blob, pipeline, engine), by its key. There is a row exactly when the bytes can be read.
CREATE TABLE rendition (
    key        bytea       PRIMARY KEY CHECK (octet_length(key) = 32),
    sha256     bytea       NOT NULL CHECK (octet_length(sha256) = 32),
    bytes      bigint      NOT NULL,
    media_type text        NOT NULL,
    width      integer     NOT NULL,
    height     integer     NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- What a datablock's rendition of a name is wanted to be. READY when the key has its rendition, else FAILED when a problem
-- is noted, else PENDING: derived, so that no order of events can leave a wrong state behind. A later wish (wanted_at)
-- replaces an earlier one. key is null where not even the pipeline is known.
CREATE TABLE image_rendition (
    image_id       uuid        NOT NULL REFERENCES image,
    name           text        COLLATE "C" NOT NULL,
    key            bytea       CHECK (octet_length(key) = 32),
    wanted_at      timestamptz NOT NULL,
    problem_code   text,
    problem_detail text,
    PRIMARY KEY (image_id, name),
    CHECK (key IS NOT NULL OR problem_code IS NOT NULL)
);

-- A durable batch request. renditions: [{"name":"thumbnails.w400","pipeline":{...}}], as they were when it was submitted.
-- position is how far the selection is expanded; planned_at is set when it is expanded whole.
CREATE TABLE job (
    id              uuid        PRIMARY KEY,
    state           text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'COMPLETED')),
    preset          text        COLLATE "C",
    preset_revision integer,
    renditions      text        NOT NULL,
    selection       text        NOT NULL CHECK (selection IN ('ALL', 'IDS', 'NAME_PREFIX')),
    name_prefix     text        COLLATE "C",
    selected_ids    uuid[],
    selected_count  bigint      NOT NULL,
    bound           bigint      NOT NULL,
    position_seq    bigint      NOT NULL DEFAULT 0,
    position_name   text        COLLATE "C" NOT NULL DEFAULT '',
    position_id     uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    total           bigint      NOT NULL,
    planned         bigint      NOT NULL DEFAULT 0,
    done            bigint      NOT NULL DEFAULT 0,
    failed          bigint      NOT NULL DEFAULT 0,
    reused          bigint      NOT NULL DEFAULT 0,
    idempotency_key text        UNIQUE,
    request_digest  bytea       NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    started_at      timestamptz,
    planned_at      timestamptz,
    finished_at     timestamptz,
    CHECK (done + failed <= total)
);
CREATE INDEX job_to_plan ON job (id) WHERE planned_at IS NULL;

-- Items that came to their end, by second: the recent ones give a job's rate.
CREATE TABLE job_rate (
    job_id uuid    NOT NULL REFERENCES job,
    second bigint  NOT NULL,
    items  bigint  NOT NULL,
    PRIMARY KEY (job_id, second)
);

CREATE TABLE job_failure (
    job_id    uuid        NOT NULL REFERENCES job,
    image_id  uuid        NOT NULL,
    rendition text        COLLATE "C" NOT NULL,
    code      text        NOT NULL,
    detail    text        NOT NULL,
    failed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (job_id, image_id, rendition)
);

-- The ledger: a chunk of whole images, dispatched as one event. item_states has a byte an item (0 open, 1 done, 2 failed).
-- attempt counts releases, retries those after a transient failure. work is dropped when the chunk is done.
CREATE TABLE chunk (
    id          uuid        PRIMARY KEY,
    job_id      uuid        REFERENCES job,
    lane        text        NOT NULL CHECK (lane IN ('INTERACTIVE', 'BULK')),
    state       text        NOT NULL CHECK (state IN ('PENDING', 'RELEASED', 'DONE')),
    attempt     integer     NOT NULL DEFAULT 0,
    retries     integer     NOT NULL DEFAULT 0,
    not_before  timestamptz NOT NULL DEFAULT now(),
    lease_until timestamptz,
    work        text,
    item_states bytea       NOT NULL,
    open_items  integer     NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    done_at     timestamptz,
    CHECK ((state = 'DONE') = (open_items = 0)),
    CHECK (state = 'DONE' OR work IS NOT NULL)
);
CREATE INDEX chunk_pending ON chunk (lane, not_before, id) WHERE state = 'PENDING';
CREATE INDEX chunk_released ON chunk (lane, lease_until) WHERE state = 'RELEASED';
CREATE INDEX chunk_open_of_job ON chunk (job_id, state) WHERE state <> 'DONE';

-- Events that must go out because a transaction committed. Whoever publishes takes rows with SKIP LOCKED and deletes them.
CREATE TABLE outbox (
    position bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id       uuid        NOT NULL,
    type     text        NOT NULL,
    time     timestamptz NOT NULL,
    data     text        NOT NULL
);
