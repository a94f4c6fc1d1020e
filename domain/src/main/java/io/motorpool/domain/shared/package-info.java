/** Values without a context of their own: time, ids that several contexts point at. */
@NullMarked
package io.motorpool.domain.shared;

import org.jspecify.annotations.NullMarked;
