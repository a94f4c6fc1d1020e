-- Every seal a second time, under the number of its settlement, where nothing else hangs on it: a chain cannot tell that its
-- end was cut off, the register can. What is sealed is entered; an entry stays, whatever becomes of what it is about.
CREATE TABLE seal_register (
    company_id uuid NOT NULL,
    sequence   bigint NOT NULL CHECK (sequence >= 1),
    number     text NOT NULL,
    seal       char(64) NOT NULL,
    PRIMARY KEY (company_id, sequence),
    CONSTRAINT seal_register_number_once UNIQUE (number)
);
INSERT INTO seal_register (company_id, sequence, number, seal)
SELECT s.company_id, s.sequence, t.number, c.seal
  FROM snapshot AS s JOIN settlement AS t ON t.id = s.settlement_id
  JOIN settlement_step AS c ON c.settlement_id = s.settlement_id AND c.status = 'CONFIRMED';
ALTER TABLE snapshot ADD CONSTRAINT snapshot_is_registered FOREIGN KEY (company_id, sequence) REFERENCES seal_register;
CREATE TRIGGER seal_register_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON seal_register
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON seal_register TO ${appRole};
