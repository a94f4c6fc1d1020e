package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What documents promise to be somewhere is there, and the words of the glossary are those of the code. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern TERM = Pattern.compile("(?m)^\\| ([^|]+?) \\|");

    @Test
    void every_link_within_the_repository_leads_somewhere() {
        List<String> dead = new ArrayList<>();
        for (Path document : Repository.files(".md")) {
            LINK.matcher(Repository.read(document))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(target -> {
                        if (!target.contains("://") && !leads(document, target)) {
                            dead.add("%s: %s".formatted(Repository.name(document), target));
                        }
                    });
        }

        assertThat(dead).isEmpty();
    }

    @Test
    void a_dead_link_is_found() {
        Path readme = Repository.file("README.md");

        assertThat(leads(readme, "adr")).isTrue();
        assertThat(leads(readme, "adr/9999-nothing.md")).isFalse();
        assertThat(LINK.matcher("see [this](docs/a.md#part) and [that](b.md \"title\")")
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly("docs/a.md", "b.md");
    }

    @Test
    void every_word_of_the_glossary_is_a_word_of_the_code() {
        String code = Repository.files(".java").stream()
                .filter(file -> Repository.name(file).contains("src/main/java"))
                .map(Repository::read)
                .map(DocumentsTest::letters)
                .collect(Collectors.joining(" "));

        assertThat(terms())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(term -> assertThat(code).contains(letters(term)));
    }

    private static boolean leads(Path document, String target) {
        return Files.exists(Objects.requireNonNull(document.getParent()).resolve(target));
    }

    /** One line of the table may hold several words for one thing. */
    private static List<String> terms() {
        return TERM.matcher(Repository.read(Repository.file("docs/glossary.md")))
                .results()
                .skip(1)
                .flatMap(found -> List.of(found.group(1).split(", ")).stream())
                .toList();
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
