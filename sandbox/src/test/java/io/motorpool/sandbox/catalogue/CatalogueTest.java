package io.motorpool.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue<Song> songs = new Catalogue<>(
            "song", List.of(new Song("first", "how it begins"), new Song("a-longer-one", "and goes on")));

    @Test
    void an_entry_is_found_by_its_exact_name() {
        assertThat(songs.find("first")).contains(new Song("first", "how it begins"));
        assertThat(songs.find("First")).isEmpty();
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        assertThat(songs.unknown("last"))
                .isEqualToIgnoringNewLines(
                        "There is no song named 'last'. Known:\n  first         how it begins\n  a-longer-one  and goes on");
    }

    private record Song(String name, String summary) implements Named {}
}
