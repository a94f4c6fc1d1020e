package io.motorpool.domain.settlement;

import io.motorpool.domain.shared.Text;

/** The number of a document in the ERP. */
public record ErpDocument(String number) {

    public static final int LONGEST = 20;

    public ErpDocument {
        Text.check("a document number", number, LONGEST);
    }

    @Override
    public String toString() {
        return number;
    }
}
