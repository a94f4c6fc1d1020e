package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.catalogue.Named;
import io.motorpool.sandbox.ground.Ground;
import java.util.List;

/** An accident on purpose, and a check that it did no harm. Hook it in at {@link Drills#ALL}. */
public interface Drill extends Named {

    /** One line for each harm that was found; empty when the drill went well. */
    List<String> hold(Ground ground) throws Exception;
}
