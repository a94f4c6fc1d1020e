/** Signed words, read strictly. */
@NullMarked
package io.motorpool.adapters.keys.jws;

import org.jspecify.annotations.NullMarked;
