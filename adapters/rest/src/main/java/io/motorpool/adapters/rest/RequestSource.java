package io.motorpool.adapters.rest;

import io.motorpool.domain.identity.SourceNetwork;

/** Where the present request comes from. */
public interface RequestSource {

    SourceNetwork network();
}
