-- What moves a vehicle, and how far. Of those that are there already, and of those that a node of the version before adds while
-- versions change, nobody has said it: they are taken for what most cars are, until somebody says better.
ALTER TABLE vehicle
    ADD COLUMN propulsion text NOT NULL DEFAULT 'COMBUSTION' CHECK (propulsion IN (
        'COMBUSTION', 'COMBUSTION_DIESEL', 'HYBRID', 'PLUG_IN_HYBRID', 'ELECTRIC', 'HYDROGEN_FUEL_CELL')),
    ADD COLUMN range_km integer NOT NULL DEFAULT 500 CHECK (range_km BETWEEN 1 AND 2000);
