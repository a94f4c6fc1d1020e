package io.motorpool.bootstrap;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The mail server that takes our letters. */
@ConfigMapping(prefix = "motorpool.mail")
interface MailSettings {

    String host();

    int port();

    /** Who we are to the server, if it wants to know. */
    Optional<String> user();

    Optional<String> password();

    String from();

    /** Where somebody chooses a password by the link in a letter. */
    URI page();

    /** Whether the server must be spoken to over TLS; left out, unless it is on this machine. */
    Optional<Boolean> encrypted();
}
