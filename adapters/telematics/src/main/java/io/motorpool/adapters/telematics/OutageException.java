package io.motorpool.adapters.telematics;

/** Whoever connects the devices does not do its work: something that the next request would meet too. */
final class OutageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutageException(String said) {
        super(said, null, false, false);
    }
}
