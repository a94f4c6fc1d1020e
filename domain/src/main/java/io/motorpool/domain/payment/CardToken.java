package io.motorpool.domain.payment;

import io.motorpool.domain.shared.Text;

/** What the gateway knows a card by. Whoever has it can ask for money, so it is never shown (P19). */
public record CardToken(String value) {

    public static final int LONGEST = 200;

    public CardToken {
        Text.check("a card token", value, LONGEST);
    }

    @Override
    public String toString() {
        return "***";
    }
}
