/** Where benches and drills are held: parts and nodes of their own, away from the running sandbox. */
@NullMarked
package io.motorpool.sandbox.ground;

import org.jspecify.annotations.NullMarked;
