/**
 * The sandbox stands outside of the hexagon: it brings the real parts, runs the packaged application on them and knows
 * nothing of it but its public API.
 */
@NullMarked
package io.motorpool.sandbox;

import org.jspecify.annotations.NullMarked;
