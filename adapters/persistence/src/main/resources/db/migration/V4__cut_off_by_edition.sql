-- Whom something was taken from is cut off by editions of them, which are counted, and not by times, which nodes tell from
-- clocks of their own (ADR-0047). Tokens that were issued before this do not say an edition and count as of the first: what
-- was cut off stays cut off, and what is issued from now on counts.
ALTER TABLE cut_off ADD COLUMN since_edition bigint CHECK (since_edition >= 0);

UPDATE cut_off AS c
   SET since_edition = GREATEST(1, (SELECT version FROM user_account WHERE id = c.user_id),
                                   (SELECT version FROM service_account WHERE id = c.user_id))
 WHERE c.user_id IS NOT NULL;

ALTER TABLE cut_off DROP COLUMN issued_before;
ALTER TABLE cut_off ADD CHECK ((user_id IS NULL) = (since_edition IS NULL));

GRANT INSERT (since_edition) ON cut_off TO ${appRole};
