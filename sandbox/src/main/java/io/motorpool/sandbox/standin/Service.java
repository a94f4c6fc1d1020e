package io.motorpool.sandbox.standin;

/** The system that is stood in for, behind its door. */
public interface Service extends AutoCloseable {

    /** Carries a request out. What is not to be carried out is {@link Refused}. */
    Reply answer(Call call);

    /** The same for its stand-in's own paths, by which it is looked into and changed from outside. */
    Reply backstage(Call call);

    @Override
    void close();
}
