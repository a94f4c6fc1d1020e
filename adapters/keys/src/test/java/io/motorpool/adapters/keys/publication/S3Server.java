package io.motorpool.adapters.keys.publication;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.DelegatingS3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A server that speaks the S3 protocol and checks who asks; it keeps its objects in memory, even while it is down. */
final class S3Server {

    private static final String IDENTITY = "motorpool";
    private static final String CREDENTIAL = "a credential of this test";

    private final URI endpoint = URI.create("http://127.0.0.1:" + freePort());
    private final BlobStoreContext objects = ContextBuilder.newBuilder("transient")
            .credentials(IDENTITY, CREDENTIAL)
            .overrides(new Properties())
            .build(BlobStoreContext.class);
    private final S3AsyncClient client = new ConditionalPuts(ObjectStore.client(
            endpoint, "us-east-1", StaticCredentialsProvider.create(AwsBasicCredentials.create(IDENTITY, CREDENTIAL))));
    private S3Proxy server = server();

    /** This server does not know conditional PUTs, so its part of them is done here: compare and put, in one step. */
    private static final class ConditionalPuts extends DelegatingS3AsyncClient {

        private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

        ConditionalPuts(S3AsyncClient client) {
            super(client);
        }

        @Override
        public synchronized CompletableFuture<PutObjectResponse> putObject(
                PutObjectRequest request, AsyncRequestBody body) {
            CompletableFuture<PutObjectResponse> next = last.handle((_, _) -> true)
                    .thenCompose(_ -> tag(request))
                    .thenCompose(tag -> isAsExpected(request, tag) ? super.putObject(request, body) : refused());
            last = next;
            return next;
        }

        private CompletableFuture<Optional<String>> tag(PutObjectRequest request) {
            return headObject(head -> head.bucket(request.bucket()).key(request.key()))
                    .handle((found, _) -> Optional.ofNullable(found).map(HeadObjectResponse::eTag));
        }

        private static boolean isAsExpected(PutObjectRequest request, Optional<String> tag) {
            return request.ifMatch() == null
                    ? tag.isEmpty() && "*".equals(request.ifNoneMatch())
                    : tag.equals(Optional.of(request.ifMatch()));
        }

        private static CompletableFuture<PutObjectResponse> refused() {
            return CompletableFuture.failedFuture(S3Exception.builder()
                    .statusCode(412)
                    .message("Precondition Failed")
                    .build());
        }
    }

    void start() throws Exception {
        server.start();
    }

    void stop() throws Exception {
        server.stop();
        objects.close();
        client.close();
    }

    void outOfReach(boolean now) {
        try {
            if (now) {
                server.stop();
            } else {
                server = server();
                server.start();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new bucket; whoever reads and writes it shares one client with the others. */
    ObjectStore bucket(String name) {
        boolean _ = objects.getBlobStore().createContainerInLocation(null, name);
        return new ObjectStore(client, name, "keys/");
    }

    private S3Proxy server() {
        return S3Proxy.builder()
                .blobStore(objects.getBlobStore())
                .endpoint(endpoint)
                .awsAuthentication(AuthenticationType.AWS_V4, IDENTITY, CREDENTIAL)
                .build();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
