package io.motorpool.sandbox.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStorePartTest {

    private static final String NAME = ".well-known/jwks.json";

    @TempDir
    Path folder;

    @Test
    void what_a_writer_signs_for_is_read_by_everybody_and_survives_a_restart() throws Exception {
        try (ObjectStorePart store = ObjectStorePart.in(folder, 0)) {
            store.start();
            put(store, "a set of keys");

            assertThat(get(store).body()).isEqualTo("a set of keys");

            store.stop();
            store.start();

            assertThat(get(store).body()).isEqualTo("a set of keys");
        }
    }

    @Test
    void nobody_writes_without_signing() throws Exception {
        try (ObjectStorePart store = ObjectStorePart.in(folder, 0)) {
            store.start();
            HttpRequest unsigned = HttpRequest.newBuilder(address(store))
                    .PUT(BodyPublishers.ofString("a key of somebody else"))
                    .build();

            assertThat(send(unsigned).statusCode()).isEqualTo(403);
            assertThat(get(store).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void its_credentials_are_for_its_owner_alone() throws Exception {
        ObjectStorePart store = ObjectStorePart.in(folder, 0);

        assertThat(store.credentials()).isEqualTo(ObjectStorePart.in(folder, 0).credentials());
        assertThat(Files.getPosixFilePermissions(folder.resolve("credentials"))).hasSize(2);
    }

    private static void put(ObjectStorePart store, String content) {
        Properties settings = new Properties();
        settings.setProperty("jclouds.endpoint", store.endpoint().toString());
        settings.setProperty("jclouds.s3.virtual-host-buckets", "false");
        try (BlobStoreContext client = ContextBuilder.newBuilder("s3")
                .credentials(store.credentials().user(), store.credentials().password())
                .overrides(settings)
                .build(BlobStoreContext.class)) {
            BlobStore blobs = client.getBlobStore();
            String _ = blobs.putBlob(
                    ObjectStorePart.BUCKET,
                    blobs.blobBuilder(NAME).payload(content).build());
        }
    }

    private static HttpResponse<String> get(ObjectStorePart store) throws Exception {
        return send(HttpRequest.newBuilder(address(store)).build());
    }

    private static URI address(ObjectStorePart store) {
        return URI.create(store.published() + "/" + NAME);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
