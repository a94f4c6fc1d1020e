package io.motorpool.sandbox.telematics;

/** How a device is, until it is told otherwise. */
public enum Mood {
    WELL,
    /** In an underground car park: nothing arrives. */
    OFFLINE,
    /** Everything arrives and is done, and nobody hears of it. */
    LOSES_ACKNOWLEDGEMENTS,
    /** It takes orders, and its doors do not move. */
    JAMMED,
    /** It forgets keys and learns none. */
    LEARNS_NOTHING
}
