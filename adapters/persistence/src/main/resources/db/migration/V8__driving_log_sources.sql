-- What was driven in a tax period: by when vehicles left, and by when their keys went on.
CREATE INDEX reservation_driven ON reservation (vehicle_id, started_at) WHERE started_at IS NOT NULL;
CREATE INDEX key_grant_by_vehicle ON key_grant (vehicle_id, opened_at);
