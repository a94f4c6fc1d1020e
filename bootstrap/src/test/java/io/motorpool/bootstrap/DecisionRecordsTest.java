package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions are numbered, say what became of them, and name what holds them. */
class DecisionRecordsTest {

    private static final Pattern MENTION = Pattern.compile("ADR-(\\d{4})");

    private static final List<DecisionRecord> RECORDS = Repository.files(".md").stream()
            .filter(file -> Repository.name(file).startsWith("adr/"))
            .map(file -> new DecisionRecord(file.getFileName().toString(), Repository.read(file)))
            .toList();

    private static final DecisionRecord RIGHT = new DecisionRecord("0003-do-the-right-thing.md", """
            # 3. Do the right thing

            Status: Accepted
            Date: 2026-11-23

            ## Context

            There are two things.

            ## Decision

            We do the right one.

            ## Options

            - The wrong one: wrong.

            ## Consequences

            It is right.

            ## Enforced by

            `RightTest`, `RightTest.IS_RIGHT`
            """);

    @Test
    void every_record_has_the_form_of_one_and_what_enforces_it_exists() {
        Set<Integer> numbers = RECORDS.stream().map(DecisionRecord::number).collect(Collectors.toSet());
        Sources sources = Sources.ofRepository();

        assertThat(RECORDS.stream().flatMap(each -> each.complaints(numbers::contains, sources::know).stream()))
                .isEmpty();
    }

    @Test
    void records_are_numbered_without_a_gap_and_without_a_double() {
        assertThat(RECORDS.stream().map(DecisionRecord::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, RECORDS.size()).boxed().toList());
    }

    @Test
    void every_record_that_is_mentioned_exists() {
        Set<Integer> numbers = RECORDS.stream().map(DecisionRecord::number).collect(Collectors.toSet());

        for (Path file : Repository.files()) {
            if (file.toString().matches(".*\\.(java|md|sql|xml|ya?ml|properties|sh)")) {
                assertThat(MENTION.matcher(Repository.read(file))
                                .results()
                                .map(found -> Integer.valueOf(found.group(1))))
                        .as(Repository.name(file))
                        .isSubsetOf(numbers);
            }
        }
    }

    @Test
    void a_record_that_is_right_is_not_complained_about() {
        assertThat(complaints(RIGHT)).isEmpty();
        assertThat(complaints(new DecisionRecord(RIGHT.file(), RIGHT.text().replace("Accepted", "Superseded by 0004"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # 3. Do                   | # 4. Do                    | title
            # 3. Do                   | Do                         | title
            Status: Accepted          | Status: Agreed             | status
            Status: Accepted          | Status: accepted           | status
            Status: Accepted          | Status: Superseded by 0009 | superseded
            Date: 2026-11-23          | Date: 2026-11-32           | date
            Date: 2026-11-23          | Datum: 2026-11-23          | date
            ## Options                | ## Alternatives            | headings
            ## Context                | ## Decision                | headings
            We do                     | One should do              | We
            `RightTest`               | `WrongTest`                | WrongTest
            `RightTest.IS_RIGHT`      | `RightTest.IS_WRONG`       | IS_WRONG
            `RightTest`, `RightTest.IS_RIGHT` | whoever reviews it | nothing
            """)
    void a_record_that_is_wrong_is_complained_about(String right, String wrong, String complaint) {
        DecisionRecord broken = new DecisionRecord(RIGHT.file(), RIGHT.text().replace(right, wrong));

        assertThat(complaints(broken)).hasSize(1).first().asString().contains(complaint);
    }

    @Test
    void a_name_without_a_number_and_an_endless_text_are_complained_about() {
        assertThat(complaints(new DecisionRecord("right-thing.md", RIGHT.text())))
                .anyMatch(each -> each.contains("the name"));
        assertThat(complaints(new DecisionRecord(RIGHT.file(), RIGHT.text() + "and more\n".repeat(50))))
                .anyMatch(each -> each.contains("longer"));
    }

    private static List<String> complaints(DecisionRecord record) {
        Sources sources = new Sources(Map.of("RightTest.java", "class RightTest { static final int IS_RIGHT = 1; }"));
        return record.complaints(List.of(3, 4)::contains, sources::know);
    }

    /** What can be named: a file, a type, or something inside a type. */
    private record Sources(Map<String, String> textOf) {

        static Sources ofRepository() {
            return new Sources(Repository.files().stream()
                    .collect(Collectors.toMap(
                            (Function<Path, String>) file -> file.getFileName().toString(),
                            file -> file.toString().endsWith(".java") ? Repository.read(file) : "",
                            String::concat)));
        }

        boolean know(String name) {
            if (textOf.containsKey(name) || textOf.containsKey(name + ".java")) {
                return true;
            }
            int dot = name.lastIndexOf('.');
            return dot > 0
                    && Pattern.compile("\\b" + Pattern.quote(name.substring(dot + 1)) + "\\b")
                            .matcher(textOf.getOrDefault(name.substring(0, dot) + ".java", ""))
                            .find();
        }
    }
}
