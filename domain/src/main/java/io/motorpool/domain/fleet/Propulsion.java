package io.motorpool.domain.fleet;

/** What moves a vehicle, by the words of GBFS 3.1 for those that are driven on a road and not ridden. */
public enum Propulsion {
    /** Petrol or liquefied gas. */
    COMBUSTION,
    COMBUSTION_DIESEL,
    /** Charges itself only. */
    HYBRID,
    PLUG_IN_HYBRID,
    ELECTRIC,
    HYDROGEN_FUEL_CELL
}
