-- What looks different after a fact to whoever watches it, as ids with commas between them; empty in facts that were written
-- by a node that did not know of this yet.
ALTER TABLE outbox ADD COLUMN touched text NOT NULL DEFAULT '';
