package io.motorpool.adapters.persistence.drivinglog;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.drivinglog.LogFiles;
import io.motorpool.domain.drivinglog.FileDigest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Workbooks by their hash, which the database itself computes again before it takes them. */
@ApplicationScoped
public class PostgresLogFiles implements LogFiles {

    @Override
    public Uni<FileDigest> keep(byte[] file) {
        FileDigest digest = FileDigest.of(file);
        return Sql.change(
                        """
                        INSERT INTO log_file (digest, content) VALUES (:digest, decode(:content, 'base64'))
                        ON CONFLICT DO NOTHING""",
                        Map.of(
                                "digest",
                                digest.hex(),
                                "content",
                                Base64.getEncoder().encodeToString(file)))
                .replaceWith(digest);
    }

    @Override
    public Uni<Optional<Long>> length(FileDigest digest) {
        return Sql.read(
                        "SELECT CAST(octet_length(content) AS bigint) FROM log_file WHERE digest = :digest",
                        Map.of("digest", digest.hex()),
                        Columns::longNumber)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<byte[]> part(FileDigest digest, long from, int most) {
        return Sql.read("""
                        SELECT encode(substring(content FROM CAST(:from AS integer) + 1 FOR CAST(:most AS integer)), 'base64')
                          FROM log_file WHERE digest = :digest""", Map.of("digest", digest.hex(), "from", Math.toIntExact(from), "most", most), Columns::text)
                .map(found -> Base64.getMimeDecoder().decode(found.getFirst()));
    }
}
