/** What the drill of key rotation is made of: a store with moods, tokens as they are issued, and those who verify them. */
@NullMarked
package io.motorpool.sandbox.drill.keys;

import org.jspecify.annotations.NullMarked;
