package io.motorpool.sandbox.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.motorpool.sandbox.standin.Backdoor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Where people get cards, and where anybody can count what was taken. */
public final class Bank {

    private final Backdoor gateway;

    public Bank(URI gateway) {
        this.gateway = new Backdoor(gateway, PaymentGateway.SECRET);
    }

    /** @return what the gateway knows it by */
    public String newCard(CardKind kind) {
        return gateway.ask(
                        "POST",
                        "/stand-in/cards",
                        JsonNodeFactory.instance.objectNode().put("kind", kind.name()))
                .path("token")
                .asText();
    }

    public List<Entry> books() {
        List<Entry> books = new ArrayList<>();
        gateway.get("/stand-in/books").path("authorisations").forEach(entry -> books.add(Entry.of(entry, "")));
        return books;
    }
}
