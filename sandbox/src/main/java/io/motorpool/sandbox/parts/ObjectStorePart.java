package io.motorpool.sandbox.parts;

import io.motorpool.sandbox.files.AtExit;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.files.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.domain.BlobAccess;
import org.jclouds.blobstore.options.CreateContainerOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;
import org.jspecify.annotations.Nullable;

/**
 * An object store that speaks the S3 protocol, in this JVM. Whoever writes has to sign; everybody may read, as they may
 * where keys are published for the world. Its objects are files in one folder and survive stops and crashes.
 */
public final class ObjectStorePart implements AutoCloseable {

    /** Where Motorpool publishes its keys. */
    public static final String BUCKET = "motorpool-keys";

    public static final String REGION = "us-east-1";

    /** Kept, because java.util.logging forgets the level of a logger that nobody holds. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("org.gaul.s3proxy"),
            Logger.getLogger("org.gaul.shaded.org.eclipse.jetty"),
            Logger.getLogger("org.jclouds"),
            Logger.getLogger("jclouds"));

    private final Path folder;
    private final boolean temporary;
    private final Runnable stopAtExit = this::close;
    private int port;
    private @Nullable Running running;

    private record Running(BlobStoreContext objects, S3Proxy server) {}

    private ObjectStorePart(Path folder, int port, boolean temporary) {
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
        this.temporary = temporary;
    }

    /**
     * A store with kept objects, not started yet.
     *
     * @param port 0 for a free one, chosen at the first start and kept for restarts of this part
     */
    public static ObjectStorePart in(Path folder, int port) {
        return new ObjectStorePart(folder, port, false);
    }

    static ObjectStorePart temporaryNotStarted() {
        return new ObjectStorePart(Folders.temporary("motorpool-objects-"), 0, true);
    }

    /** Starts the store and returns when it answers. */
    public synchronized void start() {
        if (running != null) {
            return;
        }
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        port = Ports.choose(port);
        BlobStoreContext objects = objects();
        S3Proxy server = S3Proxy.builder()
                .blobStore(new ReadByEverybody(objects.getBlobStore()))
                .endpoint(endpoint())
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4,
                        credentials().user(),
                        credentials().password())
                .jettyMaxThreads(8)
                .build();
        try {
            makeBucket(objects.getBlobStore());
            server.start();
        } catch (Exception failed) {
            objects.close();
            throw new PartFailedException("the object store did not start on port " + port, failed);
        }
        running = new Running(objects, server);
        AtExit.run(stopAtExit);
    }

    /** Ends the store. Does nothing when it is not running. */
    public synchronized void stop() {
        AtExit.forget(stopAtExit);
        Running ending = running;
        if (ending == null) {
            return;
        }
        running = null;
        try {
            ending.server().stop();
        } catch (Exception failed) {
            throw new PartFailedException("the object store does not stop", failed);
        } finally {
            ending.objects().close();
        }
    }

    /** Stops, and takes a temporary store's files away. */
    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(folder);
        }
    }

    public synchronized boolean isRunning() {
        return running != null;
    }

    public int port() {
        return port;
    }

    /** Where clients of the S3 protocol find it. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where everybody reads what is in the bucket, without last slash. */
    public URI published() {
        return endpoint().resolve("/" + BUCKET);
    }

    /** Of whoever may write. */
    public Credentials credentials() {
        return Passwords.ofObjectStore(folder.resolve("credentials"));
    }

    private BlobStoreContext objects() {
        Properties settings = new Properties();
        settings.setProperty(
                "jclouds.filesystem.basedir",
                Folders.create(folder.resolve("objects")).toString());
        return ContextBuilder.newBuilder("filesystem-nio2")
                .credentials("nobody", "asks")
                .overrides(settings)
                .build(BlobStoreContext.class);
    }

    private static void makeBucket(BlobStore objects) {
        boolean _ = objects.createContainerInLocation(null, BUCKET, CreateContainerOptions.Builder.publicRead());
    }

    /** What a bucket's policy says elsewhere. */
    private static final class ReadByEverybody extends ForwardingBlobStore {

        ReadByEverybody(BlobStore objects) {
            super(objects);
        }

        @Override
        public BlobAccess getBlobAccess(String bucket, String name) {
            return BlobAccess.PUBLIC_READ;
        }
    }
}
