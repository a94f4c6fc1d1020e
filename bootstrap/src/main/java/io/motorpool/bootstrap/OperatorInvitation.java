package io.motorpool.bootstrap;

import io.motorpool.application.identity.InviteFirstOperator;
import io.motorpool.application.shared.Explained;
import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.EmailAddress;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Singleton;
import java.io.PrintStream;

/**
 * The command {@code invite-operator EMAIL NAME}: as long as the division has no operator there is nobody who could invite
 * one over HTTP. The letter is sent by a node that serves.
 */
@Singleton
@Unremovable
public final class OperatorInvitation implements QuarkusApplication {

    static final String COMMAND = "invite-operator";

    private static final int WRONG_ARGUMENTS = 2;
    private static final int REFUSED = 1;

    private final InviteFirstOperator invite;
    private final PrintStream out = System.out;

    OperatorInvitation(InviteFirstOperator invite) {
        this.invite = invite;
    }

    /** Nodes that serve are not disturbed: no timer runs, and the ports are ones that nobody knows. */
    static void silence() {
        System.setProperty("quarkus.http.host", "127.0.0.1");
        System.setProperty("quarkus.http.port", "0");
        System.setProperty("quarkus.grpc.server.port", "0");
        System.setProperty("quarkus.scheduler.enabled", "false");
    }

    @Override
    public int run(String... arguments) throws Exception {
        if (arguments.length != 2) {
            out.println("usage: " + COMMAND + " EMAIL NAME");
            return WRONG_ARGUMENTS;
        }
        try {
            return invite(EmailAddress.parse(arguments[0]), new PersonName(arguments[1]));
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return WRONG_ARGUMENTS;
        }
    }

    private int invite(EmailAddress email, PersonName name) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> invite.invite(email, name))
                    .fold(
                            invited -> {
                                out.println("invited operator " + invited.id());
                                return 0;
                            },
                            refusal -> {
                                Explained explained = RefusalCatalogue.explain(refusal);
                                out.println(explained.code() + ": " + explained.sentence());
                                return REFUSED;
                            });
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
