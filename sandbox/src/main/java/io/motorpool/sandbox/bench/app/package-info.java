/** What the mobility app asks before somebody reserves: zones on the map, and the vehicles of one of them. */
@NullMarked
package io.motorpool.sandbox.bench.app;

import org.jspecify.annotations.NullMarked;
