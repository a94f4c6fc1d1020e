/** Argon2id. */
@NullMarked
package io.motorpool.adapters.keys.password;

import org.jspecify.annotations.NullMarked;
