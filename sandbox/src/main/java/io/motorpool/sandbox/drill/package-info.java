/** Accidents on purpose, each by name: see {@link io.motorpool.sandbox.drill.Drills}. */
@NullMarked
package io.motorpool.sandbox.drill;

import org.jspecify.annotations.NullMarked;
