package io.motorpool.application.shared;

class InMemoryIdempotencyKeysTest implements IdempotencyKeysContract, InMemoryContract {

    private final IdempotencyKeys keys = new InMemoryIdempotencyKeys();

    @Override
    public IdempotencyKeys keys() {
        return keys;
    }
}
