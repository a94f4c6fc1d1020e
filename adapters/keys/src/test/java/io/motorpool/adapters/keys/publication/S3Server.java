package io.motorpool.adapters.keys.publication;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * A server that speaks the S3 protocol, checks who asks and minds conditions; it keeps its objects in memory, even while it
 * is down.
 */
final class S3Server {

    private static final String IDENTITY = "motorpool";
    private static final String CREDENTIAL = "a credential of this test";
    private static final String PREFIX = "keys/";

    private final URI endpoint = URI.create("http://127.0.0.1:" + freePort());
    private final BlobStore objects = new InOneStep(BlobStores.create("transient", new Properties()));
    private final S3AsyncClient client = ObjectStore.client(
            endpoint, "us-east-1", StaticCredentialsProvider.create(AwsBasicCredentials.create(IDENTITY, CREDENTIAL)));
    private S3Proxy server = server();

    /** The server looks at a condition and puts afterwards; a store in production does both in one step, as is done here. */
    private static final class InOneStep extends ForwardingBlobStore {

        InOneStep(BlobStore objects) {
            super(objects);
        }

        @Override
        public synchronized PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
            String expected = request.ifMatch();
            if (expected != null && !bare(expected).equals(tag(request))) {
                throw S3Exceptions.preconditionFailed(new IllegalStateException("somebody else was faster"));
            }
            return super.putBlob(request, content);
        }

        private @Nullable String tag(PutObjectRequest request) {
            HeadObjectResponse there = blobMetadataIfPresent(request.bucket(), request.key());
            return there == null ? null : bare(there.eTag());
        }

        private static String bare(String tag) {
            return tag.replace("\"", "");
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
        var _ = objects.createContainer(name);
        return bucket(name, it -> it);
    }

    /** A bucket that is there, for somebody with a client of their own. */
    ObjectStore bucket(String name, UnaryOperator<S3AsyncClient> with) {
        return new ObjectStore(with.apply(client), name, PREFIX);
    }

    private S3Proxy server() {
        return S3Proxy.builder()
                .blobStore(objects)
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
