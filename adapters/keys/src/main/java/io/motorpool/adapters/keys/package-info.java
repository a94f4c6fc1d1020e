/** Everything cryptographic, behind ports: libraries and formats of tokens, keys and hashes end here. */
@NullMarked
package io.motorpool.adapters.keys;

import org.jspecify.annotations.NullMarked;
