/** The public halves, where everybody can read them. */
@NullMarked
package io.motorpool.adapters.keys.publication;

import org.jspecify.annotations.NullMarked;
