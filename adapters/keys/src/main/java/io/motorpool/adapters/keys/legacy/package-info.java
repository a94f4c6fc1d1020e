/** The two servers that were there before. */
@NullMarked
package io.motorpool.adapters.keys.legacy;

import org.jspecify.annotations.NullMarked;
