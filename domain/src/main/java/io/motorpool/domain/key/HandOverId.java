package io.motorpool.domain.key;

import java.util.UUID;

/** Names one hand-over of a key, from its offer on. */
public record HandOverId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
