package io.motorpool.application.identity;

class InMemorySecretSealerTest implements SecretSealerContract {

    private final SecretSealer sealer = new InMemorySecretSealer();

    @Override
    public SecretSealer sealer() {
        return sealer;
    }
}
