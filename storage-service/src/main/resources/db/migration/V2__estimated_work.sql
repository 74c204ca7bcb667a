-- What a chunk's items take a worker, by estimate: what is waiting is told in seconds of work, not in chunks of any size.
ALTER TABLE chunk ADD COLUMN estimate_millis integer NOT NULL DEFAULT 0;
