package io.motorpool.adapters.telematics;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back from a device, or from whoever connects it. */
sealed interface Heard {

    /** The device has said how it is. */
    record Report(JsonNode content) implements Heard {}

    /** It is not done, or the device was not heard. */
    record No(String code) implements Heard {}

    /** Nobody knows whether it was done. */
    record Nothing() implements Heard {}
}
