package io.motorpool.sandbox.demo;

import io.motorpool.sandbox.events.Subscriber;
import io.motorpool.sandbox.gateway.Bank;
import io.motorpool.sandbox.legacy.LegacySystem;
import io.motorpool.sandbox.parts.MailPart;
import io.motorpool.sandbox.parts.PostgresPart;
import io.motorpool.sandbox.sap.SapUser;
import io.motorpool.sandbox.shuttle.SapBooks;
import io.motorpool.sandbox.telematics.Garage;
import io.motorpool.sandbox.time.Hourglass;
import java.net.URI;

/**
 * What a story can do on this machine besides calling the API: let time pass, read what subscribers read, open letters, look
 * where keys are published, ask SAP what it holds, drive vehicles, look into the books of the payment gateway, and open a
 * legacy system.
 *
 * @param published below which everything is found that verifiers need
 */
public record Backstage(
        Hourglass hourglass,
        Subscriber subscriber,
        MailPart mail,
        URI published,
        SapBooks sap,
        Garage garage,
        Bank bank,
        LegacySystem legacy) {

    public static Backstage of(
            PostgresPart postgres,
            String bootstrapServers,
            MailPart mail,
            URI published,
            URI sap,
            URI telematics,
            URI gateway) {
        return new Backstage(
                new Hourglass(postgres),
                new Subscriber(bootstrapServers),
                mail,
                published,
                new SapBooks(sap, SapUser.OF_STAND_IN),
                new Garage(telematics),
                new Bank(gateway),
                new LegacySystem(postgres, bootstrapServers));
    }
}
