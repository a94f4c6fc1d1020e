/** Watching: what is shown once is shown again when it has changed. */
@NullMarked
package io.motorpool.application.update;

import org.jspecify.annotations.NullMarked;
