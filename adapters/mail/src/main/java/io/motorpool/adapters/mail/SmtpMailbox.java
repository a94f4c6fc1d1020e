package io.motorpool.adapters.mail;

import io.motorpool.application.identity.Mailbox;
import io.motorpool.application.identity.OutOfReachException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.net.URI;
import java.util.concurrent.Executor;

/** Hands letters to a mail server. What becomes of them then is that server's business. */
public final class SmtpMailbox implements Mailbox, AutoCloseable {

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_MILLIS = 10_000;

    private final MailClient client;
    private final String from;
    private final Wording wording;

    /** @param page where somebody chooses a password */
    public SmtpMailbox(Vertx vertx, Server server, String from, URI page) {
        this.client = MailClient.create(vertx, server.settings());
        this.from = from;
        this.wording = new Wording(page);
    }

    /**
     * The mail server that takes our letters.
     *
     * @param user empty when it asks nobody who they are
     * @param encrypted whether it must be spoken to over TLS: letters carry what opens accounts
     */
    public record Server(String host, int port, String user, String password, boolean encrypted) {

        private MailConfig settings() {
            MailConfig settings = new MailConfig(host, port)
                    .setStarttls(encrypted ? StartTLSOptions.REQUIRED : StartTLSOptions.OPTIONAL)
                    .setMaxPoolSize(AT_ONCE)
                    .setConnectTimeout(PATIENCE_MILLIS)
                    .setIdleTimeout(PATIENCE_MILLIS / 1_000);
            return user.isEmpty() ? settings : settings.setUsername(user).setPassword(password);
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    @Override
    public Uni<Void> send(Letter letter) {
        MailMessage message = new MailMessage(from, letter.to().value(), wording.subject(letter), wording.text(letter));
        return Uni.createFrom().deferred(() -> {
            Executor back = caller();
            return Uni.createFrom()
                    .completionStage(() -> client.sendMail(message).toCompletionStage())
                    .onFailure()
                    .transform(SmtpMailbox::outOfReach)
                    .replaceWithVoid()
                    .emitOn(back);
        });
    }

    /** What the server said may name the mailbox: it goes no further. */
    private static OutOfReachException outOfReach(Throwable failure) {
        return new OutOfReachException(
                "the mail server did not take a letter: " + failure.getClass().getSimpleName());
    }

    /** A session of the database is good on its own thread only. */
    private static Executor caller() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(_ -> task.run());
    }

    @Override
    public void close() {
        var _ = client.close();
    }
}
