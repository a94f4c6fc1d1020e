package io.motorpool.sandbox.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailPartTest {

    @TempDir
    Path folder;

    private MailPart mail;

    @BeforeEach
    void start() {
        mail = MailPart.in(folder.resolve("mail"), 0);
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.close();
    }

    @Test
    void a_letter_is_shown_as_a_person_reads_it() throws IOException {
        send(
                "To: minsu@hanbit.example",
                "Subject: =?UTF-8?B?7LSI64yA?= =?UTF-8?Q?_Motorpool?=",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "=EC=95=88=EB=85=95, please open",
                "https://motorpool.example/choose-password#token=3Da=",
                "bc",
                "..and a line that begins with a dot");

        assertThat(mail.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("minsu@hanbit.example");
            assertThat(letter.subject()).isEqualTo("초대 Motorpool");
            assertThat(letter.text()).startsWith("안녕, please open").endsWith("\n.and a line that begins with a dot");
            assertThat(letter.link()).contains("https://motorpool.example/choose-password#token=abc");
            assertThat(letter.toString()).doesNotContain("token");
        });
    }

    @Test
    void of_a_letter_in_parts_the_plain_one_is_shown() throws IOException {
        send(
                "To: minsu@hanbit.example",
                "Subject: parts",
                "Content-Type: multipart/alternative;",
                " boundary=\"here\"",
                "",
                "--here",
                "Content-Type: text/html; charset=utf-8",
                "",
                "<p>no</p>",
                "--here",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                "eWVz",
                "--here--");

        assertThat(mail.letters()).extracting(Mail::text).containsExactly("yes");
    }

    @Test
    void letters_stay_in_order_over_a_restart_and_are_for_their_owner_alone() throws IOException {
        send("To: a@hanbit.example", "Subject: first", "", "1");
        mail.stop();
        mail.start();
        send("To: a@hanbit.example", "Subject: second", "", "2");
        send("To: b@hanbit.example", "Subject: third", "", "3");

        assertThat(mail.to("a@hanbit.example")).extracting(Mail::subject).containsExactly("first", "second");
        assertThat(mail.awaitLetter("a@hanbit.example", 1).text()).isEqualTo("2");
        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            assertThat(files)
                    .allSatisfy(file ->
                            assertThat(Files.getPosixFilePermissions(file)).hasSize(2));
        }
    }

    @Test
    void a_letter_that_is_cut_off_is_not_kept() throws IOException {
        try (Socket client = client()) {
            client.getOutputStream()
                    .write("EHLO x\r\nDATA\r\nTo: a@b.example\r\n\r\nhal".getBytes(StandardCharsets.UTF_8));
            client.shutdownOutput();
            assertThat(client.getInputStream().readAllBytes()).isNotEmpty();
        }

        assertThat(mail.letters()).isEmpty();
    }

    private void send(String... lines) throws IOException {
        try (Socket client = client()) {
            OutputStream out = client.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.readLine()).startsWith("220");
            for (String command : List.of("HELO x", "MAIL FROM:<a@b>", "RCPT TO:<c@d>", "DATA")) {
                out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
                assertThat(in.readLine()).startsWith(command.equals("DATA") ? "354" : "250");
            }
            String message = String.join("\r\n", Stream.of(lines).toList()) + "\r\n.\r\n";
            out.write(message.getBytes(StandardCharsets.UTF_8));
            assertThat(in.readLine()).isEqualTo("250 kept");
            out.write("QUIT\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(in.readLine()).startsWith("221");
        }
    }

    private Socket client() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), mail.port());
    }
}
