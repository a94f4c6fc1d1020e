package io.motorpool.application.map;

/** What can be shown on the map. A client that asks for none sees none of ours. */
public enum MapLayer {
    /** The mobility company's pick-up zones, which another system shows. */
    PUBLIC_ZONES,
    /** The virtual zones of the company for which somebody acts. */
    VIRTUAL_ZONES
}
