package io.motorpool.sandbox.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.motorpool.sandbox.files.PrivateFile;
import io.motorpool.sandbox.token.DemoUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the demo's people sign in with, in a file that only its owner may read. A password is written down before anybody
 * chooses it, so that a start which broke off can be completed.
 */
public final class Logins {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    public Logins(Path file) {
        this.file = file;
    }

    public boolean exist() {
        return Files.exists(file);
    }

    public Optional<Login> of(DemoUser user) {
        return Optional.ofNullable(read().get(user));
    }

    /** The login that they have, or from now on will have. */
    Login plan(DemoUser user) {
        Map<DemoUser, Login> all = read();
        Login login = all.computeIfAbsent(user, it -> new Login(it.email(), NewPassword.random()));
        write(all);
        return login;
    }

    private Map<DemoUser, Login> read() {
        if (!exist()) {
            return new EnumMap<>(DemoUser.class);
        }
        try {
            return JSON.readValue(PrivateFile.read(file), new TypeReference<EnumMap<DemoUser, Login>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(file + " is damaged; begin anew: ./motorpool up --fresh", damaged);
        }
    }

    private void write(Map<DemoUser, Login> all) {
        try {
            PrivateFile.write(file, JSON.writeValueAsString(all) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
