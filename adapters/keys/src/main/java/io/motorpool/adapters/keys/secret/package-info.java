/** What only the holder of a secret can open. */
@NullMarked
package io.motorpool.adapters.keys.secret;

import org.jspecify.annotations.NullMarked;
