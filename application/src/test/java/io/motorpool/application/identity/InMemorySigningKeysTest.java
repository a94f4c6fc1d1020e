package io.motorpool.application.identity;

class InMemorySigningKeysTest implements SigningKeysContract {

    private final InMemorySigningKeys keys = new InMemorySigningKeys(ISSUER);

    @Override
    public SigningKeys keys() {
        return keys;
    }

    @Override
    public SigningKeys keysOfAnotherNode() {
        return keys.ofAnotherNode();
    }
}
