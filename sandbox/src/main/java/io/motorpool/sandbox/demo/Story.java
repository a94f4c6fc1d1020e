package io.motorpool.sandbox.demo;

import io.motorpool.sandbox.catalogue.Named;

/** A piece of the division's business, played through API calls only. Hook it in at {@link Stories#ALL}. */
public interface Story extends Named {

    /** Plays to the end, or throws at the first answer that does not belong to the story. */
    void play(Stage stage) throws Exception;
}
