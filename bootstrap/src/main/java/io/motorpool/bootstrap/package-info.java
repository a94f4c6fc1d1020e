/** Where the hexagon is put together: the only place that knows both use cases and adapters. */
@NullMarked
package io.motorpool.bootstrap;

import org.jspecify.annotations.NullMarked;
