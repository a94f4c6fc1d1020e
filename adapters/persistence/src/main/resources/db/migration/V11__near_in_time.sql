-- What a comparison looks for is found by when it was, and no longer by reading all that a vehicle and a driver ever did: from
-- when until when a reservation can have held its vehicle, whether its driver had the vehicle, and the highest reading noted.
ALTER TABLE legacy_change
    ADD COLUMN from_at timestamptz,
    ADD COLUMN until_at timestamptz,
    ADD COLUMN is_out boolean,
    ADD COLUMN km bigint;

ALTER TABLE legacy_change DISABLE TRIGGER legacy_change_is_append_only;
UPDATE legacy_change AS c
   SET from_at = least(CAST(said ->> 'start' AS timestamptz), CAST(said ->> 'returnedAt' AS timestamptz)),
       until_at = greatest(CAST(said ->> 'end' AS timestamptz), CAST(said ->> 'returnedAt' AS timestamptz)),
       is_out = said ->> 'status' = 'IN_USE',
       km = greatest(CAST(said ->> 'startKm' AS bigint), CAST(said ->> 'endKm' AS bigint))
  FROM (SELECT number, log, place, CAST(image AS jsonb) AS said FROM legacy_change WHERE vehicle_id IS NOT NULL) AS readable
 WHERE (c.number, c.log, c.place) = (readable.number, readable.log, readable.place);
ALTER TABLE legacy_change ENABLE TRIGGER legacy_change_is_append_only;

ALTER TABLE legacy_change ADD CHECK ((vehicle_id IS NULL) = (from_at IS NULL) AND (vehicle_id IS NULL) = (until_at IS NULL));

DROP INDEX legacy_change_by_vehicle;
DROP INDEX legacy_change_by_driver;
CREATE INDEX legacy_change_by_vehicle ON legacy_change (vehicle_id, until_at, from_at) WHERE vehicle_id IS NOT NULL;
CREATE INDEX legacy_change_by_driver ON legacy_change (driver_id, until_at, from_at) WHERE driver_id IS NOT NULL;
CREATE INDEX legacy_change_out ON legacy_change (vehicle_id) WHERE is_out;
CREATE INDEX legacy_change_km ON legacy_change (vehicle_id, km, log, place) WHERE km IS NOT NULL;

-- Those that wait on one vehicle are compared together.
ALTER TABLE legacy_waiting ADD COLUMN vehicle_id uuid;
UPDATE legacy_waiting AS w
   SET vehicle_id = (SELECT vehicle_id FROM legacy_change AS c
                      WHERE c.number = w.number AND vehicle_id IS NOT NULL
                      ORDER BY log DESC, place DESC LIMIT 1);
CREATE INDEX legacy_waiting_by_vehicle ON legacy_waiting (vehicle_id, since, number) WHERE vehicle_id IS NOT NULL;
