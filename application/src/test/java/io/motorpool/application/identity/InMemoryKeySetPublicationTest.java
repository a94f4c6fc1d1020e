package io.motorpool.application.identity;

class InMemoryKeySetPublicationTest implements KeySetPublicationContract {

    private final InMemoryKeySetPublication publication = new InMemoryKeySetPublication();

    @Override
    public KeySetPublication publication() {
        return publication;
    }

    @Override
    public void givenOutOfReach() {
        publication.outOfReach(true);
    }

    @Override
    public void givenWithinReach() {
        publication.outOfReach(false);
    }
}
