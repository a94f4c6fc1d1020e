package io.motorpool.adapters.keys.publication;

import io.motorpool.domain.identity.KeyTimings;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** The few objects of one bucket that are published, by the S3 protocol. */
public final class ObjectStore implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_ONCE = Duration.ofSeconds(2);

    /** How long whoever fetched an object may use it (P8). */
    private static final String CACHE_CONTROL =
            "public, max-age=" + KeyTimings.PUBLISHED.cached().toSeconds();

    private final S3AsyncClient client;
    private final String bucket;
    private final String prefix;

    ObjectStore(S3AsyncClient client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /**
     * Whoever asks is who the environment says, as with every tool of that store.
     *
     * @param endpoint of a store that is not Amazon's
     * @param prefix of every object's name: empty, or ending with a slash
     */
    public static ObjectStore in(@Nullable URI endpoint, String region, String bucket, String prefix) {
        return new ObjectStore(
                client(endpoint, region, DefaultCredentialsProvider.builder().build()), bucket, prefix);
    }

    static S3AsyncClient client(@Nullable URI endpoint, String region, AwsCredentialsProvider credentials) {
        S3AsyncClientBuilder builder = S3AsyncClient.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials)
                // TLS and the strict reading of a set guard what is sent; stores other than Amazon's often know no
                // more.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(4)
                        .connectionTimeout(PATIENCE_ONCE)
                        .readTimeout(PATIENCE_ONCE))
                .overrideConfiguration(limits -> limits.apiCallTimeout(PATIENCE).apiCallAttemptTimeout(PATIENCE_ONCE));
        if (endpoint != null) {
            builder.endpointOverride(endpoint).forcePathStyle(true);
        }
        return builder.build();
    }

    public CompletableFuture<ResponseBytes<GetObjectResponse>> get(String name) {
        return client.getObject(
                request -> request.bucket(bucket).key(prefix + name), AsyncResponseTransformer.toBytes());
    }

    /**
     * Puts the object where the expected one still is.
     *
     * @param expected the tag of what was found there, null when nothing was
     */
    CompletableFuture<PutObjectResponse> put(String name, String content, String mediaType, @Nullable String expected) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(prefix + name)
                .contentType(mediaType)
                .cacheControl(CACHE_CONTROL);
        return client.putObject(
                (expected == null ? request.ifNoneMatch("*") : request.ifMatch(expected)).build(),
                AsyncRequestBody.fromString(content));
    }

    @Override
    public void close() {
        client.close();
    }
}
