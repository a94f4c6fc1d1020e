package io.motorpool.domain.settlement;

import java.util.regex.Pattern;

/** The account in the ERP on which a company is billed: up to ten digits. */
public record ErpAccount(String number) {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,10}");

    public ErpAccount {
        if (!FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("an account in the ERP has up to ten digits");
        }
    }

    @Override
    public String toString() {
        return number;
    }
}
