package io.motorpool.sandbox.demo;

import io.motorpool.sandbox.events.Subscriber;
import io.motorpool.sandbox.parts.PostgresPart;
import io.motorpool.sandbox.time.Hourglass;

/**
 * What a story can do on this machine besides calling the API: let time pass, and read what subscribers read. A Motorpool
 * somewhere else has no such place.
 */
public record Backstage(Hourglass hourglass, Subscriber subscriber) {

    public static Backstage of(PostgresPart postgres, String bootstrapServers) {
        return new Backstage(new Hourglass(postgres), new Subscriber(bootstrapServers));
    }
}
