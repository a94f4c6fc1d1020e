package io.motorpool.sandbox.people;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Many users at once on a test ground. They all have the password that one of them chose: so they are there without
 * hashing it for each.
 *
 * @param hash what is kept of the password
 */
public record Crowd(List<Login> logins, String hash) {

    private static final String ADD = """
            INSERT INTO user_account (id, version, email, name, roles, status, password_hash)
            VALUES (?, 0, ?, '김민수', '{}', 'ACTIVE', ?)""";

    /** @param model somebody who has chosen a password */
    public static Crowd like(Login model, int size, PostgresPart postgres) {
        try (Connection database = postgres.connect(postgres.owner())) {
            String hash = hashOf(database, model);
            List<Login> logins = IntStream.range(0, size)
                    .mapToObj(number -> new Login("crowd-%d@hanbit.example".formatted(number), model.password()))
                    .toList();
            try (PreparedStatement add = database.prepareStatement(ADD)) {
                for (Login login : logins) {
                    add.setObject(1, UUID.randomUUID());
                    add.setString(2, login.email());
                    add.setString(3, hash);
                    add.addBatch();
                }
                int[] _ = add.executeBatch();
            }
            return new Crowd(logins, hash);
        } catch (SQLException failed) {
            throw new IllegalStateException("the crowd cannot come in", failed);
        }
    }

    private static String hashOf(Connection database, Login login) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("SELECT password_hash FROM user_account WHERE email = ?")) {
            query.setString(1, login.email());
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("nobody is called " + login.email());
                }
                return String.valueOf(found.getString(1));
            }
        }
    }
}
