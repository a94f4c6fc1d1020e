package io.motorpool.sandbox.drill.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** In what way the place where keys are published behaves. */
public enum Mood {
    /** As it should. */
    SOUND {
        @Override
        byte[] spoil(byte[] content) {
            return content;
        }
    },
    /** It answers that it cannot, to whoever reads or writes. */
    FAILING {
        @Override
        byte[] spoil(byte[] content) {
            return new byte[0];
        }
    },
    /** It answers with something that is no set of keys. */
    GARBAGE {
        @Override
        byte[] spoil(byte[] content) {
            return "<html><body>It works!</body></html>".getBytes(StandardCharsets.UTF_8);
        }
    },
    /** It answers with a set in which there is no key. */
    EMPTY {
        @Override
        byte[] spoil(byte[] content) {
            return "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8);
        }
    },
    /** It answers with the first half of the set. */
    HALF {
        @Override
        byte[] spoil(byte[] content) {
            return Arrays.copyOf(content, content.length / 2);
        }
    };

    /** What a reader gets in place of this. */
    abstract byte[] spoil(byte[] content);

    public String describe() {
        return name().toLowerCase(Locale.ROOT);
    }
}
