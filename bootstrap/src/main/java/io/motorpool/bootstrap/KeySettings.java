package io.motorpool.bootstrap;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where the issuer keeps its keys, and where it publishes their public halves. */
@ConfigMapping(prefix = "motorpool.keys")
interface KeySettings {

    /** Of the encrypted key files; only this node's user may read it. */
    Optional<String> folder();

    /** 256 random bits in base64, from the deployment's secret store. */
    Optional<String> master();

    /** A folder, or {@code s3://bucket/prefix}. */
    Optional<String> publishTo();

    /** The address at which readers find what is published there. */
    String publishedAt();

    /** Where services get tokens. */
    String tokenEndpoint();

    /** Of a store that is not Amazon's. */
    Optional<URI> objectStore();

    String region();

    /** What the first server signs with, in base64; its tokens are nobody's without it. */
    Optional<String> firstServerSecret();

    /** Where the second server tells whose a session is; its sessions are nobody's without it. */
    Optional<URI> secondServer();
}
