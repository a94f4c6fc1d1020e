package io.motorpool.domain.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    /** Characters outside the first plane take two chars each; half of one must never show. */
    private static final String RARE_HAN = "\uD842\uDFB7";

    @ParameterizedTest
    @CsvSource({"수,*", "김수,김*", "김철수,김*수", "남궁철수,남**수", "Jo,J*", "Ann,A*n", "Ann Lee,A*****e"})
    void colleagues_see_the_first_and_the_last_character(String name, String masked) {
        assertThat(new PersonName(name).masked()).isEqualTo(masked);
    }

    @Test
    void a_rare_character_counts_as_one_and_stays_whole() {
        assertThat(new PersonName(RARE_HAN).masked()).isEqualTo("*");
        assertThat(new PersonName(RARE_HAN + "수").masked()).isEqualTo(RARE_HAN + "*");
        assertThat(new PersonName("김" + RARE_HAN + "수").masked()).isEqualTo("김*수");
        assertThat(new PersonName("김철" + RARE_HAN).masked()).isEqualTo("김*" + RARE_HAN);
    }

    @Test
    void a_name_written_to_a_log_is_masked() {
        assertThat(new PersonName("김철수")).hasToString("김*수");
    }

    @Test
    void a_name_has_one_to_sixty_characters() {
        assertThat(new PersonName("가".repeat(60)).value()).hasSize(60);
        assertThatThrownBy(() -> new PersonName("가".repeat(61))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PersonName("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PersonName("김\u0000수")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void a_masked_name_is_as_long_as_the_name(@ForAll("names") String name) {
        String masked = new PersonName(name).masked();

        assertThat(characters(masked)).hasSameSizeAs(characters(name));
    }

    @Property
    void a_masked_name_never_shows_what_is_between_the_ends(@ForAll("names") String name) {
        List<Integer> masked = characters(new PersonName(name).masked());
        List<Integer> whole = characters(name);
        int last = whole.size() - 1;

        Set<Integer> shown = masked.stream().filter(shownAs -> shownAs != '*').collect(Collectors.toSet());

        assertThat(shown).isSubsetOf(whole.getFirst(), whole.getLast());
        assertThat(masked.subList(1, Math.max(1, last))).allMatch(hidden -> hidden == '*');
        assertThat(masked.getLast()).isEqualTo(last >= 2 ? whole.getLast() : (Integer) (int) '*');
        assertThat(masked.getFirst()).isEqualTo(last >= 1 ? whole.getFirst() : (Integer) (int) '*');
    }

    @Property
    void names_that_differ_only_in_between_look_the_same(@ForAll("names") String one, @ForAll("names") String other) {
        List<Integer> inner = characters(other);
        String name = "김" + one + "수";
        String twin = "김"
                + Character.toString(inner.getFirst()).repeat(characters(one).size()) + "수";

        assertThat(new PersonName(name).masked()).isEqualTo(new PersonName(twin).masked());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("김", "이", "철", "수", "A", "z", "-", RARE_HAN, "\uD83D\uDE97")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(characters -> String.join("", characters));
    }

    private static List<Integer> characters(String text) {
        return text.codePoints().boxed().toList();
    }

    @Test
    void a_name_whose_syllables_come_in_parts_is_masked_by_its_syllables() {
        PersonName name = new PersonName(Normalizer.normalize("김철수", Normalizer.Form.NFD));

        assertThat(name).isEqualTo(new PersonName("김철수"));
        assertThat(name.masked()).isEqualTo("김*수");
    }
}
