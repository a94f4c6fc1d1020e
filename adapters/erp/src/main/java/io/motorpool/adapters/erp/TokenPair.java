package io.motorpool.adapters.erp;

/** A token against forged requests, and the session without which it is worth nothing. They are never separated. */
record TokenPair(String token, String cookie) {

    @Override
    public String toString() {
        return "TokenPair (not shown)";
    }
}
