-- The trace that a row's events belong to, as W3C Trace Context writes it: of a job the request that made it, of a chunk the
-- upload's or its job's. Null where nothing is known of one.
ALTER TABLE job ADD COLUMN traceparent text;
ALTER TABLE chunk ADD COLUMN traceparent text;
ALTER TABLE outbox ADD COLUMN traceparent text;
