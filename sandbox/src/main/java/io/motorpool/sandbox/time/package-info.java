/** Time that passes when somebody wants it to. */
@NullMarked
package io.motorpool.sandbox.time;

import org.jspecify.annotations.NullMarked;
