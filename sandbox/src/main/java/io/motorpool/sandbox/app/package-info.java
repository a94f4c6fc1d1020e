/** The packaged application as a process of its own, the way it runs in production. */
@NullMarked
package io.motorpool.sandbox.app;

import org.jspecify.annotations.NullMarked;
