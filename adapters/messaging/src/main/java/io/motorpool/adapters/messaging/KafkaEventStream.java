package io.motorpool.adapters.messaging;

import io.motorpool.application.shared.EventMessage;
import io.motorpool.application.shared.EventStream;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/**
 * Kafka, one topic per context. The messages of a batch are sent without waiting for each other; the producer keeps
 * those with the same key in order. A batch that fails has ended altogether, so that nothing of it can overtake the
 * next attempt.
 */
@ApplicationScoped
class KafkaEventStream implements EventStream {

    static final String CHANNEL = "domain-events";

    /** Two batches: one under way, and what a lost one may have left behind. */
    private static final int ROOM = 1_024;

    /** The messages wait in an open transaction, which the database ends after ten seconds of silence. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private final MutinyEmitter<String> emitter;
    private final KafkaClientService clients;

    /** Whether the last thing that was sent arrived. */
    private volatile boolean answering;

    KafkaEventStream(
            @Channel(CHANNEL) @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = ROOM)
                    MutinyEmitter<String> emitter,
            KafkaClientService clients) {
        this.emitter = emitter;
        this.clients = clients;
    }

    @Override
    public Uni<Void> publish(List<EventMessage> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().deferred(() -> backOn(Vertx.currentContext(), deliver(messages)));
    }

    private Uni<Void> deliver(List<EventMessage> messages) {
        return reach(messages)
                .chain(() -> answering ? sendAll(messages) : sendFirstAlone(messages))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onItemOrFailure()
                .invoke((_, failure) -> answering = failure == null);
    }

    /**
     * Makes sure of the topics first. A producer that knows nothing of a topic blocks for every single message; asking
     * blocks once.
     */
    private Uni<Void> reach(List<EventMessage> messages) {
        return Multi.createFrom()
                .items(messages.stream().map(EventMessage::topic).distinct())
                .onItem()
                .transformToUniAndConcatenate(
                        topic -> clients.getProducer(CHANNEL).partitionsFor(topic))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** After a failure one message goes ahead: while Kafka is away only that one has to be given up each time. */
    private Uni<Void> sendFirstAlone(List<EventMessage> messages) {
        return send(messages.getFirst()).chain(() -> sendAll(messages.subList(1, messages.size())));
    }

    private Uni<Void> sendAll(List<EventMessage> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(messages.stream().map(this::send).toList())
                        .andCollectFailures()
                        .onFailure(CompositeException.class)
                        .transform(KafkaEventStream::firstOf)
                        .replaceWithVoid();
    }

    /** The others say the same, hundreds of times. */
    private static Throwable firstOf(Throwable failures) {
        return failures instanceof CompositeException composite
                ? composite.getCauses().getFirst()
                : failures;
    }

    private Uni<Void> send(EventMessage message) {
        return Uni.createFrom()
                .deferred(() -> emitter.sendMessage(Message.of(message.body()).addMetadata(addressOf(message))));
    }

    private static OutgoingKafkaRecordMetadata<String> addressOf(EventMessage message) {
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(message.topic())
                .withKey(message.key())
                .withHeaders(headers())
                .build();
    }

    private static Headers headers() {
        return new RecordHeaders().add("content-type", CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
    }

    /** Acknowledgements come on Kafka's threads; the caller's transaction lives on its own context. */
    private static Uni<Void> backOn(@Nullable Context context, Uni<Void> delivery) {
        return context == null ? delivery : delivery.emitOn(command -> context.runOnContext(_ -> command.run()));
    }
}
