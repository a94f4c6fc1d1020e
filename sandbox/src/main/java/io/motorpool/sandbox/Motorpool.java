package io.motorpool.sandbox;

import io.motorpool.sandbox.cli.CommandTable;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the script {@code ./motorpool} starts. */
public final class Motorpool {

    private Motorpool() {}

    public static void main(String[] arguments) {
        Path project = Path.of(System.getProperty("motorpool.project", ".")).toAbsolutePath();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(new CommandTable(project, out, err).execute(arguments));
    }
}
